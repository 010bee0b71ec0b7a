"""On which side of a house its street is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.domain.place import Address, Exact, Point, Unknown
from chalicelib.domain.street_side import heading_to_street

HOME = Address(number="1009", street="ROXLEIGH RD", city="TOWSON", postcode="21286", point=Point(39.4, -76.58))
METRE = 1 / 111_320


def town(**doors):
    """Know doors across the street by `n1008=(metres east, metres north)` of home."""

    def locate(text):
        number = text.split()[0]
        if f"n{number}" not in doors:
            return Unknown()
        east, north = doors[f"n{number}"]
        point = Point(HOME.point.lat + north * METRE, HOME.point.lng + east * METRE / 0.7727)
        return Exact(replace(HOME, number=number, point=point))

    return locate


@pytest.mark.parametrize(
    ("doors", "heading"),
    [
        ({"n1008": (-10, 30), "n1010": (10, 30)}, 0),
        ({"n1008": (30, 10), "n1010": (30, -10)}, 90),
        ({"n1008": (0, -30)}, 180),
        ({"n1006": (-30, 0)}, 270),
    ],
)
def test_the_street_lies_towards_the_doors_across(doors, heading):
    assert heading_to_street(HOME, town(**doors)) == heading


@pytest.mark.parametrize(
    "doors", [{}, {"n1008": (0, 200)}, {"n1008": (0, 30), "n1010": (0, -30)}], ids=["none", "far", "contrary"]
)
def test_where_no_door_tells_nothing_is_known(doors):
    assert heading_to_street(HOME, town(**doors)) is None


@pytest.mark.parametrize("home", [replace(HOME, number=""), replace(HOME, precision="nearest")])
def test_a_place_that_is_no_door_has_no_side(home):
    assert heading_to_street(home, town(n1008=(0, 30))) is None
