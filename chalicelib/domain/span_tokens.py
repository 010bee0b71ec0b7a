"""A message in tokens, as far as places are sought in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from .street_words import DIRECTIONS, STATES, TYPES

_PHONE = re.compile(r"(?<![\w])\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\w)")
_SHORT_PHONE = re.compile(r"(?<![\w-])\d{3}-\d{4}(?![\w-])")
_EMAIL = re.compile(r"\S{1,80}@\S{1,80}")
_SPACES, _ENDS = re.compile(r"[^\S\n]+"), re.compile(r" ?\n[ \n]*")
_TOKEN = re.compile(r"[^\W_](?:[\w'\u2019]|(?<=\d)/|-(?=\w))*\.?|[,;:&@/\n!?]|\.(?=\s|$)|#\s?\w+")
_ACCENTS = str.maketrans("\u00e1\u00e9\u00ed\u00f3\u00fa\u00fc\u00f1", "aeiouun")


_LONG_TYPES = frozenset({"road", "lane", "park", "hill", "way"})
_SHORT_TYPES = {word for word in (*TYPES, *DIRECTIONS) if len(word) < 5} - _LONG_TYPES
_ABBREVIATIONS = frozenset({"no", "mr", "ms", "mrs", "jr", "sr", "mt", "ft", "dr", "st"} | STATES | _SHORT_TYPES)


class Token(NamedTuple):
    """A word, a number or a mark, and where it stands.

    `word` is in small letters, without accents and a full stop. What `closes` ends a sentence: a full stop behind a
    word that is no abbreviation.
    """

    text: str
    start: int
    end: int
    word: str
    closes: bool


def tokens_of(message: str) -> list[Token]:
    """Part a message into words, numbers and marks; phone numbers and mail addresses are none of them."""
    return [_token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(without_contacts(message))]


def _token(text: str, start: int, end: int) -> Token:
    word = text.lower().translate(_ACCENTS).rstrip(".")
    stops = text[-1] == "." and (len(word) > 1 or word.isdigit()) and word not in _ABBREVIATIONS
    return Token(text, start, end, word, stops or text in "\n!?.;:")


def without_contacts(message: str) -> str:
    """Give a message of the same length with tabs for phone numbers and mail addresses."""
    return _SHORT_PHONE.sub(_blank, _PHONE.sub(_blank, _EMAIL.sub(_blank, message)))


def spaced(message: str) -> str:
    """Give a message without phone numbers and mail addresses, with one space or one end of a line where more stood."""
    return _ENDS.sub("\n", _SPACES.sub(" ", without_contacts(message)))


def _blank(found: re.Match[str]) -> str:
    return "\t" * len(found[0])
