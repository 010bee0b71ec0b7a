"""Cancel a draft before it is sent."""

from __future__ import annotations

from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.incident import RequestId
from chalicelib.domain.officer import Officer

from .desk import Desk
from .keep_draft import kept_draft


def cancel_draft(draft_id: str, *, officer: Officer, desk: Desk) -> None:
    """Forget a draft; one that is gone already is no error. Raises Refused where it was sent."""
    request = desk.requests.request(RequestId(draft_id))
    if request is not None:
        raise Refused("slack.cancel_late", code=request.code)
    try:
        kept_draft(draft_id, officer_id=officer.officer_id, scratch=desk.scratch, now=desk.now)
    except NotFound:
        return
    desk.transactions.commit([desk.scratch.remove("draft", draft_id)])
