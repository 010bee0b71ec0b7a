"""Where two streets come closest, told by the address points along them."""

from __future__ import annotations

from collections.abc import Sequence

from .geodesy import distance_m
from .place import Point

REACH_DEGREES = 0.002
"""Streets whose nearest points are further apart than about 200 metres do not cross."""


def closest_approach(one: Sequence[Point], other: Sequence[Point]) -> tuple[float, Point] | None:
    """Give the gap in metres between two streets where it is smallest, and the middle of it; none out of reach.

    Takes time in proportion to the points that are near each other, not to all pairs.
    """
    by_square: dict[tuple[int, int], list[Point]] = {}
    for point in other:
        by_square.setdefault(_square(point), []).append(point)
    pairs = ((distance_m(point, near), point, near) for point in one for near in _around(point, by_square))
    gap = min(pairs, key=lambda pair: pair[0], default=None)
    if gap is None:
        return None
    metres, start, end = gap
    return metres, Point((start.lat + end.lat) / 2, (start.lng + end.lng) / 2)


def _square(point: Point) -> tuple[int, int]:
    return int(point.lat // REACH_DEGREES), int(point.lng // REACH_DEGREES)


def _around(point: Point, by_square: dict[tuple[int, int], list[Point]]) -> list[Point]:
    row, column = _square(point)
    reach = (-1, 0, 1)
    return [near for up in reach for right in reach for near in by_square.get((row + up, column + right), ())]
