"""Finds the agency's own streets and towns among the words of a message."""

from __future__ import annotations

import re

from .number_words import WORDS
from .place_names import MAX_TOWN_WORDS, PlaceNames
from .span_tokens import Token
from .span_words import COMMON, STOPS
from .street_words import DIRECTIONS, TYPES
from .talk_words import TALK

GUESSED, NAMED, TYPED, SURE = 1, 2, 3, 4
"""How sure a street is: words before talk; a name of the agency's; words and a type; such a name and its type."""
MAX_STREET_WORDS = 6
_LETTERS = re.compile(r"[^a-z0-9]")
_SHORT = 3


def known_street(tokens: list[Token], begin: int, names: PlaceNames) -> tuple[int, int]:
    """Walk over the longest name of the agency's that begins here; stop behind its type. The same place: none does."""
    if not names.cores or begin >= len(tokens):
        return begin, 0
    ways = [_walk(tokens, begin, names)]
    if tokens[begin].word in DIRECTIONS and begin + 1 < len(tokens):
        ways.append(_walk(tokens, begin + 1, names))
    end, sure = max(ways, key=lambda way: (way[1] > 0, way))
    return (end, sure) if sure else (begin, 0)


def _walk(tokens: list[Token], start: int, names: PlaceNames) -> tuple[int, int]:
    words: list[str] = []
    best = (start, 0)
    for at in range(start, min(start + MAX_STREET_WORDS, len(tokens))):
        word = _LETTERS.sub("", tokens[at].word)
        if not word:
            break
        words.append(word)
        kinds = names.kinds(words)
        if kinds and (len(words) > 1 or word not in TYPES or any(kinds)):
            best = _ended(tokens, start, at + 1, kinds) or best
        if tokens[at].closes or not (word in WORDS or names.begins(words)):
            break
    return best


def _ended(tokens: list[Token], start: int, at: int, kinds: frozenset[str]) -> tuple[int, int] | None:
    """Step over the type behind a name, where it is one; a name that is a word of talk too needs its own type."""
    word = tokens[at].word if at < len(tokens) and not tokens[at - 1].closes else ""
    kind = TYPES.get(word, "")
    if kind and kind in kinds:
        return at + 1, SURE
    plain = at - start == 1 and (_is_talk(tokens[start].word) or len(tokens[start].word) < _SHORT)
    if plain or tokens[start].word.isdigit():
        return None
    goes_on = at + 1 < len(tokens) and tokens[at + 1].word in COMMON
    if kind and word not in TALK:
        return (at + 1, TYPED) if not goes_on else None
    return at, SURE if "" in kinds else TYPED if tokens[at - 1].word in TYPES else NAMED


def _is_talk(word: str) -> bool:
    return word in TALK or word in STOPS


def known_town(tokens: list[Token], at: int, names: PlaceNames) -> int:
    """Walk over the longest name of a town of the agency's that begins here; the same place where none does."""
    words: list[str] = []
    end = at
    for place in range(at, min(at + MAX_TOWN_WORDS, len(tokens)) if names.towns else at):
        if not tokens[place].word.isalpha():
            break
        words.append(tokens[place].word)
        county = place + 1 < len(tokens) and tokens[place + 1].word in ("county", "co")
        end = place + 1 if not county and names.is_town(words) and (len(words) > 1 or not _is_talk(words[0])) else end
        if tokens[place].closes:
            break
    return end
