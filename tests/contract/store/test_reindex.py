"""The index's keys written anew, and what it costs to write: while cameras are found all the time."""

from __future__ import annotations

from math import ceil
from typing import Any

import pytest

from chalicelib.domain import camera_key, hexagons
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex, entry_bytes
from chalicelib.store.reindex import reindex
from tests import builders
from tests.world import World

TOWSON = Point(39.4009, -76.5866)


def an_old_camera(world: World, version: str = camera_key.PLAIN, order: hexagons.Order = hexagons.CURRENT) -> str:
    """Put a registered camera's keys back to the format and the order before."""
    owner_id = world.household().owner.owner_id
    facts = camera_key.CameraFacts(point=TOWSON, retention_days=14)
    gp, gs = camera_key.encode_facts(facts, version, order)
    world.dynamodb.update_item(
        TableName="registry",
        Key={"pk": {"S": owner_id}, "sk": {"S": "c1"}},
        UpdateExpression="SET gp = :gp, gs = :gs",
        ExpressionAttributeValues={":gp": {"S": gp}, ":gs": {"S": gs}},
    )
    return owner_id


def test_a_key_of_the_format_before_is_written_anew_and_found_before_and_after(world: World) -> None:
    an_old_camera(world)
    before = world.cameras.find(Circle(TOWSON, 10))

    assert reindex(world.dynamodb, "registry", progress=print) == {"rewritten": 1, "current": 0, "changed": 0}
    assert world.cameras.find(Circle(TOWSON, 10)) == before
    assert reindex(world.dynamodb, "registry", progress=print) == {"rewritten": 0, "current": 1, "changed": 0}


def test_a_camera_of_the_order_before_is_found_before_and_after_it_is_refiled(world: World) -> None:
    an_old_camera(world, camera_key.CURRENT, hexagons.BY_NUMBER)
    both = CameraIndex(world.dynamodb, "registry", list(hexagons.ORDERS.values()))
    before = both.find(Circle(TOWSON, 10))

    assert reindex(world.dynamodb, "registry", progress=print)["rewritten"] == 1
    assert before == both.find(Circle(TOWSON, 10)) == world.cameras.find(Circle(TOWSON, 10))
    assert len(before) == 1


def test_a_camera_that_changes_while_it_is_written_anew_keeps_the_change(world: World) -> None:
    owner_id = an_old_camera(world)

    class Meddled:
        """A client before whose first update somebody turns the camera."""

        exceptions = world.dynamodb.exceptions
        scan = staticmethod(world.dynamodb.scan)

        @staticmethod
        def update_item(**asked: Any) -> Any:
            world.commit(world.registry.change_camera(owner_id, builders.a_camera(heading=90)))  # type: ignore[arg-type]
            return world.dynamodb.update_item(**asked)

    assert reindex(Meddled(), "registry", progress=print)["changed"] == 1
    assert world.cameras.find(Circle(TOWSON, 10))[0].heading == 90


@pytest.mark.parametrize(
    ("name", "change", "units"),
    [
        ("edit a private field", {"address": builders.an_address(unit="4")}, 1),
        ("turn", {"heading": 90}, 3),
        ("move", {"address": builders.an_address(point=Point(39.5, -76.6))}, 3),
        ("change retention", {"retention_days": 30}, 3),
        ("mark broken", {"working": False}, 3),
    ],
)
def test_a_change_costs_the_write_units_that_the_documents_say(
    world: World, name: str, change: dict[str, Any], units: int
) -> None:
    owner_id = world.household().owner.owner_id
    before = _item(world, owner_id)
    (write,) = [world.registry.change_camera(owner_id, builders.a_camera(**change))]
    world.dynamodb.put_item(**write.entry["Put"])

    assert _write_units(before, _item(world, owner_id)) == units, name


def test_registering_and_removing_a_camera_cost_two_write_units(world: World) -> None:
    owner_id = world.household().owner.owner_id
    item = _item(world, owner_id)

    assert _write_units(None, item) == _write_units(item, None) == 2


def _item(world: World, owner_id: str) -> dict[str, Any]:
    item: dict[str, Any] = world.dynamodb.get_item(
        TableName="registry", Key={"pk": {"S": owner_id}, "sk": {"S": "c1"}}
    )["Item"]
    return item


def _write_units(before: dict[str, Any] | None, after: dict[str, Any] | None) -> int:
    """Compute as AWS documents it: a unit a KB of the larger item, and of each index entry put or taken away."""
    table = max(ceil(len(repr(item)) / 1024) for item in (before, after) if item)
    entries = [_entry(item) for item in (before, after)]
    index = sum(ceil(entry_bytes(entry) / 1024) for entry in entries if entry) if entries[0] != entries[1] else 0
    return table + index


def _entry(item: dict[str, Any] | None) -> dict[str, Any] | None:
    return {name: item[name] for name in ("pk", "sk", "gp", "gs")} if item else None
