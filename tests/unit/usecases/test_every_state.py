"""From every state of a conversation one text leads out, and comes back; an open ask and odd texts lose nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.domain.conversation import State
from chalicelib.domain.conversation_record import from_record, to_record
from chalicelib.domain.sms import is_gsm7, segments
from chalicelib.usecases.leave import CONVERSATION
from tests import builders
from tests.unit.domain.steps import OF_OWNERS, WAYS, at
from tests.unit.domain.test_any_text import ODD_SAMPLE
from tests.unit.domain.test_optout import SAMPLE, labelled
from tests.unit.usecases.texting import Phone, ask
from tests.world import World

REGISTERED = (*OF_OWNERS, "look", "indoor", "name")


def arrive(world: World, name: str) -> Phone:
    """Put a conversation into this state, as the engine's own tests reach it."""
    phone = Phone(world)
    if name in REGISTERED:
        world.household(cameras=[builders.a_camera(1), builders.a_camera(2)], owner_id="owner1")
    else:
        world.contact()
    put(world, phone, at(name).state)
    return phone


def put(world: World, phone: Phone, state: State) -> None:
    record = to_record(state) | {"at": world.clock.now().isoformat()}
    until = world.clock.now().replace(year=world.clock.now().year + 1)
    world.commit(world.scratch.put(CONVERSATION, phone.contact.key, record, expires_at=until, version=0))


def state_of(world: World, phone: Phone) -> State:
    record: Any = world.scratch.get(CONVERSATION, phone.contact.key, now=world.clock.now())
    return from_record(record)


@pytest.mark.parametrize("text", ["STOP", "stop texting me", "please take me off your list", "no me escriban mas"])
@pytest.mark.parametrize("name", WAYS)
def test_one_text_stops_in_every_state_and_nothing_is_lost_for_who_comes_back(world, name, text):
    phone = arrive(world, name)
    before = state_of(world, phone)

    phone.texts(text)

    assert phone.contact.consent == "stopped"
    phone.texts("START")
    assert phone.contact.consent != "stopped"
    assert state_of(world, phone) == before


@pytest.mark.parametrize("name", WAYS)
def test_help_is_left_to_the_carrier_in_every_state_and_loses_nothing(world, name):
    phone = arrive(world, name)
    before = state_of(world, phone)

    assert phone.texts("HELP") == ""
    assert "410-555-0100" in phone.texts("help me")
    assert state_of(world, phone) == before


@pytest.mark.parametrize("name", WAYS)
def test_one_text_starts_over_in_every_state(world, name):
    phone = arrive(world, name)

    phone.texts("START OVER")

    assert state_of(world, phone).step in ("idle", "address")


@pytest.mark.parametrize("name", REGISTERED)
def test_a_live_ask_outranks_every_unfinished_conversation(world, name):
    phone = arrive(world, name)
    before = state_of(world, phone)
    ask(world, "owner1")

    assert "/r/" in phone.texts("1")

    assert world.requests.asks("request1")[0].answer == "has_footage"
    assert state_of(world, phone) == before


@pytest.mark.parametrize("name", WAYS)
def test_a_text_that_comes_twice_counts_once(world, name):
    phone = arrive(world, name)

    first = phone.texts("go back", message_id="SM" + "b" * 32)
    after = state_of(world, phone)

    assert phone.texts("go back", message_id="SM" + "b" * 32) == first
    assert state_of(world, phone) == after


@pytest.mark.slow
@pytest.mark.parametrize("name", WAYS)
def test_odd_texts_break_nothing_in_any_state(world, name):
    phone = arrive(world, name)
    start = state_of(world, phone)
    if name in REGISTERED:
        ask(world, "owner1")

    for text in [text for text, _ in labelled(SAMPLE)][::3] + json.loads(ODD_SAMPLE.read_text())["strings"]:
        reply = phone.texts(text)
        assert is_gsm7(reply), text
        assert segments(reply) <= 2, text
        if phone.contact is None:  # deleted, as that text asked for
            phone = arrive(world, name)
        if phone.contact.consent == "stopped":
            phone.texts("START")
        put(world, phone, start)
