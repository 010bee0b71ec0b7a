"""What Twilio reports about texts that went out."""

from __future__ import annotations

import pytest

from tests import builders
from tests.channel.sms.carrier import deliver, event, fields_of, post, recorded, signature

PATH = "/sms/status/message1"


@pytest.fixture
def world(wired):
    contact = wired.contact()
    message = builders.a_message(contact_key=contact.key)
    wired.commit(wired.outbox.owe(message))
    return wired


def state(world):
    return world.outbox.message("message1").state


def test_a_recorded_report_moves_the_message_on(world):
    webhook = recorded("status")

    answer = deliver(event(webhook["path"], webhook["body"], {"X-Twilio-Signature": webhook["signature"]}))

    assert answer["statusCode"] == 204
    assert state(world) == "delivered"


def test_a_report_about_another_message_needs_its_own_signature(world):
    fields = fields_of("status")

    answer = post(PATH, fields, X_Twilio_Signature=signature("/sms/status/message2", fields))

    assert answer["statusCode"] == 403
    assert state(world) == "owed"


def test_a_message_that_is_none_of_ours_is_no_error(world):
    assert post("/sms/status/nothing", fields_of("status"))["statusCode"] == 204


def test_a_stop_at_the_carrier_becomes_ours(world):
    post(PATH, fields_of("status", MessageStatus="failed", ErrorCode="21610"))

    contact = world.registry.contact(world.registry.key_of("sms", builders.PHONE))
    assert (contact.consent, contact.stopped_by) == ("stopped", "provider")


@pytest.mark.parametrize(
    ("path", "changes"),
    [("/sms/status/", {}), ("/sms/status/a/b", {}), (PATH, {"MessageStatus": ""}), (PATH, {"MessageSid": "x"}),
     (PATH, {"ErrorCode": "x"}), (PATH, {"MessageStatus": "No Such"})],
)  # fmt: skip
def test_a_report_that_cannot_be_read_is_refused(world, path, changes):
    assert post(path, fields_of("status", **changes))["statusCode"] == 400
    assert state(world) == "owed"
