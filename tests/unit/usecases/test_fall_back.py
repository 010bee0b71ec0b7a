"""An ask that failed for good goes to its owner's other contact: once, and only where that may still be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.domain.errors import ProviderRefused
from chalicelib.domain.incident import Answer
from chalicelib.domain.wishes import Wishes
from chalicelib.usecases.follow_delivery import follow_delivery
from tests.unit.usecases.owner_with_both import OwnerWithBoth

FOLLOWS = ("outbox", "registry", "transactions", "clock", "fall_back")


@pytest.fixture
def both(world):
    return OwnerWithBoth(world)


def fails(both, code="30005", status="undelivered"):
    follow_delivery(both.first.message_id, status, provider_id="SM1", error_code=code, **both.world.ports(*FOLLOWS))


@pytest.mark.parametrize("code", ["30003", "30005", "30006", "30007"])
def test_a_text_that_failed_for_good_is_followed_by_a_mail(both, code):
    both.ask(both.phone)
    fails(both, code)
    both.sweep()

    assert (both.first.state, both.first.reason) == ("undelivered", code)
    assert both.asked().contact_key == both.mailbox.key
    [mail] = both.world.emails.sent
    assert (mail.to, mail.subject) == (both.mailbox.address, "Request BCDF of Example Police: did your camera see it?")


def test_a_text_that_the_carrier_refuses_is_followed_by_a_mail(both):
    both.world.texts.trouble.before = [ProviderRefused("21614")]
    both.ask(both.phone)
    both.sweep()

    assert both.first.state == "undelivered"
    assert len(both.world.emails.sent) == 1


def test_a_mail_that_failed_for_good_is_followed_by_a_text(both):
    both.ask(both.mailbox)
    both.world.fall_back().give_up(both.first, reason="hard_bounce", delivered=True)
    both.sweep()

    assert [text.to for text in both.world.texts.sent] == [both.phone.address]
    assert "BCDF" in both.world.texts.sent[0].body


def test_however_often_it_fails_there_is_one_other_way(both):
    both.ask(both.phone)
    for _ in range(3):
        fails(both)
    both.sweep()
    both.world.fall_back().give_up(both.second, reason="hard_bounce", delivered=True)
    both.sweep()

    assert len(both.world.emails.sent) == 1
    assert len(both.world.texts.sent) == 1
    assert both.second.state == "undelivered"


def test_who_stopped_is_not_asked_elsewhere_for_it(both):
    both.ask(both.phone)
    fails(both, "21610")

    assert both.first.state == "undelivered"
    assert both.second is None


@pytest.mark.parametrize("consent", ["stopped", "unconfirmed"])
def test_a_contact_without_consent_is_never_the_other_way(both, consent):
    both.ask(both.phone)
    changed = both.world.registry.set_consent(both.mailbox.key, consent, at=both.world.clock.now(), by="words")
    both.world.commit(changed)
    fails(both)

    assert both.second is None
    assert both.first.state == "undelivered"


def test_who_wants_texts_only_gets_no_mail(world):
    both = OwnerWithBoth(world, wishes=Wishes(only="sms"))
    both.ask(both.phone)
    fails(both)

    assert both.second is None


def test_who_answered_meanwhile_is_not_asked_again(both):
    both.ask(both.phone)
    answered = replace(both.asked(), answer=Answer.NOTHING, version=2)
    both.world.commit(both.world.requests.change_ask(answered))
    fails(both)

    assert both.second is None


def test_nobody_is_asked_again_once_the_request_was_closed(both):
    both.ask(both.phone)
    both.world.commit(both.world.requests.move_request(replace(both.request, state="closed"), was="open"))
    fails(both)

    assert both.second is None


def test_footage_that_is_gone_is_not_asked_for_again(both):
    both.ask(both.phone)
    both.world.clock.pass_time(days=13, hours=1)
    fails(both)

    assert both.second is None


def test_the_other_way_waits_for_quiet_hours_too(both):
    both.ask(both.phone)
    both.world.clock.pass_time(hours=10)
    fails(both)

    assert both.second.due_at - both.world.clock.now() > timedelta(hours=1)
    assert both.sweep() == []


def test_other_kinds_of_messages_have_no_other_way(both):
    both.ask(both.phone)
    receipt = replace(both.first, message_id="receipt-1", kind="receipt")
    both.world.commit(both.world.outbox.owe(receipt))
    both.world.fall_back().give_up(receipt, reason="30005")

    assert both.world.outbox.message("receipt-1").state == "undelivered"
    assert both.second is None


def test_who_leaves_meanwhile_is_not_asked_the_other_way(both):
    from chalicelib.usecases.leave import Leave, delete_everything

    both.ask(both.phone)
    fails(both)
    leave = Leave(**both.world.ports("registry", "requests", "outbox", "scratch", "audit"))
    delete_everything(both.household(), leave=leave, **both.world.ports("transactions", "clock"))
    both.sweep()

    assert both.world.emails.sent == []
    assert both.second.state == "dropped"


def test_a_silent_phone_that_is_gone_leaves_the_ask_to_the_mailbox_in_full(both):
    both.ask(both.phone)
    both.world.commit(both.world.requests.change_ask(replace(both.asked(), held=True, version=2)))
    fails(both)
    both.sweep()

    assert not both.asked().held
    assert "Did your camera see it?" in both.world.emails.sent[0].body
