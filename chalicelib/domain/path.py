"""A way that somebody went: a corridor, a start and a speed, which give every camera along it a window of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite, sqrt

from .corridor import Corridor
from .edges import Edge, framed
from .geodesy import metres_between
from .incident import Window
from .place import Point
from .plane import Plane


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Somebody who was at the corridor's first point at `start`, and went at between two speeds in metres a second."""

    corridor: Corridor
    start: datetime
    slowest: float
    fastest: float

    def __post_init__(self) -> None:
        if not (isfinite(self.fastest) and 0 < self.slowest <= self.fastest):
            raise ValueError("a speed is more than nothing, and the fastest at least the slowest")

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
