"""Gives the streets of a part of the map, drawn from the agency's own address points: public names and numbers only."""

from __future__ import annotations

from math import ceil

from chalicelib.domain.street import readable
from chalicelib.domain.street_lines import Box, Door, DrawnStreet, draw_streets

from .gazetteer_file import CELL, DEGREES
from .gazetteer_rows import PointRow, Rows


def streets_in(rows: Rows, box: Box) -> tuple[DrawnStreet, ...]:
    """Draw what lies in the box; a number with several units is one door."""
    half = max(box.east - box.west, box.north - box.south) / 2
    found = rows.points_around(box.middle(), squares=ceil(half * DEGREES / CELL))
    inside = [row for row in found if box.holds(row.point)]
    if not inside:
        return ()
    streets = rows.streets({row.street for row in inside})
    names = {number: readable(street.label) for number, street in streets.items()}
    doors: dict[str, dict[str, Door]] = {}
    for row in inside:
        door = _door(row)
        doors.setdefault(names[row.street], {}).setdefault(door.label, door)
    return draw_streets({name: list(each.values()) for name, each in doors.items()}, box.middle())


def _door(row: PointRow) -> Door:
    return Door(row.door.text(), row.number, row.point)
