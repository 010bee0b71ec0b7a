"""A message that we owe somebody, and the one direction in which its state moves (design, section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

from .incident import RequestId
from .owner import ContactKey, OwnerId

MessageId = NewType("MessageId", str)
Kind = Literal["ask", "code", "receipt", "notice", "board", "note"]
"""`ask`, `code`, `receipt` and `notice` go to a contact; `board` (the request's tally) and `note` go to Slack."""
State = Literal["owed", "claimed", "attempted", "unknown", "accepted", "sent", "delivered", "undelivered", "dropped"]

RANK: dict[State, int] = {
    "owed": 0, "claimed": 1, "attempted": 2, "unknown": 3, "accepted": 4, "sent": 5,
    "delivered": 6, "undelivered": 6, "dropped": 6,
}  # fmt: skip
"""A provider's callback only ever moves a message to a higher rank; rank 6 is final."""

NEEDS_CONSENT: frozenset[Kind] = frozenset({"ask", "receipt", "notice"})
"""Kinds that need consent given; a `code` may also go to an unconfirmed contact, nothing to a stopped one."""


def ask_message_id(request_id: RequestId, owner_id: OwnerId) -> MessageId:
    """Name the one message that puts a request to an owner."""
    return MessageId(f"{request_id}-{owner_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One owed message; `body` is the text as it will be sent, or the JSON of Slack's arguments.

    `owner_id` is whom it is meant for: who left, and came back with the same phone, is somebody else.
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
    state: State = "owed"
    attempts: int = 0
    attempted_at: datetime | None = None
    lease_until: datetime | None = None
    provider_id: str = ""
    reason: str = ""
