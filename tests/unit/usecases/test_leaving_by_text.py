"""No more texts, in any state, and back again."""

from __future__ import annotations

import pytest

from tests.unit.usecases.texting import ask


def test_a_stop_keyword_stops_and_is_left_to_the_carrier(owner):
    assert owner.texts("STOP") == ""
    assert (owner.contact.consent, owner.contact.stopped_by) == ("stopped", "keyword")


def test_a_stop_in_words_is_confirmed_once_and_then_there_is_silence(owner):
    assert "no more texts" in owner.texts("please take me off your list")
    assert owner.contact.stopped_by == "words"
    assert [owner.texts(text) for text in ("leave me alone", "hello?", "1", "MY CAMERAS", "HELP")] == [""] * 5


@pytest.mark.parametrize("state", ["idle", "registering", "asked", "removing", "unknown"])
def test_stop_works_in_every_state(phone, world, state):
    if state == "registering":
        phone.texts("REGISTER")
    if state in ("asked", "removing"):
        phone.registers()
    if state == "asked":
        ask(world, phone.contact.owner_id)
    if state == "removing":
        phone.texts("DELETE ME")
    if state == "idle":
        phone.texts("hi")

    phone.texts("stop texting me")

    assert phone.contact.consent == "stopped"


def test_start_brings_an_owner_back_with_consent(owner):
    owner.texts("no more texts please")

    assert "our texts again" in owner.texts("START")
    assert owner.contact.consent == "given"


def test_the_carrier_answers_start_where_it_had_blocked(owner):
    owner.texts("STOP")

    assert owner.texts("YES") == ""
    assert owner.contact.consent == "given"


def test_start_from_somebody_unknown_confirms_nothing(phone):
    assert "Texts from us are on" in phone.texts("START")
    assert phone.contact.consent == "unconfirmed"


def test_a_keyword_after_words_leaves_the_answer_to_start_to_the_carrier(owner):
    owner.texts("leave me alone")
    owner.texts("STOP")

    assert owner.contact.stopped_by == "keyword"
    assert owner.texts("START") == ""


def test_an_old_stop_delivered_again_does_not_undo_a_start(owner, world):
    owner.texts("leave me alone", message_id="SM" + "a" * 32)
    owner.texts("START")
    world.clock.pass_time(days=8)

    assert owner.texts("leave me alone", message_id="SM" + "a" * 32) == ""
    assert owner.contact.consent == "given"


def test_a_first_text_that_was_a_stop_counts_once_too(phone, world):
    phone.texts("STOP", message_id="SM" + "a" * 32)
    phone.texts("START")
    world.clock.pass_time(days=8)

    assert phone.texts("STOP", message_id="SM" + "a" * 32) == ""
    assert phone.contact.consent == "unconfirmed"


def test_an_old_start_delivered_again_does_not_undo_a_stop(owner, world):
    owner.texts("leave me alone")
    owner.texts("START", message_id="SM" + "a" * 32)
    owner.texts("leave me alone")
    world.clock.pass_time(days=8)

    assert owner.texts("START", message_id="SM" + "a" * 32) == ""
    assert owner.contact.consent == "stopped"


def test_a_stop_holds_though_the_clock_before_it_ran_ahead(owner, world):
    world.clock.pass_time(seconds=-60)

    assert "no more texts" in owner.texts("leave me alone")
    assert owner.contact.consent == "stopped"


@pytest.mark.parametrize("leaving", ["STOP", "leave me alone"])
def test_who_stopped_and_deleted_everything_can_be_texted_after_start_again(owner, world, leaving):
    owner.texts(leaving)
    world.commit(*world.registry.remove_household(owner.household, at=world.clock.now()))
    assert owner.contact.address == ""

    owner.texts("START")
    owner.registers()

    assert (owner.contact.address, owner.contact.consent) == (owner.number, "given")


def test_help_as_a_keyword_is_left_to_the_carrier(owner):
    assert owner.texts("HELP") == ""
    assert owner.texts("info") == ""
