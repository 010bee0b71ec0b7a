"""The area that is asked about. Every shape answers the same few questions, so that one lookup serves them all."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, pi
from typing import Protocol

from .geodesy import metres_between
from .place import Point

MAX_LATITUDE = 85.0
"""Nearer to the poles the sums are not exact any more, and nobody registers cameras there."""
MAX_RADIUS_M = 100_000.0


class Geofence(Protocol):
    """An area on the earth."""

    def bounds(self) -> Circle:
        """Give a circle that holds the whole area."""

    def area_m2(self) -> float:
        """Give about how large the area is, in square metres."""

    def grain_m(self) -> float:
        """Give the radius of the circle that is about as wide as the area is at its narrow side, in metres."""

    def measure(self, lat: float, lng: float) -> float | None:
        """Give how far a position in degrees is from what was asked about, in metres; none outside the area."""

    def narrow(self, lat: float, lng: float, reach_m: float) -> Geofence | bool:
        """Say what the area looks like to somebody who knows only what is within `reach_m` of a position.

        False: none of it is there. True: nothing else is there. Otherwise an area that is equal to this one there.
        """


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within `radius_m` metres of a point, at most 100 km; its edge belongs to it."""

    center: Point
    radius_m: float

    def __post_init__(self) -> None:
        if not (isfinite(self.radius_m) and 0 < self.radius_m <= MAX_RADIUS_M):
            raise ValueError("a radius lies between 0 and 100 km")
        if abs(self.center.lat) > MAX_LATITUDE:
            raise ValueError("the poles cannot be searched")

    def contains(self, point: Point) -> bool:
        """Whether a point lies within the circle."""
        return self.measure(point.lat, point.lng) is not None

    def distance_m(self, point: Point) -> float:
        """Give how far a point is from the middle, in metres."""
        return metres_between(self.center.lat, self.center.lng, point.lat, point.lng)

    def bounds(self) -> Circle:
        return self

    def area_m2(self) -> float:
        return pi * self.radius_m**2

    def grain_m(self) -> float:
        return self.radius_m

    def measure(self, lat: float, lng: float) -> float | None:
        away = metres_between(self.center.lat, self.center.lng, lat, lng)
        return away if away <= self.radius_m else None

    def narrow(self, lat: float, lng: float, reach_m: float) -> Circle | bool:
        away = metres_between(self.center.lat, self.center.lng, lat, lng)
        if away > self.radius_m + reach_m:
            return False
        return True if away <= self.radius_m - reach_m else self
