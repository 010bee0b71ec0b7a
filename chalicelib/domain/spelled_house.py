"""House numbers in words: `five Erwood Court`, `seven hundred four Berrymans Lane`, `ten oh nine Roxleigh Road`."""

from __future__ import annotations

import re

from .number_words import WORDS, number
from .patterns import compiled
from .street_words import TYPES
from .talk_words import TALK

MOST_WORDS = 6
MAX_STREET_WORDS = 4
_BEFORE = r"(?i)(?:^|[.,:;!?\n]\s{0,3}|\b(?:at|is|in|on|en|address|direccion|live)\s)\s{0,3}(?=[a-z])"
_WORD = r"\s?-?([^\W\d_]+['\u2019]?[^\W\d_]*)"
_SMALL = frozenset({"hundred", "thousand", "oh", "o", "and"})


def with_figures(message: str) -> str:
    """Give a message with such a number as figures, where a street and its type follow; at most one is changed."""
    for before in compiled(_BEFORE).finditer(message):
        words = _words_from(message, before.end(), MOST_WORDS + MAX_STREET_WORDS)
        spelled = _leading(words)
        if spelled and _is_street([word for word, _ in words[spelled:]]):
            value = _value([word for word, _ in words[:spelled]])
            if value:
                return f"{message[: before.end()]}{value}{message[words[spelled - 1][1] :]}"
    return message


def _words_from(message: str, start: int, most: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while len(found) < most:
        match = compiled(_WORD).match(message, start)
        if not match:
            break
        found.append((match[1].lower(), match.end()))
        start = match.end()
    return found


def _leading(words: list[tuple[str, int]]) -> int:
    """Count the words of a number at the front; an article is none."""
    count = 0
    while (
        count < len(words) and (words[count][0] in WORDS | _SMALL) and words[count][0] not in ("a", "an", "un", "una")
    ):
        count += 1
    return count


def _is_street(words: list[str]) -> bool:
    """Say whether one to three words that are no talk follow, and then a type."""
    for at, word in enumerate(words[:MAX_STREET_WORDS]):
        if word in TYPES and at:
            return True
        if word in TALK:
            return False
    return False


def _value(words: list[str]) -> int:
    """Read `seven hundred four`, `twelve`, `eleven twenty two`, `ten oh nine`."""
    parts = re.split(r" (?:hundred|thousand)\b(?: and)?", " ".join(words))
    if len(parts) == 2:
        factor = 1000 if "thousand" in words else 100
        return (number(parts[0]) or 1) * factor + _pairs(parts[1])
    return _pairs(parts[0]) if len(parts) == 1 else 0


def _pairs(words: str) -> int:
    """Put two-figure numbers behind each other: `eleven twenty two` is 1122, `ten oh nine` 1009."""
    figures = ""
    rest = words.split()
    while rest:
        if rest[0] in ("oh", "o") and len(rest) > 1:
            figures, rest = f"{figures}0{number(rest[1]) or 0}", rest[2:]
            continue
        both = number(" ".join(rest[:2])) if len(rest) > 1 else None
        one = number(rest[0])
        if both is None and one is None:
            return 0
        figures, rest = f"{figures}{both if both is not None else one}", rest[2 if both is not None else 1 :]
    return int(figures) if figures and len(figures) < 7 else 0
