"""A geofence along a line: a street walked, a way driven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .edges import Edge, Position, around, edges_of, framed, near, unrolled
from .geodesy import metres_between
from .geofence import Circle, Ground, is_number
from .place import Point
from .plane import Plane, nearest_on_segment, segment_distance
from .sector import Sector

MAX_POINTS, MAX_WIDTH_M = 500, 10_000.0


@dataclass(frozen=True)
class Corridor:
    """Everything within half of `width_m` of a line whose parts are straight in degrees; ValueError if it is none."""

    line: tuple[Point, ...]
    width_m: float

    def __post_init__(self) -> None:
        if not (is_number(self.width_m) and 0 < self.width_m <= MAX_WIDTH_M):
            raise ValueError(f"a corridor is up to 10 km wide, not {self.width_m!r:.40}")
        if not (2 <= len(self.line) <= MAX_POINTS and self.edges):
            raise ValueError(f"a corridor has between 2 and {MAX_POINTS} different points")
        self.bounds()

    @property
    def half_m(self) -> float:
        return self.width_m / 2

    def bounds(self) -> Circle:
        return self._bounds

    def area_m2(self) -> float:
        return sum(metres_between(edge.lat, edge.lng, edge.to_lat, edge.to_lng) for edge in self.edges) * self.width_m

    def grain_m(self) -> float:
        """Its cells are coarser than a circle's: what a long line costs is the gaps along it, not its sides."""
        return 2 * self.width_m

    def most_ranges(self) -> int:
        return 16

    def measure(self, lat: float, lng: float) -> float | None:
        edges = near(self.edges, lat, framed(lng, self._frame), self.half_m)
        away = self._distance(edges, lat, lng) if edges else self.width_m
        return away if away <= self.half_m else None

    def distance_m(self, point: Point) -> float:
        """Give how far a point is from the line."""
        return self._distance(self.edges, point.lat, point.lng)

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        return _Stretch(self.edges, self.half_m).narrow(lat, framed(lng, self._frame), reach_m)

    def seen_in(self, sector: Sector) -> bool:
        lat, lng = sector.plane.lat, framed(sector.plane.lng, self._frame)
        edges = near(self.edges, lat, lng, sector.range_m + self.half_m)
        return any(sector.reaches(*edge.on(sector.plane, lng), within_m=self.half_m) for edge in edges)

    @cached_property
    def edges(self) -> list[Edge]:
        return edges_of(self._positions)

    @cached_property
    def _positions(self) -> list[Position]:
        return unrolled([(point.lng, point.lat) for point in self.line], beside=self._frame)

    @cached_property
    def _bounds(self) -> Circle:
        return around(self._positions, by_m=self.half_m)

    @property
    def _frame(self) -> float:
        return self.line[0].lng

    def _distance(self, edges: Sequence[Edge], lat: float, lng: float) -> float:
        plane, frame = Plane.around(lat, lng), framed(lng, self._frame)
        nearest = min(edges, key=lambda edge: segment_distance(*edge.on(plane, frame)))
        return metres_between(lat, lng, *plane.back(nearest_on_segment(*nearest.on(plane, frame))))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What of a corridor is near some position."""

    edges: list[Edge]
    half_m: float

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        lng = framed(lng, self.edges[0].lng)
        edges = near(self.edges, lat, lng, reach_m + self.half_m)
        if not edges:
            return False
        plane = Plane.around(lat, lng)
        nearest_m = min(segment_distance(*edge.on(plane, lng)) for edge in edges)
        return True if nearest_m * 1.03 <= self.half_m - reach_m else _Stretch(edges, self.half_m)
