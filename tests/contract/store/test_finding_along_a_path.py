"""Lookups along a path, and lookups whose results come by when the footage is overwritten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bench.engine import CameraEngine
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.corridor import Corridor
from chalicelib.domain.footage import Footage
from chalicelib.domain.geofence import Circle
from chalicelib.domain.incident import Window
from chalicelib.domain.path import Path
from chalicelib.domain.place import Point
from chalicelib.domain.wanted import Wanted
from chalicelib.store.camera_index import CameraIndex

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
WALK = Path(corridor=Corridor((Point(0, 0), Point(0, 0.01)), 100), start=NOON, slowest=1.0, fastest=2.0)
"""1113.19 m along the equator, to the east."""


def index_of(*cameras: CameraFacts) -> CameraIndex:
    return CameraIndex(CameraEngine(cameras), "any")


def camera(north: float, east: float, *, days: int = 14, heading: int | None = None) -> CameraFacts:
    return CameraFacts(point=Point(north, east), retention_days=days, heading=heading, kind="fixed")


def test_every_camera_along_a_path_bears_its_own_window() -> None:
    index = index_of(camera(0, 0.008), camera(0, 0.002), camera(0.001, 0.005))

    windows = {match.owner_id: match.window for match in index.find(WALK)}

    assert sorted(windows) == ["00000000", "00000001"]
    for number, metres in (("00000000", 890.6), ("00000001", 222.6)):
        window = windows[number]
        assert window is not None
        assert (window.start - NOON).total_seconds() == pytest.approx((metres - 50) / 2, abs=0.1)
        assert (window.end - NOON).total_seconds() == pytest.approx(metres + 50, abs=0.1)


def test_a_camera_beside_the_path_that_could_see_it_has_a_window_too() -> None:
    index = index_of(camera(0.0006, 0.005, heading=180), camera(0.0006, 0.005, heading=0))

    (match,) = index.find(WALK, seen=True)

    assert match.owner_id == "00000000"
    assert match.window is not None
    assert match.window.start > NOON


@pytest.mark.parametrize("east", [0.0, 0.0031, 0.0069, 0.01])
def test_no_camera_on_the_edge_of_a_path_is_without_a_window(east: float) -> None:
    edge = 50 / 110_574.2758
    index = index_of(*(camera(round(edge * share, 7), east) for share in (0.999999, 1.0, 1.000001)))

    assert all(match.window for match in index.find(WALK))


def test_elsewhere_no_match_bears_a_window() -> None:
    (match,) = index_of(camera(0, 0)).find(Circle(Point(0, 0), 100))

    assert match.window is None


def test_what_is_overwritten_first_comes_first_and_what_is_gone_not_at_all() -> None:
    index = index_of(camera(0, 0.0001, days=30), camera(0, 0.0004, days=3), camera(0, 0.0002, days=7))
    footage = Footage(at=NOON + timedelta(days=5), window=Window(NOON - timedelta(hours=1), NOON))
    area = Circle(Point(0, 0), 100)

    assert [match.retention_days for match in index.find(area, footage=footage)] == [7, 30]
    assert index.count(area, footage=footage) == 2
    assert index.count(area, footage=footage, wanted=Wanted(kept_days=20)) == 1


def test_along_a_path_footage_lasts_from_when_the_camera_was_passed() -> None:
    index = index_of(camera(0, 0.009, days=1), camera(0, 0.001, days=1))
    (late,) = index.find(WALK, footage=Footage(at=NOON + timedelta(days=1, seconds=600)))

    assert late.owner_id == "00000000"


def test_without_any_window_nobody_can_say_what_is_overwritten() -> None:
    with pytest.raises(ValueError, match="window"):
        index_of(camera(0, 0)).find(Circle(Point(0, 0), 100), footage=Footage(at=NOON))
