"""Answers by mail: to the ask whose address the mail went to, by digit or words, and to no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.domain.incident import Answer, RequestId
from chalicelib.domain.owner import OwnerId
from tests.unit.usecases.mailing import ADDRESSES, Mailbox
from tests.unit.usecases.texting import ask

QUOTED = "\n\nOn Fri, Nov 20, 2026 at 9:41 PM Police <r@porchlight.example> wrote:\n> 1 I have video\n> 5 No\n> STOP"


@pytest.fixture
def owner(world):
    mailbox = Mailbox(world)
    mailbox.registers()
    world.clock.pass_time(hours=25)
    list(world.queue.take())
    ask(world, mailbox.contact.owner_id)
    return mailbox


def address(owner, request="request1", code="BCDF"):
    return ADDRESSES.of_ask(RequestId(request), code, OwnerId(owner.contact.owner_id))


def answer_of(owner, request="request1"):
    return owner.world.requests.ask(request, owner.contact.owner_id).answer


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("1", Answer.HAS_FOOTAGE),
        ("3 nothing there", Answer.NOTHING),
        ("We saved it and will send it later.", Answer.SAVED),
        ("It is already gone", Answer.OVERWRITTEN),
        ("No thank you", Answer.NO),
        ("no hay nada", Answer.NOTHING),
        ("6", Answer.HELP),
    ],
)
def test_a_reply_answers_its_ask_by_digit_or_words(owner, body, answer):
    assert owner.mails(body + QUOTED, to=address(owner)) == "answered"

    assert answer_of(owner) is answer


def test_who_has_footage_gets_the_link_for_it(owner):
    owner.mails("1" + QUOTED, to=address(owner))

    assert "https://porchlight.example/r/" in owner.answer


def test_a_reply_answers_the_ask_of_its_address_even_where_another_is_newer(owner, world):
    ask(world, owner.contact.owner_id, "request2", "GHJK")

    owner.mails("3", to=address(owner))

    assert (answer_of(owner), answer_of(owner, "request2")) == (Answer.NOTHING, None)


def test_nothing_is_answered_by_what_is_quoted(owner):
    assert owner.mails(QUOTED, to=address(owner)) != "answered" or answer_of(owner) is None
    assert answer_of(owner) is None


def test_an_answer_to_another_address_of_ours_waits_for_a_link(owner):
    assert owner.mails("3 BCDF") == "asked_back"
    assert answer_of(owner) is None

    owner.presses()

    assert answer_of(owner) is Answer.NOTHING


def test_the_address_of_an_ask_changes_nothing_else(owner):
    before = owner.household

    assert owner.mails("PAUSE 2 WEEKS", to=address(owner)) == "asked_back"

    assert owner.household == before


def test_an_ask_that_ran_out_is_not_answered(owner, world):
    world.clock.pass_time(days=15)

    owner.mails("3", to=address(owner))

    assert answer_of(owner) is None


def test_a_reply_delivered_twice_answers_once(owner, world):
    for mail_id in ("one", "two"):
        owner.mails("3", to=address(owner), message_id="<same@mail.example>", mail_id=mail_id)

    assert world.requests.ask("request1", owner.contact.owner_id).version == 2


@pytest.mark.parametrize("body", ["3", "We looked at all of it, and there was nobody", "1"])
def test_an_answer_from_another_mailbox_records_nothing_and_is_told_where_to_answer(owner, world, body):
    boss = Mailbox(world, "boss@shop.example")

    boss.mails(body, to=address(owner))

    assert answer_of(owner) is None
    assert "answer from there" in boss.answer
    assert len(world.scratch.traced("mail_others", now=world.clock.now())) == 1


def test_who_registers_at_the_address_of_somebody_elses_ask_is_heard(owner, world):
    neighbor = Mailbox(world, "neighbor@mail.example")

    neighbor.mails("Register 1011 Roxleigh Rd Towson, 2 cameras, keeps 14 days", to=address(owner))

    assert "2 cameras at 1011 Roxleigh Rd" in neighbor.answer


def test_a_call_for_help_is_said_to_the_agency_in_its_own_language(owner, world):
    world.agency = replace(world.agency, languages=("es", "en"))

    owner.mails("6", to=address(owner))

    notes = [item["body"]["S"] for item in world.dynamodb.scan(TableName="outbox")["Items"] if "BCDF" in str(item)]
    assert any("ayuda" in body for body in notes)
