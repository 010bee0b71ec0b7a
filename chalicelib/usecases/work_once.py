"""Do a job once, though its queue may deliver it twice: a claim while it is done, a mark when it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from chalicelib.domain.errors import Conflict, ProviderBusy

from .desk import Desk

CLAIM = timedelta(minutes=2)
"""Longer than a job takes; who finds a claim comes back later."""
MARK = timedelta(days=1)


@contextmanager
def work_once(name: str, *, desk: Desk) -> Iterator[bool]:
    """Give whether the job is still to be done; what the block raises gives the claim back.

    Raises ProviderBusy where another worker is at it, so that this delivery comes again.
    """
    found = desk.scratch.get("slack_done", name, now=desk.now)
    if found is not None and found["done"]:
        yield False
        return
    _claim(name, desk)
    try:
        yield True
    except BaseException:
        desk.transactions.commit([desk.scratch.remove("slack_done", name)])
        raise
    mark = desk.scratch.put("slack_done", name, {"done": True}, expires_at=desk.now + MARK, version=0)
    desk.transactions.commit([mark])


def _claim(name: str, desk: Desk) -> None:
    try:
        claim = desk.scratch.put("slack_done", name, {"done": False}, expires_at=desk.now + CLAIM)
        desk.transactions.commit([claim])
    except Conflict as conflict:
        raise ProviderBusy("somebody else is at it") from conflict
