"""Each owed message is handed over once, never after STOP, and nothing stays stuck."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.usecases.deliver_message import deliver_message
from chalicelib.usecases.sweep import sweep
from tests.builders import PHONE, a_message, a_request, an_agency
from tests.fakes import NOON

EVENING = NOON.replace(hour=2)
"""21:00 and later at the example agency: quiet."""


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


def test_a_text_goes_out_once_and_is_written_down(world):
    owe(world)
    world.queue.send([{"message": "m1"}] * 3)

    assert world.deliver() == ["accepted", "settled", "settled", "settled"]

    message = world.outbox.message("m1")
    assert (message.state, message.provider_id) == ("accepted", world.texts.sent[0].provider_id)
    assert world.texts.to(PHONE) == [message.body]


def test_a_message_that_nobody_owes_is_no_error(world):
    world.queue.send([{"message": "nothing"}])

    assert world.deliver() == ["missing"]


@pytest.mark.parametrize(("kind", "consent", "goes"), [
    ("ask", "given", True), ("ask", "unconfirmed", False), ("ask", "stopped", False),
    ("receipt", "stopped", False), ("notice", "unconfirmed", False),
    ("code", "unconfirmed", True), ("code", "given", True), ("code", "stopped", False),
])  # fmt: skip
def test_consent_decides_what_may_go_to_whom(world, kind, consent, goes):
    owe(world, kind=kind, consent=consent)

    assert world.deliver() == ["accepted" if goes else "dropped"]
    assert len(world.texts.sent) == goes
    assert state(world) == ("accepted" if goes else "dropped")


def test_an_ask_found_not_to_have_gone_out_is_not_sent_once_its_request_is_closed(world):
    request = a_request("request1")
    world.commit(*world.requests.add_request(request))
    owe(world, request_id=request.request_id)
    world.texts.trouble.before = [ProviderBusy()]
    assert world.deliver() == ["busy"]

    world.commit(world.requests.move_request(replace(request, state="closed"), was="open"))
    world.clock.pass_time(hours=1)

    assert sweep_and_deliver(world) == ["dropped"]
    assert world.texts.sent == []
    assert world.outbox.message("m1").reason == "closed"


def test_a_request_that_is_closed_between_the_claim_and_the_call_asks_nobody(world):
    request = a_request("request1")
    world.commit(*world.requests.add_request(request))
    owe(world, request_id=request.request_id)

    class ClosesRightAfterTheClaim:
        def commit(self, changes):
            world.transactions.commit(changes)
            world.commit(world.requests.move_request(replace(request, state="closed"), was="open"))

    needed = world.ports("outbox", "registry", "requests", "scratch", "texts", "emails", "chat", "agency", "clock",
                         "ids", "base_url")  # fmt: skip
    outcome = deliver_message("m1", **needed, transactions=ClosesRightAfterTheClaim())

    assert outcome == "dropped"
    assert (world.outbox.message("m1").reason, world.texts.sent) == ("closed", [])


def test_a_stop_that_comes_between_the_claim_and_the_call_is_heeded(world):
    contact = owe(world)

    class StopsRightAfterTheClaim:
        def commit(self, changes):
            world.transactions.commit(changes)
            stop(world, contact)

    needed = world.ports("outbox", "registry", "requests", "scratch", "texts", "emails", "chat", "agency", "clock",
                         "ids", "base_url")  # fmt: skip
    outcome = deliver_message("m1", **needed, transactions=StopsRightAfterTheClaim())

    assert outcome == "dropped"
    assert world.texts.sent == []


def test_a_message_whose_time_is_over_is_dropped_with_the_reason(world):
    owe(world, expires_at=NOON + timedelta(minutes=10))
    world.clock.pass_time(minutes=10)

    assert world.deliver() == ["dropped"]
    assert world.outbox.message("m1").reason == "expired"


def test_an_ask_that_meets_quiet_hours_waits_for_the_morning(world):
    world.clock.time = EVENING
    owe(world, due_at=EVENING)
    assert world.deliver() == ["held"]
    assert sweep_and_deliver(world) == []

    world.clock.time = an_agency().sending_time(EVENING)
    assert sweep_and_deliver(world) == ["accepted"]


def test_a_code_does_not_wait_for_the_morning(world):
    world.clock.time = EVENING
    owe(world, kind="code", due_at=EVENING)

    assert world.deliver() == ["accepted"]


def test_an_early_call_for_a_message_that_is_due_later_does_nothing(world):
    owe(world, due_at=NOON + timedelta(minutes=1))

    assert world.deliver() == ["waiting"]
    assert state(world) == "owed"


def test_a_busy_carrier_is_tried_again_later_and_later(world):
    owe(world)
    world.texts.trouble.before = [ProviderBusy(), ProviderBusy()]
    world.queue.bodies.clear()
    waits = []
    for _ in range(2):
        assert sweep_and_deliver(world) == ["busy"]
        waits.append(world.outbox.message("m1").due_at - world.clock.now())
        world.clock.pass_time(seconds=waits[-1].total_seconds())

    assert waits[1] == 2 * waits[0]
    assert sweep_and_deliver(world) == ["accepted"]


def test_a_refused_message_is_not_tried_again(world):
    owe(world)
    world.texts.trouble.before = [ProviderRefused("21211")]

    assert world.deliver() == ["refused"]
    assert (state(world), world.outbox.message("m1").reason) == ("undelivered", "21211")
    world.clock.pass_time(hours=1)
    assert sweep_and_deliver(world) == []


def test_a_number_that_the_carrier_blocks_counts_as_stopped(world):
    contact = owe(world)
    world.texts.trouble.before = [ProviderRefused("21610")]

    world.deliver()

    stopped = world.registry.contact(contact.key)
    assert (stopped.consent, stopped.stopped_by) == ("stopped", "provider")


def test_after_a_time_out_the_carrier_is_asked_and_nothing_is_sent_again(world):
    owe(world)
    world.texts.trouble.after = [ProviderSilent()]
    assert world.deliver() == ["doubtful"]
    assert sweep_and_deliver(world) == []

    world.clock.pass_time(minutes=2)
    assert sweep_and_deliver(world) == ["accepted"]
    assert len(world.texts.sent) == 1


def test_what_the_carrier_never_took_is_sent_again_only_after_two_looks(world):
    owe(world)
    world.texts.trouble.before = [ProviderSilent()]
    outcomes = world.deliver()
    for _ in range(6):
        world.clock.pass_time(minutes=1)
        outcomes += sweep_and_deliver(world)

    assert outcomes == ["doubtful", "absent", "absent", "put_back", "accepted"]
    assert len(world.texts.sent) == 1


def test_while_the_carriers_list_is_down_nothing_is_sent_again(world):
    owe(world)
    world.texts.trouble.after = [ProviderSilent()]
    world.texts.deaf = ProviderSilent()
    world.deliver()
    for _ in range(10):
        world.clock.pass_time(minutes=1)
        sweep_and_deliver(world)
    assert len(world.texts.sent) == 1

    world.texts.deaf = None
    world.clock.pass_time(minutes=1)
    assert sweep_and_deliver(world) == ["accepted"]


def test_a_lease_with_too_little_left_is_not_used(world):
    owe(world)
    slow = world.outbox.attempt
    world.outbox.attempt = lambda message, *, now: (slow(message, now=now), world.clock.pass_time(seconds=25))

    assert world.deliver() == ["late"]
    assert (state(world), world.texts.sent) == ("owed", [])


def test_a_contact_that_is_gone_gets_nothing(world):
    contact = owe(world)
    world.dynamodb.delete_item(TableName="registry", Key={"pk": {"S": f"k#{contact.key}"}, "sk": {"S": "k"}})

    assert world.deliver() == ["dropped"]


def test_mail_goes_by_mail(world):
    contact = world.contact("neighbor@example.com", channel="email", consent="given")
    owe(world, contact=contact, subject="A question")

    assert world.deliver() == ["accepted"]
    assert (world.emails.sent[0].to, world.emails.sent[0].subject) == ("neighbor@example.com", "A question")


@pytest.mark.parametrize(("kind", "outcome"), [("ask", "given_up"), ("code", "put_back")])
def test_where_nobody_can_be_asked_asks_are_left_and_codes_are_sent_again(world, kind, outcome):
    contact = world.contact("neighbor@example.com", channel="email", consent="given")
    owe(world, contact=contact, kind=kind)
    world.emails.trouble.after = [ProviderSilent()]
    assert world.deliver() == ["doubtful"]

    world.clock.pass_time(minutes=3)
    assert sweep_and_deliver(world) == [outcome]


def test_a_message_half_way_is_found_by_the_sweeper_wherever_it_was_left(world):
    contact = world.contact(consent="given")
    for message_id in ("owed", "claimed", "attempted"):
        owe(world, message_id, contact=contact)
    claimed = world.outbox.message("claimed")
    world.commit(world.outbox.claim(claimed, now=world.clock.now(), lease=timedelta(seconds=30)))
    held = world.outbox.message("attempted")
    world.commit(world.outbox.claim(held, now=world.clock.now(), lease=timedelta(seconds=30)))
    world.outbox.attempt(replace(held, lease_until=NOON + timedelta(seconds=30)), now=world.clock.now())
    world.queue.bodies.clear()

    for _ in range(6):
        world.clock.pass_time(minutes=1)
        sweep_and_deliver(world)

    assert {state(world, name) for name in ("owed", "claimed", "attempted")} == {"accepted"}
    assert len(world.texts.sent) == 3


def test_the_sweeper_says_how_many_are_due_and_how_many_are_stuck(world):
    contact = owe(world, "m1")
    world.clock.pass_time(minutes=11)
    owe(world, "m2", contact=contact, due_at=world.clock.now())

    swept = sweep(**world.ports("outbox", "queue", "clock"))

    assert (swept.due, swept.stuck) == (2, 1)
