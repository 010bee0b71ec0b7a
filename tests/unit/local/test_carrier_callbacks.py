"""Status callbacks: signed, and at fault when asked."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from twilio.request_validator import RequestValidator

from local.vendors.carrier.behaviour import Behaviour
from local.vendors.carrier.delivery import PAUSE, steps

pytestmark = pytest.mark.anyio
CALLBACK = "http://front.test/sms/status/abc123"


@pytest.fixture
def told(vendors, twilio, parts, application):
    """Send one message under a behaviour; return the callbacks' forms and the message as it ended."""

    async def told(**behaviour):
        await vendors.post("/control/carrier", json=behaviour)
        sid = (await twilio.create(StatusCallback=CALLBACK)).json()["sid"]
        await parts.carrier.delivery.settle()
        forms = [dict(parse_qsl(request.content.decode())) for request in application.requests]
        return [form["MessageStatus"] for form in forms], (await twilio.fetch(sid)).json()

    return told


@pytest.mark.parametrize(
    ("callbacks", "statuses"),
    [
        ("normal", ["sent", "delivered"]),
        ("late", ["sent", "delivered"]),
        ("twice", ["sent", "sent", "delivered", "delivered"]),
        ("shuffled", ["delivered", "sent"]),
        ("lost", []),
    ],
)
async def test_callbacks_come_as_asked_and_the_message_arrives_all_the_same(told, callbacks, statuses):
    seen, message = await told(callbacks=callbacks)

    assert (seen, message["status"]) == (statuses, "delivered")


@pytest.mark.parametrize(
    ("behaviour", "statuses", "code"),
    [
        ({"outcome": "undelivered", "error_code": 30007}, ["sent", "undelivered"], 30007),
        ({"outcome": "undelivered"}, ["sent", "undelivered"], 30003),
        ({"outcome": "failed"}, ["failed"], 30008),
    ],
)
async def test_a_message_that_does_not_arrive_says_why(told, application, behaviour, statuses, code):
    seen, message = await told(**behaviour)

    assert (seen, message["status"], message["error_code"]) == (statuses, statuses[-1], code)
    assert f"ErrorCode={code}".encode() in application.requests[-1].content
    assert message["error_message"]


async def test_a_callback_is_signed_as_twilio_signs(told, application):
    await told()

    request = application.requests[0]
    form = dict(parse_qsl(request.content.decode(), keep_blank_values=True))
    assert str(request.url) == CALLBACK
    assert RequestValidator("example-auth-token").validate(CALLBACK, form, request.headers["X-Twilio-Signature"])


async def test_no_callback_without_an_address(twilio, parts, application):
    await twilio.create()
    await parts.carrier.delivery.settle()

    assert application.requests == []


def test_late_callbacks_wait_as_long_as_asked():
    assert [step.after for step in steps(Behaviour(callbacks="late", delay=42))] == [42, 42]
    assert [step.after for step in steps(Behaviour())] == [PAUSE, PAUSE]
