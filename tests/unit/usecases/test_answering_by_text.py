"""Owners answer asks by text."""

from __future__ import annotations

import json

import pytest

from chalicelib.domain.incident import Answer
from tests import builders
from tests.unit.usecases.texting import ask, link_in


@pytest.mark.parametrize("answer", list(Answer))
def test_each_digit_is_recorded_and_thanked_for(owner, world, answer):
    ask(world, owner.contact.owner_id)

    reply = owner.texts(str(answer.digit))

    assert "BCDF" in reply
    assert world.requests.ask("request1", owner.contact.owner_id).answer is answer
    assert world.requests.tally("request1").answers == {answer: 1}


@pytest.mark.parametrize("text", ["1", "2", "I have video"])
def test_who_has_footage_gets_a_link_that_opens_the_ask(owner, world, text):
    ask(world, owner.contact.owner_id)

    token = link_in(owner.texts(text))

    assert world.requests.ask_by_token(token, now=world.clock.now()).owner_id == owner.contact.owner_id


def test_the_board_is_brought_up_to_date(owner, world):
    ask(world, owner.contact.owner_id)
    list(world.queue.take())

    owner.texts("3")

    owed = [world.outbox.message(body["message"]) for body in world.queue.take()]
    assert [(message.kind, message.request_id) for message in owed] == [("board", "request1")]


def test_who_needs_help_is_made_known_by_the_code_alone(owner, world):
    ask(world, owner.contact.owner_id)
    list(world.queue.take())

    assert "410-555-0100" in owner.texts("need help")

    notes = [world.outbox.message(body["message"]) for body in world.queue.take()]
    note = next(json.loads(message.body) for message in notes if message.kind == "note")
    assert note["channel"] == builders.CHANNEL
    assert "BCDF" in note["text"]
    assert builders.PHONE[2:] not in str(note)
    assert owner.contact.owner_id not in note["text"]


def test_an_answer_can_be_changed(owner, world):
    ask(world, owner.contact.owner_id)
    owner.texts("2")
    owner.texts("3")

    assert world.requests.tally("request1").answers == {Answer.NOTHING: 1}


def test_with_two_requests_the_code_is_asked_for(owner, world):
    ask(world, owner.contact.owner_id)
    ask(world, owner.contact.owner_id, "request2", "KTRM")

    reply = owner.texts("1")
    assert "BCDF (1000 block of Roxleigh Rd)" in reply
    assert "KTRM" in reply

    owner.texts("1 KTRM")
    assert world.requests.ask("request2", owner.contact.owner_id).answer is Answer.HAS_FOOTAGE
    assert world.requests.ask("request1", owner.contact.owner_id).answer is None


def test_a_live_ask_outranks_a_registration_which_goes_on_afterwards(owner, world):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson")
    ask(world, owner.contact.owner_id)

    reply = owner.texts("3")

    assert "nothing there" in reply
    assert "How many cameras" in reply
    assert "How many days" in owner.texts("2")


def test_one_does_not_confirm_a_registration_while_an_ask_is_open(owner, world):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    ask(world, owner.contact.owner_id)

    assert "/r/" in owner.texts("1")
    assert len(owner.household.cameras) == 2
    assert "Registered" in owner.texts("OK")


def test_what_is_not_understood_is_answered_with_the_choices(owner, world):
    ask(world, owner.contact.owner_id)

    assert "1 have video, 2 saved it" in owner.texts("what kind of man?")


def test_a_closed_ask_takes_no_answer(owner, world):
    ask(world, owner.contact.owner_id)
    world.clock.pass_time(days=15)

    assert "no open request" in owner.texts("1")


def test_another_owners_code_answers_nothing(owner, world):
    ask(world, "stranger", code="KTRM")

    assert "no open request KTRM" in owner.texts("1 KTRM")
    assert world.requests.ask("request1", "stranger").answer is None


def test_an_answer_that_leads_to_a_question_says_how_to_leave_it(owner, world):
    ask(world, owner.contact.owner_id)

    reply = owner.texts("nothing, that one looks at the alley")

    assert "nothing there" in reply
    assert "Which one do you mean?" in reply
    assert reply.endswith("BACK, START OVER, HELP or STOP work any time.")


def test_an_answer_is_changed_by_a_digit_with_words_that_say_the_same_and_what_they_teach_is_offered(owner, world):
    ask(world, owner.contact.owner_id)
    owner.texts("3")

    reply = owner.texts("4 overwritten after 5 days")

    assert world.requests.ask("request1", owner.contact.owner_id).answer is Answer.OVERWRITTEN
    assert "video kept 5 days from now on" in reply
