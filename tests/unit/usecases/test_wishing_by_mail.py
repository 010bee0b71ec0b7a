"""Wishes about when and how, by mail: neither leaving nor a matter for a person, unless nobody knows who wrote them."""

from __future__ import annotations

import pytest

from tests.unit.usecases.mailing import Mailbox
from tests.world import World

WISHES = ["stop until monday", "stop emails for 2 weeks", "no emails at night", "stop emailing me at night"]


@pytest.fixture
def owner(world: World) -> Mailbox:
    mailbox = Mailbox(world)
    mailbox.registers()
    return mailbox


@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_in_words_of_leaving_is_kept_and_nobody_has_to_read_it(owner: Mailbox, wish: str) -> None:
    assert owner.replies(wish) == "answered"

    wishes = owner.household.owner.wishes
    assert wishes.paused_until or wishes.quiet
    assert owner.contact.consent == "given"


def test_a_wish_that_begins_no_talk_is_asked_back(owner: Mailbox) -> None:
    assert owner.mails("stop emails for 2 weeks") == "asked_back"

    owner.presses()

    assert owner.household.owner.wishes.paused_until


def test_from_nobody_sure_it_is_leaving(owner: Mailbox) -> None:
    assert owner.mails("stop emails for 2 weeks", dmarc="fail", spf="fail", dkim="fail") == "left"


def test_from_a_stranger_it_is_leaving(world: World) -> None:
    assert Mailbox(world).mails("stop emails for 2 weeks") == "left"
