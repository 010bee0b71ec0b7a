"""The index's keys: nothing is lost, text sorts as cells do, and two formats are read side by side."""

from __future__ import annotations

import math
from typing import Any

import h3.api.basic_int as h3
import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from chalicelib.domain import camera_key, hexagons
from chalicelib.domain.camera import KINDS
from chalicelib.domain.camera_key import CURRENT, NEAR, PLAIN, CameraFacts
from chalicelib.domain.place import Point
from tests.builders import a_camera

latitudes = some.integers(-850_000_000, 850_000_000).map(lambda number: number / 1e7)
longitudes = some.integers(-1_799_999_999, 1_799_999_999).map(lambda number: number / 1e7)
any_facts = some.builds(
    CameraFacts,
    point=some.builds(Point, latitudes, longitudes),
    retention_days=some.integers(1, 1000),
    heading=some.none() | some.integers(0, 359),
    indoor=some.booleans(),
    working=some.booleans(),
    kind=some.sampled_from(KINDS),
)
versions = some.sampled_from([PLAIN, NEAR])
orders = some.sampled_from([*hexagons.ORDERS.values()])


@given(any_facts, versions, orders)
@example(CameraFacts(point=Point(85.0, -179.9999999), retention_days=1000, heading=359), NEAR, hexagons.CURRENT)
def test_what_is_packed_into_a_key_is_read_from_it(facts: CameraFacts, version: str, order: hexagons.Order) -> None:
    assert camera_key.decode(camera_key.encode_facts(facts, version, order)) == facts


@pytest.mark.parametrize("lng", [180.0, -180.0])
def test_a_camera_on_the_date_line_is_read_on_one_of_its_sides(lng: float) -> None:
    facts = CameraFacts(point=Point(10.0, lng), retention_days=1)

    assert abs(camera_key.decode(camera_key.encode_facts(facts)).point.lng) == 180


@given(any_facts, any_facts, versions, versions)
def test_keys_of_any_version_sort_as_their_cells_do(
    one: CameraFacts, other: CameraFacts, version: str, other_version: str
) -> None:
    keys = camera_key.encode_facts(one, version), camera_key.encode_facts(other, other_version)
    cells = [hexagons.split(hexagons.cell_at(facts.point.lat, facts.point.lng)) for facts in (one, other)]

    assert (keys[0] < keys[1]) == (cells[0] < cells[1]) or cells[0] == cells[1]


@given(any_facts)
def test_a_range_over_the_cell_of_a_camera_holds_its_key(facts: CameraFacts) -> None:
    gp, gs = camera_key.encode_facts(facts)
    partition, suffix = hexagons.split(hexagons.cell_at(facts.point.lat, facts.point.lng))

    assert gp == camera_key.partition_text(partition)
    assert camera_key.cell_text(suffix) <= gs <= camera_key.cell_text(suffix) + camera_key.AFTER_ALL


@pytest.mark.parametrize("pentagon", h3.get_pentagons(9))
def test_places_beside_pentagons_are_kept_exactly(pentagon: int) -> None:
    lat, lng = h3.cell_to_latlng(pentagon)
    for step in range(200):
        point = Point(round(lat + math.sin(step) * 1e-4, 7), round(lng + math.cos(step) * 1e-4, 7))
        facts = CameraFacts(point=point, retention_days=14)
        assert camera_key.decode(camera_key.encode_facts(facts)).point == point


def test_a_registered_camera_has_a_short_key_without_punctuation() -> None:
    gp, gs = camera_key.encode(a_camera(heading=90, kind="doorbell"))

    assert (len(gp), len(gs), gs[5]) == (4, 14, CURRENT)
    assert (gp + gs).replace("-", "").replace("_", "").isalnum()


def test_a_key_of_a_version_to_come_is_refused() -> None:
    gp, gs = camera_key.encode(a_camera())

    with pytest.raises(ValueError, match="newer program"):
        camera_key.decode(camera_key.IndexKey(gp, gs[:5] + "9" + gs[6:]))


def test_a_partition_whose_cells_stand_in_an_order_to_come_is_refused() -> None:
    gp, gs = camera_key.encode(a_camera())

    with pytest.raises(ValueError, match="newer program"):
        camera_key.decode(camera_key.IndexKey("z" + gp[1:], gs))


@pytest.mark.parametrize(
    "wrong", [{"heading": 360}, {"retention_days": 0}, {"retention_days": 1001}, {"point": Point(85.1, 0)}]
)
def test_facts_that_no_camera_has_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="between"):
        camera_key.encode_facts(CameraFacts(**{"point": Point(1, 2), "retention_days": 14, **wrong}))
