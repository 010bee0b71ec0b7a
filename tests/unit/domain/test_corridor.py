"""Lookups along a line, and when somebody who went along it could have passed a camera."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from geographiclib.geodesic import Geodesic

from bench import city, shapes
from bench.engine import CameraEngine
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.corridor import Corridor
from chalicelib.domain.path import Path
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex, Meter

TOWN = city.City("test", 1_500, 9_000, 6_000, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EAST = Corridor((Point(0, 0), Point(0, 0.01)), 100)
"""1113.19 m along the equator."""


@pytest.fixture(scope="module")
def cameras() -> list[Point]:
    return city.points(TOWN)


@pytest.fixture(scope="module")
def index(cameras: list[Point]) -> CameraIndex:
    return CameraIndex(CameraEngine(CameraFacts(point=point, retention_days=14) for point in cameras), "any")


@pytest.mark.slow
def test_corridors_find_exactly_what_lies_along_them(index: CameraIndex, cameras: list[Point]) -> None:
    chance = random.Random(4)
    for start in city.incidents(TOWN, cameras, count=40):
        width_m = chance.choice((20, 100, 400, 2000))
        corridor = shapes.a_corridor(
            start, chance, length_m=chance.uniform(50, 8000), width_m=width_m, bends=chance.randrange(5)
        )
        meter = Meter()
        found = {int(match.owner_id) for match in index.find(corridor, meter=meter)}
        assert meter.depth == 1
        for number, camera in enumerate(cameras):
            beyond = corridor.distance_m(camera) - width_m / 2
            if abs(beyond) < 1:
                beyond = _by_karney(corridor, camera) - width_m / 2
            if abs(beyond) > 0.01 + 1e-6 * width_m:
                assert (number in found) == (beyond <= 0)


def test_the_distance_is_that_from_the_line() -> None:
    assert EAST.measure(0.0004, 0.005) == pytest.approx(44.23, abs=0.01)
    assert EAST.measure(0.0005, 0.005) is None
    assert EAST.distance_m(Point(0.0005, 0.005)) == pytest.approx(55.29, abs=0.01)


def test_a_corridor_over_the_date_line_is_one() -> None:
    corridor = Corridor((Point(5, 179.99), Point(5, -179.99)), 200)

    assert corridor.measure(5, 180.0) == pytest.approx(0, abs=0.001)
    assert corridor.measure(5.0005, -179.995) == pytest.approx(55.3, abs=0.1)


@pytest.mark.parametrize(
    ("line", "width_m"),
    [
        ((Point(0, 0),), 100),
        ((Point(0, 0), Point(0, 0)), 100),
        ((Point(0, 0), Point(0, 0.01)), 0),
        ((Point(0, 0), Point(0, 0.01)), float("nan")),
        ((Point(0, 0), Point(0, 5)), 100),
        ((Point(86, 0), Point(86, 0.1)), 100),
    ],
)
def test_what_is_no_corridor_is_refused(line: tuple[Point, ...], width_m: float) -> None:
    with pytest.raises(ValueError, match=r"corridor|larger|poles"):
        Corridor(line, width_m)


def test_a_camera_on_the_way_has_the_window_in_which_they_could_have_passed() -> None:
    window = Path(corridor=EAST, start=NOON, slowest=1.0, fastest=2.0).window_for(Point(0.0, 0.005))

    assert window is not None
    assert (window.start - NOON).total_seconds() == pytest.approx((556.6 - 50) / 2, abs=0.1)
    assert (window.end - NOON).total_seconds() == pytest.approx(556.6 + 50, abs=0.1)


def test_a_camera_off_the_way_has_no_window() -> None:
    path = Path(corridor=EAST, start=NOON, slowest=1.0, fastest=2.0)

    assert path.window_for(Point(0.0006, 0.005)) is None
    assert path.window_for(Point(0.0006, 0.005), within_m=80) is not None


def test_a_camera_passed_twice_has_one_window_from_the_first_to_the_last_time() -> None:
    there_and_back = Corridor((Point(0, 0), Point(0, 0.01), Point(0, 0)), 100)
    window = Path(corridor=there_and_back, start=NOON, slowest=1.0, fastest=1.0).window_for(Point(0.0, 0.001))

    assert window is not None
    assert window.start - NOON == pytest.approx(timedelta(seconds=61.3), abs=timedelta(seconds=0.1))
    assert window.end - NOON == pytest.approx(timedelta(seconds=2226.4 - 61.3), abs=timedelta(seconds=0.1))


@pytest.mark.parametrize(("slowest", "fastest"), [(0, 1), (2, 1), (1, float("inf")), (-1, 1)])
def test_speeds_that_nobody_goes_are_refused(slowest: float, fastest: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        Path(corridor=EAST, start=NOON, slowest=slowest, fastest=fastest)


def _by_karney(corridor: Corridor, camera: Point) -> float:
    """Look along every edge for the nearest place, by Karney's distances alone."""
    return min(
        min(_shortest(edge, camera), _karney(edge.lat, edge.lng, camera), _karney(edge.to_lat, edge.to_lng, camera))
        for edge in corridor.edges
    )


def _shortest(edge: tuple[float, float, float, float], camera: Point) -> float:
    lng, lat, to_lng, to_lat = edge
    low, high = 0.0, 1.0
    for _ in range(60):
        third = (high - low) / 3
        one, other = (
            _karney(lat + share * (to_lat - lat), lng + share * (to_lng - lng), camera)
            for share in (low + third, high - third)
        )
        low, high = (low, high - third) if one < other else (low + third, high)
    return min(one, other)


def _karney(lat: float, lng: float, camera: Point) -> float:
    return float(Geodesic.WGS84.Inverse(lat, lng, camera.lat, camera.lng)["s12"])
