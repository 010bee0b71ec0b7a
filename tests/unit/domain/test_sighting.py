"""Cameras that could see into an area: against outlines of what they see, drawn by geodesics and judged by shapely."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest
import shapely
from geographiclib.geodesic import Geodesic

from bench import city, shapes
from bench.engine import CameraEngine
from chalicelib.domain.camera import KINDS, Kind
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.geofence import Circle, Geofence
from chalicelib.domain.place import Point
from chalicelib.domain.sector import LENSES
from chalicelib.domain.wanted import Wanted
from chalicelib.store.camera_index import CameraIndex

TOWN = city.City("dense", 3_000, 1_500, 1_500, 4)
MIDDLE = city.MIDDLE
AREA = Circle(MIDDLE, 100)
NORTH_OF_IT = Point(MIDDLE.lat + 120 / 111_180, MIDDLE.lng)
"""120 m north of the middle: 20 m outside."""


@pytest.fixture(scope="module")
def cameras() -> list[CameraFacts]:
    chance = random.Random(2)
    return [
        CameraFacts(
            point=point,
            retention_days=14,
            heading=chance.choice((None, *[chance.randrange(360)] * 5)),
            kind=chance.choice(KINDS),
        )
        for point in city.points(TOWN)
    ]


def one(heading: int | None, kind: Kind = "fixed", place: Point = NORTH_OF_IT) -> CameraIndex:
    facts = CameraFacts(point=place, retention_days=14, heading=heading, kind=kind)
    return CameraIndex(CameraEngine([facts]), "any")


def test_a_camera_outside_that_looks_in_is_found_and_one_that_looks_away_is_not() -> None:
    assert one(180).count(AREA, seen=True) == 1
    assert one(0).count(AREA, seen=True) == 0
    assert one(180).count(AREA) == 0


def test_a_camera_without_a_heading_and_one_that_turns_look_everywhere() -> None:
    assert one(None).count(AREA, seen=True) == 1
    assert one(0, "turning").count(AREA, seen=True) == 1


def test_a_camera_too_far_for_its_lens_is_not_found() -> None:
    assert one(180, "doorbell").count(AREA, seen=True) == 0


def test_a_camera_at_the_inner_edge_that_looks_away_is_left_out() -> None:
    inside = Point(MIDDLE.lat + 95 / 111_180, MIDDLE.lng)

    assert one(0, place=inside).count(AREA, seen=True) == 0
    assert one(180, place=inside).count(AREA, seen=True) == 1
    assert one(0, place=MIDDLE).count(AREA, seen=True) == 1


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["circle", "polygon", "corridor"])
def test_views_into_any_shape_are_exact(cameras: list[CameraFacts], kind: str) -> None:
    chance = random.Random(kind)
    index = CameraIndex(CameraEngine(cameras), "any")
    outside = 0
    for place in city.incidents(TOWN, [camera.point for camera in cameras], count=6, seed=3):
        area, outline, wide_m = SHAPES[kind](place, chance)
        inner_m = area.radius_m if isinstance(area, Circle) else wide_m
        found = {int(match.owner_id) for match in index.find(area, seen=True)}
        for number, camera in enumerate(cameras):
            if 0 < area.distance_m(camera.point) - inner_m < 80:
                beyond = [
                    _view(camera).intersects(_flat(camera.point, outline).buffer(wide_m + band, quad_segs=200))
                    for band in (-0.02, 0.02)
                ]
                if beyond[0] == beyond[1]:
                    assert (number in found) == beyond[0], camera
                    outside += beyond[0]
    assert outside > 20


def test_cameras_can_be_narrowed_by_what_the_index_holds(cameras: list[CameraFacts]) -> None:
    facts = [
        CameraFacts(point=MIDDLE, retention_days=7, heading=90),
        CameraFacts(point=MIDDLE, retention_days=30, heading=350, indoor=True),
        CameraFacts(point=MIDDLE, retention_days=30, working=False),
    ]
    index = CameraIndex(CameraEngine(facts), "any")

    def kept(wanted: Wanted) -> set[int]:
        return {int(match.owner_id) for match in index.find(AREA, wanted=wanted)}

    assert kept(Wanted(kept_days=7.5)) == {1, 2}
    assert kept(Wanted(indoor=False)) == {0, 2}
    assert kept(Wanted(working=True)) == {0, 1}
    assert kept(Wanted(looking=(340, 10))) == {1, 2}
    assert index.count(AREA, wanted=Wanted(kept_days=8, working=True)) == 1


Drawn = tuple[Geofence, shapely.Geometry, float]
"""An area, its outline or its line in degrees, and how far in metres it reaches beyond that."""


def _circle(place: Point, chance: random.Random) -> Drawn:
    radius_m = chance.uniform(40, 600)
    ends = [Geodesic.WGS84.Direct(place.lat, place.lng, turn / 10, radius_m) for turn in range(3600)]
    return Circle(place, radius_m), shapely.Polygon([(end["lon2"], end["lat2"]) for end in ends]), 0.0


def _polygon(place: Point, chance: random.Random) -> Drawn:
    polygon = shapes.a_polygon(place, chance, square_km=chance.uniform(0.01, 0.5), corners=30)
    return polygon, shapely.Polygon(polygon.rings[0]), 0.0


def _corridor(place: Point, chance: random.Random) -> Drawn:
    corridor = shapes.a_corridor(place, chance, length_m=800, width_m=40, bends=3)
    return corridor, shapely.LineString([(point.lng, point.lat) for point in corridor.line]), 20.0


SHAPES: dict[str, Callable[[Point, random.Random], Drawn]] = {
    "circle": _circle,
    "polygon": _polygon,
    "corridor": _corridor,
}


def _flat(middle: Point, outline: shapely.Geometry) -> shapely.Geometry:
    """Draw an outline on a flat map around a camera."""
    north_m = math.radians(1) * 6335439 / (1 - 0.00669438 * math.sin(math.radians(middle.lat)) ** 2) ** 1.5
    east_m = (
        math.radians(1)
        * 6378137
        * math.cos(math.radians(middle.lat))
        / math.sqrt(1 - 0.00669438 * math.sin(math.radians(middle.lat)) ** 2)
    )
    return shapely.transform(outline, lambda places: (places - (middle.lng, middle.lat)) * (east_m, north_m))


def _view(camera: CameraFacts) -> shapely.Geometry:
    """Draw what a camera sees, on a flat map around it."""
    lens = LENSES[camera.kind]
    around = camera.heading is None or lens.field_degrees > 180
    first, last = (
        (0.0, 360.0) if around else ((camera.heading or 0) + side * lens.field_degrees / 2 for side in (-1, 1))
    )
    turns = [math.radians(first + (last - first) * step / 400) for step in range(401)]
    arc = [(lens.range_m * math.sin(turn), lens.range_m * math.cos(turn)) for turn in turns]
    return shapely.Polygon(arc if around else [(0.0, 0.0), *arc])
