"""Reads an address, a crossing or coordinates out of what a person wrote as a place, in each way it may be meant."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .address_span import AddressSpan, find_address_span
from .house_doors import Doorway, doorways
from .place import Point
from .street import words_of
from .written_number import cleaned

__all__ = ["AddressSpan", "Crossing", "House", "Written", "find_address_span", "read", "readings"]

MAX_LETTERS = 200
"""A place is never longer; what comes after is not looked at."""
MOST = 5
_COORDINATE = r"(-?\d{1,3}\.\d{1,15})\s*\N{DEGREE SIGN}?\s*"
_COORDINATES = re.compile(
    _COORDINATE + r"([ns]?)\s*[,;/ ]\s*(?:(?:lng|lon|long|longitude)\s*[:=]?\s*)?" + _COORDINATE + r"([ew]?)\b",
    re.IGNORECASE,
)
_ZIP = re.compile(r"(?<!\w)(\d{5})(?:-\d{4})?(?=[\s.,]*(?:usa?|united states)?[\s.,]*$)", re.IGNORECASE)
_UNIT = re.compile(
    r"(?<!\w)(?:(?:apt|apartment|apto|apartamento|unit|unidad|ste|suite|rm|room|lot|trlr|bldg|building|depto)\b\.?\s{0,2}#?"
    r"\s{0,2}|(?:fl|floor|piso)\b\.?\s{0,2}(?=\d{1,2}\b)|(?<=[\w.,] )#\s{0,2})(\w?-?\d{1,5}\w?|\w)(?!\w)"
    r"|(?<!\w)(\d{1,2})(?:st|nd|rd|th) (?:floor|fl)\b|(?<!\w)(basement|bsmt|rear|upper|lower)(?=[\s.,]*(?:,|$))"
    r"|(?<!\w)(basement|bsmt|rear|upstairs|downstairs)\b(?!\s(?:st|street|rd|road|ave|avenue|dr|ln|lane|ct)\b)",
    re.IGNORECASE,
)
_CROSSING = re.compile(r"\s*[&/@+]\s*|\s+(?:and|at|y|con|x|with)\s+", re.IGNORECASE)
_IN_TOWN = re.compile(r"(?<=\w)\s+(?:in|en)\s+(?=[^\W\d])", re.IGNORECASE)
"""Between a street and its town: `1009 Roxleigh Rd in Towson`."""
_LEAD = re.compile(
    r"^(?:(?:the|at|near|on|in|en|la|corner|intersection|crossing|esquina|cruce|of|de)\s+){1,4}(?=\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class House:
    """A house number on a street. `words` hold the street and perhaps a city; `tail` is what followed a comma.

    `number` is 0 where somebody wrote a street alone; `suffix` is what belongs to the number (`A`, `1/2`, `-34`).
    `likely` says from 0 to 1 how well this way of reading it leaves nothing over.
    """

    number: int
    words: tuple[str, ...]
    suffix: str = ""
    unit: str = ""
    tail: tuple[str, ...] = ()
    postcode: str = ""
    likely: float = 1.0


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
    return next(iter(readings(text)), None)


def readings(text: str) -> tuple[Written, ...]:
    """Give at most five ways in which a place may have been meant, likeliest first. Never raises.

    Nearly every text has one; `12 05 Oak St`, `Oak St 12 Towson` and `3605 C Southside` have more.
    """
    text = unicodedata.normalize("NFKC", text[:MAX_LETTERS].replace("\u00bd", " 1/2"))[:MAX_LETTERS]
    text = _IN_TOWN.sub(", ", cleaned(text))
    point = _coordinates(text)
    if point:
        return (point,)
    found: list[Written] = []
    for bare, unit, postcode in _without_ends(text):
        houses = [_house(way, unit, postcode) for way in doorways(bare)][: MOST - 1]
        crossing = _without_number(bare, unit=unit, postcode=postcode)
        if isinstance(crossing, Crossing):
            houses_first = bool(houses) and houses[0].likely == 1
            return (*houses, crossing) if houses_first else (crossing, *houses)
        if houses:
            return tuple(dict.fromkeys(houses))
        found += [crossing] if crossing else []
    return tuple(found[:1])


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


def _without_ends(text: str) -> list[tuple[str, str, str]]:
    """Take unit and postcode off; then only the postcode, then neither: `Calle Oro 17907` ends in a house number."""
    without_zip, postcode = _take(_ZIP, text)
    bare, unit = _take(_UNIT, without_zip)
    if not postcode:
        bare, postcode = _take(_ZIP, bare)
    ways = [(bare, unit, postcode), (without_zip.replace("#", " "), "", postcode), (text.replace("#", " "), "", "")]
    return list(dict.fromkeys(ways))


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """Cut out what a pattern finds, unless it opens the text: there stands the house number."""
    for found in pattern.finditer(text):
        if text[: found.start()].strip(" #,.") or found[0][0].isalpha():
            value = next(group for group in found.groups() if group)
            return f"{text[: found.start()]} {text[found.end() :]}".strip(" "), value
    return text, ""


def _house(way: Doorway, unit: str, postcode: str) -> House:
    return House(way.door.number, way.words, way.door.suffix, unit.upper(), way.tail, postcode, way.likely)


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
