"""How what must be true together is written together; chance and time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Change(Protocol):
    """One conditional write, made by a store and committed with others. `label` names it in a Conflict."""

    @property
    def label(self) -> str: ...


class Transactions(Protocol):
    """Writes what must be true together, together."""

    def commit(self, changes: Sequence[Change]) -> None:
        """Write all of 1 to 100 changes or none; raises Conflict with the labels of those whose condition failed."""


class Clock(Protocol):
    def now(self) -> datetime:
        """Give the time, aware, in UTC."""


class Ids(Protocol):
    """Chance. Ids open nothing; tokens do."""

    def short(self, length: int) -> str:
        """Give a random id of lower-case letters and digits, five bits a character."""

    def request_code(self) -> str:
        """Give four capital consonants, by which owner and desk name a request to each other."""

    def token(self) -> str:
        """Give a random token of 132 bits in 22 URL-safe characters."""

    def digits(self, length: int) -> str:
        """Give random decimal digits."""
