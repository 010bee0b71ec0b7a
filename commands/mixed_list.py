"""Tells in a file of cameras the rows of owners who agreed to be asked from those of a published list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from commands.camera_rows import BadRow, CameraRow, is_listed, read_rows, rows_of
from commands.inventory_read import Record, read_records

Owned = list[CameraRow | BadRow]
Belongs = Callable[[Record], bool]


def owned_and_listed(path: Path, mapping: Mapping[str, str]) -> tuple[Owned | None, Belongs | None]:
    """Give the rows of owners, and which records are a published list's; none where the file has none of that kind.

    A CSV with a column `phone` names owners, and a GeoJSON in which a feature has one. Raises ValueError naming the
    place where the file is broken.
    """
    has_column = _has_column_of_phones(path, mapping)
    if not has_column and path.read_bytes().lstrip()[:1] not in (b"{", b"["):
        return None, _everything
    records = read_records(path)
    if has_column:
        owned = read_rows(path, mapping)
    elif any(_named(record, mapping).get("phone") for record in records):
        owned = list(rows_of((record.line, _named(record, mapping)) for record in records))
    else:
        return None, _everything

    def belongs(record: Record) -> bool:
        return is_listed(_named(record, mapping))

    return owned, belongs if any(map(belongs, records)) else None


def _has_column_of_phones(path: Path, mapping: Mapping[str, str]) -> bool:
    with path.open("rb") as file:
        header = file.readline(100_000).decode("utf-8-sig", errors="replace").strip().split(",")
    return "phone" in {mapping.get(column.strip('"'), column.strip('"')) for column in header}


def _named(record: Record, mapping: Mapping[str, str]) -> dict[str, str]:
    return {mapping.get(column, column): cell for column, cell in record.cells.items()}


def _everything(_: Record) -> bool:
    return True
