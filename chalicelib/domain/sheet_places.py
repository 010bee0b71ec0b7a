"""Puts the rows of a table where they belong: each becomes cameras at its own address, or says why it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from .camera import MAX_CAMERAS, Camera, CameraId
from .place import Address, Exact, Located, Outside, Point, Several
from .registration import heading
from .reply import Sentence, counted, sentence
from .sheet_reading import RowRead, TableRead
from .sheet_standing import Wanted, matched, mended
from .street_side import heading_to_street
from .view import View

MAX_TYPED = 200
MOST_OFFERED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """What becomes of one row: new cameras, which have no number of their own yet, those of the owner's that it mends,
    as it has them, and how many it only names again. Without any of these, `remarks` begin with why.

    `wrote` are its cells in one line; `remarks` hold plain values only.
    """

    number: int
    wrote: str
    cameras: tuple[Camera, ...] = ()
    mended: tuple[Camera, ...] = ()
    known: int = 0
    remarks: tuple[Sentence, ...] = ()


def place_rows(
    table: TableRead, *, locate: Callable[[str], Located], standing: Sequence[Camera] = ()
) -> tuple[PlacedRow, ...]:
    """Look every row's address up; `standing` are the cameras that the owner has: the same ones are not added again,
    but mended where a row has something else of them.
    """
    find = lru_cache(maxsize=2_000)(locate)
    looked_up = [_looked_up(read, find) for read in table.rows]
    wanted = [_wanted(read, found.address, find) if isinstance(found, Exact) else [] for read, found in looked_up]
    room = MAX_CAMERAS - len(standing)
    placed: list[PlacedRow] = []
    for (read, found), wants, are in zip(looked_up, wanted, matched(wanted, standing), strict=True):
        plain = PlacedRow(number=read.row.number, wrote=_wrote(read, table.ours), remarks=read.remarks)
        row = _row(plain, wants, are, room) if isinstance(found, Exact) else _not_taken(plain, read, found)
        room -= len(row.cameras)
        placed.append(row)
    return tuple(placed)


def rows_as_held(rows: Sequence[PlacedRow]) -> list[dict[str, Any]]:
    """Give the rows as plain values, to be held until they are confirmed."""
    return [
        {
            "number": row.number,
            "wrote": row.wrote,
            "cameras": [asdict(camera) for camera in row.cameras],
            "mended": [asdict(camera) for camera in row.mended],
            "known": row.known,
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
            mended=tuple(map(_camera, row["mended"])),
            known=row["known"],
            remarks=tuple(Sentence(msgid, values) for msgid, values in row["remarks"]),
        )
        for row in held
    )


def _looked_up(read: RowRead, locate: Callable[[str], Located]) -> tuple[RowRead, Located | None]:
    return read, None if read.problem else locate(read.place[:MAX_TYPED])


def _not_taken(plain: PlacedRow, read: RowRead, found: Located | None) -> PlacedRow:
    why = read.problem if found is None else _why_not(found)
    return replace(plain, remarks=(*([why] if why else []), *read.remarks))


def _row(plain: PlacedRow, wants: Sequence[Wanted], are: Sequence[Camera | None], room: int) -> PlacedRow:
    """Say what becomes of a row whose place is known; without room for all that is new, none of that is taken."""
    new = tuple(wanted.camera for wanted, was in zip(wants, are, strict=True) if was is None)
    pairs = [(was, mended(was, wanted)) for wanted, was in zip(wants, are, strict=True) if was]
    changed = tuple(now for was, now in pairs if now != was)
    known = len(pairs) - len(changed)
    remarks = list(plain.remarks)
    if changed:
        remarks.insert(0, counted("mail.sheet.mends_one", "mail.sheet.mends_many", len(changed)))
    if known:
        remarks.insert(0, counted("mail.sheet.already_one", "mail.sheet.already_many", known))
    if len(new) > room:
        new, remarks = (), [sentence("mail.sheet.no_room", most=MAX_CAMERAS), *remarks]
    return replace(plain, cameras=new, mended=changed, known=known, remarks=tuple(remarks))


def _wanted(read: RowRead, address: Address, locate: Callable[[str], Located]) -> list[Wanted]:
    views = [read.view_at(at) for at in range(read.count)]
    sides = any(view.way in ("street", "back") for view in views) and read.degrees is None
    street = heading_to_street(address, locate) if sides else None
    return [Wanted(_new(read, view, address, street), says_indoor=view.indoor is not None) for view in views]


def _new(read: RowRead, view: View, address: Address, street: int | None) -> Camera:
    return Camera(
        camera_id=CameraId("c0"),
        address=address,
        retention_days=read.days or 1,
        heading=heading(view, street=street) if read.degrees is None else read.degrees,
        indoor=view.indoor is True,
        kind=view.kind,
    )


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
