"""Cuts the place out of a free message, so that the rest can be read for cameras and days."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from .house_number import GRID_WORDS, is_grid
from .span_words import COMMON, COUNTED, LIVED_AT, MAY_BEGIN, MAY_NAME, NUMBERED, STOPS, UNIT_WORDS
from .street_route import route_of
from .street_words import DIRECTIONS, SPANISH_KINDS, STATE_NAMES, STATES, TYPES
from .talk_words import CITY_BEGINS, CITY_ENDS, TALK
from .written_number import joined_numbers

MAX_LETTERS = 2000
MAX_STREET_WORDS = 6
MAX_CITY_WORDS = 3


class AddressSpan(NamedTuple):
    """The place as it was written, empty where there is none, and the message without it."""

    span: str
    rest: str


_PHONE = re.compile(r"(?<![\w])\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\w)")
_SHORT_PHONE = re.compile(r"(?<![\w-])\d{3}-\d{4}(?![\w-])")
_EMAIL = re.compile(r"\S{1,80}@\S{1,80}")
_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,15}\s*[,; ]\s*-?\d{1,3}\.\d{3,15}")
_TOKEN = re.compile(r"[^\W_](?:[\w'\u2019]|(?<=\d)/|-(?=\w))*\.?|[,;&@/\n!?]|\.(?=\s|$)|#\s?\w+")
_NUMBER = re.compile(r"\d{1,6}(?:[a-z]|-\d{1,5}|-[a-z])?|[nsew]\d{1,5}[nsew]\d{2,6}|[nw]\d{4,6}", re.IGNORECASE)
_FRACTION = frozenset({"1/2", "1/4", "3/4"})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_TAKEN_BACK = re.compile(
    r"(?i)\b(?:no|sorry|oops|wait|i\s+mean|actually|correction|make\s+that|perd[o\u00f3]n|digo|mejor\s+dicho)\b"
)
_ACCENTS = str.maketrans("\u00e1\u00e9\u00ed\u00f3\u00fa\u00fc\u00f1", "aeiouun")
_JOINS = frozenset({"&", "@"})
_AND = frozenset({"and", "y", "at", "con", "/", "x"})


_Found = tuple[int, int, int]
"""The first token of a place, the one behind its last, and how sure it is one."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        return self.text.lower().translate(_ACCENTS).rstrip(".")

    @property
    def closes(self) -> bool:
        """Whether it ends a sentence: a full stop behind a word that is no abbreviation."""
        short = len(self.word) < 5 and self.word not in ("road", "lane", "park", "hill", "way")
        plain = (short and (self.word in TYPES or self.word in DIRECTIONS)) or len(self.word) < 3
        return self.text in "\n!?.;" or (self.text.endswith(".") and not plain)


def find_address_span(message: str, *, places: Collection[str] = ()) -> AddressSpan:
    """Find where in a message a place stands: coordinates, a house number with words, or two streets.

    Looks at 2,000 characters, in time proportional to them. Never raises. `2 cameras`, `14 days` and phone numbers
    are no house numbers. With `places`, the agency's cities in small letters, a person's name behind a comma stays
    in the rest.
    """
    message = joined_numbers(message[:MAX_LETTERS])
    hidden = without_contacts(message)
    point = _COORDINATES.search(message)
    if point:
        return _cut(message, point.start(), point.end())
    tokens = [_Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(hidden)]
    houses = [house for at in range(len(tokens)) if (house := _house_at(tokens, at))]
    best = _meant(houses, tokens, message) or _crossing(tokens)
    if not best:
        return AddressSpan("", message)
    end = tokens[_place_from(tokens, best[1], places) - 1].end
    return _cut(message, tokens[_unit_before(tokens, best[0])].start, end)


def _unit_before(tokens: list[_Token], at: int) -> int:
    """Step back over a unit that stands first: `Apt 3B, 1009 Roxleigh Rd`."""
    unit = at > 2 and tokens[at - 1].text == "," and tokens[at - 3].word in UNIT_WORDS and len(tokens[at - 2].word) < 6
    return at - 3 if unit else at


def without_contacts(message: str) -> str:
    """Give a message of the same length with tabs for phone numbers and mail addresses."""
    return _SHORT_PHONE.sub(_blank, _PHONE.sub(_blank, _EMAIL.sub(_blank, message)))


def _meant(houses: list[_Found], tokens: list[_Token], message: str) -> _Found | None:
    """Choose the surest, the first of several, but the last that takes another back: `1009 Oak Ct, no, 1011 Oak Ct`."""
    best = max(houses, key=lambda house: (house[2], -house[0]), default=None)
    for house in houses:
        if best and house[0] >= best[1] and house[2] >= best[2]:
            between = message[tokens[best[1] - 1].end : tokens[house[0]].start]
            best = house if _TAKEN_BACK.search(between) else best
    return best


def _blank(found: re.Match[str]) -> str:
    return "\t" * len(found[0])


def _cut(message: str, start: int, end: int) -> AddressSpan:
    rest = f"{message[:start].rstrip(' ,')} , {message[end:].lstrip(' ,')}".strip(" ,")
    return AddressSpan(message[start:end].strip(" ,."), rest)


def _house_at(tokens: list[_Token], at: int) -> _Found | None:
    """Find an address that starts with this token; where it ends, and how sure that is."""
    if tokens[at].word in SPANISH_KINDS:
        return _number_behind(tokens, at)
    if not _NUMBER.fullmatch(tokens[at].text):
        return None
    if is_grid([token.word for token in tokens[at : at + GRID_WORDS]]):
        return at, _unit_from(tokens, at + GRID_WORDS), 2
    begin = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in _FRACTION else at + 1
    end, sure = _street_from(tokens, begin)
    if sure < 2 and begin < len(tokens) and len(tokens[begin].word) == 1 and tokens[begin].word.isalpha():
        lettered, typed = _street_from(tokens, begin + 1)
        end, sure = (lettered, typed) if typed == 2 else (end, sure)
    if end == begin or (sure < 2 and not _may_lack_type(tokens, at)):
        return None
    return at, _unit_from(tokens, _unit_from(tokens, end)), sure


def _may_lack_type(tokens: list[_Token], at: int) -> bool:
    """Say whether a number and words without a type are an address: `1101 Nicodemus`, `at 45 Ambo`; not `2 hounds`."""
    if len(tokens[at].text) > 2:
        return True
    return not at or tokens[at - 1].word in LIVED_AT or tokens[at - 1].closes


def _number_behind(tokens: list[_Token], at: int) -> _Found | None:
    """`Calle Roxleigh 1009, Towson`: in Spanish the number comes last."""
    end, _ = _street_from(tokens, at)
    number = end < len(tokens) and _NUMBER.fullmatch(tokens[end].text)
    follows = tokens[end + 1].word if end + 1 < len(tokens) else ""
    return (at, _unit_from(tokens, end + 1), 2) if number and follows not in COUNTED else None


def _street_from(tokens: list[_Token], begin: int) -> tuple[int, int]:
    """Walk over the words of a street; stop behind its type where it has one, or else before ordinary talk."""
    at = begin
    while at < len(tokens) and at - begin < MAX_STREET_WORDS and _is_street_word(tokens, at, first=at == begin):
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


def _numbered_from(tokens: list[_Token], begin: int, at: int) -> int:
    """Walk over the number of a road that has one: `1720 County Road 12`, but not `12 Oak Road 2 cameras`."""
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    words = [token.word for token in tokens[begin : at + 1]]
    return at + 1 if len(words) > at - begin and follows not in TALK and route_of(words) else at


def _is_common(word: str) -> bool:
    return word in TYPES or word in TALK


def _is_street_word(tokens: list[_Token], at: int, *, first: bool) -> bool:
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


def _is_name(tokens: list[_Token], at: int) -> bool:
    """Say whether a word of talk belongs to a name: a common type stands right behind it, or behind one more word."""
    follow = [token.word for token in tokens[at + 1 : at + 4]] + [""] * 3
    typed = follow[0] in COMMON or (follow[1] in COMMON and follow[0] not in TALK and follow[0].isalpha())
    return typed and follow[1 if follow[0] in COMMON else 2] not in COUNTED


def _type_follows(tokens: list[_Token], at: int) -> bool:
    """`Park Heights Ave` goes on behind two words that are types as well."""
    first, second = [*(token.word for token in tokens[at : at + 2]), "", ""][:2]
    return first in TYPES or (second in TYPES and first.isalpha() and first not in STOPS)


def _direction_from(tokens: list[_Token], at: int) -> int:
    """Walk over a direction, but for what is another word in Spanish: `Oak Ave SE`, `Oak Ave se guarda`."""
    if at >= len(tokens) or tokens[at].word not in DIRECTIONS or tokens[at].word in ("no", "so", "o"):
        return at
    talk = tokens[at].word == "se" and at + 1 < len(tokens) and tokens[at + 1].word in TALK
    return at if talk else at + 1


def _unit_from(tokens: list[_Token], at: int) -> int:
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    if start < len(tokens) and tokens[start].text.startswith("#"):
        return start + 1
    if start + 1 < len(tokens) and tokens[start].word in UNIT_WORDS and len(tokens[start + 1].word) < 6:
        return start + 2
    return at


def _place_from(tokens: list[_Token], at: int, places: Collection[str]) -> int:
    """Walk over city, state and postcode. Behind a comma may stand a person's name: there `places` decide."""
    for _ in range(3):
        start = at
        while start < len(tokens) and tokens[start].text in (",", "\n"):
            start += 1
        start += start + 1 < len(tokens) and tokens[start].word in ("in", "en") and tokens[start].text.islower()
        end = _city_from(tokens, start)
        named = start > at and places and tokens[start : start + 1] and not _in_places(tokens[start].word, places)
        if end == start or named or tokens[at - 1].closes:
            return at
        at = end
    return at


def _in_places(word: str, places: Collection[str]) -> bool:
    known = any(word in place.split() for place in places)
    return known or word in STATES or word in STATE_NAMES or word[:1].isdigit()


def _city_from(tokens: list[_Token], start: int) -> int:
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


def _is_talk(tokens: list[_Token], at: int, *, first: bool) -> bool:
    word = tokens[at].word
    if word not in TALK and word not in STOPS:
        return False
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    begins = first and word in CITY_BEGINS and follows.isalpha() and follows not in TALK
    return not (begins or (not first and word in CITY_ENDS))


def _crossing(tokens: list[_Token]) -> _Found | None:
    """Find two streets that are joined: by a sign, or by a word where a type or `corner of` shows what is meant."""
    for at, token in enumerate(tokens):
        if token.text not in _JOINS and token.word not in _AND:
            continue
        start = at
        while start and at - start < 4 and _is_street_word(tokens, start - 1, first=False):
            start -= 1
        end, typed = _street_from(tokens, at + 1)
        named = (
            typed == 2 or tokens[at - 1].word in TYPES or tokens[start - 1].word in ("corner", "of", "esquina", "de")
        )
        if start < at and end > at + 1 and (token.text in _JOINS or named):
            return start, end, 1
    return None
