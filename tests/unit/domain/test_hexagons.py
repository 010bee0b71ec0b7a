"""The hexagons' numbers: order, partitions, and how far what descends from a cell can reach."""

from __future__ import annotations

import random
from itertools import pairwise

import h3.api.basic_int as h3
import pytest
from geographiclib.geodesic import Geodesic

from chalicelib.domain import hexagons
from chalicelib.domain.geodesy import metres_between

PENTAGONS = [h3.cell_to_latlng(cell) for cell in h3.get_pentagons(5)]


@pytest.mark.parametrize("order", hexagons.ORDERS.values())
def test_splitting_and_joining_a_cell_gives_the_cell(order: hexagons.Order) -> None:
    cell = hexagons.cell_at(39.4, -76.6)

    assert hexagons.join(*hexagons.split(cell, order=order)) == cell


def test_what_descends_from_a_cell_stands_between_its_first_and_last_suffix() -> None:
    cell = hexagons.cell_at(39.4, -76.6)

    for resolution in range(hexagons.PARTITION, hexagons.FINEST + 1):
        parent = h3.cell_to_parent(cell, resolution)
        first, last = (hexagons.suffix(parent, resolution, last=end) for end in (False, True))
        assert first <= hexagons.split(cell)[1] <= last
        assert hexagons.rank(last) - hexagons.rank(first) + 1 == hexagons.descendants(resolution)


def test_each_of_the_cells_within_one_touches_the_next() -> None:
    for resolution in range(hexagons.PARTITION, hexagons.FINEST):
        cells = hexagons.children(h3.latlng_to_cell(39.4, -76.6, resolution), resolution + 1)
        suffixes = [hexagons.suffix(cell, resolution + 1, last=False) for cell in cells]

        assert len(cells) == 7
        assert suffixes == sorted(suffixes)
        assert all(h3.are_neighbor_cells(cell, following) for cell, following in pairwise(cells))


@pytest.mark.parametrize("place", PENTAGONS)
def test_the_six_cells_within_a_pentagon_stand_in_the_order_of_their_suffixes(place: tuple[float, float]) -> None:
    cells = hexagons.children(h3.latlng_to_cell(*place, hexagons.PARTITION), hexagons.PARTITION + 1)
    suffixes = [hexagons.suffix(cell, hexagons.PARTITION + 1, last=False) for cell in cells]

    assert len(cells) == 6
    assert suffixes == sorted(suffixes)


@pytest.mark.parametrize("place", [*PENTAGONS, (39.4, -76.6), (0.0, 180.0), (79.9, 12.0)])
def test_what_descends_from_a_cell_lies_within_its_reach(place: tuple[float, float]) -> None:
    chance = random.Random(str(place))
    for _ in range(60):
        spot = place[0] + chance.gauss(0, 0.1), place[1] + chance.gauss(0, 0.1)
        cell = h3.latlng_to_cell(*spot, hexagons.FINEST)
        for resolution in range(hexagons.PARTITION, hexagons.FINEST):
            parent = h3.cell_to_parent(cell, resolution)
            lat, lng = h3.cell_to_latlng(parent)
            assert metres_between(lat, lng, *h3.cell_to_latlng(cell)) <= hexagons.REACH_M[resolution]


@pytest.mark.parametrize("radius_m", [30, 500, 5_000, 50_000])
def test_no_partition_around_a_place_is_forgotten(radius_m: float) -> None:
    chance = random.Random(radius_m)
    for lat, lng in [*PENTAGONS, (39.4, -76.6), (12.0, 179.99)]:
        known = set(hexagons.partitions_around(lat, lng, radius_m))
        for _ in range(40):
            north, east = (chance.uniform(-1, 1) * radius_m / 160_000 for _ in range(2))
            assert h3.latlng_to_cell(lat + north, lng + east, hexagons.PARTITION) in known


def test_far_around_a_pentagon_no_partition_is_left_out() -> None:
    chance = random.Random(9)
    for pentagon in h3.get_pentagons(hexagons.PARTITION):
        near = Geodesic.WGS84.Direct(*h3.cell_to_latlng(pentagon), chance.uniform(0, 360), chance.uniform(0, 60_000))
        for _ in range(300):
            radius_m = chance.uniform(1_000, 100_000)
            end = Geodesic.WGS84.Direct(near["lat2"], near["lon2"], chance.uniform(0, 360), radius_m)
            partition = h3.cell_to_parent(hexagons.cell_at(end["lat2"], end["lon2"]), hexagons.PARTITION)
            assert partition in hexagons.partitions_around(near["lat2"], near["lon2"], radius_m)


def test_the_place_that_was_once_missed_is_within_reach() -> None:
    partition = h3.cell_to_parent(hexagons.cell_at(-65.4771705, -169.2250104), hexagons.PARTITION)

    assert partition in hexagons.partitions_around(-64.6346711308, -169.4314833, 94_435)
