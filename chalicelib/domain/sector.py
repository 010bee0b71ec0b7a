"""What a camera sees: a circular sector. Buildings, trees and slopes are not considered."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, radians, sin
from typing import NamedTuple

from .camera import Kind
from .place import Point
from .plane import Metres, Plane


class Lens(NamedTuple):
    """How wide a camera sees, in degrees (at most 180, or all around), and how far."""

    field_degrees: float
    range_m: float


LENSES: dict[Kind, Lens] = {
    "doorbell": Lens(160, 15),
    "fixed": Lens(100, 30),
    "turning": Lens(360, 60),
    "unknown": Lens(100, 30),
}
"""What is taken for granted by the kind of a camera: docs/performance.md says where from."""
MAX_RANGE_M = max(lens.range_m for lens in LENSES.values())
_STEPS = 80


@dataclass(frozen=True, slots=True)
class Sector:
    """The ground within `range_m` of the middle of `plane`, and within `half` radians of where the camera looks.

    A sector is convex: that is what makes the sums below exact.
    """

    plane: Plane
    range_m: float
    looks: float
    half: float | None

    @staticmethod
    def of(point: Point, heading: int | None, kind: Kind) -> Sector:
        """Give what a camera sees; one without a heading, or that turns, sees all around."""
        lens = LENSES[kind]
        plane = Plane.around(point.lat, point.lng)
        if heading is None or lens.field_degrees > 180:
            return Sector(plane, lens.range_m, 0.0, None)
        return Sector(plane, lens.range_m, radians(heading), radians(lens.field_degrees / 2))

    def nearest_to(self, place: Metres) -> Metres:
        """Give the place within the sector that is nearest to a place on its map."""
        east, north = place
        away = hypot(east, north)
        side = (atan2(east, north) - self.looks + pi) % (2 * pi) - pi
        if self.half is None or abs(side) <= self.half:
            share = min(1.0, self.range_m / away) if away else 1.0
            return east * share, north * share
        along = max(0.0, min(self.range_m, away * cos(abs(side) - self.half)))
        edge = self.looks + (self.half if side > 0 else -self.half)
        return along * sin(edge), along * cos(edge)

    def distance_to(self, place: Metres) -> float:
        """Give how far a place on the map is from the sector; nothing within it."""
        east, north = self.nearest_to(place)
        return hypot(east - place[0], north - place[1])

    def reaches(self, start: Metres, end: Metres, *, within_m: float = 0.0) -> bool:
        """Say whether the line between two places comes as near as this to the sector.

        The distance from a convex area, along a line, falls and then rises: so the least is found by thirds.
        """
        low, high = 0.0, 1.0
        for _ in range(_STEPS):
            third = (high - low) / 3
            one, other = (self._distance_along(start, end, share) for share in (low + third, high - third))
            if min(one, other) <= within_m:
                return True
            low, high = (low, high - third) if one < other else (low + third, high)
        return min(self.distance_to(start), self.distance_to(end), self._distance_along(start, end, low)) <= within_m

    def middle(self) -> tuple[float, float]:
        """Give the position halfway along the view, in degrees; the camera's own where it sees all around."""
        half_way = 0.0 if self.half is None else self.range_m / 2
        return self.plane.back((half_way * sin(self.looks), half_way * cos(self.looks)))

    def _distance_along(self, start: Metres, end: Metres, share: float) -> float:
        return self.distance_to((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
