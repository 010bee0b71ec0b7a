"""Send a request: write it down once with its audit row, then ask; beyond the limits it waits for a supervisor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.asking import Plan, beyond_limits
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.incident import Question, Request, RequestId
from chalicelib.domain.officer import Officer
from chalicelib.domain.outbox import Message, owed_note
from chalicelib.words.board import approval_payload

from .desk import ATTEMPTS, Desk, board_message, commit_audited, entry, tell_queue
from .keep_draft import KeptDraft, kept_draft, settle_draft
from .prepare_question import prepare_question
from .preview_request import plan_question
from .put_asks import put_asks

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A request as it stands now: how many owners were asked, and when their texts go out."""

    request: Request
    asked: int
    now: datetime
    sends_at: datetime


def send_request(
    draft_id: str, *, officer: Officer, desk: Desk, gazetteer: ports.Gazetteer, cameras: ports.Cameras
) -> Sent:
    """Make the request of a draft and ask its owners; the request's id is the draft's, so that twice makes one.

    Cut off anywhere, it is run again. Raises Unclear or Refused where it cannot be asked any more, NotFound where
    neither a request nor a draft of this officer is left.
    """
    request = desk.requests.request(RequestId(draft_id))
    if request is not None and request.officer_id != officer.officer_id:
        raise NotFound("draft")
    if request is not None and request.state != "open":
        return _sent(request, 0, desk)
    if request is not None:
        plan = plan_question(request.question, desk=desk, cameras=cameras, as_of=request.created_at)
    else:
        kept = kept_draft(draft_id, officer_id=officer.officer_id, scratch=desk.scratch, now=desk.now)
        question = prepare_question(kept.draft, agency=desk.agency, gazetteer=gazetteer, now=desk.now)
        plan = plan_question(question, desk=desk, cameras=cameras)
        drawn = _request(draft_id, kept.code, question, plan, officer=officer, desk=desk)
        request = _write_down(drawn, kept, officer=officer, desk=desk)
    asked = put_asks(request, plan, desk=desk) if request.state == "open" else 0
    return _sent(request, asked, desk)


def _sent(request: Request, asked: int, desk: Desk) -> Sent:
    return Sent(request=request, asked=asked, now=desk.now, sends_at=desk.agency.sending_time(desk.now))


def _request(request_id: str, code: str, question: Question, plan: Plan, *, officer: Officer, desk: Desk) -> Request:
    if not plan.addressees:
        raise Refused("slack.nobody_to_ask")
    beyond = beyond_limits(question, len(plan.addressees), desk.agency.limits)
    return Request(
        request_id=RequestId(request_id),
        code=code,
        question=question,
        officer_id=officer.officer_id,
        channel_id=desk.channel_id,
        created_at=desk.now,
        expires_at=desk.now + timedelta(days=desk.agency.keep.ask_days),
        state="awaiting_approval" if beyond else "open",
        cameras=plan.cameras,
        owners=len(plan.addressees),
    )


def _write_down(request: Request, kept: KeptDraft, *, officer: Officer, desk: Desk) -> Request:
    """Write the request down once; give what stands there afterwards. A code that is taken is drawn anew.

    Raises NotFound where its draft was cancelled meanwhile.
    """
    for _ in range(ATTEMPTS):
        try:
            _commit(request, kept, officer=officer, desk=desk)
        except Conflict as conflict:
            written = desk.requests.request(request.request_id)
            if written is not None:
                return written
            kept = kept_draft(request.request_id, officer_id=officer.officer_id, scratch=desk.scratch, now=desk.now)
            if not conflict.labels & {"code", "draft"}:
                raise
            if "code" in conflict.labels:
                request = replace(request, code=desk.ids.request_code())
        else:
            return request
    raise Conflict("code")


def _commit(request: Request, kept: KeptDraft, *, officer: Officer, desk: Desk) -> None:
    """Request, audit row, the channel's message and what became of the draft, in one transaction."""
    message = _announcement(request, desk=desk)
    row = entry("request", officer, desk, request=request, count=request.owners)
    sent = settle_draft(request.request_id, kept, "sent", scratch=desk.scratch, now=desk.now)
    commit_audited(lambda: [*desk.requests.add_request(request), desk.outbox.owe(message), sent], row, desk=desk)
    tell_queue([message], desk=desk)


def _announcement(request: Request, *, desk: Desk) -> Message:
    """The channel sees the count of answers, or is asked for an approval."""
    if request.state == "open":
        return board_message(request, name="board", desk=desk)
    beyond = beyond_limits(request.question, request.owners, desk.agency.limits)
    note = {"channel": desk.channel_id, **approval_payload(request, beyond, desk.agency)}
    message_id = f"{request.request_id}-approval"
    return owed_note(message_id, note, request.request_id, now=desk.now, expires_at=request.expires_at)
