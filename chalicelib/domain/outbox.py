"""A message that we owe somebody, and the one direction in which its state moves (design, section 6)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NewType

from .incident import Request, RequestId
from .owner import ContactKey, OwnerId

MessageId = NewType("MessageId", str)
Kind = Literal["ask", "code", "receipt", "notice", "mail_reply", "farewell", "board", "note"]
"""`ask`, `code`, `receipt`, `notice` and `mail_reply` (the answer to a mail) go to a contact.

`farewell` is the last mail to somebody who left: scratch holds the address for an hour.

`board` (the request's tally) and `note` go to Slack.
"""
State = Literal["owed", "claimed", "attempted", "unknown", "accepted", "sent", "delivered", "undelivered", "dropped"]

RANK: dict[State, int] = {
    "owed": 0, "claimed": 1, "attempted": 2, "unknown": 3, "accepted": 4, "sent": 5,
    "delivered": 6, "undelivered": 6, "dropped": 6,
}  # fmt: skip
"""A provider's callback only ever moves a message to a higher rank; rank 6 is final."""

NEEDS_CONSENT: frozenset[Kind] = frozenset({"ask", "receipt", "notice"})
"""Kinds that need consent given; a `code` may also go to an unconfirmed contact, nothing to a stopped one."""

NOBODY = OwnerId("nobody")
"""Whom a code is for that somebody asked for with a number which is no owner's: it is dropped before it goes out."""
STOPPED_AT_PROVIDER = "21610"
"""Twilio: the recipient opted out."""


def ask_message_id(request_id: RequestId, owner_id: OwnerId) -> MessageId:
    """Name the one message that puts a request to an owner."""
    return MessageId(f"{request_id}-{owner_id}")


def second_ask_message_id(request_id: RequestId, owner_id: OwnerId) -> MessageId:
    """Name the one message that puts it to the owner's other contact, where the first failed for good."""
    return MessageId(f"{ask_message_id(request_id, owner_id)}-again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One owed message; `body` is the text as it will be sent, of mail a letter (domain/letter.py), for Slack JSON.

    `owner_id` is whom it is meant for: who left, and came back with the same phone, is somebody else.
    Of mail: `reply_to` is the address that takes its answer, `in_reply_to` the Message-ID that it answers, in brackets.
    """

    message_id: MessageId
    kind: Kind
    body: str
    created_at: datetime
    due_at: datetime
    expires_at: datetime
    contact_key: ContactKey | None = None
    request_id: RequestId | None = None
    owner_id: OwnerId | None = None
    subject: str = ""
    reply_to: str = ""
    in_reply_to: str = ""
    state: State = "owed"
    attempts: int = 0
    attempted_at: datetime | None = None
    lease_until: datetime | None = None
    provider_id: str = ""
    reason: str = ""


def board_update(name: str, request_id: RequestId, *, now: datetime, expires_at: datetime) -> Message:
    """Owe Slack a request's tally, drawn anew when it is sent; `name` is the message's id."""
    return _to_slack("board", name, "", request_id, now=now, expires_at=expires_at)


def owed_note(
    name: str,
    note: Mapping[str, Any],
    request_id: RequestId | None = None,
    *,
    now: datetime,
    expires_at: datetime,
) -> Message:
    """Owe Slack a note: its arguments with the `channel` among them; `name` is the message's id."""
    return _to_slack("note", name, json.dumps(note), request_id, now=now, expires_at=expires_at)


def note_beside(request: Request, text: str) -> dict[str, str]:
    """Give a note's arguments: into the request's thread, where its tally was posted already."""
    note = {"channel": request.channel_id, "text": text}
    return note | {"thread_ts": request.slack_ts} if request.slack_ts else note


def _to_slack(
    kind: Kind, name: str, body: str, request_id: RequestId | None, *, now: datetime, expires_at: datetime
) -> Message:
    return Message(
        message_id=MessageId(name),
        kind=kind,
        body=body,
        created_at=now,
        due_at=now,
        expires_at=expires_at,
        request_id=request_id,
    )
