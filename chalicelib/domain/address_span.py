"""Cuts the place out of a free message, so that the rest can be read for cameras and days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from .street_words import DIRECTIONS, SPANISH_KINDS, STATE_NAMES, STATES, TYPES

MAX_LETTERS = 2000
MAX_STREET_WORDS = 6
MAX_CITY_WORDS = 3


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
_UNIT_WORDS = frozenset(
    "apt apartment apto unit unidad ste suite rm room lot fl floor trlr bldg building depto piso".split()
)
# Words that no street or city is made of where people tell about their cameras.
_STOPS = frozenset(
    "a about address also am an and are at back backyard behind business by cam camera cameras cams camara camaras "
    "c\u00e1mara c\u00e1maras con con de del day days dia dias d\u00eda d\u00edas domo door doorbell doorbells driveway dvr each email "
    "entrance facing feet footage for from front garage guarda guardan has hate have he hello hi hola home hour hours "
    "house hrs i im in indoor indoors inside is it its keep keeping keeps last lasts looking looks m\u00eds mi mir\u00e1n mira "
    "mis months mounted mi my name nest no number nvr ok on one one's or our out outdoor outdoors outside pm pointed "
    "pointing por porch record recorded recorder recording recordings records recuerda ring save saved saves saving "
    "security shop side sides store stores storing tengo that the there they thanks thank this timbre to total two "
    "three four five six video videos want watching we week weeks which with would y yard years yes you "
    "eufy arlo wyze blink reolink lorex hikvision swann doorcam tiene tenemos en la el un una dos tres register "
    "registrar semana semanas meses mes month months retention kept phone cell text call please".split()
)
_JOINS = frozenset({"&", "@"})
_AND = frozenset({"and", "y", "at"})


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


def find_address_span(message: str) -> AddressSpan:
    """Find where in a message a place stands: coordinates, a house number with words, or two streets.

    Looks at 2,000 characters, in time proportional to them. Never raises. `2 cameras`, `14 days` and phone numbers
    are no house numbers.
    """
    message = message[:MAX_LETTERS]
    hidden = _PHONE.sub(_blank, _EMAIL.sub(_blank, message))
    point = _COORDINATES.search(message)
    if point:
        return _cut(message, point.start(), point.end())
    tokens = [_Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(hidden)]
    spans = [span for at in range(len(tokens)) if (span := _house_at(tokens, at))]
    best = max(spans, key=lambda span: (span[2], -span[0]), default=None) or _crossing(tokens)
    return _cut(message, tokens[best[0]].start, tokens[best[1] - 1].end) if best else AddressSpan("", message)


def _blank(found: re.Match[str]) -> str:
    return "\t" * len(found[0])


def _cut(message: str, start: int, end: int) -> AddressSpan:
    rest = f"{message[:start].rstrip(' ,')} , {message[end:].lstrip(' ,')}".strip(" ,")
    return AddressSpan(message[start:end].strip(" ,."), rest)


def _house_at(tokens: list[_Token], at: int) -> tuple[int, int, int] | None:
    """Give where an address that starts with this token ends, and how sure that is."""
    if not _NUMBER.fullmatch(tokens[at].text) or (at and tokens[at - 1].text == "#"):
        return None
    begin = at + 1
    if begin < len(tokens) and tokens[begin].text in _FRACTION:
        begin += 1
    end, sure = _street_from(tokens, begin)
    if end == begin:
        return None
    return at, _place_from(tokens, _unit_from(tokens, end)), sure


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
    if first and word in SPANISH_KINDS | {"de", "la", "las", "los", "el", "old", "one", "two", "three", "four", "five", "six"}:
        return at + 1 < len(tokens) and tokens[at + 1].word not in _STOPS - {"la", "calle"}
    if word.isdigit():
        return not first and tokens[at - 1].word in ("hwy", "highway", "route", "rte", "us", "calle")
    return word[:1].isalpha() and word not in _STOPS and word not in _UNIT_WORDS


def _type_follows(tokens: list[_Token], at: int) -> bool:
    """`Park Heights Ave` goes on behind two words that are types as well."""
    ahead = [token.word for token in tokens[at : at + 2]]
    return bool(ahead) and (ahead[0] in TYPES or (len(ahead) == 2 and ahead[1] in TYPES and ahead[0] not in _STOPS and ahead[0].isalpha()))


def _direction_from(tokens: list[_Token], at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].word in DIRECTIONS else at


def _unit_from(tokens: list[_Token], at: int) -> int:
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    if start < len(tokens) and tokens[start].text.startswith("#"):
        return start + 1
    if start + 1 < len(tokens) and tokens[start].word in _UNIT_WORDS and len(tokens[start + 1].word) < 6:
        return start + 2
    return at


def _place_from(tokens: list[_Token], at: int) -> int:
    """Walk over city, state and postcode, with or without commas before them."""
    for _ in range(3):
        start = at
        while start < len(tokens) and tokens[start].text in (",", "\n"):
            start += 1
        end = _city_from(tokens, start)
        if end == start or tokens[at - 1].closes:
            return at
        at = end
    return at


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


def _crossing(tokens: list[_Token]) -> tuple[int, int, int] | None:
    """Find two streets that are joined: by a sign, or by a word where a type or `corner of` shows what is meant."""
    for at, token in enumerate(tokens):
        if token.text not in _JOINS and token.word not in _AND:
            continue
        start = at
        while start and at - start < 4 and _is_street_word(tokens, start - 1, first=False):
            start -= 1
        end, typed = _street_from(tokens, at + 1)
        named = typed == 2 or tokens[at - 1].word in TYPES or tokens[start - 1].word in ("corner", "of", "esquina", "de")
        if start < at and end > at + 1 and (token.text in _JOINS or named):
            return start, _place_from(tokens, end), 1
    return None
