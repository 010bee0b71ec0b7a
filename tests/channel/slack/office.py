"""An officer's Slack: signs and delivers what officers do, and lets the worker work, all through the real handlers."""

from __future__ import annotations

import copy
import hashlib
import hmac
import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from chalicelib.channels.slack.entry import slack_webhook
from chalicelib.channels.slack.worker import slack_worker
from tests import builders
from tests.world import SECRETS, World

PAYLOADS = Path(__file__).parents[2] / "payloads" / "slack"
COMPLETE = "26-01234, 1009 Roxleigh Rd, 300 m, 2026-11-20 21:00-23:00, burglary, man in a red jacket"
FORM = "application/x-www-form-urlencoded"


class Office:
    """Each deed gives the HTTP answer; `work` lets the worker empty its queue."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._deeds = 0

    def command(self, text: str, **changes: Any) -> dict[str, Any]:
        body = payload("command") | {"text": text, "trigger_id": self._trigger()} | changes
        return self.deliver(urlencode(body))

    def press(self, action_id: str, value: str, **changes: Any) -> dict[str, Any]:
        body = payload("block_actions") | {"trigger_id": self._trigger()}
        body["actions"][0] |= {"action_id": action_id, "value": value}
        return self.interact(body, **changes)

    def submit(self, metadata: str, values: dict[str, Any], **changes: Any) -> dict[str, Any]:
        body = payload("view_submission") | {"trigger_id": self._trigger()}
        body["view"] |= {"private_metadata": metadata, "state": {"values": values}}
        return self.interact(body, **changes)

    def interact(self, body: dict[str, Any], user: str = builders.DETECTIVE, **changes: Any) -> dict[str, Any]:
        body = {**body, **changes, "user": {**body["user"], "id": user}}
        return self.deliver(urlencode({"payload": json.dumps(body)}))

    def deliver(self, body: str, **changes: Any) -> dict[str, Any]:
        return slack_webhook(signed_event(body, **changes), None)

    def work(self, *, tries: int = 1) -> list[dict[str, str]]:
        """Give the worker everything that waits, `tries` times where it fails; give what failed in the end."""
        failed: list[dict[str, str]] = []
        for body in self.world.slack_queue.take():
            for attempt in range(tries):
                failures = slack_worker(sqs_event(body, attempt + 1), None)["batchItemFailures"]
                if not failures:
                    break
            failed += failures
        return failed

    def preview(self, text: str = COMPLETE, **changes: Any) -> dict[str, Any]:
        """Type a command, and give the preview that comes back."""
        self.command(text, **changes)
        assert self.work() == []
        return self.world.chat.answers()[-1]

    def send(self, text: str = COMPLETE) -> str:
        """Ask all the way; give the request's id."""
        draft = value_of(self.preview(text), "send_request")
        self.press("send_request", draft)
        assert self.work() == []
        return draft

    def _trigger(self) -> str:
        self._deeds += 1
        return f"{self._deeds}.2.a"


def payload(name: str) -> dict[str, Any]:
    return copy.deepcopy(json.loads((PAYLOADS / f"{name}.json").read_text()))


def signed_event(
    body: str,
    *,
    secret: str = SECRETS.slack_signing_secrets[0],
    age_s: int = 0,
    headers: dict[str, str] | None = None,
) -> dict[str, Any]:
    """What API Gateway hands over for a request that Slack signed so many seconds ago."""
    stamp = str(int(time.time()) - age_s)
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    signature = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}
    return {
        "httpMethod": "POST",
        "path": "/slack/events",
        "headers": {"Content-Type": FORM, **signature, **(headers or {})},
        "queryStringParameters": None,
        "requestContext": {"identity": {"sourceIp": "198.51.100.1"}},
        "body": body,
        "isBase64Encoded": False,
    }


def sqs_event(body: dict[str, Any], receive_count: int = 1) -> dict[str, Any]:
    record = {
        "messageId": "message",
        "receiptHandle": "handle",
        "body": json.dumps(body),
        "attributes": {"ApproximateReceiveCount": str(receive_count)},
        "messageAttributes": {},
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:slack",
        "awsRegion": "us-east-1",
    }
    return {"Records": [record]}


def elements(shown: dict[str, Any]) -> list[dict[str, Any]]:
    """Every button and input of a message or form."""
    blocks = shown["blocks"]
    return [
        element for block in blocks for element in [*block.get("elements", []), block.get("element", {})] if element
    ]


def value_of(message: dict[str, Any], action_id: str) -> str:
    """The value of the button with this action id."""
    return next(element["value"] for element in elements(message) if element.get("action_id") == action_id)


def action_ids(message: dict[str, Any]) -> set[str]:
    return {element["action_id"] for element in elements(message) if "action_id" in element}


def filled(**changes: str) -> dict[str, Any]:
    """The state of a form that is filled in well, but for the changes."""
    plain = {
        "case_number": "26-01234", "category": "burglary", "place": "1009 Roxleigh Rd", "radius": "300 m",
        "start_date": "2026-11-20", "start_time": "21:00", "end_date": "2026-11-20", "end_time": "23:00",
        "look_for": "man in a red jacket",
    } | changes  # fmt: skip
    return {field: {field: _element(field, value)} for field, value in plain.items()}


def _element(field: str, value: str) -> dict[str, Any]:
    if field == "category":
        chosen = {"text": {"type": "plain_text", "text": value}, "value": value}
        return {"type": "static_select", "selected_option": chosen if value else None}
    if field.endswith("_date"):
        return {"type": "datepicker", "selected_date": value or None}
    if field.endswith("_time"):
        return {"type": "timepicker", "selected_time": value or None}
    return {"type": "plain_text_input", "value": value or None}
