"""Contract: a message is put down as undelivered together with what follows from it, and once."""

from __future__ import annotations

import pytest

from chalicelib.domain.errors import Conflict
from tests.builders import a_message


def owed(world, state="accepted"):
    message = a_message("m1", contact_key=None)
    world.commit(world.outbox.owe(message))
    if state != "owed":
        world.outbox.move("m1", state, provider_id="before")
    return message


@pytest.mark.parametrize("state", ["owed", "attempted", "unknown", "accepted", "sent"])
def test_from_any_state_that_is_not_final(world, state):
    world.commit(world.outbox.undeliver(owed(world, state), reason="30005", provider_id="SM1"))

    found = world.outbox.message("m1")
    assert (found.state, found.reason, found.provider_id) == ("undelivered", "30005", "SM1")
    assert world.outbox.due(now=found.expires_at) == []


@pytest.mark.parametrize("state", ["delivered", "undelivered", "dropped"])
def test_a_final_state_stays(world, state):
    with pytest.raises(Conflict, match="undelivered"):
        world.commit(world.outbox.undeliver(owed(world, state), reason="30005"))

    assert world.outbox.message("m1").state == state


def test_a_mail_can_come_back_after_it_was_delivered(world):
    world.commit(world.outbox.undeliver(owed(world, "delivered"), reason="hard_bounce", delivered=True))

    assert world.outbox.message("m1").state == "undelivered"
