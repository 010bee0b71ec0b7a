"""Straight lines between positions, as GeoJSON means them (RFC 7946, 3.1.1): straight in longitude and latitude."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from .geodesy import metres_between
from .geofence import MAX_LATITUDE, MAX_RADIUS_M, Circle, is_number
from .place import Point
from .plane import Metres, Plane, segment_distance

Position = tuple[float, float]
"""Longitude and latitude in degrees. Where a shape lies over the date line, its longitudes run on beyond 180."""
# A flat map of what a partition reaches, 12 km, is up to this much out at 85 degrees.
_STRETCH = 1.03


class Edge(NamedTuple):
    """From one position to another."""

    lng: float
    lat: float
    to_lng: float
    to_lat: float

    def on(self, plane: Plane, frame: float) -> tuple[Metres, Metres]:
        """Give both ends on a map whose middle has the longitude `frame` among this shape's."""
        start = (self.lng - frame) * plane.east_m, (self.lat - plane.lat) * plane.north_m
        return start, ((self.to_lng - frame) * plane.east_m, (self.to_lat - plane.lat) * plane.north_m)


def unrolled(positions: Sequence[Position], *, beside: float) -> list[Position]:
    """Give positions so that none is half the earth from the one before, the first from the longitude `beside`.

    Raises ValueError for what is no position, or lies at a pole.
    """
    rolled: list[Position] = []
    for lng, lat in positions:
        _check(lng, lat)
        beside = framed(lng, beside)
        rolled.append((beside, lat))
    return rolled


def framed(lng: float, beside: float) -> float:
    """Give a longitude as the number nearest to another, leaving it as it is where that is near already."""
    turns = round((lng - beside) / 360)
    return lng - 360 * turns if turns else lng


def edges_of(positions: Sequence[Position]) -> list[Edge]:
    """Give the edges from each position to the next."""
    return [Edge(*start, *end) for start, end in pairwise(positions) if start != end]


def near(edges: Iterable[Edge], lat: float, lng: float, reach_m: float) -> list[Edge]:
    """Give the edges that can lie within reach of a position, whose longitude is among the edges'."""
    plane, reach_m = Plane.around(lat, lng), reach_m * _STRETCH + 1
    east, north = reach_m / plane.east_m, reach_m / plane.north_m
    return [
        edge
        for edge in edges
        if min(edge.lat, edge.to_lat) - north <= lat <= max(edge.lat, edge.to_lat) + north
        and min(edge.lng, edge.to_lng) - east <= lng <= max(edge.lng, edge.to_lng) + east
        and segment_distance(*edge.on(plane, lng)) <= reach_m
    ]


def around(positions: Iterable[Position], *, by_m: float = 0.0) -> Circle:
    """Give a circle around all positions and what is within `by_m` of them; raises ValueError for one too large."""
    lngs, lats = zip(*positions, strict=True)
    lat, lng = (min(lats) + max(lats)) / 2, (min(lngs) + max(lngs)) / 2
    radius_m = max(metres_between(lat, lng, *place) for place in zip(lats, lngs, strict=True)) * 1.01 + by_m + 1
    if max(lngs) - min(lngs) > 180 or radius_m > MAX_RADIUS_M:
        raise ValueError(f"the area around {lng:.4f}, {lat:.4f} is larger than 100 km to either side")
    return Circle(Point(lat, framed(lng, 0.0)), radius_m)


def _check(lng: float, lat: float) -> None:
    if not (is_number(lng) and is_number(lat) and abs(lng) <= 180 and abs(lat) <= 90):
        raise ValueError(f"no position on earth: {lng}, {lat} (longitude comes first)")
    if abs(lat) > MAX_LATITUDE:
        raise ValueError(f"the poles cannot be searched: {lng}, {lat}")
