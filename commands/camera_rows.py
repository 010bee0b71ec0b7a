"""Reads and writes the list of cameras that an administrator imports and exports: one row a camera."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple, cast

from chalicelib.domain.camera import KINDS, MAX_RETENTION_DAYS, Camera, Kind
from chalicelib.domain.owner import Household
from chalicelib.domain.phone import phone_number
from chalicelib.domain.sheet import quoted, unquoted

COLUMNS = ("phone", "address", "heading", "indoor", "kind", "retention_days", "name")
ABOUT = ("lat", "lng", "working", "inventory", "registered_as")
"""What an export says besides: where a camera is, and under which list and id it stands."""
_NEEDED = ("phone", "address", "retention_days")
_YES, _NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0", "")


@dataclass(frozen=True, kw_only=True)
class CameraRow:
    """One row as it is meant; `seen` is 1 for the first of several equal rows, 2 for the second."""

    line: int
    phone: str
    address: str
    heading: int | None
    indoor: bool
    kind: Kind
    retention_days: int
    name: str
    seen: int
    registered_as: str = ""

    def identity(self) -> str:
        """What makes this row this row, wherever it stands in the file."""
        what = (self.phone, self.address.casefold(), self.heading, self.indoor, self.kind, self.retention_days)
        return "\t".join(map(str, (*what, self.seen)))


class Listed(NamedTuple):
    """A camera of a published list, with its id and the list's name."""

    owner_id: str
    list_name: str
    camera: Camera


@dataclass(frozen=True, kw_only=True)
class BadRow:
    """A row that cannot be used, and why; `reason` repeats nothing of the row."""

    line: int
    reason: str


def read_rows(path: Path, mapping: Mapping[str, str] | None = None) -> list[CameraRow | BadRow]:
    """Read a CSV with its columns called as `mapping` says; raises ValueError where one is missing or it is no text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            return list(_rows(file, path.name, mapping or {}))
        except (csv.Error, UnicodeDecodeError) as error:
            raise ValueError(f"{path.name} cannot be read as CSV: {error}") from error


def write_rows(households: Iterable[Household], public: Iterable[Listed], out: IO[str]) -> int:
    """Write one row a camera, those of inventories last; give how many."""
    writer, count = csv.writer(out, lineterminator="\n"), 0
    writer.writerow((*COLUMNS, *ABOUT))
    for values, camera in _exported(households, public):
        place = {"lat": repr(camera.point.lat), "lng": repr(camera.point.lng)}
        told = values | place
        writer.writerow([quoted(told[column]) for column in (*COLUMNS, *ABOUT)])
        count += 1
    return count


def write_features(households: Iterable[Household], public: Iterable[Listed], out: IO[str]) -> int:
    """Write a GeoJSON FeatureCollection (RFC 7946: longitude first), one feature a camera and line; give how many."""
    count = 0
    out.write('{"type": "FeatureCollection", "features": [')
    for count, (values, camera) in enumerate(_exported(households, public), 1):
        point = camera.point
        place = {"type": "Point", "coordinates": [point.lng, point.lat]}
        feature = {"type": "Feature", "geometry": place, "properties": values}
        out.write((",\n" if count > 1 else "\n") + json.dumps(feature))
    out.write("\n]}\n")
    return count


def _exported(households: Iterable[Household], public: Iterable[Listed]) -> Iterator[tuple[dict[str, str], Camera]]:
    for household in households:
        phone = next((contact.address for contact in household.contacts if contact.channel == "sms"), "")
        for camera in household.cameras:
            stands_as = {"inventory": "", "registered_as": f"{household.owner.owner_id}/{camera.camera_id}"}
            yield _values(camera, phone=phone, name=household.owner.name) | stands_as, camera
    for owner_id, name, camera in public:
        stands_as = {"inventory": name, "registered_as": f"{owner_id}/{camera.camera_id}"}
        yield _values(camera, phone="", name=camera.address.street) | stands_as, camera


def _values(camera: Camera, *, phone: str, name: str) -> dict[str, str]:
    heading = "" if camera.heading is None else str(camera.heading)
    indoor = "yes" if camera.indoor else "no"
    cells = (phone, camera.address.line(), heading, indoor, camera.kind, str(camera.retention_days), name)
    return dict(zip(COLUMNS, cells, strict=True)) | {"working": "yes" if camera.working else "no"}


def _rows(file: IO[str], name: str, mapping: Mapping[str, str]) -> Iterator[CameraRow | BadRow]:
    reader = csv.DictReader(file, strict=True)
    reader.fieldnames = [mapping.get(column, column) for column in reader.fieldnames or ()]
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise ValueError(f"{name}: the column {' and '.join(missing)} is missing")
    yield from rows_of((reader.line_num, record) for record in reader)


def rows_of(records: Iterable[tuple[int, Mapping[str, str | None]]]) -> Iterator[CameraRow | BadRow]:
    """Understand records with their lines; those of published lists, which are nobody's, are left out."""
    seen: Counter[str] = Counter()
    for line, record in records:
        if is_listed(record):
            continue
        row = _row(line, {column: unquoted((record.get(column) or "").strip()) for column in (*COLUMNS, *ABOUT)})
        if isinstance(row, CameraRow):
            plain = row.identity()
            seen[plain] += 1
            row = CameraRow(**{**row.__dict__, "seen": seen[plain]})
        yield row


def is_listed(cells: Mapping[str, str | None]) -> bool:
    """Say whether a record is a camera of a published list: it has a place, and no owner's phone.

    A record that was exported says which camera it stands for; of an owner who has only a mailbox it has no phone.
    """
    placed = (cells.get("lat") and cells.get("lng")) or cells.get("geometry")
    owned = cells.get("registered_as") and not (cells.get("inventory") or "").strip()
    return not (cells.get("phone") or "").strip() and bool(placed) and not owned


def _row(line: int, cells: dict[str, str]) -> CameraRow | BadRow:
    phone, days, indoor = phone_number(cells["phone"]), cells["retention_days"], cells["indoor"].casefold()
    heading, kind = cells["heading"], cells["kind"].casefold() or "unknown"
    checks = (
        (phone is None, "phone is no number that can get texts"),
        (not cells["address"], "address is empty"),
        (not 1 <= _whole(days) <= MAX_RETENTION_DAYS, "retention_days is not 1 to 1000"),
        (bool(heading) and not 0 <= _whole(heading) < 360, "heading is not 0 to 359, or empty"),
        (indoor not in (*_YES, *_NO), "indoor is not yes or no"),
        (kind not in KINDS, f"kind is none of {', '.join(KINDS)}"),
    )
    for wrong, reason in checks:
        if wrong:
            return BadRow(line=line, reason=reason)
    return CameraRow(
        line=line,
        phone=str(phone),
        address=cells["address"],
        heading=int(heading) if heading else None,
        indoor=indoor in _YES,
        kind=cast(Kind, kind),
        retention_days=int(days),
        name=cells["name"][:80],
        seen=1,
        registered_as=cells["registered_as"],
    )


def _whole(text: str) -> int:
    """Give a whole number of at most nine digits; -1 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1
