"""Typing errors in the words that every city's streets share: types, numbers, whose road it is, cities' neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .spelling import errors_between
from .street_words import DIRECTIONS, NUMBER_WORDS, SPANISH_KINDS, TYPES

_COMMON = frozenset(
    {"street", "avenue", "boulevard", "circle", "court", "drive", "parkway", "place", "road", "lane", "terrace",
     "trail", "highway", "square", "crossing", "turnpike", "heights",
     "county", "state", "route", "interstate", "township",
     "private", "farm", "market", "ranch", "north", "south", "east", "west", "northeast", "northwest", "southeast",
     "southwest", "saint", "mount", "calle", "avenida", "camino", "paseo"}
)  # fmt: skip
_WORDS = frozenset(word for word in NUMBER_WORDS if len(word) > 4) | _COMMON
_KNOWN = _WORDS | frozenset(TYPES) | frozenset(DIRECTIONS) | frozenset(NUMBER_WORDS) | SPANISH_KINDS
_ENDINGS = (
    "street", "avenue", "circle", "court", "drive", "road", "lane", "pike", "blvd", "ave", "way", "cir", "rd", "st",
    "dr", "ct", "ln",
)  # fmt: skip
SHORTEST_NAME = 4
_BY_LETTER: dict[str, list[str]] = {}
for _word in sorted(_WORDS):
    _BY_LETTER.setdefault(_word[0], []).append(_word)


def mended(words: Sequence[str]) -> list[str]:
    """Give the words with those put right that are one error away from one that streets share: `secobd stret`.

    A type that is written onto the name is taken off it: `gunpowderrd`.
    """
    return [part for word in words for part in _mended(word)]


@lru_cache(maxsize=1024)
def _mended(word: str) -> tuple[str, ...]:
    if word in _KNOWN or len(word) < 4 or not word.isalpha():
        return (word,)
    alike = (known for known in _BY_LETTER.get(word[0], ()) if errors_between(word, known, most=1) == 1)
    right = next(alike, "")
    if right:
        return (right,)
    ending = next((kind for kind in _ENDINGS if word.endswith(kind) and len(word) - len(kind) >= SHORTEST_NAME), "")
    return (word.removesuffix(ending), ending) if ending else (word,)
