"""A flat map around one place: good to a millimetre for what is within a few hundred metres of it."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from .geodesy import metres_per_degree

Metres = tuple[float, float]
"""East and north of the map's middle."""


class Plane(NamedTuple):
    """The map's middle in degrees, and how many metres a degree is there.

    Degrees are only stretched: what is straight in longitude and latitude, as GeoJSON means it, is straight here.
    """

    lat: float
    lng: float
    north_m: float
    east_m: float

    @staticmethod
    def around(lat: float, lng: float) -> Plane:
        """Give the map whose middle this is."""
        return Plane(lat, lng, *metres_per_degree(lat))

    def at(self, lat: float, lng: float) -> Metres:
        """Give where a position is on the map, by the shorter way around the earth."""
        return ((lng - self.lng + 180) % 360 - 180) * self.east_m, (lat - self.lat) * self.north_m

    def back(self, place: Metres) -> tuple[float, float]:
        """Give the position of a place on the map, as latitude and longitude."""
        return self.lat + place[1] / self.north_m, self.lng + place[0] / self.east_m


def nearest_on_segment(start: Metres, end: Metres) -> Metres:
    """Give the place between two that is nearest to the map's middle."""
    east, north = end[0] - start[0], end[1] - start[1]
    length_2 = east * east + north * north
    if length_2 == 0:
        return start
    share = max(0.0, min(1.0, -(start[0] * east + start[1] * north) / length_2))
    return start[0] + share * east, start[1] + share * north


def segment_distance(start: Metres, end: Metres) -> float:
    """Give how far the line between two places is from the map's middle."""
    return hypot(*nearest_on_segment(start, end))
