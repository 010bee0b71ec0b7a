"""A way that somebody went: a corridor, a start and a speed, which give every camera along it a window of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

from .camera_key import CameraFacts
from .corridor import Corridor
from .edges import Edge, framed
from .geodesy import metres_between
from .geofence import Circle, Ground, is_number
from .incident import Window
from .place import Point
from .plane import Plane
from .sector import LENSES, Sector

# A camera that measures as just within must not fall out where the line is cut by a circle on a flat map.
_ROUNDING_M = 0.01
SLOWEST = 0.001
"""Metres a second; whoever is slower stands still."""
LAST_YEAR = 2999
"""The longest line walked by the slowest takes 3,200 years: so no window ends beyond what a calendar knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Somebody who was at the corridor's first point at `start`, and went at between two speeds in metres a second.

    It covers the ground of its corridor, so it can be asked about like any other geofence.
    """

    corridor: Corridor
    start: datetime
    slowest: float
    fastest: float

    def __post_init__(self) -> None:
        if self.start.tzinfo is None:
            raise ValueError(f"a start says its time zone, unlike {self.start}")
        if self.start.year > LAST_YEAR:
            raise ValueError(f"a start lies before the year {LAST_YEAR + 1}, unlike {self.start}")
        speeds = is_number(self.slowest) and is_number(self.fastest)
        if not (speeds and SLOWEST <= self.slowest <= self.fastest):
            raise ValueError("a speed is more than nothing, and the fastest at least the slowest")

    def bounds(self) -> Circle:
        return self.corridor.bounds()

    def area_m2(self) -> float:
        return self.corridor.area_m2()

    def grain_m(self) -> float:
        return self.corridor.grain_m()

    def most_ranges(self) -> int:
        return self.corridor.most_ranges()

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        return self.corridor.narrow(lat, lng, reach_m)

    def measure(self, lat: float, lng: float) -> float | None:
        return self.corridor.measure(lat, lng)

    def distance_m(self, point: Point) -> float:
        return self.corridor.distance_m(point)

    def seen_in(self, sector: Sector) -> bool:
        return self.corridor.seen_in(sector)

    def window_of(self, facts: CameraFacts, *, seen: bool) -> Window | None:
        """Give the window of a camera that a lookup found; with `seen`, of all that is within reach of its lens."""
        reach_m = self.corridor.half_m + (LENSES[facts.kind].range_m if seen else 0.0)
        return self.window_for(facts.point, within_m=reach_m + _ROUNDING_M)

    def window_for(self, camera: Point, *, within_m: float | None = None) -> Window | None:
        """Give from when to when they could have been within `within_m` of a camera (else: half the width); or none."""
        reach_m = self.corridor.half_m if within_m is None else within_m
        passed = [metres for stretch in self._stretches(camera, reach_m) for metres in stretch]
        if not passed:
            return None
        first, last = min(passed) / self.fastest, max(passed) / self.slowest
        return Window(self.start + timedelta(seconds=first), self.start + timedelta(seconds=max(last, first + 1)))

    def _stretches(self, camera: Point, reach_m: float) -> Iterator[tuple[float, float]]:
        """Give the stretches of the line within reach, in metres along it."""
        gone = 0.0
        for edge in self.corridor.edges:
            length = metres_between(edge.lat, edge.lng, edge.to_lat, edge.to_lng)
            shares = _shares_within(edge, camera, reach_m)
            if shares:
                yield gone + shares[0] * length, gone + shares[1] * length
            gone += length


def _shares_within(edge: Edge, camera: Point, reach_m: float) -> tuple[float, float] | None:
    """Give between which shares of an edge it lies within reach of a camera: where the line cuts a circle."""
    start, end = edge.on(Plane.around(camera.lat, camera.lng), framed(camera.lng, edge.lng))
    east, north = end[0] - start[0], end[1] - start[1]
    length_2 = east * east + north * north
    middle = -(start[0] * east + start[1] * north) / length_2
    off_2 = (start[0] + middle * east) ** 2 + (start[1] + middle * north) ** 2
    if off_2 > reach_m * reach_m:
        return None
    half = sqrt((reach_m * reach_m - off_2) / length_2)
    first, last = max(0.0, middle - half), min(1.0, middle + half)
    return (first, last) if first <= last else None
