"""How places are written."""

from __future__ import annotations

from chalicelib.domain.place import Address, Point


def test_coordinates_far_from_every_address_are_a_name_of_their_own() -> None:
    place = Address(street="", point=Point(39.4012345, -76.6012345), precision="coordinates")

    assert place.line() == place.block() == "39.401, -76.601"


def test_coordinates_are_named_by_the_block_that_they_lie_in() -> None:
    place = Address(street="1000 block of Roxleigh Rd", point=Point(39.4, -76.6), precision="coordinates")

    assert place.block() == "1000 block of Roxleigh Rd"
