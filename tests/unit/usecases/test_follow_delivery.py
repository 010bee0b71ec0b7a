"""What the carrier reports moves a message forward, in any order and however often."""

from __future__ import annotations

import pytest

from chalicelib.domain.errors import ProviderSilent
from chalicelib.usecases.follow_delivery import follow_delivery
from chalicelib.usecases.sweep import sweep
from tests.builders import a_message

FOLLOWS = ("outbox", "registry", "transactions", "clock", "fall_back")


def owe(world, message_id="m1", consent="given", **changes):
    contact = changes.pop("contact", None) or world.contact(consent=consent)
    message = a_message(message_id, contact_key=contact.key, created_at=world.clock.now(), **changes)
    world.commit(world.outbox.owe(message))
    world.queue.send([{"message": message_id}])
    return contact


def sweep_and_deliver(world):
    sweep(**world.ports("outbox", "queue", "clock"))
    return world.deliver()


def state(world, message_id="m1"):
    return world.outbox.message(message_id).state


def stop(world, contact):
    world.commit(world.registry.set_consent(contact.key, "stopped", at=world.clock.now(), by="keyword"))


def test_a_callback_settles_a_doubt_before_anybody_asks(world):
    owe(world)
    world.texts.trouble.after = [ProviderSilent()]
    world.deliver()

    assert follow_delivery("m1", "sent", provider_id="SM1", **world.ports(*FOLLOWS))

    world.clock.pass_time(minutes=5)
    assert sweep_and_deliver(world) == []
    assert (state(world), world.outbox.message("m1").provider_id) == ("sent", "SM1")


@pytest.mark.parametrize(("status", "expected"), [
    ("queued", "accepted"), ("sending", "accepted"), ("sent", "sent"), ("delivered", "delivered"),
    ("read", "delivered"), ("undelivered", "undelivered"), ("failed", "undelivered"), ("canceled", "undelivered"),
])  # fmt: skip
def test_every_status_of_the_carrier_has_its_meaning(world, status, expected):
    owe(world)

    assert follow_delivery("m1", status, provider_id="SM1", **world.ports(*FOLLOWS))
    assert state(world) == expected


def test_a_callback_for_nothing_of_ours_or_with_an_unknown_status_is_ignored(world):
    owe(world)

    assert not follow_delivery("nothing", "sent", provider_id="SM1", **world.ports(*FOLLOWS))
    assert not follow_delivery("", "sent", provider_id="SM1", **world.ports(*FOLLOWS))
    assert not follow_delivery("m1", "teleported", provider_id="SM1", **world.ports(*FOLLOWS))
    assert state(world) == "owed"


def test_a_callback_that_says_the_number_stopped_is_believed_once(world):
    contact = owe(world)
    report = {"provider_id": "SM1", "error_code": "21610", **world.ports(*FOLLOWS)}
    follow_delivery("m1", "undelivered", **report)
    world.clock.pass_time(minutes=1)
    world.commit(world.registry.set_consent(contact.key, "given", at=world.clock.now(), cause="SMSTART"))
    world.clock.pass_time(minutes=1)

    follow_delivery("m1", "undelivered", **report)

    assert world.registry.contact(contact.key).consent == "given"
