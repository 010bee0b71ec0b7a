"""An owner answers by pressing a button on the page that their link opens."""

from __future__ import annotations

from chalicelib import ports
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.incident import Answer, Ask

from .record_answer import record_answer
from .view_ask import AskView

TRIES = 5


def answer_on_web(
    view: AskView,
    said: str,
    *,
    requests: ports.Requests,
    outbox: ports.Outbox,
    outbox_queue: ports.Queue,
    transactions: ports.Transactions,
    clock: ports.Clock,
    ids: ports.Ids,
) -> None:
    """Write the answer, which may replace an earlier one; the same again writes nothing.

    Raises Refused for what is none of the six answers, and where the ask was closed.
    """
    if said not in list(Answer):
        raise Refused("web.error.answer", field="answer")
    ask: Ask | None = view.ask
    for _ in range(TRIES):
        if ask is None or ask.closed or not view.is_open():
            raise Refused("web.error.ask_closed", field="answer")
        if ask.answer == said:
            return
        recorded = record_answer(ask, Answer(said), requests=requests, outbox=outbox, ids=ids, now=clock.now())
        try:
            transactions.commit(recorded.changes)
        except Conflict:
            ask = requests.ask(ask.request_id, ask.owner_id)
        else:
            outbox_queue.send([{"message": message_id} for message_id in recorded.owed])
            return
    raise Conflict("ask")
