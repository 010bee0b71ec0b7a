"""What an outside tool knows: run.json, the vendors' wire formats, and nothing of our code."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import random
import re
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlencode
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import httpx

PATIENCE_S = 90.0
"""Longer than the minute after which the sweeper finds what got stuck."""
LINES = re.compile(r"""\\n|["']""")
"""What stands around a line of text in JSON."""
Found = TypeVar("Found")


def until(look: Callable[[], Found], *, what: str, patience_s: float = PATIENCE_S) -> Found:
    """Look again and again until there is something; fails with `what` when patience ends."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.2)
    raise AssertionError(f"waited {patience_s:.0f} s for {what}")


AREAS = (202, 205, 303, 312, 402, 410, 443, 503, 602, 615, 702, 713, 804, 907)
_PHONES = iter(random.sample([f"+1{area}55501{last:02d}" for area in AREAS for last in range(100)], 1400))


def new_phone() -> str:
    """A number that nobody has, and no test before."""
    return next(_PHONES)


def new_case() -> str:
    return f"26-{random.randint(0, 99999):05d}"


def last_night() -> str:
    """A window of two hours of yesterday evening, as officers write it."""
    yesterday = datetime.now(ZoneInfo("America/New_York")) - timedelta(days=1)
    return f"{yesterday:%Y-%m-%d} 21:00-23:00"


class Outside:
    """Phones, an officer's Slack and a browser, as far as HTTP goes."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told = told
        self.web = httpx.Client(base_url=told["base_url"], timeout=60, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.web.close()

    # The carrier

    def text(self, phone: str, body: str, **fields: str) -> list[str]:
        """Send a text as this phone; give the replies in the webhook's own answer."""
        answer = self.webhook(phone, body, **fields)
        assert answer.status_code == 200, f"{answer.status_code} to a text: {answer.text[:200]}"
        return [message.text or "" for message in ET.fromstring(answer.content).iter("Message")]  # noqa: S314  (our own answer)

    def webhook(self, phone: str, body: str, *, signature: str | None = None, **fields: str) -> httpx.Response:
        url = self.told["base_url"] + "/sms/inbound"
        sid = fields.pop("MessageSid", "SM" + uuid.uuid4().hex)
        form = {
            "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "AccountSid": self.told["twilio_account_sid"],
            "From": phone, "To": self.told["agency_number"], "Body": body, "NumMedia": "0", "NumSegments": "1",
            "SmsStatus": "received", "ApiVersion": "2010-04-01", **fields,
        }  # fmt: skip
        signed = base64.b64encode(
            hmac.new(
                self.told["twilio_auth_token"].encode(),
                (url + "".join(name + form[name] for name in sorted(form))).encode(),
                hashlib.sha1,
            ).digest()
        ).decode()
        return self.web.post(url, data=form, headers={"X-Twilio-Signature": signature or signed})

    def texts(self, phone: str) -> list[str]:
        """Every text that this phone got, oldest first, as the carrier lists them."""
        return [message["body"] for message in reversed(self._messages(To=phone)) if message["to"] == phone]

    def conversation(self, phone: str) -> list[str]:
        """Both sides, as the carrier lists them, oldest first."""
        said = [each for each in reversed(self._messages()) if phone in (each["from"], each["to"])]
        return [f"{'<-' if each['from'] == phone else '->'} {each['body']}" for each in said]

    def _messages(self, **asked: str) -> list[dict[str, Any]]:
        sid = self.told["twilio_account_sid"]
        answer = httpx.get(
            f"{self.told['twilio_api_url']}/2010-04-01/Accounts/{sid}/Messages.json",
            params={**asked, "PageSize": "1000"},
            auth=(sid, self.told["twilio_auth_token"]),
            timeout=30,
        )
        answer.raise_for_status()
        found: list[dict[str, Any]] = answer.json()["messages"]
        return found

    def wait_for_text(self, phone: str, pattern: str, *, after: int = 0) -> str:
        """Give the first text beyond the first `after` that matches."""

        def look() -> str:
            return next((body for body in self.texts(phone)[after:] if re.search(pattern, body, re.DOTALL)), "")

        return until(look, what=f"a text like {pattern!r} to {phone[-2:]}")

    # Slack

    def command(self, text: str, *, user: str = "", **changes: str) -> httpx.Response:
        """Type `/footage` and this."""
        form = {
            "team_id": self.told["slack_team_id"], "channel_id": self.told["slack_channel_id"],
            "user_id": user or self.told["slack_detective_id"], "command": "/footage", "text": text,
            "response_url": self._response_url(), "trigger_id": uuid.uuid4().hex, **changes,
        }  # fmt: skip
        return self.slack(urlencode(form))

    def press(self, action_id: str, value: str, *, user: str = "") -> httpx.Response:
        """Press a button, with as little as Slack may send: neither message nor state."""
        payload = {
            "type": "block_actions",
            "user": {"id": user or self.told["slack_detective_id"], "team_id": self.told["slack_team_id"]},
            "team": {"id": self.told["slack_team_id"]},
            "channel": {"id": self.told["slack_channel_id"]},
            "trigger_id": uuid.uuid4().hex,
            "response_url": self._response_url(),
            "actions": [{"action_id": action_id, "value": value, "type": "button", "action_ts": str(time.time())}],
        }
        return self.slack(urlencode({"payload": json.dumps(payload)}))

    def slack(self, body: str, *, age_s: int = 0, secret: str = "") -> httpx.Response:
        """Post a signed body to /slack/events."""
        at = str(int(time.time()) - age_s)
        key = (secret or self.told["slack_signing_secret"]).encode()
        signature = "v0=" + hmac.new(key, f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": signature,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self.web.post("/slack/events", content=body.encode(), headers=headers)

    def slack_messages(self) -> list[dict[str, Any]]:
        """Everything that Slack was sent, newest last."""
        answer = httpx.get(self.told["slack_messages_url"], timeout=30)
        answer.raise_for_status()
        listed = answer.json()
        found: list[dict[str, Any]] = listed["messages"] if isinstance(listed, dict) else listed
        return found

    def wait_for_slack(self, pattern: str, *, after: int) -> dict[str, Any]:
        """Give the first message beyond the first `after` whose payload matches."""

        def look() -> dict[str, Any]:
            new = self.slack_messages()[after:]
            return next((each for each in new if re.search(pattern, json.dumps(each["payload"]), re.DOTALL)), {})

        return until(look, what=f"Slack to be told {pattern!r}")

    def wait_for_board(self, case: str, line: str) -> None:
        """Wait until the message in the channel that keeps count of this case holds this line, whole."""

        def look() -> bool:
            posted = (each["payload"] for each in self.slack_messages() if each["method"].startswith("chat."))
            return any(case in (board := json.dumps(each)) and line in LINES.split(board) for each in posted)

        until(look, what=f"the board of the case to say {line!r}")

    def _response_url(self) -> str:
        return f"{self.told['slack_response_url'].rstrip('/')}/{uuid.uuid4().hex}"


def buttons(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every button of a Slack message by its action_id."""
    found: dict[str, dict[str, Any]] = {}

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "button":
                found[node.get("action_id", "")] = node
            for inner in node.values():
                walk(inner)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    walk(message["payload"])
    return found


def hidden_fields(page: str) -> dict[str, str]:
    """The hidden fields of a page's first form."""
    inputs = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page)
    pairs = [(re.search(r'name="([^"]*)"', each), re.search(r'value="([^"]*)"', each)) for each in inputs]
    return {name[1]: value[1] for name, value in pairs if name and value}
