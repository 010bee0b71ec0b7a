"""Finds two streets that cross in a message."""

from __future__ import annotations

from .first_names import FIRST_NAMES
from .place_names import NO_NAMES, PlaceNames
from .span_house import House
from .span_known import GUESSED, MAX_STREET_WORDS, NAMED, TYPED, known_street
from .span_street import is_street_word, street_from
from .span_tokens import Token
from .street_words import TYPES
from .talk_words import CITY_BEGINS, TALK

_JOINS = frozenset({"&", "@"})
_AND = frozenset({"and", "y", "at", "con", "/", "x"})
_MEETS = frozenset({"meets", "meet", "crosses", "cross", "near", "by", "e", "esquina"})
"""Join two streets only where both are the agency's."""


def crossing(tokens: list[Token], names: PlaceNames = NO_NAMES) -> House | None:
    """Find two streets that are joined: by a sign, or by a word where both are known, or else a type shows it."""
    for at, token in enumerate(tokens):
        if token.text not in _JOINS and token.word not in _AND and token.word not in _MEETS:
            continue
        found = _of_known(tokens, at, names) or _of_any(tokens, at)
        if found:
            return found
    return None


def _of_known(tokens: list[Token], at: int, names: PlaceNames) -> House | None:
    end, sure = known_street(tokens, at + 1, names)
    for start in range(max(at - MAX_STREET_WORDS, 0), at) if sure >= NAMED else ():
        if known_street(tokens, start, names)[0] == at:
            return House(start, end, TYPED, joint=at if tokens[at].word in _MEETS else -1)
    return None


def _of_any(tokens: list[Token], at: int) -> House | None:
    if tokens[at].word in _MEETS:
        return None
    start = at
    while start and at - start < 4 and _is_side(tokens, start - 1):
        start -= 1
    end, typed = street_from(tokens, at + 1)
    named = typed >= TYPED or tokens[at - 1].word in TYPES or _is_corner(tokens, start, at, end)
    joined = start < at and end > at + 1 and (tokens[at].text in _JOINS or named)
    return House(start, end, GUESSED) if joined else None


def _is_side(tokens: list[Token], at: int) -> bool:
    """Say whether a word may belong to the first of two streets."""
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    talk = tokens[at].word in TALK and not (tokens[at].word in CITY_BEGINS and follows not in TALK)
    return is_street_word(tokens, at, first=False) and (not talk or tokens[at].word in TYPES)


def _is_corner(tokens: list[Token], start: int, at: int, end: int) -> bool:
    """Say whether two names without a type are a crossing: behind `corner of`, `where`, or at the very start.

    Then nothing but the end of a clause, a city or talk may follow, and neither name may be a person's.
    """
    if start and tokens[start - 1].word in ("corner", "of", "esquina", "de", "where", "donde", "intersection", "cruce"):
        return True
    opens = start == 0 or tokens[start - 1].text in ",.\n" or tokens[start - 1].closes
    people = any(token.word in FIRST_NAMES for token in (tokens[start], *tokens[at + 1 : at + 2]))
    sides = [token.word for token in tokens[start:at] + tokens[at + 1 : end]]
    named = tokens[at].word != "at" and not any(word in TALK and word not in CITY_BEGINS for word in sides)
    closed = end >= len(tokens) or tokens[end].text in ",.\n" or tokens[end].word in TALK
    return opens and closed and named and not people
