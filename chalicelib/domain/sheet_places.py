"""Puts the rows of a table where they belong: each becomes cameras at its own address, or says why it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from .camera import MAX_CAMERAS, Camera, CameraId
from .place import Address, Exact, Located, Outside, Point, Several
from .registration import heading
from .reply import Sentence, counted, sentence
from .sheet_reading import RowRead, TableRead
from .street_side import heading_to_street

MAX_TYPED = 200
MOST_OFFERED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """What becomes of one row. Its cameras have no number of their own yet; without any, `remarks` begin with why.

    `wrote` are its cells in one line; `remarks` hold plain values only.
    """

    number: int
    wrote: str
    cameras: tuple[Camera, ...] = ()
    remarks: tuple[Sentence, ...] = ()


def place_rows(
    table: TableRead, *, locate: Callable[[str], Located], standing: Sequence[Camera] = ()
) -> tuple[PlacedRow, ...]:
    """Look every row's address up; `standing` are the cameras that the owner has: the same ones are not added again."""
    placing = _Placing(locate, standing)
    return tuple(placing.place(read, _wrote(read, table.ours)) for read in table.rows)


def rows_as_held(rows: Sequence[PlacedRow]) -> list[dict[str, Any]]:
    """Give the rows as plain values, to be held until they are confirmed."""
    return [
        {
            "number": row.number,
            "wrote": row.wrote,
            "cameras": [asdict(camera) for camera in row.cameras],
            "remarks": [[each.msgid, dict(each.values)] for each in row.remarks],
        }
        for row in rows
    ]


def rows_from(held: Sequence[Mapping[str, Any]]) -> tuple[PlacedRow, ...]:
    """Read what `rows_as_held` gave."""
    return tuple(
        PlacedRow(
            number=row["number"],
            wrote=row["wrote"],
            cameras=tuple(map(_camera, row["cameras"])),
            remarks=tuple(Sentence(msgid, values) for msgid, values in row["remarks"]),
        )
        for row in held
    )


class _Placing:
    """Places one row after the other, as long as there is room for its cameras."""

    def __init__(self, locate: Callable[[str], Located], standing: Sequence[Camera]) -> None:
        self._locate = lru_cache(maxsize=2_000)(locate)
        self._standing = Counter(map(_same, standing))
        self._room = MAX_CAMERAS - len(standing)

    def place(self, read: RowRead, wrote: str) -> PlacedRow:
        if read.problem:
            return PlacedRow(number=read.row.number, wrote=wrote, remarks=(read.problem, *read.remarks))
        found = self._locate(read.place[:MAX_TYPED])
        if not isinstance(found, Exact):
            return PlacedRow(number=read.row.number, wrote=wrote, remarks=(_why_not(found), *read.remarks))
        return self._with_cameras(read, wrote, self._cameras(read, found.address))

    def _with_cameras(self, read: RowRead, wrote: str, cameras: Sequence[Camera]) -> PlacedRow:
        new = [camera for camera in cameras if not self._stands(camera)]
        known = len(cameras) - len(new)
        remarks = list(read.remarks)
        if known:
            remarks.insert(0, counted("mail.sheet.already_one", "mail.sheet.already_many", known))
        if len(new) > self._room:
            new, remarks = [], [sentence("mail.sheet.no_room", most=MAX_CAMERAS)]
        self._room -= len(new)
        return PlacedRow(number=read.row.number, wrote=wrote, cameras=tuple(new), remarks=tuple(remarks))

    def _cameras(self, read: RowRead, address: Address) -> list[Camera]:
        views = [read.view_at(at) for at in range(read.count)]
        sides = any(view.way in ("street", "back") for view in views) and read.degrees is None
        street = heading_to_street(address, self._locate) if sides else None
        return [
            Camera(
                camera_id=CameraId("c0"),
                address=address,
                retention_days=read.days or 1,
                heading=heading(view, street=street) if read.degrees is None else read.degrees,
                indoor=view.indoor is True,
                kind=view.kind,
            )
            for view in views
        ]

    def _stands(self, camera: Camera) -> bool:
        """Take one of the owner's cameras that is this very one, where there is one left."""
        same = _same(camera)
        if not self._standing[same]:
            return False
        self._standing[same] -= 1
        return True


def _same(camera: Camera) -> tuple[object, ...]:
    return camera.address.line(), camera.heading, camera.indoor, camera.kind, camera.retention_days


def _why_not(found: Located) -> Sentence:
    if isinstance(found, Outside):
        return sentence("mail.sheet.outside")
    assert not isinstance(found, Exact)
    offered = found.candidates if isinstance(found, Several) else found.suggestions
    if not offered:
        return sentence("mail.sheet.unknown")
    places = " / ".join(address.line() for address in offered[:MOST_OFFERED])
    return sentence("mail.sheet.several" if isinstance(found, Several) else "mail.sheet.near", places=places)


def _wrote(read: RowRead, ours: frozenset[int]) -> str:
    return " | ".join(cell for at, cell in enumerate(read.row.cells) if cell and at not in ours)


def _camera(held: Mapping[str, Any]) -> Camera:
    address = held["address"]
    return Camera(**{**held, "address": Address(**{**address, "point": Point(**address["point"])})})
