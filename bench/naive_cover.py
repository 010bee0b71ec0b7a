"""The naive cover of a polygon, which tests every edge for every cell, and what planning takes beside it.

Work is counted in steps of the Python interpreter (one bytecode each), the same in every run; seconds of CPU are given
beside them for what steps do not show: the time within C.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean
from types import FrameType
from typing import Any

from bench import city, shapes
from chalicelib.domain.cover import KeyRange, cover
from chalicelib.domain.edges import Edge, edges_of, framed
from chalicelib.domain.geofence import Area, Circle, Ground
from chalicelib.domain.place import Point
from chalicelib.domain.plane import Plane, segment_distance
from chalicelib.domain.polygon import Polygon

SQUARE_KM, CORNERS, POLYGONS = 150, 120, 3
GOAL = 0.2


@dataclass(frozen=True, slots=True)
class NaivePolygon:
    """The same polygon, looked at as a whole for each cell: is its middle within, and is any edge within its reach."""

    polygon: Polygon
    edges: list[Edge]

    @staticmethod
    def of(polygon: Polygon) -> NaivePolygon:
        """Take the edges as they are drawn: these polygons lie far from the date line."""
        return NaivePolygon(polygon, [edge for ring in polygon.rings for edge in edges_of(ring)])

    def bounds(self) -> Circle:
        """Give the polygon's own."""
        return self.polygon.bounds()

    def area_m2(self) -> float:
        """Give the polygon's own."""
        return self.polygon.area_m2()

    def grain_m(self) -> float:
        """Give the polygon's own."""
        return self.polygon.grain_m()

    def most_ranges(self) -> int:
        """Give the polygon's own."""
        return self.polygon.most_ranges()

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        """Test every edge twice: whether a line running east crosses it, and how far away it is."""
        inside, nearest_m = False, float("inf")
        plane = Plane.around(lat, lng)
        for edge in self.edges:
            frame = framed(lng, edge.lng)
            if (edge.lat > lat) != (edge.to_lat > lat):
                share = (lat - edge.lat) / (edge.to_lat - edge.lat)
                inside ^= frame < edge.lng + share * (edge.to_lng - edge.lng)
            nearest_m = min(nearest_m, segment_distance(*edge.on(plane, frame)))
        return self if nearest_m <= reach_m * 1.03 + 1 else inside


def measured(count: int = POLYGONS) -> dict[str, Any]:
    """Plan polygons of 120 corners and 150 square kilometres both ways; `share` is ours of the naive one's steps."""
    chance = random.Random(41)
    polygons = [shapes.a_polygon(_place(chance), chance, square_km=SQUARE_KM, corners=CORNERS) for _ in range(count)]
    ours = [_planned(polygon, _fresh) for polygon in polygons]
    naive = [_planned(polygon, NaivePolygon.of) for polygon in polygons]
    steps, naive_steps = (fmean(each.steps for each in plans) for plans in (ours, naive))
    seconds, naive_seconds = (sum(each.seconds for each in plans) for plans in (ours, naive))
    return {
        "polygons": count,
        "corners": CORNERS,
        "square_km": SQUARE_KM,
        "steps": round(steps),
        "naive_steps": round(naive_steps),
        "share": round(steps / naive_steps, 3),
        "goal": GOAL,
        "cpu_share": round(seconds / naive_seconds, 3),
        "cpu_ms": round(1000 * seconds / count, 1),
        "same_ranges": all(one.ranges == other.ranges for one, other in zip(ours, naive, strict=True)),
    }


@dataclass(frozen=True, slots=True)
class _Plan:
    ranges: list[KeyRange]
    steps: int
    seconds: float


def _planned(polygon: Polygon, seen_as: Callable[[Polygon], Area]) -> _Plan:
    """Plan once for the clock and once for the steps. Ours begins with a polygon that must first be looked over."""
    began = time.process_time()
    ranges = cover(seen_as(polygon))
    seconds = time.process_time() - began
    return _Plan(ranges, _steps(lambda: cover(seen_as(polygon))), seconds)


def _fresh(polygon: Polygon) -> Polygon:
    return Polygon(polygon.rings)


def _steps(work: Callable[[], object]) -> int:
    """Count the bytecodes that a call runs."""
    count = 0

    def each(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        count += event == "opcode"
        return each

    before = sys.gettrace()
    sys.settrace(each)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def _place(chance: random.Random) -> Point:
    middle = city.MIDDLE
    return Point(middle.lat + chance.uniform(-1, 1), middle.lng + chance.uniform(-1, 1))
