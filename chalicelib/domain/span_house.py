"""Finds house numbers with their streets among the tokens of a message."""

from __future__ import annotations

import re
from typing import NamedTuple

from .house_number import GRID_WORDS, is_grid
from .place_names import NO_NAMES, PlaceNames
from .span_known import GUESSED, NAMED, TYPED
from .span_street import street_from
from .span_tokens import Token
from .span_words import COUNTED, LIVED_AT, NUMBERED, UNIT_WORDS
from .street_words import ARTICLES, SPANISH_KINDS

_NUMBER = re.compile(r"\d{1,6}(?:[a-z]|-\d{1,5}|-[a-z])?|[nsew]\d{1,5}[nsew]\d{2,6}|[nw]\d{4,6}", re.IGNORECASE)
_UNIT = re.compile(r"#?(?:[a-z]{0,2}-?\d{1,5}[a-z]?|[a-z])")
_FRACTION = frozenset({"1/2", "1/4", "3/4"})
_SAYS_NUMBER = frozenset({"number", "no", "num", "numero", "nr", "house", "casa"})
_BEFORE_NUMBER = _SAYS_NUMBER | {"at", "al", "en", "la", "el", "is", "its", "it's", "es", "my", "mi", "the", ","}
_SAYS_PLACE = frozenset({"es", "esta", "queda"})
_NO_STREET = ARTICLES | LIVED_AT | _SAYS_PLACE
MOST_BETWEEN = 5


class House(NamedTuple):
    """The first token of a place, the one behind its last, and how sure it is one.

    Where it is not as addresses are written: where a number stands behind the street, or else the second of two
    streets, and where the first ends.
    """

    start: int
    end: int
    sure: int
    number: int = -1
    street: int = -1


def house_at(tokens: list[Token], at: int, names: PlaceNames = NO_NAMES) -> House | None:
    """Find an address that starts with this token."""
    if tokens[at].word in SPANISH_KINDS:
        return _number_behind(tokens, at)
    if not _NUMBER.fullmatch(tokens[at].text):
        return _number_last(tokens, at, names) if tokens[at].word.isalpha() else None
    if is_grid([token.word for token in tokens[at : at + GRID_WORDS]]):
        return House(at, _unit_from(tokens, at + GRID_WORDS), TYPED)
    begin = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in _FRACTION else at + 1
    begin += begin < len(tokens) and tokens[begin].text == "," and len(tokens[at].text) > 2 and bool(names.cores)
    end, sure = street_from(tokens, begin, names)
    if sure < TYPED and begin < len(tokens) and len(tokens[begin].word) == 1 and tokens[begin].word.isalpha():
        lettered, typed = street_from(tokens, begin + 1, names)
        end, sure = (lettered, typed) if typed >= TYPED else (end, sure)
    if end == begin or (sure < TYPED and not _may_lack_type(tokens, at)):
        return None
    return House(at, _unit_from(tokens, _unit_from(tokens, end)), sure)


def _may_lack_type(tokens: list[Token], at: int) -> bool:
    """Say whether a number and words without a type are an address: `1101 Nicodemus`, `at 45 Ambo`; not `2 hounds`."""
    if len(tokens[at].text) > 2:
        return True
    return not at or tokens[at - 1].word in LIVED_AT or tokens[at - 1].closes


def _number_behind(tokens: list[Token], at: int) -> House | None:
    """`Calle Roxleigh 1009, Towson`: in Spanish the number comes last."""
    end, _ = street_from(tokens, at)
    number = end < len(tokens) and _NUMBER.fullmatch(tokens[end].text)
    follows = tokens[end + 1].word if end + 1 < len(tokens) else ""
    return House(at, _unit_from(tokens, end + 1), TYPED) if number and follows not in COUNTED else None


def _number_last(tokens: list[Token], at: int, names: PlaceNames) -> House | None:
    """`Hughes Ave 7232.`, or `Hughes Ave is the street, number 7232`: no postcode, and nothing that a number counts."""
    end, sure = street_from(tokens, at, names)
    lived = at > 0 and tokens[at - 1].word in LIVED_AT - {","} and sure == NAMED
    if not (sure >= TYPED or lived) or tokens[end - 1].word in NUMBERED or tokens[at].word in _NO_STREET:
        return None
    number = end
    while number < min(end + MOST_BETWEEN, len(tokens)) and tokens[number].word in _BEFORE_NUMBER:
        number += 1
    if number >= len(tokens) or not 0 < len(figures := tokens[number].word.lstrip("# ")) < 6 or not figures.isdecimal():
        return None
    said = tokens[number].text.startswith("#") or any(token.word in _SAYS_NUMBER for token in tokens[end:number])
    if said and not (number + 1 < len(tokens) and tokens[number + 1].word in COUNTED):
        return House(at, _unit_from(tokens, number + 1), sure, number, end)
    sides = _begins_clause(tokens, at) and _ends_clause(tokens, number) and not tokens[end - 1].closes
    plain = number - end < 2 and sides and 1 < len(figures) < 5
    return House(at, _unit_from(tokens, number + 1), GUESSED, number, end) if plain else None


def _begins_clause(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    return not before or before.word in LIVED_AT | _SAYS_PLACE or before.text == "/" or before.closes


def _ends_clause(tokens: list[Token], at: int) -> bool:
    return at + 1 == len(tokens) or tokens[at].text.endswith(".") or tokens[at + 1].text in ",;/.!?\n"


def _unit_from(tokens: list[Token], at: int) -> int:
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    if start < len(tokens) and tokens[start].text.startswith("#"):
        return start + 1
    if start + 1 < len(tokens) and tokens[start].word in UNIT_WORDS and _UNIT.fullmatch(tokens[start + 1].word):
        return start + 2
    return at
