"""Finds house numbers with the streets behind them among the tokens of a message."""

from __future__ import annotations

import re
from typing import NamedTuple

from .house_number import GRID_WORDS, is_grid
from .place_names import NO_NAMES, PlaceNames
from .span_known import GUESSED, SURE, TYPED, known_street
from .span_street import street_from
from .span_tokens import Token
from .span_words import LIVED_AT, UNIT_WORDS

NUMBER = re.compile(r"\d{1,6}(?:[a-z]|-\d{1,5}|-[a-z])?|[nsew]\d{1,5}[nsew]\d{2,6}|[nw]\d{4,6}", re.IGNORECASE)
_UNIT = re.compile(r"#?(?:[a-z]{0,2}-?\d{1,5}[a-z]?|[a-z])")
LONG_NUMBER = 3
"""Figures with which a number is a house's, and counts nothing."""
_FRACTION = frozenset({"1/2", "1/4", "3/4"})


SAYS_NUMBER = frozenset({"number", "no", "num", "numero", "nr", "house", "casa"})


class House(NamedTuple):
    """The first token of a place, the one behind its last, and how sure it is one.

    Where it is not as addresses are written: where a number stands behind the street, or else the second of two
    streets; where the first street ends, and a town behind it.
    """

    start: int
    end: int
    sure: int
    number: int = -1
    street: int = -1
    town: int = -1


def house_ahead(tokens: list[Token], at: int, names: PlaceNames = NO_NAMES) -> House | None:
    """Find an address that starts with this token, which is its number."""
    if not NUMBER.fullmatch(tokens[at].text):
        return None
    if is_grid([token.word for token in tokens[at : at + GRID_WORDS]]):
        return House(at, unit_from(tokens, at + GRID_WORDS), TYPED)
    begin = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in _FRACTION else at + 1
    if begin < len(tokens) and tokens[begin].text == ",":
        return _behind_comma(tokens, at, begin + 1, names)
    end, sure = street_from(tokens, begin, names)
    if sure < TYPED and begin < len(tokens) and len(tokens[begin].word) == 1 and tokens[begin].word.isalpha():
        lettered, typed = street_from(tokens, begin + 1, names)
        end, sure = (lettered, typed) if typed >= TYPED else (end, sure)
    if end == begin or (sure < TYPED and not _may_lack_type(tokens, at)):
        return None
    if sure == GUESSED and names.cores and len(tokens[at].text) < LONG_NUMBER:
        words = [token.word for token in tokens[begin:end]]
        return House(at, unit_from(tokens, end), sure) if names.resembles(words) else None
    return House(at, unit_from(tokens, unit_from(tokens, end)), sure)


def _behind_comma(tokens: list[Token], at: int, begin: int, names: PlaceNames) -> House | None:
    """`1600, Fork Rd`, where that is the agency's; `it's number 2, Fork Rd`."""
    end, sure = known_street(tokens, begin, names)
    said = len(tokens[at].text) > 2 or (at > 0 and tokens[at - 1].word in SAYS_NUMBER)
    return House(at, unit_from(tokens, end), TYPED) if said and sure == SURE else None


def _may_lack_type(tokens: list[Token], at: int) -> bool:
    """Say whether a number and words without a type are an address: `1101 Nicodemus`, `at 45 Ambo`; not `2 hounds`."""
    if len(tokens[at].text) > 2:
        return True
    before = tokens[at - 1] if at else None
    return not before or before.word in LIVED_AT or before.closes


def unit_from(tokens: list[Token], at: int) -> int:
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    if start < len(tokens) and tokens[start].text.startswith("#"):
        return start + 1
    if start + 1 < len(tokens) and tokens[start].word in UNIT_WORDS and _UNIT.fullmatch(tokens[start + 1].word):
        return start + 2
    return at
