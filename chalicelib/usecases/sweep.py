"""Find what is due and was not sent, and what got stuck half-way, and put it on the sender's queue again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib import ports


AT_ONCE = 500
STUCK = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many messages were due, and how many of them have been due for more than ten minutes."""

    due: int
    stuck: int


def sweep(*, outbox: ports.Outbox, queue: ports.Queue, clock: ports.Clock) -> Swept:
    """Queue at most 500 due messages, longest waiting first; the sender decides what each still needs."""
    now = clock.now()
    due = outbox.due(now=now, limit=AT_ONCE)
    queue.send([{"message": message.message_id} for message in due])
    return Swept(due=len(due), stuck=sum(now - message.due_at > STUCK for message in due))
