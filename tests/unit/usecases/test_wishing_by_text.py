"""A pause is no STOP: wishes of owners by text, kept with them, beside asks and consent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.domain.wishes import Wishes
from tests import builders
from tests.unit.usecases.texting import Phone, ask


def wishes(owner) -> Wishes:
    return owner.household.owner.wishes


@pytest.mark.parametrize("text", ["stop until monday", "please stop texting me until dec 1", "dont text me today"])
def test_a_clear_pause_is_a_pause_and_consent_stays(owner, world, text):
    reply = owner.texts(text)

    assert "we will not ask you for video until" in reply
    assert owner.contact.consent == "given"
    assert wishes(owner).paused(world.clock.now())


def test_a_pause_is_ended_by_resume_and_by_start(owner, world):
    owner.texts("pause for 2 weeks")
    assert "The pause is over." in owner.texts("resume")
    assert wishes(owner) == Wishes()

    owner.texts("pause for 2 weeks")
    assert "The pause is over." in owner.texts("START")
    assert wishes(owner) == Wishes()


def test_resume_brings_back_who_stopped(owner):
    owner.texts("no more texts please")

    assert "our texts again" in owner.texts("resume")
    assert owner.contact.consent == "given"


@pytest.mark.parametrize("first", [(), ("hi",)], ids=["unknown", "known"])
def test_who_has_no_cameras_and_wants_a_pause_gets_nothing_and_may_come_back(phone, first):
    for text in first:
        phone.texts(text)

    assert "nothing comes from us unless you write first" in phone.texts("stop until monday")
    assert phone.contact.consent == "unconfirmed"
    assert "Where is" in phone.texts("REGISTER")


@pytest.mark.parametrize("text", ["stop texting me", "stop for now"])
def test_who_has_no_cameras_and_says_anything_else_in_words_of_leaving_leaves(phone, text):
    phone.texts("hi")

    phone.texts(text)

    assert phone.contact.consent == "stopped"


def test_an_ask_that_waits_is_named_beside_a_wish(owner, world):
    ask(world, owner.contact.owner_id)

    said = owner.texts("im on vacation till december 5")

    assert "we will not ask you for video until" in said
    assert "BCDF" in said


def test_a_wish_answers_no_ask(owner, world):
    ask(world, owner.contact.owner_id)

    owner.texts("no me escriban hasta el lunes")

    assert wishes(owner).paused_until is not None
    assert world.requests.asks("request1")[0].answer is None


def test_an_ask_outranks_a_wish_to_be_changed(owner, world):
    owner.texts("they keep 10 days now")
    ask(world, owner.contact.owner_id)

    assert "request BCDF" in owner.texts("3")
    assert {camera.retention_days for camera in owner.household.cameras} == {14}
    owner.texts("OK")
    assert {camera.retention_days for camera in owner.household.cameras} == {10}


def test_an_unfinished_conversation_of_last_week_does_not_swallow_an_answer_in_words(owner, world):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera")
    world.clock.pass_time(hours=7 * 24)
    ask(world, owner.contact.owner_id)

    assert "nothing there" in owner.texts("sorry we didnt see anything")


def test_one_wish_leaves_the_others_as_they_are(owner, world):
    owner.texts("not after 9pm")
    owner.texts("pause for 2 weeks")

    assert wishes(owner).quiet is not None
    assert wishes(owner).paused_until == world.clock.now() + timedelta(days=14)


def test_by_email_only_says_that_a_mailbox_can_be_named_by_text(owner):
    assert "Text us its address" in owner.texts("only by email")

    assert "We are sending a mail there" in owner.texts("my email is pat@mail.example")


def test_somebody_else_s_wish_is_theirs(world):
    one, other = Phone(world), Phone(world, builders.OTHER_PHONE)
    one.registers()
    other.registers()

    one.texts("pause")

    assert wishes(other) == Wishes()
