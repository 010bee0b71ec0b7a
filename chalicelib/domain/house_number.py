"""House numbers in every form that cities have: `1009A`, `1009 1/2`, `86-12`, `W204N11912`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .patterns import compiled
from .street_words import DIRECTIONS

GRID_MARK = "^"
"""A suffix that begins so is written before the number: `^W204N` of W204N11912."""
_GRID = r"(?:([nsew])\s?(\d{1,5})\s?-?\s?([nsew])\s?-?\s?(\d{2,6})|([nsew])(\d{3,6}))"
_PLAIN = r"0*(\d{1,6})(?:\.0+)?(?:\s?(1/2|1/4|3/4)|\s?-\s?(\d{1,5}|[a-z]{1,2})|\s?([a-z]{1,2}))?"
_AGENCYS = rf"(?i)(?:{_GRID}|{_PLAIN})"
GRID_NUMBER = rf"(?i)(?<![\w.#-]){_GRID}(?!\w)"
GRID_WORDS = 4
"""`455 S 300 E` has so many."""
TWIN = 100
"""A number of Queens without its hyphen, `8612` for `86-12`, parts before its last two figures."""


class Door(NamedTuple):
    """A house number: its figures, and what belongs to it; an empty suffix is none."""

    number: int
    suffix: str = ""

    def text(self) -> str:
        """Write it as people do."""
        if self.suffix.startswith(GRID_MARK):
            return f"{self.suffix[1:]}{self.number}"
        return f"{self.number}{' ' if '/' in self.suffix else ''}{self.suffix}"

    def fit(self, known: Door) -> float:
        """Say from 0 to 1 how well a door that was asked for fits one of the same street and figures."""
        if self.suffix == known.suffix:
            return 1.0
        if GRID_MARK in self.suffix + known.suffix:
            return 0.9 if known.suffix.endswith(self.suffix.lstrip(GRID_MARK)) else 0.0
        if self.suffix[:1] == "-" == known.suffix[:1] and self.suffix[1:].isdigit() and known.suffix[1:].isdigit():
            return 0.0
        return 0.78 if self.suffix and known.suffix else 0.9

    def twins(self) -> list[Door]:
        """Give the doors that people write the same way: `8612` and `86-12`."""
        if not self.suffix and self.number >= 10 * TWIN:
            return [Door(self.number // TWIN, f"-{self.number % TWIN:02d}")]
        if self.suffix[:1] == "-" and len(self.suffix) == 3 and self.suffix[1:].isdigit():
            return [Door(self.number * TWIN + int(self.suffix[1:]))]
        return []


def door_of(text: str) -> Door | None:
    """Read a number as an agency writes it in a column of its own; none for what is no number, and for 0."""
    found = compiled(_AGENCYS).fullmatch(" ".join(text.split()))
    if not found:
        return None
    if found[4] or found[6]:
        return grid_door(found)
    fraction, joined, letter = found[8] or "", found[9] or "", found[10] or ""
    suffix = fraction or ("-" + joined if joined.isdigit() else joined) or letter
    return Door(int(found[7]), suffix.upper()) if int(found[7]) else None


def grid_door(found: re.Match[str]) -> Door:
    """Make the door of what `GRID_NUMBER` found."""
    before = f"{found[1]}{found[2]}{found[3]}" if found[4] else found[5]
    return Door(int(found[4] or found[6]), GRID_MARK + before.upper())


def is_grid(words: Sequence[str]) -> bool:
    """Say whether these are an address on a grid, number and street both: `4500 South 900 East`."""
    if len(words) != GRID_WORDS or not words[0].isdigit() or not words[2].isdigit():
        return False
    one, other = DIRECTIONS.get(words[1], ""), DIRECTIONS.get(words[3], "")
    return len(words[2]) > 1 and {one in ("n", "s"), other in ("n", "s")} == {True, False} and bool(one and other)
