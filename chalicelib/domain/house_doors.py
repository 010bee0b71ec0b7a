"""Finds the house number of a place: before the street as in English, behind it as in Spanish, or in two parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import NamedTuple

from .house_number import GRID_NUMBER, Door, grid_door
from .patterns import compiled
from .street import words_of
from .street_words import ANY_KIND, ARTICLES, SPANISH_TYPES, TYPES

MOST_NUMBERS = 4
_NUMBER = re.compile(
    r"(?<![\w.#-])(\d{1,6})(?:\s?(1/2|1/4|3/4)|-(\d{1,5}|[a-z])|\s?([a-z]))?(?![\w/:]|\.\d|-\d)", re.IGNORECASE
)
_CONNECTORS = frozenset({"and", "at", "y", "con", "or", "x", "with"})
_LEADS = frozenset(
    {"i", "im", "ive", "we", "live", "lives", "at", "is", "are", "my", "our", "the", "address", "addr", "home", "house",
     "located", "its", "it", "in", "on", "near", "direccion", "vivo", "mi", "casa", "es", "esta", "en", "a", "de", "la",
     "el", "of", "hi", "hello", "hola", "here"}
)  # fmt: skip
"""Words before a house number that are no street's."""
_COMPASS = frozenset("nsew")
LONG, LONGEST = 4, 5
"""Figures that no street's name has: of two numbers side by side this is the house's."""
LEFT_OVER, BEHIND, OTHER_WAY = 0.78, 0.96, 0.95


class Doorway(NamedTuple):
    """One way to read it: the door, the words of its street and perhaps a city, and what followed a comma."""

    door: Door
    words: tuple[str, ...]
    tail: tuple[str, ...] = ()
    likely: float = 1.0


def doorways(text: str) -> list[Doorway]:
    """Give the ways in which a text without unit and postcode holds a house number, likeliest first."""
    grid = compiled(GRID_NUMBER).search(text)
    if grid is None:
        return _plain(text)
    door, behind = grid_door(grid), words_of(text[: grid.start()])
    ahead = list(_ahead(door, text[grid.end() :], 1.0))
    return [*ahead, *(_named(door, behind, text[grid.end() :], BEHIND) if behind else ()), *_plain(text)]


def _plain(text: str) -> list[Doorway]:
    numbers = list(_NUMBER.finditer(text))[:MOST_NUMBERS]
    found = [way for at in range(len(numbers)) for way in _around(text, numbers, at)]
    return sorted(found, key=lambda way: -way.likely)


def _around(text: str, numbers: list[re.Match[str]], at: int) -> Iterator[Doorway]:
    found, before = numbers[at], text[: numbers[at].start()]
    said = [word for word in words_of(before[-80:]) if word not in _LEADS]
    spanish = any(word in SPANISH_TYPES for word in said)
    if said and (spanish or at == 0):
        yield from _named(_door(found), words_of(before), text[found.end() :], BEHIND if not spanish else 1.0)
    if not _begins_street(text, found):
        return
    behind_another = bool(at) and _touch(text, numbers[at - 1], found)
    left_over = (behind_another and len(found[1]) < LONG) or (spanish and not said[0].isdigit())
    another_follows = at + 1 < len(numbers) and len(numbers[at + 1][1]) >= LONG and _touch(text, found, numbers[at + 1])
    yield from _ahead_of(found, text[found.end() :], LEFT_OVER if left_over or another_follows else 1.0)
    if behind_another:
        yield from _joined(numbers[at - 1], found, text)


def _touch(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return not text[one.end() : other.start()].strip(" ,")


def _ahead_of(found: re.Match[str], rest: str, likely: float) -> Iterator[Doorway]:
    """`21715 A Gunpowder Rd` has a letter of its own; `100 E Main St` and `100 A St` have a street that starts so."""
    letter = found[4] or ""
    if not letter or (" " not in found[0] and words_of(rest)):
        yield from _ahead(_door(found), rest, likely)
        return
    words = words_of(rest)
    own = letter.lower() not in _COMPASS and len(words) > 1 and words[0] not in TYPES
    ways = [(_door(found), rest), (Door(int(found[1])), f"{letter} {rest.lstrip()}")]
    for (door, behind), sure in zip(ways if own else ways[::-1], (1.0, OTHER_WAY), strict=True):
        yield from _ahead(door, behind, likely * sure)


def _named(door: Door, before: list[str], rest: str, likely: float) -> Iterator[Doorway]:
    """`Calle Roxleigh 1009, Towson`: the number comes last."""
    words = list(dropwhile(_LEADS.__contains__, before))
    if words and any(not word.isdigit() for word in words):
        yield Doorway(door, tuple(words), tuple(words_of(rest)), likely)


def _joined(first: re.Match[str], second: re.Match[str], text: str) -> Iterator[Doorway]:
    """`10 09 Roxleigh` or `1 009 Roxleigh`, as it is dictated; `86 12 Queens Blvd`."""
    if not first[0].isdigit() or second[2] or second[3] or len(first[1] + second[1]) > LONGEST:
        return
    rest, pair = text[second.end(1) :], len(second[1]) == 2
    yield from _ahead(Door(int(first[1] + second[1])), rest, 0.97 if pair else OTHER_WAY)
    if pair:
        yield from _ahead(Door(int(first[1]), "-" + second[1]), rest, 0.96)


def _ahead(door: Door, rest: str, likely: float) -> Iterator[Doorway]:
    street, _, tail = rest.lstrip(" ,.").partition(",")
    words = words_of(street)
    kept = list(dropwhile(ARTICLES.__contains__, words))
    if kept and kept[0] in ANY_KIND:
        words = kept
    if words and door.number:
        yield Doorway(door, tuple(words), tuple(words_of(tail)), likely)


def _begins_street(text: str, found: re.Match[str]) -> bool:
    words = words_of(text[found.end() : found.end() + 40])
    joined = text[found.end() :].lstrip(" ,.")[:1] in ("&", "/", "@", "+")
    lettered = bool(found[4]) and not words
    return lettered or (bool(words) and words[0] not in _CONNECTORS and not joined)


def _door(found: re.Match[str]) -> Door:
    suffix = found[2] or ("-" + found[3] if (found[3] or "").isdigit() else found[3]) or found[4] or ""
    return Door(int(found[1]), suffix.upper())
