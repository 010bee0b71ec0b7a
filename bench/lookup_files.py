"""`--points FILE --queries FILE`: any points and any lookups, from CSV files, measured the same way."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from bench.engine import CameraEngine
from bench.truth import Truth
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.geofence import MAX_LATITUDE, Circle
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex, Meter

_LONGEST_LINE = 100_000
_PLAIN = {
    "latitude": "lat",
    "y": "lat",
    "lng": "lon",
    "longitude": "lon",
    "x": "lon",
    "radius": "radius_m",
}
Read = TypeVar("Read")


def measured(points_file: Path, queries_file: Path) -> dict[str, Any]:
    """Give `matches` and `lookups` for each query in turn, and how many were missed or extra in all.

    Raises ValueError, naming file and line, for what is no number, out of range or no CSV in UTF-8.
    """
    points = list(_rows(points_file, ("lat", "lon"), _point))
    circles = list(_rows(queries_file, ("lat", "lon", "radius_m"), _circle))
    index = CameraIndex(CameraEngine(CameraFacts(point=point, retention_days=30) for point in points), "registry")
    truth = Truth.of(points)
    result: dict[str, Any] = {"points": len(points), "missed": 0, "extra": 0, "matches": [], "lookups": []}
    for circle in circles:
        meter = Meter()
        found = sorted(int(match.owner_id) for match in index.find(circle, meter=meter))
        missed, extra = truth.difference(circle, set(found))
        result["missed"] += missed
        result["extra"] += extra
        result["matches"].append(found)
        result["lookups"].append(_figures(meter))
    return result


def _figures(meter: Meter) -> dict[str, float]:
    return {
        "queries": meter.queries,
        "depth": meter.depth,
        "items_read": meter.items_read,
        "rcu": meter.read_units,
    }


def _rows(file: Path, columns: tuple[str, ...], read: Callable[..., Read]) -> Iterator[Read]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from _told_where(_table(lines), columns, read)
    except UnicodeDecodeError as error:
        raise ValueError(f"{file.name}: not UTF-8 (byte {error.start})") from error
    except ValueError as error:
        raise ValueError(f"{file.name}: {error}") from error


def _table(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not empty with the line on which it begins."""
    table = csv.reader(_no_longer_than(_LONGEST_LINE, lines), strict=True)
    line = 1
    try:
        for row in table:
            if any(map(str.strip, row)):
                yield line, row
            line = table.line_num + 1
    except csv.Error as error:
        raise ValueError(f"line {line}: {error}") from error


def _told_where(
    table: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], read: Callable[..., Read]
) -> Iterator[Read]:
    """Read rows by the names in the first one; a first row of numbers alone is one already, in the usual order."""
    first = next(table, (1, [""]))
    numbers = all(map(_is_number, first[1]))
    header = columns if numbers else [name.strip().lower() for name in first[1]]
    places = [_place_of(column, header) for column in columns]
    for line, row in chain([first] if numbers else [], table):
        yield _read(read, row, places, f"line {line}")


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _no_longer_than(limit: int, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if len(line) > limit:
            raise ValueError(f"line {number} is longer than {limit} characters")
        yield line


def _place_of(column: str, header: Sequence[str]) -> int:
    """Give where a column stands: the one of that very name, or else the first of another name for the same."""
    if column in header:
        return header.index(column)
    for place, name in enumerate(header):
        if _PLAIN.get(name) == column:
            return place
    raise ValueError(f"line 1 names no column {column}")


def _read(read: Callable[..., Read], row: list[str], places: list[int], where: str) -> Read:
    try:
        return read(*(float(row[place]) for place in places))
    except IndexError:
        raise ValueError(f"{where}: too few columns") from None
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from None


def _point(lat: float, lng: float) -> Point:
    if abs(lat) > MAX_LATITUDE:
        raise ValueError(f"latitude {lat} is not between -85 and 85")
    return Point(lat, lng)


def _circle(lat: float, lng: float, radius_m: float) -> Circle:
    return Circle(Point(lat, lng), radius_m)
