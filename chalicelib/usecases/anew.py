"""Decides again what somebody else's change has overtaken."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from chalicelib.domain.errors import Conflict

TRIES = 5
Result = TypeVar("Result")


def anew(decide: Callable[[], Result], *, tries: int = TRIES) -> Result:
    """Give what `decide` gives. It reads, decides and commits; on a Conflict it is called again, `tries` times in all.

    Raises the last Conflict where even that was not enough.
    """
    for _ in range(tries - 1):
        try:
            return decide()
        except Conflict:
            continue
    return decide()
