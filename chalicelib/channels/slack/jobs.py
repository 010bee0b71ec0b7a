"""The jobs of the slack queue: for each, one use case, and what the officer reads afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib import wiring
from chalicelib.domain.draft import Unclear
from chalicelib.domain.errors import NotFound
from chalicelib.domain.officer import Officer
from chalicelib.usecases.approve_request import approve_request
from chalicelib.usecases.cancel_draft import cancel_draft
from chalicelib.usecases.close_request import close_request
from chalicelib.usecases.desk import Desk
from chalicelib.usecases.open_desk import open_desk
from chalicelib.usecases.preview_request import preview_request
from chalicelib.usecases.request_status import request_status
from chalicelib.usecases.send_request import send_request

from . import replying


@dataclass(frozen=True, slots=True)
class Reply:
    """A message for the officer; it may replace the message whose button was pressed, which may be the channel's."""

    payload: dict[str, Any]
    replace: bool = False
    to_channel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Who does it, and upon what: a draft's or request's id, a code, a case, or nothing."""

    officer: Officer
    subject: str
    desk: Desk


def _preview(job: Job) -> Reply:
    try:
        preview = preview_request(
            job.subject, officer=job.officer, desk=job.desk, gazetteer=wiring.gazetteer(), cameras=wiring.cameras()
        )
    except Unclear as unclear:
        return Reply(replying.problems_message(unclear, job.subject))
    return Reply(replying.preview_message(preview, job.desk.agency))


def _send(job: Job) -> Reply:
    try:
        sent = send_request(
            job.subject, officer=job.officer, desk=job.desk, gazetteer=wiring.gazetteer(), cameras=wiring.cameras()
        )
    except Unclear as unclear:
        return Reply(replying.problems_message(unclear, job.subject), replace=True)
    except NotFound:
        return Reply(replying.said("slack.gone"), replace=True)
    return Reply(replying.sent_message(sent, job.desk.agency), replace=True)


def _approve(job: Job) -> Reply:
    try:
        sent = approve_request(job.subject, officer=job.officer, desk=job.desk, cameras=wiring.cameras())
    except NotFound:
        return Reply(replying.said("slack.no_such_request"))
    return Reply(replying.approved_message(sent, job.desk.agency), replace=True, to_channel=True)


def _cancel(job: Job) -> Reply:
    cancel_draft(job.subject, officer=job.officer, desk=job.desk)
    return Reply(replying.said("slack.cancelled"), replace=True)


def _status(job: Job) -> Reply:
    try:
        return Reply(replying.status_message(request_status(job.subject, officer=job.officer, desk=job.desk)))
    except NotFound:
        return Reply(replying.said("slack.no_such_request"))


def _close(job: Job) -> Reply:
    if not job.subject:
        return Reply(replying.said("slack.close_which"))
    try:
        closed = close_request(job.subject, officer=job.officer, desk=job.desk)
    except NotFound:
        return Reply(replying.said("slack.no_such_request"))
    return Reply(replying.said("slack.closed", code=closed.code))


def _open(job: Job) -> Reply:
    try:
        path = open_desk(job.subject, officer=job.officer, desk=job.desk)
    except NotFound:
        return Reply(replying.said("slack.no_such_request"))
    return Reply(replying.open_message(wiring.configuration().base_url + path))


JOBS: dict[str, Callable[[Job], Reply]] = {
    "preview": _preview,
    "send": _send,
    "approve": _approve,
    "cancel": _cancel,
    "status": _status,
    "close": _close,
    "open": _open,
}
