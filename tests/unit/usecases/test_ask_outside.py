"""Places that the agency's own points do not know: asked elsewhere only where that is switched on, and only offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.domain.agency import agency_from
from chalicelib.domain.errors import ProviderRefused, ProviderSilent
from chalicelib.domain.outside_geocoder import OutsideGeocoder
from chalicelib.domain.outside_question import outside_question
from chalicelib.domain.place import Address, Exact, Outside, Point, Unknown
from chalicelib.usecases.ask_outside import AskOutside
from tests import builders
from tests.fakes.geocoder import FakeGeocoder
from tests.unit.usecases.texting import Phone, receiver
from tests.world import World

NEW = Address(
    number="1",
    street="NEW EXAMPLE WAY",
    city="TOWSON",
    postcode="21286",
    point=Point(39.4, -76.6),
    precision="interpolated",
)
TEXT = "1 new example way"


def asks(world: World, geocoder: FakeGeocoder | None) -> AskOutside:
    choice = OutsideGeocoder(use="census", place="Example County, MD", per_day=3)
    world.agency = replace(world.agency, geocoder=choice)
    ports = world.ports("gazetteer", "audit", "scratch", "clock", "agency")
    return AskOutside(**ports, geocoder=geocoder, key="a key")


def rows(world: World) -> list[tuple[str, str, str]]:
    day = world.clock.now().date().isoformat()
    return [(entry.deed, entry.subject, entry.detail) for entry, _ in world.audit.rows(day)]


def test_what_is_found_elsewhere_is_offered_and_not_taken(world: World) -> None:
    assert asks(world, FakeGeocoder(NEW)).find(TEXT) == Unknown((NEW,))


def test_what_our_own_points_know_is_asked_of_nobody(world: World) -> None:
    home = builders.an_address()
    world.gazetteer.knows("1009 roxleigh", home)
    world.gazetteer.knows("1010 roxleigh", Unknown((home,)))
    geocoder = FakeGeocoder(NEW)
    find = asks(world, geocoder).find

    assert find("1009 roxleigh") == Exact(home)
    assert find("1010 roxleigh") == Unknown((home,))
    assert geocoder.asked == []


def test_an_address_of_our_own_by_that_name_is_offered_in_its_place(world: World) -> None:
    own = Address(number="1", street="New Example Way", city="Towson", postcode="21286", point=Point(39.4005, -76.6))
    world.gazetteer.knows(NEW.line(), own)

    assert asks(world, FakeGeocoder(NEW)).find(TEXT) == Unknown((own,))


def test_what_lies_beyond_the_boundary_is_outside(world: World) -> None:
    world.gazetteer.edge = (Point(10, 10), Point(11, 11))

    assert asks(world, FakeGeocoder(NEW)).find(TEXT) == Outside(NEW)


@pytest.mark.parametrize("error", [ProviderSilent("example"), ProviderRefused("400")])
def test_a_geocoder_that_fails_is_as_good_as_none(world: World, error: ProviderSilent | ProviderRefused) -> None:
    assert asks(world, FakeGeocoder(fails=error)).find(TEXT) == Unknown()


def test_each_address_that_leaves_is_written_down_and_never_the_address_itself(world: World) -> None:
    find = asks(world, FakeGeocoder(NEW)).find
    find(TEXT)
    find("1 New Example Way")
    find("2 new example way")

    one, again, other = rows(world)
    assert one[:2] == ("geocode", "example")
    assert one == again != other
    assert "way" not in str(rows(world)).lower()


def test_nothing_leaves_while_it_rests_or_beyond_the_days_limit(world: World) -> None:
    geocoder = FakeGeocoder()
    find = asks(world, geocoder).find
    for _ in range(5):
        find(TEXT)
    geocoder.rests = True
    find(TEXT)

    assert len(geocoder.asked) == len(rows(world)) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12 elm st", "12 Elm St, Example County, MD"),
        ("12 elm st apt 4, towson", "12 Elm St, Towson"),
        ("12 elm st 21286", "12 Elm St, 21286"),
        ("86-12 queens blvd", "86-12 Queens Blvd, Example County, MD"),
        ("elm & oak", ""),
        ("39.4,-76.5", ""),
        ("elm st", ""),
        ("my phone is 410-555-0100", ""),
    ],
)
def test_only_a_bare_address_leaves(text: str, told: str) -> None:
    assert outside_question(text, place="Example County, MD") == told


def test_a_resident_is_asked_which_of_them_was_meant(world: World) -> None:
    find = asks(world, FakeGeocoder(NEW)).find

    def texts(body: str, number: int) -> str:
        from chalicelib.usecases.receive_text import InboundText

        text = InboundText(message_id=f"SM{number:032d}", sender=builders.PHONE, body=body)
        return receiver(world, locate=find).receive(text)

    offered = texts(f"REGISTER {TEXT}, 2 cameras, keeps 14 days", 1)
    confirmed = texts("1", 2)

    assert "1 New Example Way" in offered
    assert "1 New Example Way" in confirmed
    assert Phone(world).contact.owner_id is None


@pytest.mark.parametrize(
    "table",
    [
        {"use": "elsewhere", "place": "A, MD"},
        {"use": "census"},
        {"use": "census", "place": "A, MD", "per_day": 0},
        {"used": "census"},
    ],
)
def test_a_geocoder_that_cannot_be_meant_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"agency\.toml|geocoder"):
        agency_from({**builders.AGENCY_TABLE, "geocoder": table})
