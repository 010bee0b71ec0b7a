"""Time and chance, as the machine gives them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""32 characters that nobody mistakes for one another: five bits each."""
_CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
_URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class SystemClock:
    """The machine's clock, in UTC. `shift` moves it, where the settings let a laptop do so."""

    def __init__(self, shift: Callable[[], timedelta] | None = None) -> None:
        self._shift = shift

    def now(self) -> datetime:
        now = datetime.now(UTC)
        return now + self._shift() if self._shift else now


class SystemIds:
    """The machine's source of chance for secrets, for ids as well."""

    def short(self, length: int) -> str:
        """Give a random id of lower-case letters and digits, five bits a character."""
        return _pick(_LETTERS, length)

    def request_code(self) -> str:
        """Give four capital consonants: no code spells a word, nor is it a street's `Blvd`."""
        code = _pick(_CONSONANTS, 4)
        return self.request_code() if code == "BLVD" else code

    def token(self) -> str:
        """Give a random token of 132 bits in 22 URL-safe characters."""
        return _pick(_URL_SAFE, 22)

    def digits(self, length: int) -> str:
        """Give random decimal digits."""
        return _pick("0123456789", length)


def _pick(alphabet: str, length: int) -> str:
    return "".join(secrets.choice(alphabet) for _ in range(length))
