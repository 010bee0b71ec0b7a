"""Many points of one house number, made into the few that differ: buildings that stand apart, and units."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, hypot, radians
from typing import NamedTuple

from chalicelib.store.gazetteer_file import COMPASS_MARK, DEGREES

APART_M = 50
"""Points nearer than this to each other are one place."""
MOST_BUILDINGS = 3
METRES_PER_DEGREE = 111_320
"""Good to half a per cent, which is all that telling buildings apart needs."""


class Row(NamedTuple):
    """One point of a street: house number, what belongs to it, unit, and position in millionths of a degree."""

    number: int
    suffix: str
    unit: str
    lat: int
    lng: int


def spread(rows: Iterable[Row]) -> list[Row]:
    """Give for each house number one point, or one for each building that stands apart, and those of its units.

    Several buildings get the end of the lot they lie at in place of a unit, since they have no other name.
    """
    rows_by_number: dict[tuple[int, str], list[Row]] = {}
    for row in sorted(rows):
        rows_by_number.setdefault((row.number, row.suffix), []).append(row)
    return sorted(point for group in rows_by_number.values() for point in _points(group))


def _points(group: list[Row]) -> list[Row]:
    if len(group) == 1:
        return [group[0]._replace(unit="")]
    buildings = _buildings(group)
    if len(buildings) == 1:
        return [buildings[0]._replace(unit="")]
    points = {row.unit: row for row in group if row.unit}
    for building in buildings:
        name = COMPASS_MARK + _end(building, buildings)
        points[_free(name, points)] = building
    return [row._replace(unit=unit) for unit, row in points.items()]


def _buildings(group: list[Row]) -> list[Row]:
    """Take the point that has most others near it, drop those, and go on."""
    left: list[Row] = group[:200]
    found: list[Row] = []
    while left and len(found) < MOST_BUILDINGS:
        middle = max(left, key=lambda row: sum(_apart(row, other) <= APART_M for other in left))
        found.append(middle)
        left = [row for row in left if _apart(row, middle) > APART_M]
    return found


def _end(building: Row, buildings: list[Row]) -> str:
    lat = building.lat - sum(row.lat for row in buildings) / len(buildings)
    lng = (building.lng - sum(row.lng for row in buildings) / len(buildings)) * cos(radians(building.lat / DEGREES))
    north, east = ("n" if lat > 0 else "s"), ("e" if lng > 0 else "w")
    if abs(lat) > 2 * abs(lng):
        return north
    return east if abs(lng) > 2 * abs(lat) else north + east


def _free(name: str, taken: dict[str, Row]) -> str:
    return next(unit for unit in (name, *(f"{name}{count}" for count in range(2, 10))) if unit not in taken)


def _apart(one: Row, other: Row) -> float:
    north = (one.lat - other.lat) / DEGREES * METRES_PER_DEGREE
    east = (one.lng - other.lng) / DEGREES * METRES_PER_DEGREE * cos(radians(one.lat / DEGREES))
    return hypot(north, east)
