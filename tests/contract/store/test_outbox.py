"""Contract: messages owed, claimed, attempted, doubted and settled in the outbox table."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.domain.errors import Conflict
from tests.builders import a_message
from tests.fakes import NOON

LEASE = timedelta(seconds=30)
SOON = NOON + timedelta(seconds=10)
LATER = NOON + timedelta(minutes=1)


def owed(world, **changes):
    message = a_message(**changes)
    world.commit(world.outbox.owe(message))
    return message


def claimed(world, message, now=NOON):
    world.commit(world.outbox.claim(message, now=now, lease=LEASE))
    return replace(message, state="claimed", lease_until=now + LEASE)


def attempted(world, message, now=NOON):
    holder = claimed(world, message, now)
    world.outbox.attempt(holder, now=now)
    return replace(holder, state="attempted", attempts=holder.attempts + 1, attempted_at=now)


def test_a_message_is_read_back_as_it_was_owed(world):
    message = owed(world, subject="A subject", request_id="request1")

    assert world.outbox.message(message.message_id) == message
    assert world.outbox.message("nothing") is None


def test_a_message_is_owed_once(world):
    owed(world)

    with pytest.raises(Conflict) as refused:
        owed(world)
    assert refused.value.labels == {"message"}


def test_of_two_senders_one_gets_it(world):
    message = owed(world)
    claimed(world, message)

    with pytest.raises(Conflict) as refused:
        claimed(world, message)
    assert refused.value.labels == {"message"}


def test_a_claim_that_was_never_attempted_can_be_taken_over_once_its_lease_ran_out(world):
    message = owed(world)
    first = claimed(world, message)
    stored = world.outbox.message(message.message_id)
    second = claimed(world, stored, now=LATER)

    with pytest.raises(Conflict):
        world.outbox.attempt(first, now=SOON)
    world.outbox.attempt(second, now=LATER)


def test_nothing_is_attempted_after_the_lease(world):
    holder = claimed(world, owed(world))

    with pytest.raises(Conflict):
        world.outbox.attempt(holder, now=holder.lease_until)


def test_what_was_attempted_cannot_be_claimed_however_late(world):
    message = attempted(world, owed(world))

    with pytest.raises(Conflict):
        world.commit(world.outbox.claim(message, now=NOON + timedelta(days=1), lease=LEASE))


def test_put_back_it_can_be_claimed_again_and_counts_its_attempts(world):
    message = attempted(world, owed(world))
    world.outbox.put_back(message, due_at=LATER)

    again = world.outbox.message(message.message_id)
    assert (again.state, again.attempts, again.due_at, again.lease_until) == ("owed", 1, LATER, None)
    assert attempted(world, again, now=LATER).attempts == 2


def test_a_callback_that_came_first_wins_over_putting_back_and_over_doubt(world):
    message = attempted(world, owed(world))
    assert world.outbox.move(message.message_id, "sent", provider_id="SM1")

    world.outbox.put_back(message, due_at=LATER)
    world.outbox.doubt(message, until=LATER)

    assert world.outbox.message(message.message_id).state == "sent"


def test_a_doubt_is_looked_into_at_its_time_and_not_before(world):
    message = attempted(world, owed(world))
    world.outbox.doubt(message, until=LATER, reason="absent")

    assert world.outbox.due(now=SOON) == []
    (found,) = world.outbox.due(now=LATER)
    assert (found.state, found.reason) == ("unknown", "absent")


def test_due_are_those_whose_time_has_come_longest_waiting_first(world):
    for number in (3, 1, 2):
        owed(world, message_id=f"m{number}", due_at=NOON + timedelta(minutes=number))

    found = world.outbox.due(now=NOON + timedelta(minutes=2))

    assert [message.message_id for message in found] == ["m1", "m2"]


def test_a_claim_is_due_again_when_its_lease_ran_out(world):
    claimed(world, owed(world))

    assert world.outbox.due(now=SOON) == []
    assert [message.state for message in world.outbox.due(now=LATER)] == ["claimed"]


def test_what_is_settled_is_never_due_again(world):
    for number, state in enumerate(["accepted", "sent", "delivered", "undelivered", "dropped"]):
        message = owed(world, message_id=f"m{number}")
        assert world.outbox.move(message.message_id, state)

    assert world.outbox.due(now=NOON + timedelta(days=30)) == []


def test_no_more_are_due_than_asked_for(world):
    for number in range(9):
        owed(world, message_id=f"m{number}")

    assert len(world.outbox.due(now=LATER, limit=5)) == 5


@pytest.mark.parametrize("final", ["delivered", "undelivered"])
def test_callbacks_in_any_order_and_doubled_end_in_the_same_state(world, final):
    for number, order in enumerate(itertools.permutations(["accepted", "sent", final])):
        message = owed(world, message_id=f"{final}{number}")
        for status in [*order, *order]:
            world.outbox.move(message.message_id, status, provider_id="SM1")
        assert world.outbox.message(message.message_id).state == final


def test_a_final_state_stays(world):
    message = owed(world)
    world.outbox.move(message.message_id, "undelivered", reason="30003")

    assert not world.outbox.move(message.message_id, "delivered")
    assert not world.outbox.move("nothing", "delivered")
    assert world.outbox.message(message.message_id).reason == "30003"


def test_what_is_owed_can_be_dropped_and_what_was_claimed_cannot(world):
    message = a_message()
    world.commit(world.outbox.owe(message))
    world.commit(world.outbox.drop(message, reason="left"))

    dropped = world.outbox.message("message1")
    assert (dropped.state, dropped.reason) == ("dropped", "left")
    assert world.outbox.due(now=NOON + timedelta(days=1)) == []

    claimed = a_message("message2")
    world.commit(world.outbox.owe(claimed))
    world.commit(world.outbox.claim(claimed, now=NOON, lease=timedelta(seconds=30)))
    with pytest.raises(Conflict):
        world.commit(world.outbox.drop(claimed, reason="left"))
