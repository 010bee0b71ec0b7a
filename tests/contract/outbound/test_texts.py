"""Contract: what Twilio is asked, and what each of its answers means."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from requests import exceptions  # noqa: TID253  (a test may take its time)
from twilio.http.response import Response
from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.outbound.texts import TwilioTexts
from tests.builders import PHONE

OURS = "+14105550100"
SINCE = datetime(2026, 11, 21, 17, 0, 30, tzinfo=UTC)


class Wire:
    """Answers Twilio's client in its HTTP's stead, and keeps what was asked."""

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), []

    def request(self, method, url, **options):
        self.asked.append((method, url, options))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        status, body = answer
        return Response(status, json.dumps(body))


def texts(*answers):
    adapter = TwilioTexts(
        account_sid="AC" + "0" * 32, auth_token="token", sender=OURS, api_url="http://127.0.0.1:9",
        callback_url="https://porchlight.example/sms/status", timeout_s=10,
    )  # fmt: skip
    wire = Wire(*answers)
    adapter._client.http_client = wire
    return adapter, wire


def a_text(sid="SM1", body="hello", made=SINCE, direction="outbound-api"):
    return {"sid": sid, "body": body, "to": PHONE, "from": OURS, "direction": direction,
            "date_created": format_datetime(made), "date_sent": format_datetime(made)}  # fmt: skip


def test_a_text_is_asked_for_with_a_callback_that_names_the_message():
    adapter, wire = texts((201, {"sid": "SM123"}))

    assert adapter.send("message1", PHONE, "hello") == "SM123"

    method, url, options = wire.asked[0]
    assert (method, url) == ("POST", f"http://127.0.0.1:9/2010-04-01/Accounts/AC{'0' * 32}/Messages.json")
    assert options["data"] == {
        "To": PHONE, "From": OURS, "Body": "hello",
        "StatusCallback": "https://porchlight.example/sms/status/message1",
    }  # fmt: skip


def test_every_call_has_an_end():
    assert (
        TwilioTexts(
            account_sid="AC", auth_token="t", sender=OURS, api_url="http://x", callback_url="c", timeout_s=10
        )._client.http_client.timeout
        == 10
    )


REFUSED = exceptions.ConnectionError(MaxRetryError(None, "/", NewConnectionError(None, "refused")))
RESET = exceptions.ConnectionError(ProtocolError("Connection aborted.", ConnectionResetError()))


@pytest.mark.parametrize(("answer", "error"), [
    ((429, {"code": 20429, "message": "too many"}), ProviderBusy),
    ((401, {"code": 20003, "message": "who are you"}), ProviderBusy),
    (REFUSED, ProviderBusy),
    (exceptions.ConnectTimeout(), ProviderBusy),
    (exceptions.ReadTimeout(), ProviderSilent),
    (RESET, ProviderSilent),
    ((500, {"code": 20500, "message": "oh"}), ProviderSilent),
    ((503, {"message": "oh"}), ProviderSilent),
    ((400, {"code": 21610, "message": "stopped"}), ProviderRefused),
    ((404, {"message": "what"}), ProviderRefused),
])  # fmt: skip
def test_each_failure_says_whether_the_text_may_have_been_taken(answer, error):
    adapter, _ = texts(answer)

    with pytest.raises(error):
        adapter.send("message1", PHONE, "hello")


def test_a_refusal_carries_the_carriers_code():
    adapter, _ = texts((400, {"code": 21610, "message": "stopped"}))

    with pytest.raises(ProviderRefused) as refused:
        adapter.send("message1", PHONE, "hello")
    assert refused.value.code == "21610"


def test_looking_asks_for_what_went_to_this_number_since_that_day():
    adapter, wire = texts((200, {"messages": [], "next_page_uri": None}))

    assert adapter.look(PHONE, "hello", since=SINCE) is None

    params = wire.asked[0][2]["params"]
    assert (params["To"], params["From"], params["DateSent>"][:10]) == (PHONE, OURS, "2026-11-21")


@pytest.mark.parametrize(("listed", "found"), [
    (a_text(), "SM1"),
    (a_text(made=SINCE + timedelta(minutes=5)), "SM1"),
    (a_text(body="hello!"), None),
    (a_text(made=SINCE - timedelta(minutes=5)), None),
    (a_text(direction="outbound-reply"), None),
    (a_text(direction="inbound"), None),
])  # fmt: skip
def test_only_this_very_text_of_ours_made_since_then_is_the_one(listed, found):
    adapter, _ = texts((200, {"messages": [listed], "next_page_uri": None}))

    assert adapter.look(PHONE, "hello", since=SINCE) == found


def test_looking_follows_the_pages():
    first = {"messages": [a_text("SM1", "other")], "next_page_uri": "/2010-04-01/Accounts/AC/Messages.json?Page=1"}
    adapter, wire = texts((200, first), (200, {"messages": [a_text("SM2")], "next_page_uri": None}))

    assert adapter.look(PHONE, "hello", since=SINCE) == "SM2"
    assert wire.asked[1][1].startswith("http://127.0.0.1:9/")
