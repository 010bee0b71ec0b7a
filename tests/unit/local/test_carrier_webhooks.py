"""Texts from residents' phones, as the application gets them."""

from __future__ import annotations

from urllib.parse import parse_qsl

import httpx
import pytest
from twilio.request_validator import RequestValidator

from tests.unit.local.conftest import twiml

pytestmark = pytest.mark.anyio
PHONE = "+14105550111"
URL = "http://front.test/sms/inbound"


@pytest.fixture
def text(vendors):
    async def text(body: str, **more) -> dict:
        return (await vendors.post(f"/phones/{PHONE}/messages", json={"body": body, **more})).json()

    return text


def form_of(request: httpx.Request) -> dict[str, str]:
    return dict(parse_qsl(request.content.decode(), keep_blank_values=True))


async def test_a_webhook_is_signed_as_twilio_signs(text, application):
    await text("REGISTER 1009 Roxleigh Rd, ¿dos cámaras? 😀")

    request = application.requests[0]
    validator = RequestValidator("example-auth-token")
    assert validator.validate(URL, form_of(request), request.headers["X-Twilio-Signature"])
    assert not validator.validate(URL, form_of(request) | {"Body": "STOP"}, request.headers["X-Twilio-Signature"])


async def test_a_webhook_has_every_field_of_twilio(text, application):
    await text("hello")

    names = "AccountSid ApiVersion Body From FromCity FromCountry FromState FromZip MessageSid NumMedia NumSegments"
    names += " SmsMessageSid SmsSid SmsStatus To ToCity ToCountry ToState ToZip"
    assert set(form_of(application.requests[0])) == set(names.split())


async def test_a_picture_is_told_of_by_type_and_address(text, application):
    sid = (await text("", media=["image/jpeg"]))["sid"]

    form = form_of(application.requests[0])
    assert (form["NumMedia"], form["MediaContentType0"], sid[:2]) == ("1", "image/jpeg", "MM")
    assert sid in form["MediaUrl0"]


async def test_a_reply_is_listed_once_and_delivered(text, twilio, application, parts):
    application.reply = lambda _: twiml("Example PD: one &amp; two", "three")
    await text("hello")
    await parts.carrier.delivery.settle()

    messages = (await twilio.list(To=PHONE)).json()["messages"]
    assert [message["body"] for message in messages] == ["three", "Example PD: one & two"]
    assert {(message["direction"], message["status"]) for message in messages} == {("outbound-reply", "delivered")}


async def test_what_the_resident_said_is_listed_too(text, twilio):
    await text("hello")

    message = (await twilio.list(From=PHONE)).json()["messages"][0]
    assert (message["direction"], message["status"], message["body"]) == ("inbound", "received", "hello")


async def test_a_failed_webhook_is_tried_once_more_under_the_same_sid(text, application):
    answers = iter([httpx.Response(502), twiml("here")])
    application.reply = lambda _: next(answers)

    assert (await text("hello"))["error_code"] is None
    first, second = (form_of(request)["MessageSid"] for request in application.requests)
    tokens = {request.headers["I-Twilio-Idempotency-Token"] for request in application.requests}
    assert (first, len(tokens)) == (second, 1)


def times_out(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("too slow", request=request)


def refuses(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody there", request=request)


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (times_out, 11205),
        (refuses, 11200),
        (lambda _: httpx.Response(403), 11200),
        (lambda _: httpx.Response(200), 12300),
    ],
)
async def test_a_webhook_that_fails_twice_shows_twilios_error(text, vendors, application, reply, code):
    application.reply = reply

    assert (await text("hello"))["error_code"] == code
    assert [bubble["error_code"] for bubble in (await vendors.get(f"/phones/{PHONE}/messages")).json()] == [code]


@pytest.mark.parametrize(
    "document",
    [
        "<Response><Redirect>/x</Redirect></Response>",
        "<Response><Message to='+1'>x</Message></Response>",
        "<html/>",
        "no",
    ],
)
async def test_twiml_that_the_carrier_does_not_know_is_recorded(text, twilio, application, parts, document):
    application.reply = lambda _: httpx.Response(200, headers={"Content-Type": "text/xml"}, text=document)
    await text("hello")

    assert await twilio.bodies(To=PHONE) == []
    assert parts.unknown.listing()[0]["vendor"] == "twilio"


async def test_a_number_that_is_none_is_refused(vendors):
    assert (await vendors.post("/phones/555/messages", json={"body": "hi"})).status_code == 400
