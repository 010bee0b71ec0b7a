"""Approve a request beyond the limits: another officer, a supervisor or administrator, within a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.incident import Request, RequestId
from chalicelib.domain.officer import Officer

from .desk import Desk, board_message, commit_audited, entry, tell_queue
from .preview_request import plan_question
from .put_asks import put_asks
from .send_request import Sent

if TYPE_CHECKING:
    from chalicelib import ports

STALE_AFTER = timedelta(hours=24)


def approve_request(request_id: str, *, officer: Officer, desk: Desk, cameras: ports.Cameras) -> Sent:
    """Open a request that waits, and ask its owners; cut off anywhere, it is run again.

    Raises Refused where this officer may not, or the request waited too long or was closed.
    """
    request = desk.requests.request(RequestId(request_id))
    if request is None:
        raise NotFound("request")
    _check(request, officer, desk)
    if request.state == "awaiting_approval":
        request = _open(request, officer=officer, desk=desk)
    plan = plan_question(request.question, desk=desk, cameras=cameras, as_of=request.created_at)
    asked = put_asks(request, plan, desk=desk)
    return Sent(request=request, asked=asked, now=desk.now, sends_at=desk.agency.sending_time(desk.now))


def _check(request: Request, officer: Officer, desk: Desk) -> None:
    if not officer.may_approve():
        raise Refused("slack.approve_role")
    if officer.officer_id == request.officer_id:
        raise Refused("slack.approve_own")
    if request.state == "closed":
        raise Refused("slack.approve_closed", code=request.code)
    if request.state == "awaiting_approval" and desk.now - request.created_at > STALE_AFTER:
        raise Refused("slack.approve_stale", code=request.code)


def _open(request: Request, *, officer: Officer, desk: Desk) -> Request:
    """The days that its owners have to answer begin now."""
    opened = replace(request, state="open", approved_by=officer.officer_id)
    board = board_message(opened, name="board", desk=desk)
    row = entry("approve", officer, desk, request=request, count=request.owners)
    try:
        commit_audited(
            lambda: [desk.requests.move_request(opened, was="awaiting_approval"), desk.outbox.owe(board)],
            row,
            desk=desk,
        )
    except Conflict:
        now = desk.requests.request(request.request_id)
        if now is None or now.state != "open":
            raise
        return now
    tell_queue([board], desk=desk)
    return opened
