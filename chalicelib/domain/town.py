"""What people write behind a street: city, state, postcode; and how well it fits a street of the agency's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .spelling import errors_allowed, errors_between
from .street import words_of
from .street_words import STATE_NAMES, STATES, TYPES

_FILLERS = frozenset({"usa", "us", "county", "co", "city", "of", "the", "in", "de"})


@dataclass(frozen=True, slots=True)
class Place:
    """What was understood: the cities it may be (none: none was named), the state, and how many words were not.

    A type of street among them counts twice: where one is left, the street has not been read to its end.
    """

    cities: frozenset[str] = frozenset()
    state: str = ""
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Towns:
    """The cities of the agency's points, found by any of their words."""

    cities_by_word: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, cities: Iterable[str]) -> Towns:
        """Index the cities as the agency writes them."""
        found: dict[str, set[str]] = {}
        for city in cities:
            for word in words_of(city):
                found.setdefault(word, set()).add(city)
        return cls({word: frozenset(names) for word, names in found.items()})

    def read(self, words: Sequence[str]) -> Place:
        """Understand the words behind a street, whatever their order."""
        named: list[frozenset[str]] = []
        state, unknown = "", 0
        for word in words:
            cities = self._cities(word)
            if cities:
                named.append(cities)
            elif word in STATES or word in STATE_NAMES:
                state = STATE_NAMES.get(word, word)
            elif word not in _FILLERS and not _postcode(word):
                unknown += 2 if word in TYPES else 1
        return Place(_most_named(named), state, unknown)

    def _cities(self, word: str) -> frozenset[str]:
        exact = self.cities_by_word.get(word)
        allowed = errors_allowed(word[:7])
        if exact or len(word) < 4 or word in STATE_NAMES:
            return exact or frozenset()
        near = (known for known in self.cities_by_word if errors_between(word, known, most=allowed) <= allowed)
        return frozenset().union(*(self.cities_by_word[known] for known in near))


def fit(
    left: Place, tail: Place, postcode: str, *, complete: bool, city: str, region: str, known_postcode: str
) -> float:
    """Say from 0 to 1 how well city, state and postcode fit a street.

    People name the town that they think they live in, so another city counts little against a street by itself.
    Words nobody understands count heavily where they follow the street without a comma (`left`), unless the street
    was written `complete` with its type: then a single one may be a town.
    """
    cities = left.cities | tail.cities
    state = left.state or tail.state
    doubt = 0.86 if complete and left.unknown == 1 else 0.75 ** min(left.unknown, 3)
    value = doubt * (0.95 if tail.unknown else 1.0)
    if cities and city not in cities:
        value *= 0.88 if city else 0.95
    if state and region and state != region:
        value *= 0.5
    if postcode and known_postcode and postcode != known_postcode:
        value *= 0.9
    return value


def _most_named(named: list[frozenset[str]]) -> frozenset[str]:
    """Keep the cities that most of the words speak for: `middle river` is not every city with a river."""
    votes: dict[str, int] = {}
    for cities in named:
        for city in cities:
            votes[city] = votes.get(city, 0) + 1
    most = max(votes.values(), default=0)
    return frozenset(city for city, count in votes.items() if count == most)


def _postcode(word: str) -> bool:
    return word.isdigit() and len(word) in (4, 5)
