"""What the vendors still know after a stop and a start."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from local.vendors.config import run_keys
from local.vendors.parts import Parts

pytestmark = pytest.mark.anyio
PHONE = "+14105550111"


async def test_messages_stops_slack_and_mail_outlive_a_restart(parts, vendors, twilio, application, config):
    await vendors.post(f"/phones/{PHONE}/messages", json={"body": "STOP"})
    headers = {"Authorization": "Bearer xoxb-example"}
    await vendors.post("/slack/api/chat.postMessage", json={"channel": "C0EXAMPLE", "text": "hi"}, headers=headers)
    parts.mailbox.add(b"Subject: x\r\n\r\nhi", recipients=["robin@example.com"])
    await parts.carrier.delivery.settle()

    again = Parts(config, web=httpx.AsyncClient(transport=httpx.MockTransport(application)))
    assert again.carrier.phones.conversation(PHONE) == parts.carrier.phones.conversation(PHONE)
    assert again.carrier.ledger.is_stopped(PHONE)
    assert again.slack.space.calls == parts.slack.space.calls
    assert again.slack.picture() == parts.slack.picture()
    assert again.mailbox.listing() == parts.mailbox.listing()
    await again.close()


async def test_a_webhook_answered_before_a_restart_is_not_answered_again(parts, config, application):
    fields = {"MessageSid": "SM1", "From": PHONE, "To": config.agency_number, "Body": "hello"}
    parts.carrier.inbound.receive(fields)
    parts.carrier.inbound.take_reply(fields, b"<Response><Message>hi</Message></Response>")
    await parts.carrier.delivery.settle()

    again = Parts(config, web=httpx.AsyncClient(transport=httpx.MockTransport(application)))
    again.carrier.inbound.receive(fields)
    again.carrier.inbound.take_reply(fields, b"<Response><Message>hi</Message></Response>")
    assert [bubble["body"] for bubble in again.carrier.phones.conversation(PHONE)] == ["hello", "hi"]
    await again.close()


async def test_a_message_under_way_at_the_stop_is_told_of_after_the_start(parts, twilio, config, application, cloud):
    parts.carrier.delivery._sleep = asyncio.sleep
    sid = (await twilio.create(StatusCallback="http://front.test/sms/status/1")).json()["sid"]
    await parts.carrier.delivery.close()

    again = Parts(
        config, web=httpx.AsyncClient(transport=httpx.MockTransport(application)), sleep=lambda _: asyncio.sleep(0)
    )
    again.attach(cloud)
    await again.carrier.delivery.settle()
    assert again.carrier.ledger.get(sid).status == "delivered"
    assert b"MessageStatus=delivered" in application.requests[-1].content
    await again.close()


def test_run_keys_are_those_of_the_interface(config):
    keys = run_keys(config)

    assert keys["twilio_api_url"] == "http://127.0.0.1:8001/twilio"
    assert (keys["slack_api_url"], keys["slack_response_url"]) == (
        "http://127.0.0.1:8001/slack/api/",
        "http://127.0.0.1:8001/slack/response",
    )
    names = """base_url playground_url twilio_api_url twilio_account_sid twilio_auth_token agency_number slack_api_url
        slack_response_url slack_messages_url slack_signing_secret slack_team_id slack_channel_id slack_detective_id
        slack_supervisor_id smtp_host smtp_port mail_domain mailbox_url"""
    assert set(keys) == set(names.split())


def test_no_secret_shows_when_the_configuration_is_printed(config):
    shown = repr(config)

    assert not [
        secret for secret in ("example-auth-token", "xoxb-example", "example-signing-secret") if secret in shown
    ]
