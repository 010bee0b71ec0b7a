"""The faults that a test can ask the carrier for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

CALLBACKS = ("normal", "late", "twice", "shuffled", "lost")
CREATES = ("normal", "hang_after_accept", "500", "500_after_accept", "429")
OUTCOMES = ("delivered", "undelivered", "failed")


class BehaviourError(Exception):
    """The carrier cannot behave like that; the sentence says what it knows."""


@dataclass(frozen=True, kw_only=True)
class Behaviour:
    """How to treat a message that is created. `create` may also be an error code; `delay` (seconds) is for `late`.

    `times` is how many messages it holds for (None: until told otherwise), `to` the only number it holds for.
    """

    callbacks: str = "normal"
    create: str = "normal"
    outcome: str = "delivered"
    error_code: int | None = None
    delay: float = 5.0
    times: int | None = None
    to: str | None = None

    def __post_init__(self) -> None:
        if self.callbacks not in CALLBACKS:
            raise BehaviourError(f"callbacks: one of {', '.join(CALLBACKS)}")
        if self.create not in CREATES and not (self.create.isdigit() and len(self.create) == 5):
            raise BehaviourError(f"create: one of {', '.join(CREATES)}, or an error code of five digits")
        if self.outcome not in OUTCOMES:
            raise BehaviourError(f"outcome: one of {', '.join(OUTCOMES)}")


class Faults:
    """The behaviour in force."""

    def __init__(self) -> None:
        self.behaviour = Behaviour()

    def ask_for(self, wanted: Mapping[str, Any]) -> Behaviour:
        """Put a behaviour in force; what is not named is normal. Raise BehaviourError for what is unknown."""
        try:
            values = {**wanted, "create": str(wanted.get("create", "normal"))}
            self.behaviour = Behaviour(**values)
        except TypeError as error:
            raise BehaviourError(f"one of {', '.join(asdict(Behaviour()))}") from error
        return self.behaviour

    def take(self, to: str) -> Behaviour:
        """Return how to treat a message to this number, and count it."""
        current = self.behaviour
        if current.to not in (None, to) or current.times == 0:
            return Behaviour()
        if current.times is not None:
            left = current.times - 1
            self.behaviour = replace(current, times=left) if left else Behaviour()
        return current
