"""The camera index on DynamoDB: what is written through the registry is found, wherever a page ends."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest

from chalicelib.domain import camera_key, hexagons
from chalicelib.domain.camera import CameraId
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex, Meter, entry_bytes
from tests import builders
from tests.world import World

TOWSON = Point(39.4009, -76.5866)


def test_a_registered_camera_is_found_with_all_that_the_index_holds(world: World) -> None:
    camera = builders.a_camera(heading=270, indoor=True, kind="doorbell", retention_days=30)
    household = world.household(cameras=[camera])

    (match,) = world.cameras.find(Circle(TOWSON, 100))

    assert (match.owner_id, match.camera_id) == (household.owner.owner_id, "c1")
    assert match.point == camera.address.point
    assert (match.heading, match.indoor, match.working) == (270, True, True)
    assert (match.kind, match.retention_days) == ("doorbell", 30)


def test_matches_come_nearest_first_and_none_from_beyond_the_radius(world: World) -> None:
    places = [Point(TOWSON.lat + north * 1e-3, TOWSON.lng) for north in (3, 1, 9, 2)]
    world.household(cameras=[_camera_at(number, place) for number, place in enumerate(places, 1)])

    found = world.cameras.find(Circle(TOWSON, 400))

    assert [match.camera_id for match in found] == ["c2", "c4", "c1"]
    assert [round(match.distance_m) for match in found] == [111, 222, 333]


def test_owners_without_cameras_are_never_read(world: World) -> None:
    household = world.household()
    world.commit(world.registry.remove_camera(household.owner.owner_id, CameraId("c1")))

    assert world.cameras.count(Circle(TOWSON, 100_000)) == 0


def test_a_lookup_follows_every_page(world: World) -> None:
    for number in range(12):
        _put(world, f"owner{number}", Point(TOWSON.lat + number * 1e-5, TOWSON.lng), camera_key.CURRENT)
    meter = Meter()

    found = CameraIndex(_ShortPages(world.dynamodb), "registry").find(Circle(TOWSON, 300), meter=meter)

    assert len(found) == meter.items_read == 12
    assert meter.depth >= 12 // _ShortPages.SIZE


def test_entries_of_both_key_versions_are_found_side_by_side(world: World) -> None:
    for number, version in enumerate(camera_key.PAYLOAD_CHARACTERS):
        _put(world, f"owner{number}", TOWSON, version)

    found = world.cameras.find(Circle(TOWSON, 50))

    assert [(match.owner_id, match.point) for match in found] == [("owner0", TOWSON), ("owner1", TOWSON)]


def test_entries_of_both_key_versions_in_both_orders_of_cells_are_found_side_by_side(world: World) -> None:
    kinds = list(product(camera_key.PAYLOAD_CHARACTERS, hexagons.ORDERS.values()))
    for number, (version, order) in enumerate(kinds):
        _put(world, f"owner{number}", TOWSON, version, order)

    found = _in_both_orders(world).find(Circle(TOWSON, 50))

    assert [(match.owner_id, match.point) for match in found] == [(f"owner{number}", TOWSON) for number in range(4)]


@pytest.mark.parametrize("filed_in", hexagons.ORDERS.values(), ids=lambda order: f"order {order.number}")
def test_a_lookup_in_both_orders_misses_nothing_and_gives_nothing_twice(world: World, filed_in: hexagons.Order) -> None:
    chance = random.Random(6)
    places = {f"o{number:07}": _somewhere(chance, 0.02) for number in range(100)}
    for owner_id, place in places.items():
        _put(world, owner_id, place, camera_key.CURRENT, filed_in)

    for _ in range(10):
        circle = Circle(_somewhere(chance, 0.02), chance.uniform(50, 3000))
        found = [match.owner_id for match in _in_both_orders(world).find(circle)]
        assert sorted(found) == [owner_id for owner_id, place in places.items() if circle.contains(place)]


def test_a_camera_that_is_read_where_it_was_and_where_it_is_counts_once(world: World) -> None:
    index = CameraIndex(_Refiling(world), "registry", list(hexagons.ORDERS.values()))

    assert index.count(Circle(TOWSON, 50)) == 1


@pytest.mark.slow
def test_lookups_find_what_a_look_at_every_camera_finds(world: World) -> None:
    chance = random.Random(5)
    places = {f"o{number:07}": _somewhere(chance, 0.02) for number in range(300)}
    for owner_id, place in places.items():
        _put(world, owner_id, place, camera_key.CURRENT)

    for _ in range(25):
        circle = Circle(_somewhere(chance, 0.02), chance.uniform(50, 3000))
        meter = Meter()
        found = {match.owner_id for match in world.cameras.find(circle, meter=meter)}
        assert found == {owner_id for owner_id, place in places.items() if circle.contains(place)}
        assert meter.depth == 1
        assert world.cameras.count(circle) == len(found)


def test_an_entry_is_as_small_as_the_documents_say(world: World) -> None:
    _put(world, "7h3kq0zx", TOWSON, camera_key.CURRENT)

    (entry,) = world.dynamodb.scan(TableName="registry", IndexName="geo")["Items"]

    assert entry_bytes(entry) == 36


def _camera_at(number: int, place: Point) -> Any:
    return builders.a_camera(number, address=builders.an_address(point=place))


def _somewhere(chance: random.Random, degrees: float) -> Point:
    lat, lng = (round(middle + chance.uniform(-degrees, degrees), 7) for middle in (TOWSON.lat, TOWSON.lng))
    return Point(lat, lng)


def _in_both_orders(world: World) -> CameraIndex:
    return CameraIndex(world.dynamodb, "registry", list(hexagons.ORDERS.values()))


def _put(world: World, owner_id: str, place: Point, version: str, order: hexagons.Order = hexagons.CURRENT) -> None:
    facts = camera_key.CameraFacts(point=place, retention_days=14)
    gp, gs = camera_key.encode_facts(facts, version, order)
    item = {"pk": owner_id, "sk": "c1", "gp": gp, "gs": gs}
    world.dynamodb.put_item(TableName="registry", Item={name: {"S": value} for name, value in item.items()})


class _Refiling:
    """A client that answers as if the camera in the older order were refiled between two reads of one lookup."""

    def __init__(self, world: World) -> None:
        _put(world, "owner1", TOWSON, camera_key.CURRENT, hexagons.BY_NUMBER)
        self._before = world.dynamodb.scan(TableName="registry", IndexName="geo")["Items"]
        _put(world, "owner1", TOWSON, camera_key.CURRENT)
        self._after = world.dynamodb.scan(TableName="registry", IndexName="geo")["Items"]

    def query(self, **asked: Any) -> Any:
        gp = asked["ExpressionAttributeValues"][":gp"]
        return {"Items": [item for item in (*self._before, *self._after) if item["gp"] == gp]}


class _ShortPages:
    """A client whose pages end after a few items."""

    SIZE = 3

    def __init__(self, client: Any) -> None:
        self._client = client

    def query(self, **asked: Any) -> Any:
        return self._client.query(**asked, Limit=self.SIZE)
