"""Cuts the place out of a free message, so that the rest can be read for cameras and days."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from .house_number import GRID_WORDS, is_grid
from .span_street import crossing, street_from
from .span_tokens import Token, tokens_of
from .span_town import place_from
from .span_words import COUNTED, LIVED_AT, NUMBERED, UNIT_WORDS
from .street_words import SPANISH_KINDS
from .written_number import joined_numbers

MAX_LETTERS = 2000


class AddressSpan(NamedTuple):
    """The place as it was written, empty where there is none, and the message without it."""

    span: str
    rest: str


_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,15}\s*[,; ]\s*-?\d{1,3}\.\d{3,15}")
_NUMBER = re.compile(r"\d{1,6}(?:[a-z]|-\d{1,5}|-[a-z])?|[nsew]\d{1,5}[nsew]\d{2,6}|[nw]\d{4,6}", re.IGNORECASE)
_FRACTION = frozenset({"1/2", "1/4", "3/4"})
_TAKEN_BACK = re.compile(
    r"(?i)\b(?:no|nope|sorry|oops|wait|i\s+mean|i\s+meant|meant|jk|just\s+kidding|my\s+bad|my\s+mistake|nvm|never\s?mind"
    r"|scratch\s+that|strike\s+that|actually|correction|make\s+that"
    r"|(?:is|was|s|thats)\s+(?:my|the|our|an)\s+old\s+(?:house|place|address)(?=\s*[.,;!?])|perd[o\u00f3]n|digo|quise\s+decir|mejor\s+dicho|me\s+equivoqu\w+|corrijo)\b"
)
_Found = tuple[int, int, int]
"""The first token of a place, the one behind its last, and how sure it is one."""


def find_address_span(message: str, *, places: Collection[str] = ()) -> AddressSpan:
    """Find where in a message a place stands: coordinates, a house number with words, or two streets.

    Looks at 2,000 characters, in time proportional to them. Never raises. `2 cameras`, `14 days` and phone numbers
    are no house numbers. With `places`, the agency's cities in small letters, a person's name behind a comma stays
    in the rest.
    """
    message = joined_numbers(message[:MAX_LETTERS])
    point = _COORDINATES.search(message)
    if point:
        return _cut(message, point.start(), point.end())
    tokens = tokens_of(message)
    houses = [house for at in range(len(tokens)) if (house := _house_at(tokens, at))]
    best = _meant(houses, tokens, message) or crossing(tokens)
    if not best:
        return AddressSpan("", message)
    end = tokens[place_from(tokens, best[1], places) - 1].end
    return _cut(message, tokens[_unit_before(tokens, best[0])].start, end)


def _unit_before(tokens: list[Token], at: int) -> int:
    """Step back over a unit that stands first: `Apt 3B, 1009 Roxleigh Rd`."""
    unit = at > 2 and tokens[at - 1].text == "," and tokens[at - 3].word in UNIT_WORDS and len(tokens[at - 2].word) < 6
    return at - 3 if unit else at


def _meant(houses: list[_Found], tokens: list[Token], message: str) -> _Found | None:
    """Choose the surest, the first of several, but the last that takes another back: `1009 Oak Ct, no, 1011 Oak Ct`."""
    best = max(houses, key=lambda house: (house[2], -house[0]), default=None)
    taken_back = [match.span() for match in _TAKEN_BACK.finditer(message)] if len(houses) > 1 else []
    for house in houses:
        if best and house[0] >= best[1] and house[2] >= best[2]:
            first = bisect_left(taken_back, (tokens[best[1] - 1].end, 0))
            between = first < len(taken_back) and taken_back[first][1] <= tokens[house[0]].start
            best = house if between else best
    return best


def _cut(message: str, start: int, end: int) -> AddressSpan:
    rest = f"{message[:start].rstrip(' ,')} , {message[end:].lstrip(' ,')}".strip(" ,")
    return AddressSpan(message[start:end].strip(" ,."), rest)


def _house_at(tokens: list[Token], at: int) -> _Found | None:
    """Find an address that starts with this token; where it ends, and how sure that is."""
    if tokens[at].word in SPANISH_KINDS:
        return _number_behind(tokens, at)
    if not _NUMBER.fullmatch(tokens[at].text):
        return _number_last(tokens, at) if tokens[at].word.isalpha() else None
    if is_grid([token.word for token in tokens[at : at + GRID_WORDS]]):
        return at, _unit_from(tokens, at + GRID_WORDS), 2
    begin = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in _FRACTION else at + 1
    end, sure = street_from(tokens, begin)
    if sure < 2 and begin < len(tokens) and len(tokens[begin].word) == 1 and tokens[begin].word.isalpha():
        lettered, typed = street_from(tokens, begin + 1)
        end, sure = (lettered, typed) if typed == 2 else (end, sure)
    if end == begin or (sure < 2 and not _may_lack_type(tokens, at)):
        return None
    return at, _unit_from(tokens, _unit_from(tokens, end)), sure


def _may_lack_type(tokens: list[Token], at: int) -> bool:
    """Say whether a number and words without a type are an address: `1101 Nicodemus`, `at 45 Ambo`; not `2 hounds`."""
    if len(tokens[at].text) > 2:
        return True
    return not at or tokens[at - 1].word in LIVED_AT or tokens[at - 1].closes


def _number_behind(tokens: list[Token], at: int) -> _Found | None:
    """`Calle Roxleigh 1009, Towson`: in Spanish the number comes last."""
    end, _ = street_from(tokens, at)
    number = end < len(tokens) and _NUMBER.fullmatch(tokens[end].text)
    follows = tokens[end + 1].word if end + 1 < len(tokens) else ""
    return (at, _unit_from(tokens, end + 1), 2) if number and follows not in COUNTED else None


def _number_last(tokens: list[Token], at: int) -> _Found | None:
    """`Hughes Ave 7232.` where a clause begins and ends with it: no postcode, and nothing that a number counts."""
    if at and tokens[at - 1].word not in LIVED_AT and tokens[at - 1].text != "/" and not tokens[at - 1].closes:
        return None
    end, sure = street_from(tokens, at)
    if sure < 2 or end >= len(tokens) or tokens[end - 1].word in NUMBERED or tokens[end - 1].closes:
        return None
    number = tokens[end].word
    ends = end + 1 == len(tokens) or tokens[end].text.endswith(".") or tokens[end + 1].text in ",;/.!?\n"
    return (at, _unit_from(tokens, end + 1), 1) if ends and number.isdecimal() and 1 < len(number) < 5 else None


def _unit_from(tokens: list[Token], at: int) -> int:
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    if start < len(tokens) and tokens[start].text.startswith("#"):
        return start + 1
    if start + 1 < len(tokens) and tokens[start].word in UNIT_WORDS and len(tokens[start + 1].word) < 6:
        return start + 2
    return at
