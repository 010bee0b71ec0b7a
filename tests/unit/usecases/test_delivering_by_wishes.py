"""An ask that was owed before its owner wished otherwise goes out when and how the owner wants it, or not at all."""

from __future__ import annotations

from datetime import time, timedelta

from chalicelib.domain.agency import QuietHours
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


def test_it_is_dropped_where_the_owner_wants_no_texts(world):
    owe_ask(world, Wishes(only="email"))

    assert world.deliver() == ["dropped"]
    assert message(world).reason == "wishes"


def test_what_an_owner_merely_prefers_holds_nothing_back(world):
    owe_ask(world, Wishes(prefers="email"))

    assert world.deliver() == ["accepted"]


def test_a_wish_does_not_hold_back_what_the_owner_asked_for(world):
    owner = world.household(wishes=Wishes(paused_until=NOON + 3 * DAYS)).owner
    receipt = builders.a_message("m2", kind="receipt", contact_key=owner.contact_keys[0], owner_id=owner.owner_id)
    world.commit(world.outbox.owe(receipt))
    world.queue.send([{"message": "m2"}])

    assert world.deliver() == ["accepted"]
