"""Points on the very edge of circles and corridors anywhere on earth, put there by Karney's geodesics.

A point is put just beyond the band in which nobody need say (1 cm and a millionth of the radius), inwards or outwards.
Places are kept to 1e-7 degrees, so it lies up to 8 mm from where it was put: that is added to the band.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from math import asin, atan2, cos, degrees, exp, hypot, log, radians, sin, sqrt
from typing import NamedTuple

import h3.api.basic_int as h3
from geographiclib.geodesic import Geodesic

from bench import shapes
from bench.engine import CameraEngine
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.corridor import Corridor
from chalicelib.domain.geofence import Circle, Geofence
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex

HIGHEST = 79.0
_ROUNDED_M = 0.008
_PENTAGONS = [h3.cell_to_latlng(cell) for cell in h3.get_pentagons(5)]


class Tally(NamedTuple):
    """How many shapes and points were looked at, how many points were missed, and how many found beside the shape."""

    shapes: int
    points: int
    missed: int
    extra: int


class Marked(NamedTuple):
    """A point, and whether it lies within the shape."""

    point: Point
    within: bool


def circles(count: int, points: int, *, seed: int = 31) -> Tally:
    """Look up circles of 10 m to 100 km with this many points each on the edge, half of them just within."""
    chance = random.Random(seed)
    return tally(_circle(chance, points) for _ in range(count))


def corridors(count: int, points: int, *, seed: int = 32) -> Tally:
    """Look up corridors of 50 m to 20 km with about this many points each on the edge."""
    chance = random.Random(seed)
    return tally(_corridor(chance, points) for _ in range(count))


def tally(cases: Iterable[tuple[Geofence, list[Marked]]]) -> Tally:
    """Look each shape up among its own points alone, and compare."""
    looked = seen = missed = extra = 0
    for geofence, marked in cases:
        index = CameraIndex(CameraEngine(CameraFacts(point=mark.point, retention_days=1) for mark in marked), "any")
        found = {int(match.owner_id) for match in index.find(geofence)}
        within = {number for number, mark in enumerate(marked) if mark.within}
        looked, seen = looked + 1, seen + len(marked)
        missed, extra = missed + len(within - found), extra + len(found - within)
    return Tally(looked, seen, missed, extra)


def somewhere(chance: random.Random) -> Point:
    """Give a place anywhere below 79 degrees: every fifth beside one of the twelve pentagons, or on the date line."""
    kind = chance.random()
    if kind < 0.1:
        lat, lng = chance.choice(_PENTAGONS)
        return Point(lat + chance.gauss(0, 0.05), wrapped(lng + chance.gauss(0, 0.05)))
    lat = degrees(asin(chance.uniform(-1, 1) * sin(radians(HIGHEST))))
    return Point(lat, wrapped(180 + chance.gauss(0, 0.01)) if kind < 0.2 else chance.uniform(-180, 180))


def wrapped(lng: float) -> float:
    """Give a longitude between -180 and 180."""
    return (lng + 180) % 360 - 180


def rounded(lat: float, lng: float) -> Point:
    """Give a point as cameras are kept."""
    return Point(round(lat, 7), max(-180.0, min(180.0, round(lng, 7))))


def _circle(chance: random.Random, points: int) -> tuple[Circle, list[Marked]]:
    middle, radius_m = somewhere(chance), exp(chance.uniform(log(10), log(100_000)))
    return Circle(middle, radius_m), [_put(middle, chance.uniform(0, 360), radius_m, chance) for _ in range(points)]


def _put(start: Point, azimuth: float, away_m: float, chance: random.Random) -> Marked:
    """Put a point beside the end of a geodesic: within or beyond it by the band, and up to as much again."""
    beyond = (0.01 + 1e-6 * away_m + _ROUNDED_M) * chance.uniform(1, 2) * chance.choice((-1, 1))
    end = Geodesic.WGS84.Direct(start.lat, start.lng, azimuth, max(0.0, away_m + beyond))
    return Marked(rounded(end["lat2"], end["lon2"]), beyond < 0)


def _corridor(chance: random.Random, points: int) -> tuple[Corridor, list[Marked]]:
    length_m, width_m = exp(chance.uniform(log(50), log(20_000))), chance.choice((20, 50, 100, 400, 2000))
    corridor = shapes.a_corridor(
        somewhere(chance), chance, length_m=length_m, width_m=width_m, bends=chance.randrange(6)
    )
    marked = [mark for _ in range(points) for mark in _beside(corridor, chance)]
    return corridor, marked


def _beside(corridor: Corridor, chance: random.Random) -> Iterator[Marked]:
    """Put a point square to an edge: that is the nearest place of the edge, and hence decides unless another is nearer.

    Nothing is given where another edge could be nearer to a point that lies beyond this one.
    """
    number = chance.randrange(len(corridor.edges))
    edge, share = corridor.edges[number], chance.random()
    lat = edge.lat + share * (edge.to_lat - edge.lat)
    lng = edge.lng + share * (edge.to_lng - edge.lng)
    north, east = metres_per_degree(lat)
    along = degrees(atan2((edge.to_lng - edge.lng) * east, (edge.to_lat - edge.lat) * north))
    mark = _put(Point(lat, wrapped(lng)), along + chance.choice((-90, 90)), corridor.half_m, chance)
    others = [other for place, other in enumerate(corridor.edges) if place != number]
    if mark.within or all(_roughly(other, mark.point) > 1.02 * corridor.half_m + 1 for other in others):
        yield mark


def _roughly(edge: tuple[float, float, float, float], point: Point) -> float:
    """Give how far a point is from an edge on a flat map, to one in a hundred."""
    lng, lat, to_lng, to_lat = edge
    north, east = metres_per_degree(point.lat)
    start = (wrapped(lng - point.lng) * east, (lat - point.lat) * north)
    step = ((to_lng - lng) * east, (to_lat - lat) * north)
    share = -(start[0] * step[0] + start[1] * step[1]) / (step[0] ** 2 + step[1] ** 2)
    share = max(0.0, min(1.0, share))
    return hypot(start[0] + share * step[0], start[1] + share * step[1])


def metres_per_degree(lat: float) -> tuple[float, float]:
    """Give metres per degree north and east, from the textbook's radii of curvature, apart from the product's own."""
    axis, squeezed = Geodesic.WGS84.a, Geodesic.WGS84.f * (2 - Geodesic.WGS84.f)
    share = 1 - squeezed * sin(radians(lat)) ** 2
    return radians(axis * (1 - squeezed) / share**1.5), radians(axis * cos(radians(lat)) / sqrt(share))
