"""What SES reports about our mail, as EventBridge brings it: read into the one thing that it means, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.domain.mail_event import Happening, MailEvent

SOURCE = "aws.ses"
_UNCOUNTED = {"OnAccountSuppressionList"}
"""SES sent nothing, since it knows the mailbox, and does not count it as a bounce of ours."""


def is_event(body: Mapping[str, Any]) -> bool:
    """Say whether a queue's body is an event of SES, and not S3's word of a new mail."""
    return body.get("source") == SOURCE and isinstance(body.get("detail"), Mapping)


def event_in(body: Mapping[str, Any]) -> MailEvent | None:
    """Read an event (SES's page "Contents of event data"); none for one that means nothing to us.

    Which mail it is about stands in the tag `message`, which we gave it.
    """
    detail = body["detail"]
    mail = detail.get("mail") or {}
    tagged = (mail.get("tags") or {}).get("message") or [""]
    happening = _happening(detail)
    if happening is None or not tagged[0]:
        return None
    bounce = detail.get("bounce") or {}
    counts = bounce.get("bounceSubType") not in _UNCOUNTED
    return MailEvent(
        happening=happening, message_id=str(tagged[0]), provider_id=str(mail.get("messageId", "")), counts=counts
    )


def _happening(detail: Mapping[str, Any]) -> Happening | None:
    """A delayed delivery is none yet, and who takes a complaint back has not complained."""
    kind = detail.get("eventType") or detail.get("notificationType")
    if kind == "Bounce":
        return "hard_bounce" if (detail.get("bounce") or {}).get("bounceType") == "Permanent" else "soft_bounce"
    if kind == "Complaint":
        feedback = (detail.get("complaint") or {}).get("complaintFeedbackType")
        return None if feedback == "not-spam" else "complaint"
    known: dict[str, Happening] = {"Delivery": "delivered", "Reject": "rejected"}
    return known.get(str(kind))
