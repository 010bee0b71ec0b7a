"""A text message as the carrier keeps it, and as Twilio's API shows it."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from local.vendors.carrier.refusals import FATES
from local.vendors.carrier.segments import segments

INBOUND, BY_API, AS_REPLY = "inbound", "outbound-api", "outbound-reply"
# A message only moves forward, whatever order its news arrives in.
RANK = {"queued": 0, "sending": 1, "sent": 2, "received": 3, "undelivered": 3, "failed": 3, "delivered": 3}
FINAL = 3


@dataclass(frozen=True, kw_only=True)
class Message:
    """One text, in or out. Times are UTC, as ISO 8601."""

    sid: str
    account_sid: str
    sender: str
    to: str
    body: str
    direction: str
    status: str
    created: str
    updated: str
    sent: str | None = None
    media: int = 0
    error_code: int | None = None
    status_callback: str = ""
    webhook_error: int | None = None

    @property
    def is_finished(self) -> bool:
        return RANK[self.status] == FINAL

    def advance(self, status: str, *, now: datetime, error_code: int | None = None) -> Message:
        """Return the message in this state, or as it is where it has got further already."""
        if RANK[status] <= RANK[self.status]:
            return self
        at = now.isoformat()
        return replace(self, status=status, updated=at, sent=self.sent or at, error_code=error_code)

    def to_record(self) -> dict[str, Any]:
        return asdict(self)

    def to_twilio(self) -> dict[str, Any]:
        """Return the Message resource of Twilio's API (2010-04-01)."""
        uri = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{self.sid}"
        return {
            "account_sid": self.account_sid,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": rfc2822(self.created),
            "date_sent": rfc2822(self.sent) if self.sent else None,
            "date_updated": rfc2822(self.updated),
            "direction": self.direction,
            "error_code": self.error_code,
            "error_message": FATES.get(self.error_code, "Unknown error") if self.error_code else None,
            "from": self.sender,
            "messaging_service_sid": None,
            "num_media": str(self.media),
            "num_segments": str(segments(self.body)),
            "price": None,
            "price_unit": "USD",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": self.to,
            "uri": f"{uri}.json",
        }


def new_sid(*, media: int = 0) -> str:
    return ("MM" if media else "SM") + secrets.token_hex(16)


def rfc2822(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment).astimezone(UTC).replace(microsecond=0))
