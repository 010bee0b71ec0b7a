"""The streets of a part of the map, drawn from the agency's own address points: public, small, and kept by browsers."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from chalicelib import wiring
from chalicelib.channels.http import Unreadable
from chalicelib.domain.place import Point
from chalicelib.domain.street_lines import Box, DrawnStreet

from .blueprint import ANY, pages
from .reading import Visit
from .replying import Reply
from .serve import served_as_data

STEPS_A_DEGREE = 100_000
"""Places are sent as whole steps of 0.00001 degrees (1.1 m) from the corner in the south west."""
A_DAY = "public, max-age=86400"


@pages.route("/map/streets", methods=["GET"], content_types=ANY)
@served_as_data
def map_streets(visit: Visit) -> Reply:
    box = _box(visit.request.query.get("bbox", ""))
    drawn = {"corner": [box.west, box.south], "steps": STEPS_A_DEGREE, "streets": _streets(box)}
    body = json.dumps(drawn, separators=(",", ":"), ensure_ascii=False)
    return Reply(body=body, headers={"Content-Type": "application/json", "Cache-Control": A_DAY})


def streets_path(box: Box) -> str:
    """Give the address of a box's streets, rounded outwards to about a hundred metres, so that neighbours share it."""
    west, south = (int(side * 1000 // 1) / 1000 for side in (box.west, box.south))
    east, north = (-int(-side * 1000 // 1) / 1000 for side in (box.east, box.north))
    return f"/map/streets?bbox={west:.3f},{south:.3f},{east:.3f},{north:.3f}"


def _box(text: str) -> Box:
    try:
        west, south, east, north = map(float, text[:100].split(","))
        return Box(west, south, east, north)
    except ValueError as error:
        raise Unreadable(HTTPStatus.BAD_REQUEST) from error


def _streets(box: Box) -> list[dict[str, Any]]:
    """Give each street: its name, its lines as x, y, x, y, and its doors as label, x, y."""
    return [_street(street, box) for street in wiring.gazetteer().streets(box)]


def _street(street: DrawnStreet, box: Box) -> dict[str, Any]:
    lines = [[step for point in line for step in _steps(point, box)] for line in street.lines]
    doors = [value for door in street.doors for value in (door.label, *_steps(door.point, box))]
    return {"name": street.name, "lines": lines, "doors": doors}


def _steps(point: Point, box: Box) -> tuple[int, int]:
    return round((point.lng - box.west) * STEPS_A_DEGREE), round((point.lat - box.south) * STEPS_A_DEGREE)
