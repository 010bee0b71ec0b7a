"""Which cameras stand at a protected place, known from keyed hashes alone."""

import pytest

from chalicelib.domain.place import Address, Point
from chalicelib.domain.protected import Protected
from tests import builders

SHELTER = Address(number="12", street="ELM ST", city="Towson", point=Point(39.4001, -76.6001))
NEXT_DOOR = Address(number="14", street="ELM ST", city="Towson", point=Point(39.4001, -76.60025))
KEY = "a key"


@pytest.fixture
def protected() -> Protected:
    return Protected(KEY, Protected(KEY, ()).marks_of(SHELTER))


def at(address: Address, pin: Point | None = None) -> object:
    return builders.a_camera(address=address, pin=pin)


@pytest.mark.parametrize(
    "address",
    [
        SHELTER,
        Address(number="12", street="Elm St", city="TOWSON", unit="3", point=Point(39.40012, -76.60013)),
        Address(number="12A", street="OAK ST", city="Towson", point=SHELTER.point),
        Address(street="1 block of Elm St", point=Point(39.40015, -76.60015), precision="coordinates"),
    ],
)
def test_a_house_is_known_by_its_name_its_point_and_what_lies_on_it(protected: Protected, address: Address) -> None:
    assert protected.covers(at(address))  # type: ignore[arg-type]


def test_the_house_next_door_is_no_protected_place(protected: Protected) -> None:
    assert not protected.covers(at(NEXT_DOOR))  # type: ignore[arg-type]


def test_a_pin_on_the_protected_place_counts_whatever_the_address(protected: Protected) -> None:
    assert protected.covers(at(NEXT_DOOR, pin=SHELTER.point))  # type: ignore[arg-type]


def test_marks_open_nothing_without_the_key() -> None:
    marks = Protected(KEY, ()).marks_of(SHELTER)

    assert not any("elm" in mark.lower() for mark in marks)
    assert not Protected("another key", marks).covers(at(SHELTER))  # type: ignore[arg-type]
