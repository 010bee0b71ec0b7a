"""An owner answers an ask, by whatever channel: what is to be written, together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib import words
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.incident import Answer, Ask
from chalicelib.domain.outbox import Message, MessageId, board_update, note_beside, owed_note

if TYPE_CHECKING:
    from chalicelib import ports

    from .view_ask import AskView

TRIES = 5
SLACK_LIFE = timedelta(days=1)
SENDS_FOOTAGE = (Answer.HAS_FOOTAGE, Answer.SAVED)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What to commit, the messages to queue once it is, and the token of a link for the footage, or none."""

    ask: Ask
    changes: list[ports.Change]
    owed: tuple[MessageId, ...]
    link_token: str


def answer_on_page(
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
    """Write what somebody pressed on the page that their link opens; the same again writes nothing.

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
        recorded = record_answer(
            ask, Answer(said), requests=requests, outbox=outbox, ids=ids, now=clock.now(), has_link=True
        )
        try:
            transactions.commit(recorded.changes)
        except Conflict:
            ask = requests.ask(ask.request_id, ask.owner_id)
        else:
            outbox_queue.send([{"message": message_id} for message_id in recorded.owed])
            return
    raise Conflict("ask")


def record_answer(
    ask: Ask,
    answer: Answer,
    *,
    requests: ports.Requests,
    outbox: ports.Outbox,
    ids: ports.Ids,
    now: datetime,
    language: str = words.FALLBACK,
    has_link: bool = False,
) -> Recorded:
    """Give the changes that write this answer, which may replace an earlier one, and bring Slack up to date.

    Who has footage gets a link, unless they came by one; who needs help is made known to the detective, by the code
    alone, in the agency's `language`. Labels: `ask`, `link`, `message`.
    """
    answered = replace(ask, answer=answer, answered_at=now, version=ask.version + 1)
    messages = [_board(answered, now)]
    if answer is Answer.HELP:
        messages.append(_help(answered, now, requests=requests, language=language))
    changes = [requests.change_ask(answered), *(outbox.owe(message) for message in messages)]
    token = ids.token() if answer in SENDS_FOOTAGE and not has_link else ""
    if token:
        changes.append(requests.add_link(token, answered))
    return Recorded(answered, changes, tuple(message.message_id for message in messages), token)


def _board(ask: Ask, now: datetime) -> Message:
    return board_update(_name("board", ask), ask.request_id, now=now, expires_at=now + SLACK_LIFE)


def _help(ask: Ask, now: datetime, *, requests: ports.Requests, language: str) -> Message:
    request = requests.request(ask.request_id)
    text = words.say("note.help", language, code=ask.code)
    note = note_beside(request, text) if request else {"channel": "", "text": text}
    return owed_note(_name("note", ask), note, ask.request_id, now=now, expires_at=now + SLACK_LIFE)


def _name(kind: str, ask: Ask) -> str:
    """Name the message by the ask's version, so that one answer makes one."""
    return f"{kind}-{ask.request_id}-{ask.owner_id}-{ask.version}"
