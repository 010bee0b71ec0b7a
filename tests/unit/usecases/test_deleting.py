"""Whoever asks to be deleted is gone at once: from every table, and from what was still to be sent."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from chalicelib.domain.errors import Conflict
from chalicelib.domain.outbox import ask_message_id
from chalicelib.usecases.leave import Leave, delete_everything
from chalicelib.usecases.receive_text import InboundText
from tests import builders
from tests.unit.usecases.texting import ask, receiver

PERSONAL = ("Roxleigh", "ROXLEIGH", builders.PHONE, "Example Neighbor")


def deletes(phone):
    phone.texts("DELETE ME")
    return phone.texts("OK")


def told(world):
    """Everything that is held about anybody."""
    kept = {
        table: world.dynamodb.scan(TableName=table)["Items"] for table in ("registry", "scratch", "outbox", "audit")
    }
    return json.dumps(kept, default=list)


def owe(world, phone, kind="ask", message_id=None, **changes):
    message = builders.a_message(
        message_id or ask_message_id("request1", phone.contact.owner_id), kind=kind, contact_key=phone.contact.key,
        owner_id=phone.contact.owner_id, request_id="request1", created_at=world.clock.now(),
        due_at=world.clock.now(), expires_at=world.clock.now() + timedelta(days=3), **changes,
    )  # fmt: skip
    world.commit(world.outbox.owe(message))
    world.queue.send([{"message": message.message_id}])
    return message


def test_nothing_personal_is_left_anywhere(owner, world):
    owner.texts("MY CAMERAS")
    assert any(word in told(world) for word in PERSONAL)

    assert "All is deleted" in deletes(owner)

    assert [word for word in PERSONAL if word in told(world)] == []
    assert owner.contact is None


def test_an_open_ask_is_closed_and_what_was_owed_for_it_is_dropped(owner, world):
    owner_id = owner.contact.owner_id
    ask(world, owner_id)
    message = owe(world, owner)

    deletes(owner)

    assert world.requests.ask("request1", owner_id).closed
    assert (world.outbox.message(message.message_id).state, world.outbox.message(message.message_id).reason) == (
        "dropped", "left",
    )  # fmt: skip
    assert world.deliver() == ["settled"]


def test_a_receipt_that_waits_for_more_files_is_dropped(owner, world):
    owner_id = owner.contact.owner_id
    ask(world, owner_id)
    owe(world, owner, kind="receipt", message_id="receipt-1")
    value = {"message": "receipt-1", "held": [], "told": []}
    until = world.clock.now() + timedelta(days=3)
    world.commit(world.scratch.put("receipt", f"request1-{owner_id}", value, expires_at=until))

    deletes(owner)

    assert world.outbox.message("receipt-1").state == "dropped"


def test_who_comes_back_with_the_same_phone_gets_nothing_that_was_meant_for_before(owner, world):
    owe(world, owner, kind="receipt", message_id="receipt-1")
    deletes(owner)
    owner.registers()
    assert owner.contact.consent == "given"

    assert world.deliver() == ["dropped"]
    assert world.texts.sent == []


def test_a_number_without_cameras_is_forgotten_without_asking(phone, world):
    phone.texts("REGISTER 1009 Roxleigh Rd Towson")

    assert "we forget it now" in phone.texts("DELETE ME")

    assert phone.contact is None
    assert [word for word in PERSONAL if word in told(world)] == []


def test_a_number_that_never_wrote_is_not_noted_for_asking_to_be_deleted(phone):
    assert "All is deleted" in phone.texts("DELETE ME")
    assert phone.contact is None


def test_of_a_stranger_who_stopped_the_key_and_the_stop_are_left(phone, world):
    phone.texts("hi")
    phone.texts("leave me alone")

    assert phone.texts("DELETE ME") == ""

    assert (phone.contact.consent, phone.contact.address) == ("stopped", "")
    assert builders.PHONE not in told(world)


def test_an_owner_who_stopped_is_not_deleted_by_one_text_that_cannot_be_answered(owner):
    owner.texts("leave me alone")

    assert owner.texts("DELETE ME") == ""
    assert len(owner.household.cameras) == 2


def test_the_texts_that_are_remembered_after_deleting_still_have_one_effect(owner, world):
    owner.texts("DELETE ME")
    sid = "SM" + "a" * 32

    assert owner.texts("OK", message_id=sid) == owner.texts("OK", message_id=sid)
    assert len(world.audit.rows(f"{world.clock.now():%Y-%m-%d}")) == 1


@pytest.mark.parametrize("how", ["text", "page"])
def test_an_answer_that_comes_while_everything_is_deleted_does_not_stop_it(owner, world, how):
    owner_id, household = owner.contact.owner_id, owner.household
    ask(world, owner_id)
    owner.texts("DELETE ME")

    class Meanwhile:
        """The first commit meets an answer that was given a moment before."""

        met = False

        def commit(self, changes):
            if not self.met:
                self.met = True
                owner.texts("3 BCDF")
            world.transactions.commit(changes)

    if how == "text":
        receiver(world, transactions=Meanwhile()).receive(
            InboundText(message_id="SM" + "b" * 32, sender=owner.number, body="OK")
        )
    else:
        leave = Leave(**world.ports("registry", "requests", "outbox", "scratch", "audit"))
        delete_everything(household, leave=leave, transactions=Meanwhile(), clock=world.clock)

    assert owner.contact is None
    assert world.requests.ask("request1", owner_id).answer == "nothing"
    assert world.requests.ask("request1", owner_id).closed


def test_deleting_that_never_gets_through_is_told(owner, world):
    class Never:
        def commit(self, changes):
            raise Conflict("busy")

    leave = Leave(**world.ports("registry", "requests", "outbox", "scratch", "audit"))
    with pytest.raises(Conflict):
        delete_everything(owner.household, leave=leave, transactions=Never(), clock=world.clock)
    assert owner.contact.consent == "given"
