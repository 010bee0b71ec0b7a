"""The breaker: what strangers cost has an end each day, and nothing else has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.domain.agency import Limits
from chalicelib.usecases.spending import may_spend, spending_share
from tests.unit.usecases.texting import Phone
from tests.world import World


@pytest.fixture
def thrifty(world: World) -> World:
    """An agency that pays for four segments a day."""
    world.agency = replace(world.agency, limits=Limits(stranger_segments_per_day=4))
    return world


def spends(world: World, text: str = "hello") -> bool:
    return may_spend(text, scratch=world.scratch, agency=world.agency, now=world.clock.now())


def test_segments_count_and_not_texts(thrifty: World) -> None:
    assert spends(thrifty, "a" * 300)
    assert spends(thrifty, "a" * 300)
    assert not spends(thrifty)


def test_the_next_day_begins_at_nothing(thrifty: World) -> None:
    while spends(thrifty):
        pass
    thrifty.clock.pass_time(days=1)

    assert spends(thrifty)


def test_the_share_is_what_the_operator_sees(thrifty: World) -> None:
    look = {"scratch": thrifty.scratch, "agency": thrifty.agency, "now": thrifty.clock.now()}
    assert spending_share(**look) == 0
    spends(thrifty)
    assert spending_share(**look) == 25


def test_a_flood_of_strangers_gets_no_more_replies(thrifty: World) -> None:
    replies = [Phone(thrifty, f"+14105550{number}").texts("hi there") for number in range(150, 158)]

    assert replies[0]
    assert replies[-1] == ""


def test_what_a_stranger_said_counts_even_without_a_reply(thrifty: World) -> None:
    phone = Phone(thrifty)
    while spends(thrifty):
        pass
    assert phone.texts("REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days") == ""
    thrifty.clock.pass_time(hours=13)

    phone.texts("OK")

    assert thrifty.registry.figures()["cameras"] == 2


def test_stop_is_confirmed_whatever_was_spent(thrifty: World) -> None:
    while spends(thrifty):
        pass

    assert "no more texts" in Phone(thrifty).texts("please stop texting me")


def test_an_owner_gets_every_reply(thrifty: World) -> None:
    phone = Phone(thrifty)
    thrifty.agency = replace(thrifty.agency, limits=Limits())
    phone.registers()
    thrifty.agency = replace(thrifty.agency, limits=Limits(stranger_segments_per_day=0))

    assert phone.texts("MY CAMERAS")
