"""What an officer's deeds need from outside, in one hand; and the little that all of them do alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.audit import AuditEntry, Deed
from chalicelib.domain.errors import Conflict, NotAnOfficer
from chalicelib.domain.incident import Request
from chalicelib.domain.officer import Officer, OfficerId
from chalicelib.domain.outbox import Message, board_update

if TYPE_CHECKING:
    from chalicelib import ports

ATTEMPTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Ports, the agency and the time at which the deed began.

    `channel_id` is the agency's channel in Slack, `base_url` where the pages are.
    """

    agency: Agency
    now: datetime
    channel_id: str
    base_url: str
    transactions: ports.Transactions
    registry: ports.Registry
    requests: ports.Requests
    outbox: ports.Outbox
    scratch: ports.Scratch
    audit: ports.AuditLog
    queue: ports.Queue
    ids: ports.Ids


def known_officer(officer_id: str, *, team_id: str, home_team_id: str, agencies: ports.Agencies) -> Officer:
    """Give the officer who acts; raises NotAnOfficer for everybody else: not listed, disabled, of another workspace."""
    officer = agencies.officer(OfficerId(officer_id)) if officer_id and team_id == home_team_id else None
    if officer is None or officer.disabled or officer.team_id != home_team_id:
        raise NotAnOfficer
    return officer


def entry(deed: Deed, officer: Officer, desk: Desk, *, request: Request | None = None, count: int = 0) -> AuditEntry:
    """Write up a deed upon a request, or upon none."""
    return AuditEntry(
        deed=deed,
        actor=officer.officer_id,
        at=desk.now,
        case_number=request.question.case_number if request else "",
        subject=request.request_id if request else "",
        count=count,
    )


def commit_audited(changes: Callable[[], Sequence[ports.Change]], row: AuditEntry, *, desk: Desk) -> None:
    """Commit changes together with their audit row.

    Where only the row's place in its chain was taken, all of it is made anew; any other Conflict is raised.
    """
    for attempt in range(ATTEMPTS):
        try:
            desk.transactions.commit([*changes(), desk.audit.record(row)])
        except Conflict as conflict:
            if conflict.labels != {"audit"} or attempt == ATTEMPTS - 1:
                raise
        else:
            return


def board_message(request: Request, *, name: str, desk: Desk) -> Message:
    """Owe the agency's channel the request's tally; `name` makes the message's id within the request."""
    message_id = f"{request.request_id}-{name}"
    return board_update(message_id, request.request_id, now=desk.now, expires_at=request.expires_at)


def tell_queue(messages: Sequence[Message], *, desk: Desk) -> None:
    """Queue what is due; the sweeper finds the rest when its time comes."""
    due = [{"message": message.message_id} for message in messages if message.due_at <= desk.now]
    if due:
        desk.queue.send(due)
