"""What a lookup ought to find: a look at every point, with Karney's geodesics wherever it is close."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from geographiclib.geodesic import Geodesic

from chalicelib.domain.geodesy import metres_per_degree
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

# A flat map around the middle is wrong by less than this share of the radius, up to these radii and latitudes.
_FLAT_ERROR = 0.1
_METRES_PER_DEGREE = 110_000


class Difference(NamedTuple):
    """How many points a lookup missed, and how many it gave that are not within."""

    missed: int
    extra: int


@dataclass(frozen=True, slots=True)
class Truth:
    """Points in the order of their latitudes, each with its number."""

    lats: list[float]
    points: list[tuple[Point, int]]

    @staticmethod
    def of(points: Sequence[Point]) -> Truth:
        """Sort points; a point's number is its place in `points`."""
        ordered = sorted(((point, number) for number, point in enumerate(points)), key=lambda pair: pair[0].lat)
        return Truth([point.lat for point, _ in ordered], ordered)

    def difference(self, circle: Circle, found: set[int]) -> Difference:
        """Compare what was found; points within a centimetre and a millionth of the radius of the edge do not count."""
        within, doubtful = self.within(circle)
        return Difference(len(within - doubtful - found), len(found - within - doubtful))

    def within(self, circle: Circle) -> tuple[set[int], set[int]]:
        """Give the numbers of the points within a circle, and of those too near its edge to say."""
        reach = circle.radius_m * 1.01 / _METRES_PER_DEGREE + 1e-4
        first = bisect_left(self.lats, circle.center.lat - reach)
        last = bisect_right(self.lats, circle.center.lat + reach)
        band = 0.01 + 1e-6 * circle.radius_m
        within, doubtful = set(), set()
        for point, number in self.points[first:last]:
            beyond = _beyond(circle, point)
            if beyond <= 0:
                within.add(number)
            if abs(beyond) <= band:
                doubtful.add(number)
        return within, doubtful


def _beyond(circle: Circle, point: Point) -> float:
    """Give how far outside the circle a point is; only roughly where it is plainly outside or inside."""
    north_m, east_m = metres_per_degree(circle.center.lat)
    east = (point.lng - circle.center.lng + 180) % 360 - 180
    beyond = hypot((point.lat - circle.center.lat) * north_m, east * east_m) - circle.radius_m
    if abs(beyond) > 1 + _FLAT_ERROR * circle.radius_m:
        return beyond
    line = Geodesic.WGS84.Inverse(circle.center.lat, circle.center.lng, point.lat, point.lng, Geodesic.DISTANCE)
    return float(line["s12"]) - circle.radius_m
