"""Lookups by polygon: what shapely says is within, is found; and what is no polygon is refused with its place."""

from __future__ import annotations

import random
from typing import Any

import pytest
import shapely

from bench import city, shape_cases, shapes
from bench.engine import CameraEngine
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.place import Point
from chalicelib.domain.polygon import Polygon, polygon_from_geojson
from chalicelib.store.camera_index import CameraIndex, Meter

TOWN = city.City("test", 1_500, 9_000, 6_000, 20)
SQUARE = ((0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0))


@pytest.fixture(scope="module")
def cameras() -> list[Point]:
    return city.points(TOWN)


@pytest.fixture(scope="module")
def index(cameras: list[Point]) -> CameraIndex:
    return CameraIndex(CameraEngine(CameraFacts(point=point, retention_days=14) for point in cameras), "any")


@pytest.mark.slow
def test_polygons_of_any_size_find_exactly_what_lies_within(index: CameraIndex, cameras: list[Point]) -> None:
    chance = random.Random(3)
    everywhere = shapely.points([(camera.lng, camera.lat) for camera in cameras])
    for number, place in enumerate(city.incidents(TOWN, cameras, count=60)):
        corners, size = chance.randrange(3, 120), chance.choice((0.01, 0.3, 2, 20))
        polygon = shapes.a_polygon(place, chance, square_km=size, corners=corners, hole=number % 2 == 1)
        meter = Meter()
        found = {int(match.owner_id) for match in index.find(polygon, meter=meter)}
        outline = shapely.Polygon(polygon.rings[0], polygon.rings[1:])
        assert found == {int(hit) for hit in shapely.contains(outline, everywhere).nonzero()[0]}
        assert meter.depth == 1


@pytest.mark.slow
def test_a_polygon_of_20_square_kilometres_reads_at_most_twice_what_its_cameras_take() -> None:
    town = city.CITIES[0]
    points = city.points(town)
    index = CameraIndex(CameraEngine(CameraFacts(point=point, retention_days=14) for point in points), "any")
    figures = shape_cases.measured(town, points, index, entry_bytes=36)

    of = {each["shape"]: each for each in figures}
    assert of["polygon 20 km2, 40 corners"]["rcu_to_limit"] <= 2.0
    assert of["corridor 10 km x 100 m"]["rcu_mean"] <= 8


@pytest.mark.parametrize("lng", [180.0, -180.0, 179.999, -179.98])
def test_the_date_line_makes_no_difference(lng: float) -> None:
    here, there = (
        shapes.a_polygon(Point(20, middle), random.Random(5), square_km=30, corners=40) for middle in (lng, 12.0)
    )
    chance = random.Random(6)
    for _ in range(300):
        lat, east = 20 + chance.uniform(-0.05, 0.05), chance.uniform(-0.05, 0.05)
        across = (lng + east + 180) % 360 - 180
        assert (here.measure(lat, across) is None) == (there.measure(lat, 12 + east) is None)


def test_a_polygon_over_the_date_line_finds_the_cameras_on_both_sides() -> None:
    places = [Point(10, 179.999), Point(10, -179.999), Point(10, 179.9)]
    index = CameraIndex(CameraEngine(CameraFacts(point=point, retention_days=14) for point in places), "any")
    square = ((179.99, 9.99), (-179.99, 9.99), (-179.99, 10.01), (179.99, 10.01), (179.99, 9.99))

    assert {match.owner_id for match in index.find(Polygon((square,)))} == {"00000000", "00000001"}


def test_several_parts_and_a_hole_are_read_from_geojson() -> None:
    part = [[[1.0, 0.0], [1.1, 0.0], [1.1, 0.1], [1.0, 0.0]]]
    hole = [[0.04, 0.04], [0.06, 0.04], [0.06, 0.06], [0.04, 0.06], [0.04, 0.04]]
    first = [[list(corner) for corner in SQUARE], hole]
    polygon = polygon_from_geojson(
        {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": [first, part]}}
    )

    within = [
        polygon.measure(lat, lng) is not None for lat, lng in [(0.02, 0.02), (0.05, 0.05), (0.01, 1.08), (0.5, 0.5)]
    ]
    assert within == [True, False, True, False]


def test_a_point_outside_is_as_far_away_as_the_nearest_edge() -> None:
    polygon = Polygon((SQUARE,))

    assert polygon.distance_m(Point(0.05, 0.05)) == 0
    assert polygon.distance_m(Point(0.05, 0.101)) == pytest.approx(111.3, abs=0.1)


@pytest.mark.parametrize(
    ("ring", "said"),
    [
        (((0, 0), (0.1, 0.1), (0.1, 0), (0, 0.1), (0, 0)), "crosses itself at 0.050000, 0.050000"),
        (
            ((0, 0), (0.01, 0.01), (0.02, 0.02), (0.02, 0), (0.01, 0.01), (0, 0.02)),
            "crosses itself at 0.010000, 0.010000",
        ),
        (((0, 0), (0.04, 0), (0.04, 0.02), (0.01, 0.02), (0.01, 0), (0.01, -0.01), (0, 0)), "itself at 0.010000, 0.0"),
        (((0, 0), (0.1, 0.1), (0, 0)), "no ground"),
        (((0, 0), (3, 0), (3, 3), (0, 0)), "larger than 100 km"),
        (((10, 84), (130, 84), (-110, 84), (10, 84)), "pole|larger"),
        (((39.4, -76.6), (39.5, -76.6), (39.4, -96.7), (39.4, -76.6)), "no position on earth: 39.4, -96.7"),
        (((0, 0), (float("nan"), 0), (1, 1), (0, 0)), "no position"),
        (tuple((0.1 + number * 1e-5, (number % 2) * 0.1) for number in range(600)), "between 3 and 500 corners"),
    ],
)
def test_what_is_no_polygon_is_refused_and_says_where(ring: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Polygon((ring,))


@pytest.mark.parametrize(
    "corners",
    [
        [(0, 0), (1, 1), (2, 0), (2, 2), (1, 1), (0, 2)],
        [(0, 0), (2, 0), (4, 0), (2, 0), (2, 2), (0, 2)],
        [(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)],
    ],
)
def test_an_outline_that_only_touches_itself_is_taken(corners: list[tuple[float, float]]) -> None:
    assert Polygon((_ring(corners),)).area_m2() > 1


def test_two_parts_that_share_an_edge_or_a_corner_are_taken() -> None:
    first = [_ring([(0, 0), (2, 0), (2, 2), (0, 2)])]
    for part in ([(2, 0), (4, 0), (4, 2), (2, 2)], [(2, 2), (2, 3), (3, 3)], [(2, -1), (4, 0), (2, 1)]):
        polygon = polygon_from_geojson({"type": "MultiPolygon", "coordinates": [first, [_ring(part)]]})
        assert len(polygon.rings) == 2


SMALL = [(0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([[[(0, 0), (2, 0), (2, 2), (0, 2)]], [SMALL]], "two parts lie over each other at 0.007500, 0.006910"),
        ([[[(0, 0), (2, 0), (2, 2), (0, 2)]], [[(1, 0), (3, 0), (3, 2), (1, 2)]]], "two parts lie over each other"),
        ([[[(0, 0), (2, 0), (2, 2), (0, 2)], [(5, 5), (6, 5), (6, 6)]]], "a hole lies outside"),
        ([[[(0, 0), (2, 0), (2, 2), (0, 2)], [(0.2, 0.2), (1.9, 0.2), (1.9, 1.9), (0.2, 1.9)], SMALL]], "another hole"),
    ],
)
def test_parts_over_each_other_and_holes_elsewhere_are_refused_with_the_place(parts: Any, said: str) -> None:
    coordinates = [[_ring(ring) for ring in part] for part in parts]

    with pytest.raises(ValueError, match=said):
        polygon_from_geojson({"type": "MultiPolygon", "coordinates": coordinates})


def test_an_island_in_a_hole_is_a_part_like_any_other() -> None:
    lake = [_ring([(0, 0), (2, 0), (2, 2), (0, 2)]), _ring([(0.2, 0.2), (1.9, 0.2), (1.9, 1.9), (0.2, 1.9)])]
    polygon = polygon_from_geojson({"type": "MultiPolygon", "coordinates": [lake, [_ring(SMALL)]]})

    assert polygon.measure(0.0075, 0.0075) is not None
    assert polygon.measure(0.015, 0.015) is None


def _ring(corners: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Close a ring whose corners are hundredths of a degree."""
    return tuple((lng / 100, lat / 100) for lng, lat in [*corners, corners[0]])


@pytest.mark.parametrize(
    "document",
    [{}, {"type": "Point", "coordinates": [1, 2]}, {"type": "Polygon"}, {"type": "Polygon", "coordinates": [["x"]]}],
)
def test_what_is_no_geojson_area_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no"):
        polygon_from_geojson(document)
