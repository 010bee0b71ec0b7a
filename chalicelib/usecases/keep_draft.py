"""Keep what an officer typed for an hour: the draft of a request, or what a form must know when it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from chalicelib.domain.draft import Draft, draft_from
from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.officer import OfficerId

if TYPE_CHECKING:
    from chalicelib import ports

LIFE = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Where and to whom to answer; `response_url` may be empty, and is a secret. `argument` was typed with a verb."""

    officer_id: OfficerId
    channel_id: str
    response_url: str = ""
    argument: str = ""

    def as_dict(self) -> dict[str, str]:
        return {
            "officer": self.officer_id,
            "channel": self.channel_id,
            "response_url": self.response_url,
            "argument": self.argument,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A draft, the code that its request will have, and where to answer; `value` is what scratch holds."""

    draft: Draft
    code: str
    slip: Slip
    value: Mapping[str, Any]


def keep_slip(
    name: str, slip: Slip, *, scratch: ports.Scratch, transactions: ports.Transactions, now: datetime
) -> None:
    """Keep where to answer; the same again changes nothing."""
    transactions.commit([scratch.put("slack_job", name, slip.as_dict(), expires_at=now + LIFE, version=0)])


def kept_slip(name: str, *, officer_id: OfficerId, scratch: ports.Scratch, now: datetime) -> Slip:
    """Give where to answer; raises NotFound where it expired or is somebody else's."""
    value = scratch.get("slack_job", name, now=now)
    if value is None or value["officer"] != officer_id:
        raise NotFound("slack_job")
    return _slip(value)


def keep_draft(
    draft_id: str, draft: Draft, slip: Slip, *, code: str, scratch: ports.Scratch, transactions: ports.Transactions,
    now: datetime,
) -> None:  # fmt: skip
    """Keep a draft; one that stands there already stays as it is, for Slack delivers twice."""
    value = {**slip.as_dict(), "code": code, "fields": draft.as_dict()}
    try:
        transactions.commit([scratch.put("draft", draft_id, value, expires_at=now + LIFE)])
    except Conflict as conflict:
        if conflict.labels != {"draft"}:
            raise


def kept_draft(draft_id: str, *, officer_id: OfficerId, scratch: ports.Scratch, now: datetime) -> KeptDraft:
    """Give a draft; raises NotFound where it expired, was cancelled or is somebody else's."""
    value = scratch.get("draft", draft_id, now=now)
    if value is None or value["officer"] != officer_id or value.get("became") == "cancelled":
        raise NotFound("draft")
    return KeptDraft(draft=draft_from(value["fields"]), code=str(value["code"]), slip=_slip(value), value=value)


def settle_draft(
    draft_id: str, kept: KeptDraft, became: Literal["sent", "cancelled"], *, scratch: ports.Scratch, now: datetime
) -> ports.Change:
    """Give the change that says what became of a draft as it was read; label `draft`.

    Conflicts where the other was first: of Send and Cancel, pressed at once, one alone is done. What was typed into a
    cancelled one is forgotten.
    """
    value = {**(kept.value if became == "sent" else kept.slip.as_dict()), "became": became}
    return scratch.put("draft", draft_id, value, expires_at=now + LIFE, version=kept.value["version"])


def _slip(value: Mapping[str, str]) -> Slip:
    return Slip(
        officer_id=OfficerId(value["officer"]),
        channel_id=str(value["channel"]),
        response_url=str(value["response_url"]),
        argument=str(value.get("argument", "")),
    )
