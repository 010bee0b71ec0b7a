"""Put a request to its owners: one ask each, each with its message in one transaction, so that it can be cut off."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.domain.asking import Addressee, Plan
from chalicelib.domain.checking import silent
from chalicelib.domain.errors import Conflict
from chalicelib.domain.incident import Ask, Request
from chalicelib.domain.outbox import Message, ask_message_id

from .ask_message import AskWriter
from .desk import ATTEMPTS, Desk, tell_queue


def put_asks(request: Request, plan: Plan, *, desk: Desk) -> int:
    """Ask everybody who was not asked yet, soonest overwritten first; give how many were asked in all.

    Run again after it was cut off, it writes what is missing. Who stopped meanwhile is not asked, and nobody any more
    once the request was closed.
    """
    asked = {ask.owner_id for ask in desk.requests.asks(request.request_id)}
    sends_at = desk.agency.sending_time(desk.now)
    owed: list[Message] = []
    for place, addressee in enumerate(plan.addressees):
        if addressee.owner_id in asked:
            continue
        due_at = _due(max(sends_at, addressee.ask_at), place, desk)
        if message := _put(request, addressee, due_at=due_at, desk=desk):
            owed.append(message)
    tell_queue(owed, desk=desk)
    return len(desk.requests.asks(request.request_id))


def _put(request: Request, addressee: Addressee, *, due_at: datetime, desk: Desk) -> Message | None:
    """Give the message that is now owed; none where the owner was asked meanwhile, or stopped, or it was closed."""
    ask = _ask(request, addressee, now=desk.now)
    name = ask_message_id(request.request_id, addressee.owner_id)
    for _ in range(ATTEMPTS):
        message, owing = _writer(desk).owe(
            request, ask, addressee.contact.channel, message_id=name, due_at=due_at, language=addressee.language
        )
        try:
            desk.transactions.commit(
                [
                    desk.requests.add_ask(ask),
                    desk.requests.check_open(request.request_id),
                    desk.registry.check_consent(addressee.contact.key, allowed=("given",)),
                    *owing,
                ]
            )
        except Conflict as conflict:
            if conflict.labels & {"ask", "request", "consent"}:
                return None
        else:
            return message
    raise Conflict("ask")


def _due(sends_at: datetime, place: int, desk: Desk) -> datetime:
    """After quiet hours the sweeper goes by due time: keep the order of asking in it."""
    return sends_at + timedelta(milliseconds=place) if sends_at > desk.now else sends_at


def _ask(request: Request, addressee: Addressee, *, now: datetime) -> Ask:
    return Ask(
        request_id=request.request_id,
        code=request.code,
        owner_id=addressee.owner_id,
        contact_key=addressee.contact.key,
        camera_ids=addressee.camera_ids,
        created_at=now,
        expires_at=request.expires_at,
        overwritten_at=addressee.overwritten_at,
        held=silent(addressee.contact, now),
    )


def _writer(desk: Desk) -> AskWriter:
    return AskWriter(
        requests=desk.requests, outbox=desk.outbox, ids=desk.ids, agency=desk.agency, base_url=desk.base_url,
        now=desk.now,
    )  # fmt: skip
