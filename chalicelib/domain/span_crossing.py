"""Finds two streets that cross in a message."""

from __future__ import annotations

from .first_names import FIRST_NAMES
from .place_names import NO_NAMES, PlaceNames
from .span_house import House
from .span_known import GUESSED, NAMED, SURE, TYPED, known_street
from .span_street import is_street_word, street_from
from .span_tokens import Token
from .street_words import TYPES
from .talk_words import CITY_BEGINS, TALK

_JOINS = frozenset({"&", "@"})
_AND = frozenset({"and", "y", "at", "con", "/", "x"})
_MEETS = _JOINS | _AND | {"meets", "meet", "crosses", "cross", "e", "esquina", "corner"}
"""Join two streets where both are the agency's."""
_BESIDE = frozenset({",", "of", "de", "la", "the", "with", "where", "it", "in"})
_CORNER = frozenset({"corner", "esquina", "where", "donde", "intersection", "cruce"})
MOST_BETWEEN = 4


def crossing(tokens: list[Token], names: PlaceNames = NO_NAMES) -> House | None:
    """Find two streets that are joined: both the agency's, or by a sign, or by a word where a type shows it."""
    joints = [at for at, token in enumerate(tokens) if token.text in _JOINS or token.word in _AND]
    found = (_of_known(tokens, at, names) for at in (range(len(tokens)) if names.cores else ()))
    known = next((house for house in found if house), None)
    return known or next((house for at in joints if (house := _of_any(tokens, at, names))), None)


def _of_known(tokens: list[Token], start: int, names: PlaceNames) -> House | None:
    """Find one where the first street begins here: `Falls Rd, corner of Joppa Rd`."""
    first, sure = known_street(tokens, start, names)
    if sure < NAMED or (start and tokens[start - 1].word in ("between", "entre")):
        return None
    at = first
    while at < min(first + MOST_BETWEEN, len(tokens)) and tokens[at].word in _MEETS | _BESIDE:
        at += 1
    joints = [tokens[place].word for place in range(first, at)]
    end, other = known_street(tokens, at, names)
    if other < NAMED or not _MEETS.intersection(joints):
        return None
    usual = len(joints) == 1 and joints[0] in _JOINS | _AND
    return House(start, end, SURE, number=-1 if usual else at, street=-1 if usual else first)


def _of_any(tokens: list[Token], at: int, names: PlaceNames) -> House | None:
    start = at
    while start and at - start < 4 and _is_side(tokens, start - 1):
        start -= 1
    end, typed = street_from(tokens, at + 1)
    named = typed >= TYPED or tokens[at - 1].word in TYPES or _is_corner(tokens, start, at, end)
    signed = tokens[at].text in _JOINS and not names.cores
    known = names.cores and max(known_street(tokens, start, names)[1], known_street(tokens, at + 1, names)[1]) >= NAMED
    joined = start < at and end > at + 1 and (signed or named or (known and tokens[at].text in _JOINS))
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
    if {token.word for token in tokens[max(start - 2, 0) : start]} & _CORNER:
        return True
    opens = start == 0 or tokens[start - 1].text in ",.\n" or tokens[start - 1].closes
    people = any(token.word in FIRST_NAMES for token in (tokens[start], *tokens[at + 1 : at + 2]))
    sides = [token.word for token in tokens[start:at] + tokens[at + 1 : end]]
    named = tokens[at].word != "at" and not any(word in TALK and word not in CITY_BEGINS for word in sides)
    closed = end >= len(tokens) or tokens[end].text in ",.\n" or tokens[end].word in TALK
    return opens and closed and named and not people
