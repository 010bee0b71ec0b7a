"""A message as plain words: lower case, no accents, no apostrophes, digits of every script as 0 to 9. Bounded."""

from __future__ import annotations

import re
import unicodedata

MAX_LETTERS = 1600
"""The longest text message that a carrier delivers; what comes after is not looked at."""

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_BREAK = re.compile(r"[^a-z0-9]+")
_CLAUSE = re.compile(r"[.,!?;:\n()]+|\s-+\s")


def plain(text: str) -> str:
    """Give the words of a message with one space between them: `Don't TEXT me!` is `dont text me`."""
    return _BREAK.sub(" ", bare(text)).strip()


def plain_list(text: str) -> str:
    """Give the plain words with ` , ` where the message is punctuated: `Street, back-yard.` is `street , back yard`."""
    return " , ".join(clauses(text))


def clauses(text: str) -> list[str]:
    """Give the plain words of each part between punctuation, without the empty ones."""
    found = (_BREAK.sub(" ", part).strip() for part in _CLAUSE.split(bare(text)))
    return [part for part in found if part]


def bare(text: str) -> str:
    """Give the text in lower case, without accents and apostrophes, its marks and breaks kept."""
    text = unicodedata.normalize("NFKD", text[:MAX_LETTERS].translate(_APOSTROPHES).lower())
    return "".join(_digit(character) for character in text if not unicodedata.combining(character)).lower()


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
