"""An ask that was owed before its owner wished otherwise goes out when and how the owner wants it, or not at all."""

from __future__ import annotations

from datetime import time, timedelta

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.outbox import ask_message_id
from chalicelib.domain.wishes import Wishes
from chalicelib.usecases.sweep import sweep
from tests import builders
from tests.fakes import NOON

DAYS = timedelta(days=1)


def owe_ask(world, wishes, *, lasts=10 * DAYS):
    """Owe an ask, and let its owner wish something before it goes out."""
    owner = world.household(wishes=wishes).owner
    message = builders.a_message(
        "m1", kind="ask", contact_key=owner.contact_keys[0], owner_id=owner.owner_id, created_at=NOON,
        expires_at=NOON + lasts,
    )  # fmt: skip
    world.commit(world.outbox.owe(message))
    world.queue.send([{"message": "m1"}])


def message(world):
    return world.outbox.message("m1")


def later(world, **time_passed):
    world.clock.pass_time(**time_passed)
    sweep(**world.ports("outbox", "queue", "clock"))
    return world.deliver()


def test_without_wishes_it_goes_out(world):
    owe_ask(world, Wishes())

    assert world.deliver() == ["accepted"]


def test_a_pause_puts_it_back_until_the_pause_is_over(world):
    owe_ask(world, Wishes(paused_until=NOON + 3 * DAYS))

    assert world.deliver() == ["held"]
    assert message(world).due_at == NOON + 3 * DAYS
    assert later(world, days=2) == []
    assert later(world, days=1) == ["accepted"]


def test_hours_of_quiet_put_it_back_to_the_end_of_them(world):
    owe_ask(world, Wishes(quiet=QuietHours(time(6), time(17))))

    assert world.deliver() == ["held"]
    assert message(world).due_at.astimezone(world.agency.zone()).hour == 17


def test_a_pause_that_ends_at_night_waits_for_the_agency_s_hours_too(world):
    midnight = NOON.astimezone(world.agency.zone()).replace(hour=0, minute=0, second=0, microsecond=0) + 2 * DAYS
    owe_ask(world, Wishes(paused_until=midnight))

    world.deliver()

    assert message(world).due_at == world.agency.sending_time(midnight)
    assert message(world).due_at > midnight


def test_it_is_dropped_where_the_footage_is_gone_by_then(world):
    owe_ask(world, Wishes(paused_until=NOON + 3 * DAYS), lasts=2 * DAYS)

    assert world.deliver() == ["dropped"]
    assert message(world).reason == "wishes"
    assert world.texts.sent == []


def test_it_is_given_up_where_the_owner_wants_no_texts_and_has_no_other_contact(world):
    owe_ask(world, Wishes(only="email"))

    assert world.deliver() == ["refused"]
    assert (message(world).state, message(world).reason) == ("undelivered", "wishes")
    assert world.texts.sent == []


def test_it_goes_by_mail_where_the_owner_wants_mail_only_by_now(world):
    mailbox = world.contact("jane@example.org", channel="email", owner_id="owner1", consent="given")
    phone = world.household(owner_id="owner1").contacts[0]
    owner = builders.an_owner("owner1", contact_keys=(phone.key, mailbox.key), wishes=Wishes(only="email"), version=2)
    asked = builders.an_ask("request1", "owner1", contact_key=phone.key, overwritten_at=NOON + 10 * DAYS)
    first = ask_message_id(asked.request_id, owner.owner_id)
    text = builders.a_message(
        first, kind="ask", contact_key=phone.key, owner_id=owner.owner_id, request_id=asked.request_id,
        created_at=NOON, expires_at=NOON + 10 * DAYS,
    )  # fmt: skip
    world.commit(
        world.registry.change_owner(owner),
        *world.requests.add_request(builders.a_request("request1")),
        world.requests.add_ask(asked),
        world.outbox.owe(text),
    )
    world.queue.send([{"message": first}])

    assert world.deliver() == ["refused"]
    assert later(world, minutes=1) == ["accepted"]

    assert world.texts.sent == []
    assert [mail.to for mail in world.emails.sent] == ["jane@example.org"]


def test_what_an_owner_merely_prefers_holds_nothing_back(world):
    owe_ask(world, Wishes(prefers="email"))

    assert world.deliver() == ["accepted"]


def test_a_wish_does_not_hold_back_what_the_owner_asked_for(world):
    owner = world.household(wishes=Wishes(paused_until=NOON + 3 * DAYS)).owner
    receipt = builders.a_message("m2", kind="receipt", contact_key=owner.contact_keys[0], owner_id=owner.owner_id)
    world.commit(world.outbox.owe(receipt))
    world.queue.send([{"message": "m2"}])

    assert world.deliver() == ["accepted"]
