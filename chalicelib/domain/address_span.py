"""Cuts the place out of a free message, so that the rest can be read for cameras and days."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from .patterns import compiled
from .place_names import NO_NAMES, PlaceNames
from .span_behind import house_behind
from .span_crossing import crossing
from .span_far import house_far
from .span_house import LONG_NUMBER, House, house_ahead
from .span_known import MAX_STREET_WORDS, NAMED, SURE, TYPED, known_street
from .span_tokens import Token, tokens_of
from .span_town import place_from
from .span_words import UNIT_WORDS
from .written_number import joined_numbers

MAX_LETTERS = 2000
_INITIALS = r"^(\d+ )([A-Za-z])\.? ([A-Za-z])\.?(?= [A-Za-z]{3})"
"""`16613 J M Pearce Rd`: the first letter belongs to no number."""
_LIVED = frozenset({"at", "address", "is", "live", "direccion", "vivo", "on", "en"})


class AddressSpan(NamedTuple):
    """The place as it was written, empty where there is none, and the message without it.

    Also what of the place is a town, and what stands behind it.
    """

    span: str
    rest: str
    town: str = ""
    behind: str = ""


_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,15}\s*[,; ]\s*-?\d{1,3}\.\d{3,15}")
_BESIDE = frozenset(
    {"across", "opposite", "beside", "behind", "near", "next", "neighbor", "neighbors", "neighbor's", "cerca", "junto"}
)
"""Stand before an address that is somebody else's."""
_AT = frozenset({",", "at", "is", "live"})
_LEFT = frozenset({"moved", "used", "formerly", "previously", "not", "instead", "mudamos", "mude", "antes"})
"""Stand before one that was one's own, where there is another one."""
MOST_BEFORE = 4
_TAKEN_BACK = re.compile(
    r"(?i)\b(?:no|nope|sorry|oops|wait|i\s+mean|i\s+meant|meant|jk|just\s+kidding|my\s+bad|my\s+mistake|nvm|never\s?mind"
    r"|scratch\s+that|strike\s+that|actually|correction|make\s+that|but|pero"
    r"|(?:is|was|s|thats)\s+(?:my|the|our|an)\s+old\s+(?:house|place|address)(?=\s*[.,;!?])|perd[o\u00f3]n|digo|quise\s+decir|mejor\s+dicho|me\s+equivoqu\w+|corrijo)\b"
)


def find_address_span(message: str, *, names: PlaceNames = NO_NAMES) -> AddressSpan:
    """Find where in a message a place stands: coordinates, a house number with words, or two streets.

    Looks at 2,000 characters, in time proportional to them. Never raises. `2 cameras`, `14 days` and phone numbers
    are no house numbers. With the agency's `names` a street without a type, and a town, end where theirs do.
    """
    message = joined_numbers(message[:MAX_LETTERS])
    point = _COORDINATES.search(message)
    if point:
        return AddressSpan(point[0], _without(message, point.start(), point.end()))
    tokens = tokens_of(message)
    best = _best(tokens, message, names)
    if not best:
        return AddressSpan("", message)
    behind = place_from(tokens, best.end, names, strict=_is_agencys(tokens, best, names))
    start, end = tokens[_unit_before(tokens, best.start)].start, tokens[behind - 1].end
    town = message[tokens[best.end].start : end].rstrip(".") if behind > best.end else "in" * (best.town > 0)
    place = _written(message, start, end, tokens, best)
    if best.number >= behind or 0 <= best.number < best.start:
        number = tokens[best.number]
        place = f"{number.text.strip('#. ')} {message[start:end].strip(' ,.')}"
        message = f"{message[: number.start]}{',' * (number.end - number.start)}{message[number.end :]}"
    place = compiled(_INITIALS).sub(r"\1\2\3", place)
    return AddressSpan(place, _without(message, start, end), town, message[end:])


def _best(tokens: list[Token], message: str, names: PlaceNames) -> House | None:
    """Find a house, or two streets that cross, or a house with its number far, or a street of the agency's alone."""
    found = (house_ahead(tokens, at, names) or house_behind(tokens, at, names) for at in range(len(tokens)))
    house = _meant([house for house in found if house], tokens, message)
    if house and house.sure >= NAMED:
        return house
    crossed = crossing(tokens, names)
    if crossed and crossed.sure >= TYPED:
        return crossed
    alone = _street_alone(tokens, names)
    counts = house and len(tokens[house.start].text) < LONG_NUMBER
    return house_far(tokens, names) or (counts and alone) or house or crossed or alone


def _street_alone(tokens: list[Token], names: PlaceNames) -> House | None:
    """`Joyce Ln 21152, one camera`: where a message begins, or somebody says where they live."""
    for at, token in enumerate(tokens):
        end, sure = known_street(tokens, at, names) if not at or tokens[at - 1].word in _LIVED else (at, 0)
        follows = tokens[end].word if end < len(tokens) else ","
        if sure == SURE and (follows in ",.\n" or follows.isdigit() or tokens[end - 1].closes) and token.word.isalpha():
            return House(at, end, SURE)
    return None


def _is_agencys(tokens: list[Token], house: House, names: PlaceNames) -> bool:
    """Say whether the street is one of the agency's, with typing errors or without."""
    start = house.start + tokens[house.start].word[:1].isdigit()
    words = [token.word for token in tokens[start : max(house.street, 0) or house.end] if token.word.isalnum()]
    return house.sure in (NAMED, SURE) or (bool(names.cores and words) and names.resembles(words[:MAX_STREET_WORDS]))


def _written(message: str, start: int, end: int, tokens: list[Token], house: House) -> str:
    """Give the place as addresses are written: a number goes before its street, what joins two streets is `&`."""
    if house.number < 0:
        return message[start:end].strip(" ,.")
    second, street = tokens[house.number], message[start : tokens[house.street - 1].end].strip(" ,.")
    if second.word.isdigit() or second.text.startswith("#"):
        first, last = (tokens[house.street].start, tokens[house.town - 1].end) if house.town > 0 else (end, end)
        behind = f"{', ' * (last > first)}{message[first:last].strip(' ,.')}{message[second.end : end].rstrip(' .')}"
        return f"{second.text.strip('#. ')} {street}{behind}".strip(" ,")
    return f"{street} & {message[second.start : end].rstrip(' .')}"


def _unit_before(tokens: list[Token], at: int) -> int:
    """Step back over a unit that stands first: `Apt 3B, 1009 Roxleigh Rd`."""
    unit = at > 2 and tokens[at - 1].text == "," and tokens[at - 3].word in UNIT_WORDS and len(tokens[at - 2].word) < 6
    return at - 3 if unit else at


def _stands_before(tokens: list[Token], house: House, words: Collection[str]) -> bool:
    """Say whether one of the words stands before an address in its clause: `across from 1602 Fork Rd`."""
    near = tokens[max(house.start - MOST_BEFORE, 0) : house.start]
    closed = max((at + 1 for at, token in enumerate(near) if token.closes or token.word in _AT), default=0)
    return any(token.word in words for token in near[closed:])


def _meant(houses: list[House], tokens: list[Token], message: str) -> House | None:
    """Choose the surest, the first of several, but the last that takes another back: `1009 Oak Ct, no, 1011 Oak Ct`."""
    houses = [house for house in houses if not _stands_before(tokens, house, _BESIDE)]
    houses = [house for house in houses if not _stands_before(tokens, house, _LEFT)] or houses
    best = max(houses, key=lambda house: (min(house.sure, TYPED), -house.start), default=None)
    taken_back = [match.span() for match in _TAKEN_BACK.finditer(message)] if len(houses) > 1 else []
    for house in houses:
        if (
            best
            and house.start >= best.end
            and (min(house.sure, TYPED) >= min(best.sure, TYPED) or _same_street(tokens, house, best))
        ):
            first = bisect_left(taken_back, (tokens[best.end - 1].end, 0))
            between = first < len(taken_back) and taken_back[first][1] <= tokens[house.start].start
            best = house if between else best
    return best


def _same_street(tokens: list[Token], house: House, best: House) -> bool:
    """`31 Oak Ct, sorry, 13 Oak`: the second time the type is left out."""
    first, second = tokens[best.start + 1 : best.start + 2], tokens[house.start + 1 : house.start + 2]
    return [token.word for token in first] == [token.word for token in second] and first[0].word.isalpha()


def _without(message: str, start: int, end: int) -> str:
    return f"{message[:start].rstrip(' ,')} , {message[end:].lstrip(' ,')}".strip(" ,")
