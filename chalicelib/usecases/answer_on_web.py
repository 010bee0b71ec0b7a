"""An owner answers by pressing a button on the page that their link opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from chalicelib import ports
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.incident import Answer, Ask
from chalicelib.domain.outbox import Message, MessageId

from .view_ask import AskView

TRIES = 5
BOARD_LIFE = timedelta(days=1)


def answer_on_web(
    view: AskView,
    said: str,
    *,
    requests: ports.Requests,
    outbox: ports.Outbox,
    outbox_queue: ports.Queue,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> None:
    """Write the answer, which may replace an earlier one, and owe the board its new count.

    Raises Refused for what is none of the six answers, and where the ask was closed.
    """
    if said not in list(Answer):
        raise Refused("web.error.answer", field="answer")
    ask: Ask | None = view.ask
    for _ in range(TRIES):
        if ask is None or ask.closed or not view.is_open():
            raise Refused("web.error.ask_closed", field="answer")
        now = clock.now()
        answered = replace(ask, answer=Answer(said), answered_at=now, version=ask.version + 1)
        board = Message(
            message_id=MessageId(f"board-{ask.request_id}-{ask.owner_id}-{answered.version}"), kind="board", body="",
            created_at=now, due_at=now, expires_at=now + BOARD_LIFE, request_id=ask.request_id,
        )  # fmt: skip
        try:
            transactions.commit([requests.change_ask(answered), outbox.owe(board)])
        except Conflict:
            ask = requests.ask(ask.request_id, ask.owner_id)
            continue
        return outbox_queue.send([{"message": board.message_id}])
    raise Conflict("ask")
