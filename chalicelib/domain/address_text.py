"""Reads an address, a crossing or coordinates out of what a person wrote as a place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import dropwhile

from .address_span import AddressSpan, find_address_span
from .place import Point
from .street import words_of
from .street_words import SPANISH_KINDS, TYPES

__all__ = ["AddressSpan", "Crossing", "House", "Written", "find_address_span", "read"]

MAX_LETTERS = 200
"""A place is never longer; what comes after is not looked at."""
_COORDINATE = r"(-?\d{1,3}\.\d{1,15})\s*\N{DEGREE SIGN}?\s*"
_COORDINATES = re.compile(
    _COORDINATE + r"([ns]?)\s*[,;/ ]\s*(?:(?:lng|lon|long|longitude)\s*[:=]?\s*)?" + _COORDINATE + r"([ew]?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.#])(\d{1,6})(?:\s?(1/2|1/4|3/4)|-(\d{1,5}|[a-z])|\s?([a-z]))?(?![\w/:]|\.\d|-\d)", re.IGNORECASE
)
_GLUED = re.compile(r"(?<!\w)(\d{1,6})([a-z]{3,})", re.IGNORECASE)
"""`1009roxleigh`: a number and a street without a space; an ordinal has only two letters."""
_ZIP = re.compile(r"(?<!\w)(\d{5})(?:-\d{4})?(?=[\s.,]*(?:usa?|united states)?[\s.,]*$)", re.IGNORECASE)
_UNIT = re.compile(
    r"(?<!\w)(?:(?:apt|apartment|apto|apartamento|unit|unidad|ste|suite|rm|room|lot|trlr|bldg|building|depto)\b\.?\s{0,2}#?"
    r"\s{0,2}|(?:fl|floor|piso)\b\.?\s{0,2}(?=\d{1,2}\b)|(?<=[a-z.,] )#\s{0,2})(\w?-?\d{1,5}\w?|\w)(?!\w)"
    r"|(?<!\w)(\d{1,2})(?:st|nd|rd|th) (?:floor|fl)\b|(?<!\w)(basement|bsmt|rear|upper|lower)(?=[\s.,]*(?:,|$))",
    re.IGNORECASE,
)
_CROSSING = re.compile(r"\s*[&/@+]\s*|\s+(?:and|at|y|con|x|with)\s+", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:the|at|near|on|in|en|la|corner|intersection|crossing|esquina|cruce|of|de)\s+){1,4}(?=\S)", re.IGNORECASE
)
_CONNECTORS = frozenset({"and", "at", "y", "con", "or", "x", "with"})
_ARTICLES = frozenset({"de", "la", "el", "en"})
_COMPASS = frozenset("nsew")


@dataclass(frozen=True, slots=True)
class House:
    """A house number on a street. `words` hold the street and perhaps a city; `tail` is what followed a comma.

    `number` is 0 where somebody wrote a street alone; `suffix` is what belongs to the number (`A`, `1/2`, `-34`).
    """

    number: int
    words: tuple[str, ...]
    suffix: str = ""
    unit: str = ""
    tail: tuple[str, ...] = ()
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two streets; `tail` is what followed a comma."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    tail: tuple[str, ...] = ()
    postcode: str = ""


Written = House | Crossing | Point


def read(text: str) -> Written | None:
    """Read a place as people write it; none where there is no place in it. Never raises, whatever the text."""
    text = unicodedata.normalize("NFKC", text[:MAX_LETTERS].replace("\u00bd", " 1/2"))[:MAX_LETTERS]
    text = _GLUED.sub(r"\1 \2", " ".join(text.replace("\n", ", ").replace(";", ", ").split()).lstrip("# "))
    point = _coordinates(text)
    if point:
        return point
    text, postcode = _take(_ZIP, text)
    text, unit = _take(_UNIT, text)
    number = _house_number(text)
    if number is None:
        return _without_number(text, unit=unit, postcode=postcode)
    return _house(number, text[number.end() :] or text[: number.start()], unit=unit, postcode=postcode)


def _coordinates(text: str) -> Point | None:
    found = _COORDINATES.search(text)
    if not found:
        return None
    lat, lng = float(found[1]), float(found[3])
    lat = -abs(lat) if found[2] in ("s", "S") and found[2] else lat
    lng = -abs(lng) if found[4] in ("w", "W") and found[4] else lng
    if abs(lat) > 90 >= abs(lng):
        lat, lng = lng, lat
    return Point(lat, lng) if abs(lat) <= 90 and abs(lng) <= 180 else None


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """Cut out what a pattern finds, unless it opens the text: there stands the house number."""
    for found in pattern.finditer(text):
        if text[: found.start()].strip(" #,.") or found[0][0].isalpha():
            value = next(group for group in found.groups() if group)
            return f"{text[: found.start()]} {text[found.end() :]}".strip(" "), value
    return text, ""


def _house_number(text: str) -> re.Match[str] | None:
    """Find the first number that a street follows, or else one that ends the text behind a street."""
    numbers = [(found, words_of(text[found.end() : found.end() + 40])) for found in _NUMBER.finditer(text)]
    streets = [(found, words) for found, words in numbers if _begins_street(text, found, words)]
    named = [found for found, words in streets if not words[0].isdigit()]
    if streets:
        return (named or [streets[0][0]])[0]
    found, words = numbers[-1] if numbers else (None, [])
    if found is None or words or _CROSSING.search(text):
        return None
    return found if len(words_of(text[: found.start()])) > 1 else None


def _begins_street(text: str, found: re.Match[str], words: list[str]) -> bool:
    joined = text[found.end() :].lstrip(" ,.")[:1] in ("&", "/", "@", "+")
    return bool(words) and words[0] not in _CONNECTORS and not joined


def _house(number: re.Match[str], rest: str, *, unit: str, postcode: str) -> House | None:
    words, tail = _at_comma(rest)
    suffix = (number[2] or ("-" + number[3] if (number[3] or "").isdigit() else number[3]) or number[4] or "").upper()
    if number[4] and (not words or " " in number[0]):
        suffix, words = _own_letter(number[4], words)
    articles = len(words) - len(list(dropwhile(_ARTICLES.__contains__, words)))
    if words[articles : articles + 1] and words[articles] in SPANISH_KINDS:
        words = words[articles:]
    return House(int(number[1]), tuple(words), suffix, unit.upper(), tuple(tail), postcode) if words else None


def _own_letter(letter: str, words: list[str]) -> tuple[str, list[str]]:
    """`21715 A Gunpowder Rd` has a letter of its own; `100 E Main St` and `100 A St` have a street that starts so."""
    if letter.lower() in _COMPASS or len(words) < 2 or words[0] in TYPES:
        return "", [letter.lower(), *words]
    return letter.upper(), words


def _without_number(text: str, *, unit: str, postcode: str) -> Written | None:
    text = _LEAD.sub("", text)
    first, *others = _CROSSING.split(text, maxsplit=1)
    one, tail = _at_comma(first)
    if not others:
        street = any(not word.isdigit() for word in one)
        return House(0, tuple(one), "", unit.upper(), tuple(tail), postcode) if street else None
    other, tail = _at_comma(_LEAD.sub("", others[0]))
    return Crossing(tuple(one), tuple(other), tuple(tail), postcode) if one and other else None


def _at_comma(text: str) -> tuple[list[str], list[str]]:
    street, _, tail = text.lstrip(" ,.").partition(",")
    return words_of(street), words_of(tail)
