"""A geofence of any outline: polygons with holes and several parts, as GeoJSON has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import floor, pi, sqrt
from typing import Any

from .boundary import read_boundary
from .edges import Edge, Position, around, edges_of, framed, near, unrolled
from .geodesy import metres_between, metres_per_degree
from .geofence import Circle, Ground
from .place import Point
from .plane import Plane, nearest_on_segment, segment_distance
from .polygon_parts import misplaced
from .sector import Sector
from .self_crossing import first_crossing

MAX_CORNERS = 500
SMALLEST_M2 = 1.0
_BANDS = 64


@dataclass(frozen=True)
class Polygon:
    """Rings in any direction; what an odd number of them surrounds is within. Edges are straight in degrees.

    Raises ValueError, naming the place, for rings that cross, and for what is empty, enormous, or at a pole.
    """

    rings: tuple[tuple[Position, ...], ...]
    parts: tuple[int, ...] = ()
    """How many of the rings belong to each part, its outline first, where that is known: then parts must lie apart."""

    def __post_init__(self) -> None:
        corners = sum(len(ring) for ring in self.rings)
        if not self.rings or corners > MAX_CORNERS + len(self.rings):
            raise ValueError(f"an area has between 3 and {MAX_CORNERS} corners")
        crossing = first_crossing(self._ring_edges)
        if crossing:
            raise ValueError(f"the outline crosses itself at {crossing[0]:.6f}, {crossing[1]:.6f}")
        edges = iter(self._ring_edges)
        wrong = misplaced([list(islice(edges, rings)) for rings in self.parts])
        if wrong:
            raise ValueError(wrong)
        if self.area_m2() < SMALLEST_M2:
            lng, lat = self.rings[0][0]
            raise ValueError(f"the area that begins at {lng}, {lat} holds no ground")

    def bounds(self) -> Circle:
        return self._bounds

    def area_m2(self) -> float:
        north_m, east_m = metres_per_degree(self._bounds.center.lat)
        return self._square_degrees * north_m * east_m

    def grain_m(self) -> float:
        """Its cells are a little finer than a circle's of its size: it has more edge for its ground."""
        return 0.8 * sqrt(self.area_m2() / pi)

    def most_ranges(self) -> int:
        return 16

    def measure(self, lat: float, lng: float) -> float | None:
        lng = framed(lng, self._frame)
        return 0.0 if _odd(self._bands.get(self._band(lat), ()), lat, lng) else None

    def distance_m(self, point: Point) -> float:
        """Give how far a point is from the area; nothing within it."""
        if self.measure(point.lat, point.lng) is not None:
            return 0.0
        plane, frame = Plane.around(point.lat, point.lng), framed(point.lng, self._frame)
        edge = min(self._edges, key=lambda edge: segment_distance(*edge.on(plane, frame)))
        return metres_between(point.lat, point.lng, *plane.back(nearest_on_segment(*edge.on(plane, frame))))

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        lng = framed(lng, self._frame)
        inside = _odd(self._bands.get(self._band(lat), ()), lat, lng)
        edges = near(self._edges, lat, lng, reach_m)
        return _Part(edges, lat, lng, inside) if edges else inside

    def seen_in(self, sector: Sector) -> bool:
        lat, lng = sector.plane.lat, framed(sector.plane.lng, self._frame)
        edges = near(self._edges, lat, lng, sector.range_m)
        return self.measure(lat, lng) is not None or any(
            sector.reaches(*edge.on(sector.plane, lng), within_m=1e-6) for edge in edges
        )

    @cached_property
    def _unrolled(self) -> list[list[Position]]:
        rings = [unrolled(ring, beside=self._frame) for ring in self.rings]
        if any(abs(ring[0][0] - ring[-1][0]) > 180 for ring in rings):
            raise ValueError("the outline runs around a pole")
        return rings

    @cached_property
    def _ring_edges(self) -> list[list[Edge]]:
        return [edges_of([*ring, ring[0]]) for ring in self._unrolled]

    @cached_property
    def _edges(self) -> list[Edge]:
        return [edge for ring in self._ring_edges for edge in ring]

    @cached_property
    def _bounds(self) -> Circle:
        return around(position for ring in self._unrolled for position in ring)

    @property
    def _frame(self) -> float:
        return self.rings[0][0][0]

    @cached_property
    def _square_degrees(self) -> float:
        """A ring that lies in an odd number of others takes away what it surrounds."""
        return sum(_ring_degrees(ring) * self._sign(number) for number, ring in enumerate(self._unrolled))

    def _sign(self, number: int) -> int:
        lng, lat = self._unrolled[number][0]
        others = (edges_of([*ring, ring[0]]) for place, ring in enumerate(self._unrolled) if place != number)
        return -1 if sum(_odd(edges, lat, lng) for edges in others) % 2 else 1

    @cached_property
    def _span(self) -> tuple[float, float]:
        lats = [lat for ring in self._unrolled for _, lat in ring]
        return min(lats), (max(lats) - min(lats)) or 1.0

    def _band(self, lat: float) -> int:
        return floor((lat - self._span[0]) / self._span[1] * _BANDS)

    @cached_property
    def _bands(self) -> dict[int, list[Edge]]:
        bands: dict[int, list[Edge]] = {}
        for edge in self._edges:
            first, last = sorted((self._band(edge.lat), self._band(edge.to_lat)))
            for band in range(first, last + 1):
                bands.setdefault(band, []).append(edge)
        return bands


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a polygon is near a position: the edges there, and whether the position itself lies within.

    Whether another position near by does, follows from how many of these edges lie on the way to it. So a polygon of
    any number of corners is looked at as a whole only once for each partition.
    """

    edges: list[Edge]
    lat: float
    lng: float
    inside: bool

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        lng = framed(lng, self.lng)
        inside = self.inside ^ self._crosses_on_the_way(lat, lng)
        edges = near(self.edges, lat, lng, reach_m)
        return _Part(edges, lat, lng, inside) if edges else inside

    def _crosses_on_the_way(self, lat: float, lng: float) -> bool:
        """Go first along the meridian, then along the parallel: each leg is the difference of two rays."""
        turned = [Edge(edge.lat, edge.lng, edge.to_lat, edge.to_lng) for edge in self.edges]
        north = _odd(turned, self.lng, self.lat) ^ _odd(turned, self.lng, lat)
        return north ^ _odd(self.edges, lat, self.lng) ^ _odd(self.edges, lat, lng)


def polygon_from_geojson(document: Mapping[str, Any]) -> Polygon:
    """Read a GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection; raises ValueError saying what is wrong."""
    try:
        boundary = read_boundary(document)
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("this is no GeoJSON area") from error
    rings = tuple(ring for part in boundary.polygons for ring in part)
    return Polygon(rings, tuple(map(len, boundary.polygons)))


def _odd(edges: Iterable[Edge], lat: float, lng: float) -> bool:
    """Say whether a line running east from the position crosses an odd number of edges."""
    odd = False
    for start_lng, start_lat, end_lng, end_lat in edges:
        if (start_lat > lat) != (end_lat > lat):
            share = (lat - start_lat) / (end_lat - start_lat)
            odd ^= lng < start_lng + share * (end_lng - start_lng)
    return odd


def _ring_degrees(ring: list[Position]) -> float:
    closed = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum((lng + to_lng) * (to_lat - lat) for (lng, lat), (to_lng, to_lat) in closed)) / 2
