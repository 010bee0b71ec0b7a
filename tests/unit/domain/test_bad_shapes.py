"""What nobody means as an area: each is refused at once, with a sentence that says what is wrong and where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from math import inf, nan
from typing import Any

import pytest

from chalicelib.domain.corridor import Corridor
from chalicelib.domain.geofence import Circle
from chalicelib.domain.path import Path
from chalicelib.domain.place import Point
from chalicelib.domain.polygon import Polygon, polygon_from_geojson
from chalicelib.domain.wanted import Wanted

HERE, THERE = Point(1, 1), Point(1, 1.01)
SQUARE = [[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1], [0, 0]]


def a_polygon(*rings: Any) -> Polygon:
    return polygon_from_geojson({"type": "Polygon", "coordinates": list(rings)})


def a_path(**changes: Any) -> Path:
    plain = {"corridor": Corridor((HERE, THERE), 10), "start": datetime(2026, 1, 1, tzinfo=UTC)}
    return Path(**{**plain, "slowest": 1.0, "fastest": 2.0, **changes})


def nested(depth: int) -> Polygon:
    document: dict[str, Any] = {"type": "Polygon", "coordinates": [SQUARE]}
    for _ in range(depth):
        document = {"type": "GeometryCollection", "geometries": [document]}
    return polygon_from_geojson(document)


BAD: dict[str, tuple[Callable[[], object], str]] = {
    "a latitude beyond the pole": (lambda: Point(122.3, 47.6), r"within 180, not 122\.3, 47\.6"),
    "a longitude beyond the date line": (lambda: Point(1, 180.1), "not 1, 180.1"),
    "no number": (lambda: Point(nan, 1), "not nan, 1"),
    "endless": (lambda: Point(1, inf), "not 1, inf"),
    "words": (lambda: Point("north", 1), "two numbers, not 'north' and 1"),  # type: ignore[arg-type]
    "nothing": (lambda: Point(None, 1), "two numbers, not None"),  # type: ignore[arg-type]
    "a circle of no size": (lambda: Circle(HERE, 0), "between 0 and 100 km, not 0"),
    "a circle of negative size": (lambda: Circle(HERE, -3), "not -3"),
    "a circle over half the earth": (lambda: Circle(HERE, 2e7), "not 20000000"),
    "a circle whose size is no number": (lambda: Circle(HERE, nan), "not nan"),
    "a circle whose size is a word": (lambda: Circle(HERE, "10"), "not '10'"),  # type: ignore[arg-type]
    "a circle at a pole": (lambda: Circle(Point(89, 7), 10), "poles cannot be searched: 89, 7"),
    "a polygon of nothing": (a_polygon, "no Polygon"),
    "a polygon of an empty ring": (lambda: a_polygon([]), "no Polygon"),
    "a polygon that is a line": (lambda: a_polygon([[3, 4], [3.1, 4.1], [3.2, 4.2], [3, 4]]), "3.0, 4.0 holds no"),
    "a polygon that crosses itself": (lambda: a_polygon([[0, 0], [0.1, 0.1], [0.1, 0], [0, 0.1]]), "at 0.05"),
    "a polygon given latitude first": (
        lambda: a_polygon([[47.6, -122.3], [47.7, -122.3], [47.7, -122.2]]),
        r"47\.6, -122\.3 \(longitude comes first\)",
    ),
    "a polygon over a continent": (
        lambda: a_polygon([[0, 0], [50, 0], [50, 50], [0, 50]]),
        "around 25.0000, 25.0000 is larger",
    ),
    "a polygon around a pole": (lambda: a_polygon([[0, 80], [90, 80], [180, 80], [-90, 80]]), "around a pole"),
    "a polygon at a pole": (lambda: a_polygon([[0, 89], [1, 89], [1, 89.5]]), "poles cannot be searched: 0.0, 89.0"),
    "a polygon with a hole in its numbers": (lambda: a_polygon([[None, 0], [1, 0], [1, 1]]), "no GeoJSON area"),
    "a polygon with numbers that are none": (lambda: a_polygon([[nan, 0], [1, 0], [1, 1]]), "nan, 0.0"),
    "a polygon of 100,000 corners": (
        lambda: a_polygon([[step * 1e-9, step % 7 * 1e-9] for step in range(100_000)]),
        "between 3 and 500 corners",
    ),
    "a polygon within 5,000 others": (lambda: nested(5_000), "no GeoJSON area"),
    "a corridor of one point": (lambda: Corridor((HERE,), 10), "2 and 500"),
    "a corridor that goes nowhere": (lambda: Corridor((HERE, HERE), 10), "2 and 500"),
    "a corridor of 100,000 points": (lambda: Corridor((HERE, THERE) * 50_000, 10), "2 and 500"),
    "a corridor of no width": (lambda: Corridor((HERE, THERE), 0), "not 0"),
    "a corridor as wide as a county": (lambda: Corridor((HERE, THERE), 1e5), "not 100000"),
    "a corridor whose width is a word": (lambda: Corridor((HERE, THERE), "9"), "not '9'"),  # type: ignore[arg-type]
    "a corridor across an ocean": (lambda: Corridor((HERE, Point(1, 50)), 10), "larger than 100 km"),
    "a corridor at a pole": (lambda: Corridor((Point(86, 1), Point(86, 1.1)), 10), "poles cannot be searched: 1, 86"),
    "a path at no speed": (lambda: a_path(slowest=0), "more than nothing"),
    "a path at next to no speed": (lambda: a_path(slowest=1e-300), "more than nothing"),
    "a path at endless speed": (lambda: a_path(fastest=inf), "more than nothing"),
    "a path whose speeds are swapped": (lambda: a_path(slowest=3.0), "at least the slowest"),
    "a path that starts nowhere in time": (lambda: a_path(start=datetime(2026, 1, 1)), "time zone"),  # noqa: DTZ001
    "a path at the end of time": (lambda: a_path(start=datetime(9999, 12, 31, tzinfo=UTC)), "before the year 3000"),
    "footage from tomorrow": (lambda: Wanted(kept_days=-1), "not -1"),
    "footage whose age is no number": (lambda: Wanted(kept_days=nan), "not nan"),
    "a look beyond the compass": (lambda: Wanted(looking=(0, 400)), r"not \(0, 400\)"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_nobody_means_is_refused_and_says_where(name: str) -> None:
    make, said = BAD[name]

    with pytest.raises(ValueError, match=said):
        make()
