"""Close a request: its owners are asked no more, and what was not sent yet is not sent."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.incident import Ask, Request
from chalicelib.domain.officer import Officer
from chalicelib.domain.outbox import ask_message_id

from .desk import ATTEMPTS, Desk, board_message, commit_audited, entry, tell_queue


def close_request(code: str, *, officer: Officer, desk: Desk) -> Request:
    """Close the request with this code; again is no error, and finishes what was cut off.

    Raises NotFound for a code that nothing has, Refused where the officer neither made the request nor supervises.
    """
    request = desk.requests.by_code(code.upper())
    if request is None:
        raise NotFound("request")
    if officer.officer_id != request.officer_id and not officer.may_approve():
        raise Refused("slack.close_not_yours", code=request.code)
    if request.state != "closed":
        request = _close(request, officer=officer, desk=desk)
    for ask in desk.requests.asks(request.request_id):
        _close_ask(ask, desk=desk)
    return request


def _close(request: Request, *, officer: Officer, desk: Desk) -> Request:
    closed = replace(request, state="closed")
    board = board_message(request, name="closed", desk=desk)
    row = entry("close", officer, desk, request=request)
    try:
        commit_audited(
            lambda: [desk.requests.move_request(closed, was=request.state), desk.outbox.owe(board)], row, desk=desk
        )
    except Conflict:
        now = desk.requests.request(request.request_id)
        if now is None or now.state != "closed":
            raise
        return now
    tell_queue([board], desk=desk)
    return closed


def _close_ask(ask: Ask, *, desk: Desk) -> None:
    """An answer may arrive meanwhile: it is read again, and kept."""
    current: Ask | None = ask
    for _ in range(ATTEMPTS):
        if current is None or current.closed:
            break
        try:
            desk.transactions.commit(
                [desk.requests.change_ask(replace(current, closed=True, version=current.version + 1))]
            )
            break
        except Conflict:
            current = desk.requests.ask(ask.request_id, ask.owner_id)
    message = desk.outbox.message(ask_message_id(ask.request_id, ask.owner_id))
    if message is not None and message.state == "owed":
        desk.outbox.move(message.message_id, "dropped", reason="closed")
