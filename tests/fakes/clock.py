"""A clock that stands still until a test moves it, and ids that follow from a seed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)
"""Noon at the example agency, outside its quiet hours."""
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
_URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class FakeClock:
    """`pass_time(minutes=5)` moves it on."""

    def __init__(self, start: datetime = NOON) -> None:
        self.time = start

    def now(self) -> datetime:
        return self.time

    def pass_time(self, **how_long: Any) -> None:
        self.time += timedelta(**how_long)


class FakeIds:
    """Random like the real ones, but the same in every run."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def short(self, length: int) -> str:
        return self._pick(_LETTERS, length)

    def request_code(self) -> str:
        return self._pick(_CONSONANTS, 4)

    def token(self) -> str:
        return self._pick(_URL_SAFE, 22)

    def digits(self, length: int) -> str:
        return self._pick("0123456789", length)

    def _pick(self, alphabet: str, length: int) -> str:
        return "".join(self._random.choice(alphabet) for _ in range(length))
