"""Walks over the city, state and postcode behind a street in a message."""

from __future__ import annotations

import re
from collections.abc import Collection

from .span_tokens import Token
from .span_words import STOPS
from .street_words import STATE_NAMES, STATES
from .talk_words import CITY_BEGINS, CITY_ENDS, TALK

MAX_CITY_WORDS = 3
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")


def place_from(tokens: list[Token], at: int, places: Collection[str]) -> int:
    """Walk over city, state and postcode. Behind a comma may stand a person's name: there `places` decide."""
    for taken in range(3):
        start = at
        while start < len(tokens) and tokens[start].text in (",", "\n"):
            start += 1
        start += start + 1 < len(tokens) and tokens[start].word in ("in", "en") and tokens[start].text.islower()
        end = _city_from(tokens, start)
        comma = at < len(tokens) and tokens[at].text in ",\n"
        if comma and start < end and _goes_on(tokens, start, end, taken=taken):
            return at
        named = start > at and places and tokens[start : start + 1] and not _in_places(tokens[start].word, places)
        if end == start or named or tokens[at - 1].closes:
            return at
        at = end
    return at


def _goes_on(tokens: list[Token], start: int, end: int, *, taken: int) -> bool:
    """Say whether what stands behind a comma is no city: talk that goes on, or a second name where one was taken."""
    known = any(_is_known_place(tokens, place) for place in range(start, end))
    talk = end < len(tokens) and tokens[end].word in TALK and not tokens[end - 1].text.endswith(".")
    return not known and (taken > 0 or talk)


def _is_known_place(tokens: list[Token], at: int) -> bool:
    word = tokens[at].word
    return word in STATES or word in STATE_NAMES or _ZIP.fullmatch(word) is not None


def _in_places(word: str, places: Collection[str]) -> bool:
    known = any(word in place.split() for place in places)
    return known or word in STATES or word in STATE_NAMES or word[:1].isdigit()


def _city_from(tokens: list[Token], start: int) -> int:
    """Walk over a city of at most three words, or a state and a postcode; more words than that are talk."""
    at = start
    while at < len(tokens):
        word = tokens[at].word
        if _ZIP.fullmatch(word):
            follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
            ends = tokens[at].text.endswith(".") or not follows.isalpha() or follows in TALK
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
