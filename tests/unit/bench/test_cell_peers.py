"""The peers that file by cell: they read every camera within the circle, or their figures would be worth nothing."""

from __future__ import annotations

import pytest

from bench import cell_peers, city
from bench.cell_peers import Cost, GeohashPeer, HexagonPeer
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

TOWN = city.City("test", 2_000, 9_000, 6_000, 20)


@pytest.mark.parametrize("radius_m", [100, 500, 1609])
def test_no_peer_reads_less_than_what_lies_within(radius_m: int) -> None:
    points = city.points(TOWN)
    for peer in cell_peers.all_of(points):
        for place in city.incidents(TOWN, points, count=20):
            circle = Circle(place, radius_m)
            assert peer.lookup(circle).items_read >= sum(map(circle.contains, points)), peer.name


def test_a_cell_that_is_empty_costs_half_a_unit_and_a_query() -> None:
    nowhere = Circle(Point(10, 10), 100)

    for peer in (HexagonPeer([], 9), GeohashPeer([])):
        cost = peer.lookup(nowhere)
        assert cost == Cost(cost.queries, 1, 0, cost.queries / 2)


def test_packed_cells_are_fetched_a_hundred_at_a_time() -> None:
    peer = HexagonPeer([Point(10, 10)], 9, packed=True)
    circle = Circle(Point(10, 10), 3_000)

    assert peer.lookup(circle).queries == -(-len(peer.cells(circle)) // 100) > 1
