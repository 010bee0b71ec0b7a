"""Lookups by circle: nothing missed and nothing extra against Karney's geodesics, anywhere on earth."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

import h3.api.basic_int as h3
import pytest
from geographiclib.geodesic import Geodesic

from bench import city
from bench.engine import CameraEngine
from chalicelib.domain import camera_key
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.cover import cover
from chalicelib.domain.geodesy import metres_per_degree
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex, Meter

TOWN = city.City("test", 1_500, 9_000, 6_000, 20)
ODD_PLACES = [
    *[h3.cell_to_latlng(cell) for cell in h3.get_pentagons(5)],
    *[(lat, lng) for lat in (-79.9, -33.0, 0.0, 51.5, 79.9) for lng in (-180.0, -179.999, 0.0, 179.999)],
]


@pytest.fixture(scope="module")
def cameras() -> list[Point]:
    return city.points(TOWN)


@pytest.fixture(scope="module")
def index(cameras: list[Point]) -> CameraIndex:
    return CameraIndex(CameraEngine(CameraFacts(point=point, retention_days=14) for point in cameras), "any")


@pytest.mark.slow
def test_2000_lookups_find_exactly_what_lies_within(index: CameraIndex, cameras: list[Point]) -> None:
    for circle in _circles(cameras, 2000):
        within, doubtful = _by_karney(circle, cameras)
        found = {int(match.owner_id) for match in index.find(circle)}
        assert within - doubtful <= found <= within | doubtful


def test_a_lookup_is_one_round_trip_deep_and_needs_at_most_eight_queries(
    index: CameraIndex, cameras: list[Point]
) -> None:
    for circle in _circles(cameras, 300):
        meter = Meter()
        index.find(circle, meter=meter)
        assert meter.depth == 1
        assert meter.queries <= circle.most_ranges()


@pytest.mark.parametrize("place", ODD_PLACES)
def test_what_lies_on_the_edge_is_covered_anywhere_on_earth(place: tuple[float, float]) -> None:
    chance = random.Random(str(place))
    for _ in range(4):
        spot = max(-80.0, min(80.0, place[0] + chance.gauss(0, 0.05))), place[1]
        radius_m = math.exp(chance.uniform(math.log(20), math.log(20_000)))
        ranges = sorted(cover(Circle(Point(*spot), radius_m)))
        for key in _edge_keys(spot, radius_m, chance, 60):
            assert any(gp == key.gp and first <= key.gs <= last for gp, first, last in ranges)


def test_reading_over_more_gaps_only_widens_a_cover() -> None:
    circle = Circle(Point(47.61, -122.33), 1609)
    wide, narrow = cover(circle, most=1), cover(circle, most=100)

    assert len(wide) < len(narrow)
    assert all(any(w.gp == n.gp and w.first <= n.first and n.last <= w.last for w in wide) for n in narrow)


@pytest.mark.parametrize("radius_m", [0, -1, math.nan, math.inf, 500_000])
def test_a_circle_that_nobody_means_is_refused(radius_m: float) -> None:
    with pytest.raises(ValueError, match="radius"):
        Circle(Point(47, -122), radius_m)


def test_a_circle_at_a_pole_is_refused() -> None:
    with pytest.raises(ValueError, match="poles"):
        Circle(Point(89, 0), 500)


def _circles(cameras: list[Point], count: int) -> Iterator[Circle]:
    chance = random.Random(11)
    for place in city.incidents(TOWN, cameras, count=count):
        yield Circle(place, math.exp(chance.uniform(math.log(20), math.log(5_000))))


def _by_karney(circle: Circle, cameras: list[Point]) -> tuple[set[int], set[int]]:
    """Give who lies within, and who lies so near the edge that nobody need say.

    Karney is asked about those whose distance on a flat map, wrong by less than 1 in 200, leaves it open.
    """
    north_m, east_m = metres_per_degree(circle.center.lat)
    band = 0.01 + 1e-6 * circle.radius_m
    within, doubtful = set(), set()
    for number, camera in enumerate(cameras):
        flat = math.hypot((camera.lat - circle.center.lat) * north_m, (camera.lng - circle.center.lng) * east_m)
        beyond = flat - circle.radius_m
        if abs(beyond) < 1 + circle.radius_m / 200:
            line = Geodesic.WGS84.Inverse(circle.center.lat, circle.center.lng, camera.lat, camera.lng)
            beyond = line["s12"] - circle.radius_m
        if beyond <= 0:
            within.add(number)
        if abs(beyond) <= band:
            doubtful.add(number)
    return within, doubtful


def _edge_keys(
    spot: tuple[float, float], radius_m: float, chance: random.Random, count: int
) -> Iterator[camera_key.IndexKey]:
    for _ in range(count):
        end = Geodesic.WGS84.Direct(*spot, chance.uniform(0, 360), radius_m - 0.01 - 1e-6 * radius_m)
        yield camera_key.encode_facts(CameraFacts(point=Point(end["lat2"], end["lon2"]), retention_days=1))
