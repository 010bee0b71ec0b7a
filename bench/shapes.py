"""Made-up polygons and corridors of a given size."""

from __future__ import annotations

import random
from math import cos, pi, sin, sqrt

from chalicelib.domain.corridor import Corridor
from chalicelib.domain.edges import Position
from chalicelib.domain.geodesy import metres_per_degree
from chalicelib.domain.place import Point
from chalicelib.domain.polygon import Polygon


def a_polygon(middle: Point, chance: random.Random, *, square_km: float, corners: int, hole: bool = False) -> Polygon:
    """Give a ragged star of about this area, every other one clockwise; with `hole`, a star is cut out of it."""
    radius_m = sqrt(square_km * 1e6 / pi / 0.82)
    rings = [_star(middle, chance, radius_m, corners)]
    if hole:
        rings.append(_star(middle, chance, radius_m / 4, max(3, corners // 3)))
    return Polygon(tuple(tuple(ring) for ring in rings))


def a_corridor(start: Point, chance: random.Random, *, length_m: float, width_m: float, bends: int) -> Corridor:
    """Give a line of `bends` + 1 equal parts, each turning a little from the one before."""
    points = [start]
    heading = chance.uniform(0, 2 * pi)
    for _ in range(bends + 1):
        points.append(_moved(points[-1], heading, length_m / (bends + 1)))
        heading += chance.uniform(-0.6, 0.6)
    return Corridor(tuple(points), width_m)


def _star(middle: Point, chance: random.Random, radius_m: float, corners: int) -> list[Position]:
    turns = [2 * pi * (corner + chance.uniform(0, 0.8)) / corners for corner in range(corners)]
    ends = [_moved(middle, turn, radius_m * chance.uniform(0.6, 1.2)) for turn in turns]
    ring = [(end.lng, end.lat) for end in ends]
    return [*ring, ring[0]] if chance.random() < 0.5 else [ring[0], *ring[::-1]]


def _moved(point: Point, heading: float, metres: float) -> Point:
    north_m, east_m = metres_per_degree(point.lat)
    lng = point.lng + sin(heading) * metres / east_m
    return Point(point.lat + cos(heading) * metres / north_m, (lng + 180) % 360 - 180)
