"""Distances, against Karney's geodesics."""

from __future__ import annotations

import random

import pytest
from geographiclib.geodesic import Geodesic

from chalicelib.domain.geodesy import distance_m, metres_per_degree
from chalicelib.domain.place import Point


@pytest.mark.parametrize(
    ("length_m", "error_m"), [(50, 1e-5), (1609, 1e-5), (5_000, 1e-4), (50_000, 0.01), (100_000, 0.05)]
)
def test_distances_are_those_of_the_ellipsoid(length_m: float, error_m: float) -> None:
    chance = random.Random(length_m)
    for _ in range(500):
        lat, lng = chance.uniform(-80, 80), chance.uniform(-180, 180)
        end = Geodesic.WGS84.Direct(lat, lng, chance.uniform(0, 360), length_m)
        found = distance_m(Point(lat, lng), Point(end["lat2"], end["lon2"]))
        assert found == pytest.approx(length_m, abs=error_m)


def test_the_date_line_is_no_distance() -> None:
    assert distance_m(Point(0, 179.9999), Point(0, -179.9999)) == pytest.approx(22.26, abs=0.01)


def test_a_degree_is_as_long_as_the_distance_says() -> None:
    north, east = metres_per_degree(47.6)

    assert distance_m(Point(47.5995, -122), Point(47.6005, -122)) == pytest.approx(north / 1000, rel=1e-6)
    assert distance_m(Point(47.6, -122), Point(47.6, -121.999)) == pytest.approx(east / 1000, rel=1e-6)
