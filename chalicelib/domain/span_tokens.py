"""A message in tokens, as far as places are sought in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .street_words import DIRECTIONS, STATES, TYPES

_PHONE = re.compile(r"(?<![\w])\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\w)")
_SHORT_PHONE = re.compile(r"(?<![\w-])\d{3}-\d{4}(?![\w-])")
_EMAIL = re.compile(r"\S{1,80}@\S{1,80}")
_TOKEN = re.compile(r"[^\W_](?:[\w'\u2019]|(?<=\d)/|-(?=\w))*\.?|[,;:&@/\n!?]|\.(?=\s|$)|#\s?\w+")
_SHORTENED = frozenset({"no", "mr", "ms", "mrs", "jr", "sr", "mt", "ft", "dr", "st"} | STATES)
_ACCENTS = str.maketrans("\u00e1\u00e9\u00ed\u00f3\u00fa\u00fc\u00f1", "aeiouun")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The word in small letters, without accents and a full stop."""
        return self.text.lower().translate(_ACCENTS).rstrip(".")

    @property
    def closes(self) -> bool:
        """Whether it ends a sentence: a full stop behind a word that is no abbreviation."""
        short = len(self.word) < 5 and self.word not in ("road", "lane", "park", "hill", "way")
        plain = (
            (short and (self.word in TYPES or self.word in DIRECTIONS)) or len(self.word) < 2 or self.word in _SHORTENED
        )
        return self.text in "\n!?.;:" or (self.text.endswith(".") and not plain)


def tokens_of(message: str) -> list[Token]:
    """Part a message into words, numbers and marks; phone numbers and mail addresses are none of them."""
    found = _TOKEN.finditer(without_contacts(message))
    return [Token(one[0], one.start(), one.end()) for one in found]


def without_contacts(message: str) -> str:
    """Give a message of the same length with tabs for phone numbers and mail addresses."""
    return _SHORT_PHONE.sub(_blank, _PHONE.sub(_blank, _EMAIL.sub(_blank, message)))


def _blank(found: re.Match[str]) -> str:
    return "\t" * len(found[0])
