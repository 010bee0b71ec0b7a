"""An owner names a mailbox by text: its holder is asked, and the reply never tells whose it is."""

from __future__ import annotations

import re

import pytest

from chalicelib.usecases.add_contact import AddContact
from tests.unit.usecases.texting import Phone, ask

MAILBOX = "neighbor@example.com"


@pytest.fixture
def phone(world):
    phone = Phone(world)
    phone.registers()
    return phone


def confirm(world):
    world.deliver()
    found = re.search(r"/me/mailbox/(\S+)", world.emails.sent[-1].body)
    assert found
    names = ("registry", "scratch", "outbox", "transactions", "clock", "ids", "agency", "base_url")
    AddContact(**world.ports(*names), outbox_queue=world.queue).confirm(found[1])


def test_a_mailbox_named_by_text_is_added_once_its_holder_said_so(world, phone):
    reply = phone.texts(f"my email is {MAILBOX}")
    assert "button" in reply
    assert len(phone.household.contacts) == 1

    confirm(world)
    assert [contact.channel for contact in phone.household.contacts] == ["sms", "email"]
    assert world.emails.sent[-1].to == MAILBOX


def test_the_reply_is_the_same_for_a_mailbox_of_somebody_else_or_one_that_stopped(world, phone):
    world.contact("theirs@example.com", channel="email", owner_id="other", consent="given")
    world.contact("gone@example.com", channel="email", consent="stopped", stopped_by="words")

    replies = {phone.texts(f"my email is {name}@example.com") for name in ("free", "theirs", "gone")}

    assert len(replies) == 1


def test_the_same_text_again_sends_one_mail(world, phone):
    for _ in range(3):
        phone.texts(f"my email is {MAILBOX}", message_id="SM1")
    world.deliver()

    assert len(world.emails.sent) == 1


def test_too_many_mails_to_one_mailbox_are_refused_kindly(world, phone):
    replies = [phone.texts(f"my email is {MAILBOX}") for _ in range(4)]
    world.deliver()

    assert "try again" in replies[-1]
    assert len(world.emails.sent) == 3


def test_a_stranger_who_names_a_mailbox_adds_none(world):
    Phone(world, "+14105550177").texts(f"my email is {MAILBOX}")
    world.deliver()

    assert world.emails.sent == []


def test_an_owner_has_us_write_to_ten_mailboxes_a_day(world, phone):
    replies = [phone.texts(f"my email is n{number}@example.com") for number in range(11)]
    world.deliver()

    assert ["button" in reply for reply in replies] == [True] * 10 + [False]
    assert len(world.emails.sent) == 10


INSTEAD = f"send them to {MAILBOX} instead"


def test_who_wants_mail_instead_is_told_how_to_be_asked_there_only(world, phone):
    assert "ONLY EMAIL" in phone.texts(INSTEAD)

    confirm(world)
    phone.texts("ONLY EMAIL")

    assert phone.household.owner.wishes.only == "email"


def test_a_mailbox_named_in_the_middle_of_something_loses_neither(world, phone):
    phone.texts("REMOVE 1")

    reply = phone.texts(INSTEAD)

    assert "sending a mail" in reply
    assert "OK" in phone.texts("what")
    phone.texts("OK")
    confirm(world)
    assert len(phone.household.cameras) == 1
    assert len(phone.household.contacts) == 2


def test_an_ask_that_waits_is_not_forgotten_over_a_mailbox(world, phone):
    ask(world, phone.contact.owner_id)

    reply = phone.texts(f"my email is {MAILBOX}")

    assert "sending a mail" in reply
    assert "BCDF" in reply
    assert world.requests.asks("request1")[0].answer is None


@pytest.mark.parametrize("text", ["my phone is 410-555-0134", "send them to 410-555-0134 instead"])
def test_an_owner_who_texts_another_phone_is_told_where_to_add_it(phone, text):
    reply = phone.texts(text)

    assert "https://porchlight.example/me " in reply
    assert len(phone.household.contacts) == 1


def test_a_mailbox_beside_something_else_is_not_passed_over(world, phone):
    reply = phone.texts(f"camera 2 looks at the street, email {MAILBOX}")

    assert "Noted" in reply
    assert "Text us just the address" in reply


def test_who_is_about_to_register_hears_when_a_mailbox_can_be_added(world):
    stranger = Phone(world, "+14105550177")

    reply = stranger.texts(f"REGISTER 1009 Roxleigh Rd Towson, email {MAILBOX}")

    assert "once you are registered" in reply
