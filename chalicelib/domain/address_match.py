"""Decides which of the agency's addresses was meant: how well each fits, and whether one is clearly ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .geodesy import distance_m
from .place import Address, Exact, Located, Several, Unknown
from .street import Street, likeness, readings
from .town import Place, Towns, fit

SURE = 0.8
"""From here on, one that is alone is taken without asking which."""
UNSURE = 0.77
"""Just below: such a one is offered."""
LONG_CORE = 7
PLAUSIBLE = 0.6
CLOSE_CALL, CLOSE_CALL_WITH_ERRORS = 0.05, 0.06
"""Whoever is no further behind the best is offered beside it."""
SAME_PLACE_M = 50.0
MOST = 5


@dataclass(frozen=True, slots=True)
class KnownStreet:
    """A street of the agency's file within one city and postcode."""

    id: int
    label: str
    street: Street
    city: str
    postcode: str
    region: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what was written: so much of it is the street, the rest is the town."""

    street: Street
    left: Place


@dataclass(frozen=True, slots=True)
class Asked:
    """Every way to read the words behind a house number, and what followed a comma."""

    readings: tuple[Reading, ...]
    tail: Place
    postcode: str

    def fit(self, reading: Reading, known: KnownStreet) -> float:
        """Say from 0 to 1 how well a street, whose core is that of the reading, fits."""
        town = fit(
            reading.left,
            self.tail,
            self.postcode,
            complete=bool(reading.street.kind),
            city=known.city,
            region=known.region,
            known_postcode=known.postcode,
        )
        return likeness(reading.street, known.street) * town


def asked_of(words: Sequence[str], tail: Sequence[str], postcode: str, towns: Towns) -> Asked:
    """Read the words as a street with or without a town behind it, longest street first."""
    found = []
    for split in range(len(words), 0, -1):
        left = towns.read(words[split:])
        found += [Reading(street, left) for street in readings(list(words[:split]))]
    return Asked(tuple(found), towns.read(tail), postcode)


def errors_fit(errors: int, core: str) -> float:
    """Say from 0 to 1 how likely a core with so many typing errors is the one that was meant.

    Two errors in a short word, or three in any, are never taken without asking.
    """
    if errors > 2 or (errors == 2 and len(core) < LONG_CORE):
        return UNSURE
    return 1 - 0.07 * errors - (0.04 if errors and len(core) < LONG_CORE - 1 else 0)


def decide(candidates: Iterable[Address], *, with_errors: bool) -> Located:
    """Take the one that is clearly ahead, or offer those that are not clearly behind; best first."""
    ranked = distinct(candidates)
    if not ranked or ranked[0].confidence < PLAUSIBLE:
        return Unknown(tuple(ranked[:MOST]))
    best = ranked[0]
    margin = CLOSE_CALL_WITH_ERRORS if with_errors else CLOSE_CALL
    rivals = [address for address in ranked[1:] if address.confidence >= best.confidence - margin]
    if rivals:
        return Several((best, *rivals)[:MOST])
    return Exact(best) if best.confidence >= SURE else Unknown(tuple(ranked[:MOST]))


def distinct(candidates: Iterable[Address]) -> list[Address]:
    """Order by confidence, and drop whoever stands where a better one of the same number stands."""
    kept: list[Address] = []
    for address in sorted(candidates, key=lambda one: (-one.confidence, one.line())):
        if not any(_same(address, other) for other in kept):
            kept.append(address)
    return kept


def _same(one: Address, other: Address) -> bool:
    near = distance_m(one.point, other.point) <= SAME_PLACE_M
    return near and one.number == other.number and one.street.upper() == other.street.upper()
