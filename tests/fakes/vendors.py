"""A carrier, a mail service and a Slack that keep what they took, and fail when told to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from chalicelib.domain.errors import Refused
from chalicelib.domain.letter import Mail
from chalicelib.outbound.letters import write
from chalicelib.ports import Clock

Trouble = Exception
RESPONSE_URL = "https://hooks.slack.com/"


@dataclass
class Troubles:
    """What the next calls will raise: `before` anything was taken, or `after` it was."""

    before: list[Trouble] = field(default_factory=list)
    after: list[Trouble] = field(default_factory=list)

    def strike_before(self) -> None:
        if self.before:
            raise self.before.pop(0)

    def strike_after(self) -> None:
        if self.after:
            raise self.after.pop(0)


@dataclass(frozen=True, slots=True)
class SentText:
    provider_id: str
    message_id: str
    to: str
    body: str
    at: datetime


class FakeTexts:
    """`sent` is all that was taken; `trouble` is what comes next; `deaf` makes looking fail."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.sent: list[SentText] = []
        self.trouble = Troubles()
        self.deaf: Trouble | None = None

    def send(self, message_id: str, to: str, body: str) -> str:
        self.trouble.strike_before()
        provider_id = f"SM{len(self.sent):032x}"
        self.sent.append(SentText(provider_id, message_id, to, body, self._clock.now()))
        self.trouble.strike_after()
        return provider_id

    def look(self, to: str, body: str, *, since: datetime) -> str | None:
        if self.deaf:
            raise self.deaf
        found = (text for text in reversed(self.sent) if (text.to, text.body) == (to, body) and text.at >= since)
        return next((text.provider_id for text in found), None)

    def to(self, number: str) -> list[str]:
        """The bodies of all texts to a number, oldest first."""
        return [text.body for text in self.sent if text.to == number]


@dataclass(frozen=True, slots=True)
class SentMail:
    """`body` is the plain text of the letter; `mail` is all that the headers are made of."""

    message_id: str
    to: str
    subject: str
    body: str
    mail: Mail


class FakeEmails:
    def __init__(self) -> None:
        self.sent: list[SentMail] = []
        self.trouble = Troubles()

    def send(self, mail: Mail) -> str:
        self.trouble.strike_before()
        message, plain = mail.message, write(mail, can_answer=True).plain
        self.sent.append(SentMail(message.message_id, mail.to, message.subject, plain, mail))
        self.trouble.strike_after()
        return f"mail-{len(self.sent)}"


class FakeChat:
    """`posted` by ts, and `calls`: every call as (method, arguments), oldest first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.posted: dict[str, dict[str, Any]] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.trouble = Troubles()

    def post(self, channel: str, payload: dict[str, Any], *, message_id: str) -> str:
        self.trouble.strike_before()
        ts = f"{int(self._clock.now().timestamp())}.{len(self.calls):06d}"
        self._note("post", channel=channel, payload=payload, message_id=message_id, ts=ts)
        self.posted[ts] = {"channel": channel, "message_id": message_id, "payload": payload}
        self.trouble.strike_after()
        return ts

    def update(self, channel: str, ts: str, payload: dict[str, Any]) -> None:
        self.trouble.strike_before()
        self._note("update", channel=channel, ts=ts, payload=payload)
        self.posted[ts]["payload"] = payload
        self.trouble.strike_after()

    def look(self, channel: str, message_id: str, *, since: datetime, thread_ts: str = "") -> str | None:
        wanted = {"channel": channel, "message_id": message_id}
        return next((ts for ts, post in self.posted.items() if wanted.items() <= post.items()), None)

    def post_ephemeral(self, channel: str, user: str, payload: dict[str, Any]) -> None:
        self.trouble.strike_before()
        self._note("post_ephemeral", channel=channel, user=user, payload=payload)

    def open_view(self, trigger_id: str, view: dict[str, Any]) -> None:
        self.trouble.strike_before()
        self._note("open_view", trigger_id=trigger_id, view=view)

    def respond(self, response_url: str, payload: dict[str, Any]) -> None:
        if not response_url.startswith(RESPONSE_URL):
            raise Refused("slack.bad_response_url")
        self.trouble.strike_before()
        self._note("respond", response_url=response_url, payload=payload)

    def answers(self) -> list[dict[str, Any]]:
        """The payloads posted to response URLs, oldest first."""
        return [arguments["payload"] for method, arguments in self.calls if method == "respond"]

    def views(self) -> list[dict[str, Any]]:
        """The views opened, oldest first."""
        return [arguments["view"] for method, arguments in self.calls if method == "open_view"]

    def _note(self, method: str, **arguments: Any) -> None:
        self.calls.append((method, arguments))


class FakeQueue:
    """`bodies` is what waits, `take` empties it as a worker would; `again` has the seconds of every `show_again`."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.again: list[int] = []
        self.trouble = Troubles()

    def send(self, bodies: Any) -> None:
        self.trouble.strike_before()
        self.bodies += [json.loads(json.dumps({"v": 1, **body})) for body in bodies]

    def show_again(self, _receipt: str, *, after_s: int) -> None:
        self.again.append(after_s)

    def take(self) -> Iterator[dict[str, Any]]:
        while self.bodies:
            yield self.bodies.pop(0)
