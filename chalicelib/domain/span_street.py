"""Walks over the words of a street in a message."""

from __future__ import annotations

import re

from .place_names import NO_NAMES, PlaceNames
from .span_known import GUESSED, MAX_STREET_WORDS, TYPED, known_street
from .span_tokens import Token
from .span_words import COMMON, COUNTED, MAY_BEGIN, MAY_NAME, NUMBERED, STOPS, UNIT_WORDS
from .street_route import route_of
from .street_words import DIRECTIONS, TYPES
from .talk_words import TALK

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)


def street_from(tokens: list[Token], begin: int, names: PlaceNames = NO_NAMES) -> tuple[int, int]:
    """Walk over the words of a street: one of the agency's, or what looks like one; and say how sure that is."""
    known, sure = known_street(tokens, begin, names)
    if sure >= TYPED:
        return _direction_from(tokens, known), sure
    end, typed = _unknown_street(tokens, begin)
    ends = not sure or not (known >= len(tokens) or _is_end(tokens[known]))
    return (end, typed) if typed >= TYPED and ends and end > known else (known, sure) if sure else (end, typed)


def _is_end(token: Token) -> bool:
    return not token.word[:1].isalpha() or token.word in TALK or token.word in STOPS


def _unknown_street(tokens: list[Token], begin: int) -> tuple[int, int]:
    """Stop behind a type where there is one, or else before ordinary talk."""
    at = begin
    while at < len(tokens) and at - begin < MAX_STREET_WORDS and is_street_word(tokens, at, first=at == begin):
        at += 1
        article = tokens[at - 1].word == "la" and tokens[at - 2].word == "de"
        if at - begin > 1 and tokens[at - 1].word in TYPES and not article and not _type_follows(tokens, at):
            return _direction_from(tokens, _numbered_from(tokens, begin, at)), TYPED
        if tokens[at - 1].closes:
            break
    if at - begin > 1 and tokens[at - 1].word in TYPES:
        return at, TYPED
    talk = (here for here in range(begin, at) if tokens[here].word in TALK - MAY_BEGIN and here > begin)
    end = next(talk, at)
    lonely = end - begin == 1 and (_is_common(tokens[begin].word) or len(tokens[begin].word) < 2)
    return (begin, 0) if lonely else (end, GUESSED)


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
