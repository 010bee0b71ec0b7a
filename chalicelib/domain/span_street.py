"""Walks over the words of a street in a message, and finds two streets that cross."""

from __future__ import annotations

import re

from .first_names import FIRST_NAMES
from .span_tokens import Token
from .span_words import COMMON, COUNTED, MAY_BEGIN, MAY_NAME, NUMBERED, STOPS, UNIT_WORDS
from .street_route import route_of
from .street_words import DIRECTIONS, TYPES
from .talk_words import CITY_BEGINS, TALK

MAX_STREET_WORDS = 6
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
_JOINS = frozenset({"&", "@"})
_AND = frozenset({"and", "y", "at", "con", "/", "x"})


def street_from(tokens: list[Token], begin: int) -> tuple[int, int]:
    """Walk over the words of a street; stop behind its type where it has one, or else before ordinary talk."""
    at = begin
    while at < len(tokens) and at - begin < MAX_STREET_WORDS and is_street_word(tokens, at, first=at == begin):
        at += 1
        article = tokens[at - 1].word == "la" and tokens[at - 2].word == "de"
        if at - begin > 1 and tokens[at - 1].word in TYPES and not article and not _type_follows(tokens, at):
            return _direction_from(tokens, _numbered_from(tokens, begin, at)), 2
        if tokens[at - 1].closes:
            break
    if at - begin > 1 and tokens[at - 1].word in TYPES:
        return at, 2
    talk = (here for here in range(begin, at) if tokens[here].word in TALK - MAY_BEGIN and here > begin)
    end = next(talk, at)
    lonely = end - begin == 1 and (_is_common(tokens[begin].word) or len(tokens[begin].word) < 2)
    return (begin, 0) if lonely else (end, 1)


def _numbered_from(tokens: list[Token], begin: int, at: int) -> int:
    """Walk over the number of a road that has one: `1720 County Road 12`, but not `12 Oak Road 2 cameras`."""
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    words = [token.word for token in tokens[begin : at + 1]]
    return at + 1 if len(words) > at - begin and follows not in TALK and route_of(words) else at


def _is_common(word: str) -> bool:
    return word in TYPES or word in TALK


def is_street_word(tokens: list[Token], at: int, *, first: bool) -> bool:
    word = tokens[at].word
    if _ORDINAL.fullmatch(word):
        return True
    if word in MAY_BEGIN and (first or tokens[at - 1].word in MAY_BEGIN):
        return at + 1 < len(tokens) and tokens[at + 1].word not in STOPS - MAY_BEGIN
    if word.isdigit():
        return not first and tokens[at - 1].word in NUMBERED
    if word in MAY_NAME and _is_name(tokens, at):
        return True
    return word[:1].isalpha() and word not in STOPS and word not in UNIT_WORDS


def _is_name(tokens: list[Token], at: int) -> bool:
    """Say whether a word of talk belongs to a name: a common type stands right behind it, or behind one more word."""
    follow = [token.word for token in tokens[at + 1 : at + 4]] + [""] * 3
    typed = follow[0] in COMMON or (follow[1] in COMMON and follow[0] not in TALK and follow[0].isalpha())
    return typed and follow[1 if follow[0] in COMMON else 2] not in COUNTED


def _type_follows(tokens: list[Token], at: int) -> bool:
    """`Park Heights Ave` goes on behind two words that are types as well."""
    first, second = [*(token.word for token in tokens[at : at + 2]), "", ""][:2]
    return first in TYPES or (second in TYPES and first.isalpha() and first not in STOPS)


def _direction_from(tokens: list[Token], at: int) -> int:
    """Walk over a direction, but for what is another word in Spanish: `Oak Ave SE`, `Oak Ave se guarda`."""
    if at >= len(tokens) or tokens[at].word not in DIRECTIONS or tokens[at].word in ("no", "so", "o"):
        return at
    talk = tokens[at].word == "se" and at + 1 < len(tokens) and tokens[at + 1].word in TALK
    return at if talk else at + 1


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


def crossing(tokens: list[Token]) -> tuple[int, int, int] | None:
    """Find two streets that are joined: by a sign, or by a word where a type or `corner of` shows what is meant."""
    for at, token in enumerate(tokens):
        if token.text not in _JOINS and token.word not in _AND:
            continue
        start = at
        while start and at - start < 4 and _is_side(tokens, start - 1):
            start -= 1
        end, typed = street_from(tokens, at + 1)
        named = typed == 2 or tokens[at - 1].word in TYPES or _is_corner(tokens, start, at, end)
        if start < at and end > at + 1 and (token.text in _JOINS or named):
            return start, end, 1
    return None
