"""Cuts the place out of a free message, so that the rest can be read for cameras and days."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from .street_words import DIRECTIONS, SPANISH_KINDS, STATE_NAMES, STATES, TYPES

MAX_LETTERS = 2000
MAX_STREET_WORDS = 6
MAX_CITY_WORDS = 3


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class AddressSpan(NamedTuple):
    """The place as it was written, empty where there is none, and the message without it."""

    span: str
    rest: str


_PHONE = re.compile(r"(?<![\w])\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\w)")
_EMAIL = re.compile(r"\S{1,80}@\S{1,80}")
_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,15}\s*[,; ]\s*-?\d{1,3}\.\d{3,15}")
_TOKEN = re.compile(r"[^\W_](?:[\w'\u2019/]|-(?=\w))*\.?|[,;&@\n!?]|\.(?=\s|$)|#\s?\w+")
_NUMBER = re.compile(r"\d{1,6}(?:[a-z]|-\d{1,5}|-[a-z])?", re.IGNORECASE)
_FRACTION = frozenset({"1/2", "1/4", "3/4"})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_UNIT_WORDS = _words("apt apartment apto unit unidad ste suite rm room lot fl floor trlr bldg building depto piso")
# Words that no street or city is made of where people tell about their cameras.
_STOPS = _words(
    "a about address also am an and are arlo at back backyard behind blink business by call cam camara camaras "
    "camera cameras cams cell con c\u00e1mara c\u00e1maras day days de del dia dias domo door doorbell doorbells "
    "doorcam dos driveway dvr d\u00eda d\u00edas each el email en entrance eufy facing feet five footage for "
    "four from front garage guarda guardan has hate have he hello hi hikvision hola home hour hours house hrs i "
    "im in indoor indoors inside is it its keep keeping keeps kept la last lasts looking looks lorex mes meses "
    "mi mira mir\u00e1n mis month months mounted my m\u00eds name nest no number nvr ok on one one's or our out "
    "outdoor outdoors outside phone please pm pointed pointing por porch record recorded recorder recording "
    "recordings records recuerda register registrar reolink retention ring save saved saves saving security "
    "semana semanas shop side sides six store stores storing swann tenemos tengo text thank thanks that the "
    "of them these more there they this three tiene timbre to total "
    "tres two un una video videos want watching we week weeks which "
    "with would wyze y yard years yes you"
)
_MAY_BEGIN = SPANISH_KINDS | _words("de la las los el the old one two three four five six")
"""Words that mean something else elsewhere in a message, and begin a street behind a house number."""
_NUMBERED = _words("hwy highway route rte us calle cr sr")
_COUNTED = _words(
    "cam cams camera cameras camara camaras c\u00e1mara c\u00e1maras day days dia dias d\u00eda d\u00edas"
)
_JOINS = frozenset({"&", "@"})
_AND = frozenset({"and", "y", "at"})


_Found = tuple[int, int, int]
"""The first token of a place, the one behind its last, and how sure it is one."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        return self.text.lower().rstrip(".")

    @property
    def closes(self) -> bool:
        """Whether it ends a sentence: a full stop behind a word that is no abbreviation."""
        plain = self.word in TYPES or self.word in DIRECTIONS or len(self.word) < 3
        return self.text in "\n!?.;" or (self.text.endswith(".") and not plain)


def find_address_span(message: str, *, places: Collection[str] = ()) -> AddressSpan:
    """Find where in a message a place stands: coordinates, a house number with words, or two streets.

    Looks at 2,000 characters, in time proportional to them. Never raises. `2 cameras`, `14 days` and phone numbers
    are no house numbers. With `places`, the agency's cities in small letters, a person's name behind a comma stays
    in the rest.
    """
    message = message[:MAX_LETTERS]
    hidden = _PHONE.sub(_blank, _EMAIL.sub(_blank, message))
    point = _COORDINATES.search(message)
    if point:
        return _cut(message, point.start(), point.end())
    tokens = [_Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(hidden)]
    houses = [house for at in range(len(tokens)) if (house := _house_at(tokens, at))]
    best = max(houses, key=lambda house: (house[2], -house[0]), default=None) or _crossing(tokens)
    if not best:
        return AddressSpan("", message)
    return _cut(message, tokens[best[0]].start, tokens[_place_from(tokens, best[1], places) - 1].end)


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
    begin = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in _FRACTION else at + 1
    end, sure = _street_from(tokens, begin)
    return None if end == begin else (at, _unit_from(tokens, end), sure)


def _number_behind(tokens: list[_Token], at: int) -> _Found | None:
    """`Calle Roxleigh 1009, Towson`: in Spanish the number comes last."""
    end, _ = _street_from(tokens, at)
    number = end < len(tokens) and _NUMBER.fullmatch(tokens[end].text)
    follows = tokens[end + 1].word if end + 1 < len(tokens) else ""
    return (at, _unit_from(tokens, end + 1), 2) if number and follows not in _COUNTED else None


def _street_from(tokens: list[_Token], begin: int) -> tuple[int, int]:
    """Walk over the words of a street; stop behind its type where it has one."""
    at = begin
    while at < len(tokens) and at - begin < MAX_STREET_WORDS and _is_street_word(tokens, at, first=at == begin):
        at += 1
        if at - begin > 1 and tokens[at - 1].word in TYPES and not _type_follows(tokens, at):
            return _direction_from(tokens, at), 2
        if tokens[at - 1].closes:
            break
    typed = at - begin > 1 and tokens[at - 1].word in TYPES
    lonely = at - begin == 1 and (tokens[begin].word in TYPES or len(tokens[begin].word) < 2)
    return (begin, 0) if lonely else (at, 2 if typed else 1)


def _is_street_word(tokens: list[_Token], at: int, *, first: bool) -> bool:
    word = tokens[at].word
    if _ORDINAL.fullmatch(word):
        return True
    if word in _MAY_BEGIN and (first or tokens[at - 1].word in _MAY_BEGIN):
        return at + 1 < len(tokens) and tokens[at + 1].word not in _STOPS - _MAY_BEGIN
    if word.isdigit():
        return not first and tokens[at - 1].word in _NUMBERED
    return word[:1].isalpha() and word not in _STOPS and word not in _UNIT_WORDS


def _type_follows(tokens: list[_Token], at: int) -> bool:
    """`Park Heights Ave` goes on behind two words that are types as well."""
    first, second = [*(token.word for token in tokens[at : at + 2]), "", ""][:2]
    return first in TYPES or (second in TYPES and first.isalpha() and first not in _STOPS)


def _direction_from(tokens: list[_Token], at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].word in DIRECTIONS else at


def _unit_from(tokens: list[_Token], at: int) -> int:
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    if start < len(tokens) and tokens[start].text.startswith("#"):
        return start + 1
    if start + 1 < len(tokens) and tokens[start].word in _UNIT_WORDS and len(tokens[start + 1].word) < 6:
        return start + 2
    return at


def _place_from(tokens: list[_Token], at: int, places: Collection[str]) -> int:
    """Walk over city, state and postcode. Behind a comma may stand a person's name: there `places` decide."""
    for _ in range(3):
        start = at
        while start < len(tokens) and tokens[start].text in (",", "\n"):
            start += 1
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
    at = start
    while at < len(tokens) and at - start <= MAX_CITY_WORDS:
        word = tokens[at].word
        if _ZIP.fullmatch(word):
            follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
            return at + 1 if not follows.isalpha() or follows in _STOPS else at
        state = word in STATES or word in STATE_NAMES
        if not word.isalpha() or (word in _STOPS and not (state and tokens[at].text.isupper())):
            break
        at += 1
        if tokens[at - 1].closes:
            break
    return at


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
