"""Cancel a draft before it is sent."""

from __future__ import annotations

from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.incident import RequestId
from chalicelib.domain.officer import Officer

from .desk import ATTEMPTS, Desk
from .keep_draft import kept_draft, settle_draft


def cancel_draft(draft_id: str, *, officer: Officer, desk: Desk) -> None:
    """See to it that a draft is not sent; one that is gone already is no error. Raises Refused where it was sent."""
    for _ in range(ATTEMPTS):
        request = desk.requests.request(RequestId(draft_id))
        if request is not None:
            raise Refused("slack.cancel_late", code=request.code)
        try:
            kept = kept_draft(draft_id, officer_id=officer.officer_id, scratch=desk.scratch, now=desk.now)
            settled = settle_draft(draft_id, kept, "cancelled", scratch=desk.scratch, now=desk.now)
            desk.transactions.commit([settled])
        except NotFound:
            return
        except Conflict:  # it is being sent, or was just cancelled: look again
            continue
        return
    raise Conflict("draft")
