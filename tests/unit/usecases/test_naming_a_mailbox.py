"""An owner names a mailbox by text: its holder is asked, and the reply never tells whose it is."""

from __future__ import annotations

import re

import pytest

from chalicelib.usecases.add_contact import AddContact
from tests.unit.usecases.texting import Phone

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
