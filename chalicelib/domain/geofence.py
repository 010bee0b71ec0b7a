"""The area that is asked about. Every shape answers the same few questions, so that one lookup serves them all."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, pi
from typing import Protocol

from .geodesy import metres_between
from .place import Point
from .sector import Sector

MAX_LATITUDE = 85.0
"""Nearer to the poles the sums are not exact any more, and nobody registers cameras there."""
MAX_RADIUS_M = 100_000.0


class Ground(Protocol):
    """What is known of an area near some position."""

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        """Say what the area looks like to somebody who knows only what is within `reach_m` of a position.

        False: none of it is there. True: nothing else is there. Otherwise what is equal to this one there. The position
        lies within the reach of the one for which this was given.
        """


class Area(Ground, Protocol):
    """What planning a lookup asks of an area on the earth, at most 100 km from its middle to its edge."""

    def bounds(self) -> Circle:
        """Give a circle that holds the whole area."""

    def area_m2(self) -> float:
        """Give about how large the area is, in square metres."""

    def grain_m(self) -> float:
        """Give the radius of the circle that is about as wide as the area is at its narrow side, in metres."""

    def most_ranges(self) -> int:
        """Give how many ranges of the index a lookup of this shape is worth."""


class Geofence(Area, Protocol):
    """An area that can be asked about."""

    def measure(self, lat: float, lng: float) -> float | None:
        """Give what `distance_m` says of a position in degrees within the area; none outside."""

    def distance_m(self, point: Point) -> float:
        """Give how far a point is from what was asked about, in metres, wherever it is."""

    def seen_in(self, sector: Sector) -> bool:
        """Say whether any of the area lies within a camera's view."""


def is_number(value: object) -> bool:
    """Say whether somebody gave a number that can be reckoned with."""
    return isinstance(value, int | float) and isfinite(value)


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within `radius_m` metres of a point, at most 100 km; its edge belongs to it."""

    center: Point
    radius_m: float

    def __post_init__(self) -> None:
        if not (is_number(self.radius_m) and 0 < self.radius_m <= MAX_RADIUS_M):
            raise ValueError(f"a radius lies between 0 and 100 km, not {self.radius_m!r:.40}")
        if abs(self.center.lat) > MAX_LATITUDE:
            raise ValueError(f"the poles cannot be searched: {self.center.lat}, {self.center.lng}")

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

    def most_ranges(self) -> int:
        return 8

    def measure(self, lat: float, lng: float) -> float | None:
        away = metres_between(self.center.lat, self.center.lng, lat, lng)
        return away if away <= self.radius_m else None

    def narrow(self, lat: float, lng: float, reach_m: float) -> Circle | bool:
        away = metres_between(self.center.lat, self.center.lng, lat, lng)
        if away > self.radius_m + reach_m:
            return False
        return True if away <= self.radius_m - reach_m else self

    def seen_in(self, sector: Sector) -> bool:
        nearest = sector.nearest_to(sector.plane.at(self.center.lat, self.center.lng))
        return self.measure(*sector.plane.back(nearest)) is not None


@dataclass(frozen=True, slots=True)
class Widened:
    """An area and the ground around it from which cameras can see into it: for planning only, a little too wide."""

    area: Area
    by_m: float

    def bounds(self) -> Circle:
        around = self.area.bounds()
        return Circle(around.center, min(around.radius_m + self.by_m, MAX_RADIUS_M))

    def area_m2(self) -> float:
        return self.area.area_m2() + 2 * pi * self.bounds().radius_m * self.by_m

    def grain_m(self) -> float:
        return self.area.grain_m() + self.by_m

    def most_ranges(self) -> int:
        return self.area.most_ranges()

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        return _Beyond(self.area, self.by_m).narrow(lat, lng, reach_m)


@dataclass(frozen=True, slots=True)
class _Beyond:
    ground: Ground
    by_m: float

    def narrow(self, lat: float, lng: float, reach_m: float) -> Ground | bool:
        there = self.ground.narrow(lat, lng, reach_m + self.by_m)
        return there if isinstance(there, bool) else _Beyond(there, self.by_m)
