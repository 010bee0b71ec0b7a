"""Walks over the city, state and postcode behind a street in a message."""

from __future__ import annotations

import re

from .first_names import FIRST_NAMES
from .name_shape import NOT_NAMES
from .patterns import compiled
from .place_names import NO_NAMES, PlaceNames
from .span_known import known_town
from .span_tokens import Token
from .span_words import STOPS
from .street_words import STATE_NAMES, STATES
from .talk_words import CITY_BEGINS, CITY_ENDS, TALK

MAX_CITY_WORDS = 3
_BEFORE = frozenset({"in", "en", "zip", "zipcode", "postcode", "postal", "codigo", "code", "cp", "area"})
_TOWN_LIKE = r".{3}(?:ville|town|burg|boro|dale)$"
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")


def place_from(tokens: list[Token], at: int, names: PlaceNames = NO_NAMES, *, strict: bool = False) -> int:
    """Walk over city, state and postcode, in any order.

    Where it is `strict`, only those of unknown words that must be a city are one: behind a street of the agency's
    stands a town of the agency's, or else talk, or somebody's name.
    """
    for taken in range(3):
        start = at
        while start < len(tokens) and tokens[start].text in (",", "\n"):
            start += 1
        first = start
        while start + 1 < len(tokens) and tokens[start].word in _BEFORE and tokens[start].text != "IN":
            start += 1
        end = known_town(tokens, start, names)
        if end == start:
            end = _city_from(tokens, start, behind_town=taken > 0)
            if end == start or not _is_city(tokens, start, end, comma=first > at, taken=taken, strict=strict):
                return at
        if tokens[at - 1].closes:
            return at
        at = end
    return at


def _is_city(tokens: list[Token], start: int, end: int, *, comma: bool, taken: int, strict: bool) -> bool:
    """Say whether unknown words are a city: with a state or a postcode, or where nothing else is said in the clause."""
    if any(_is_known_place(tokens, place) for place in range(start, end)):
        return True
    if not strict:
        talk = end < len(tokens) and tokens[end].word in TALK and not tokens[end - 1].text.endswith(".")
        return not comma or not (taken > 0 or talk)
    if tokens[start].word in NOT_NAMES | {"mr", "mrs", "ms", "miss", "dr", "rev"}:
        return False
    if end - start == 1 and compiled(_TOWN_LIKE).search(tokens[start].word):
        return True
    ends = end >= len(tokens) or tokens[end].text in ",;/.!?\n" or tokens[end - 1].text.endswith(".")
    capital = tokens[start].text[0].isupper()
    return capital and not comma and not taken and ends and tokens[start].word not in FIRST_NAMES


def _is_known_place(tokens: list[Token], at: int) -> bool:
    word = tokens[at].word
    state = word in STATES or word in STATE_NAMES
    return (state and (word not in TALK or tokens[at].text.isupper())) or _ZIP.fullmatch(word) is not None


def _city_from(tokens: list[Token], start: int, *, behind_town: bool) -> int:
    """Walk over a city of at most three words, or a state and a postcode; more words than that are talk."""
    at = start
    while at < len(tokens):
        word = tokens[at].word
        if _ZIP.fullmatch(word):
            follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
            ends = tokens[at].text.endswith(".") or not follows.isalpha() or follows in TALK or behind_town
            return at + 1 if ends else at
        state = word in STATES or word in STATE_NAMES
        talk = _is_talk(tokens, at, first=at == start)
        if not word.isalpha() or len(word) == 1 or (talk and not (state and tokens[at].text.isupper())):
            break
        at += 1
        if tokens[at - 1].closes:
            break
    return at if at - start <= MAX_CITY_WORDS + 1 else start


def _is_talk(tokens: list[Token], at: int, *, first: bool) -> bool:
    word = tokens[at].word
    if word not in TALK and word not in STOPS:
        return False
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    begins = first and word in CITY_BEGINS and follows.isalpha() and follows not in TALK
    return not (begins or (not first and word in CITY_ENDS))
