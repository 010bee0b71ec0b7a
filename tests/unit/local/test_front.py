"""The front server: passes everything on as it is, and lets the carrier see its webhooks."""

from __future__ import annotations

import httpx
import pytest
from twilio.request_validator import RequestValidator

from infra import gateway_pages
from local.vendors.front import LARGEST_BODY
from tests.unit.local.conftest import AGENCY, twiml

pytestmark = pytest.mark.anyio
PHONE = "+14105550111"
SID = "SM" + "a" * 32


def webhook(*, body: str = "hello", sid: str = SID, token: str = "example-auth-token") -> dict:
    form = {"MessageSid": sid, "From": PHONE, "To": AGENCY, "Body": body, "FromCity": ""}
    signature = RequestValidator(token).compute_signature("http://front.test/sms/inbound", form)
    return {"data": form, "headers": {"X-Twilio-Signature": signature}}


async def test_method_path_query_body_and_cookies_pass_untouched(front, application):
    await front.put("/r/a%20b%2Fc?x=1&x=2&y=%2F", content=b"\x00raw", headers={"Cookie": "a=1; b=2", "X-Own": "yes"})

    request = application.requests[0]
    assert str(request.url) == "http://gateway.test/restapis/abc/api/_user_request_/r/a%20b%2Fc?x=1&x=2&y=%2F"
    assert (request.method, request.content) == ("PUT", b"\x00raw")
    assert (request.headers["cookie"], request.headers["x-own"]) == ("a=1; b=2", "yes")
    assert "x-forwarded-for" not in request.headers


async def test_every_cookie_and_status_comes_back(front, application):
    headers = [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Location", "/me"), ("Content-Type", "text/plain")]
    application.reply = lambda _: httpx.Response(303, headers=headers, content=b"\xff\xfe")

    answer = await front.get("/me")
    assert (answer.status_code, answer.content, answer.headers["location"]) == (303, b"\xff\xfe", "/me")
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]


async def test_a_refusal_of_the_application_stays_one(front, application):
    application.reply = lambda _: httpx.Response(403, text="no")

    assert (await front.get("/desk")).status_code == 403


async def test_a_body_over_ten_megabytes_gets_413(front, application):
    answer = await front.post("/r/token", content=b"x" * (LARGEST_BODY + 1))

    assert (answer.status_code, application.requests) == (413, [])
    assert answer.text == gateway_pages.page("too_large")


@pytest.mark.parametrize(("megabytes", "passes"), [(4.4, True), (4.9, False)])
async def test_a_photo_that_lambda_would_not_take_gets_the_same_page(front, application, megabytes, passes):
    photo = b"x" * int(megabytes * 1024 * 1024)

    answer = await front.post("/me/cameras/c1/photo", files={"photo": photo})

    assert (answer.status_code == 413, bool(application.requests)) == (not passes, passes)


async def test_a_streamed_body_over_ten_megabytes_gets_413(front, application):
    async def chunks():
        for _ in range(11):
            yield b"x" * 1024 * 1024

    assert (await front.post("/r/token", content=chunks())).status_code == 413
    assert application.requests == []


async def test_before_deployment_a_page_asks_for_patience(front, parts):
    parts.cloud = None

    answer = await front.get("/")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "text/html; charset=utf-8")


async def test_an_application_that_cannot_be_reached_gives_the_same_page(front, application):
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("nobody there", request=request)

    application.reply = refuse
    assert (await front.get("/")).status_code == 503


async def test_a_webhook_that_the_carrier_never_issued_is_as_good_as_its_own(front, twilio, application):
    application.reply = lambda _: twiml("Example PD: welcome")
    await front.post("/sms/inbound", **webhook())

    assert await twilio.bodies() == ["Example PD: welcome", "hello"]
    assert (await twilio.fetch(SID)).json()["direction"] == "inbound"


async def test_the_same_webhook_twice_is_listed_once(front, twilio, application):
    application.reply = lambda _: twiml("Example PD: welcome")
    for _ in range(2):
        await front.post("/sms/inbound", **webhook())

    assert await twilio.bodies() == ["Example PD: welcome", "hello"]


async def test_a_webhook_that_succeeds_on_its_second_try_is_answered_once(front, twilio, application):
    answers = iter([httpx.Response(500), twiml("Example PD: welcome")])
    application.reply = lambda _: next(answers)
    for _ in range(2):
        await front.post("/sms/inbound", **webhook())

    assert await twilio.bodies() == ["Example PD: welcome", "hello"]


async def test_a_webhook_that_the_application_refuses_leaves_no_trace(front, twilio, application):
    application.reply = lambda _: httpx.Response(403)
    await front.post("/sms/inbound", **webhook(body="STOP", token="guessed"))

    assert await twilio.bodies() == []
    assert (await twilio.create(To=PHONE)).status_code == 201


async def test_a_signed_stop_blocks_before_the_application_can_send(front, application, parts):
    blocked = []

    def reply(_: httpx.Request) -> httpx.Response:
        blocked.append(parts.carrier.ledger.is_stopped(PHONE))
        return twiml()

    application.reply = reply
    await front.post("/sms/inbound", **webhook(body="STOP"))

    assert blocked == [True]


async def test_other_posts_are_not_shown_to_the_carrier(front, twilio, application):
    application.reply = lambda _: twiml("not a text")
    await front.post("/sms/status/abc", **webhook())

    assert await twilio.bodies() == []
