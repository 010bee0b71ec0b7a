"""What the agency's streets and towns are called, for whoever reads a place out of free text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .spelling import errors_allowed, errors_between
from .street import core_of, parse
from .street_words import TYPES_IN_FULL

MAX_TOWN_WORDS = 3
REGION = 3
"""Figures of a postcode that a region shares."""
LONG_PART = 5
"""Letters that a part of a town's name has to have to stand for it: `Timonium`, but not `River`."""
_ORDINARY_WORDS = """
    river white middle perry upper marsh falls mills valley point sparrows north south east west heights beach park
    lower spring springs green grove woods ridge creek court house hills hill lake forest village center centre bridge
"""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Streets by their core, each with the types there are of it, the cores in order, towns as words, postcodes."""

    kinds_by_core: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cores: Sequence[str] = ()
    towns: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, streets: Iterable[tuple[str, str]], towns: Iterable[str], postcodes: Iterable[str] = ()) -> PlaceNames:
        """Index streets, each a core and a type, and towns as the agency writes them."""
        found: dict[str, set[str]] = {}
        for core, kind in streets:
            found.setdefault(core, set()).add(kind)
        kinds = {core: frozenset(each) for core, each in found.items()}
        return cls(kinds, tuple(sorted(kinds)), frozenset(_parts(towns)), frozenset(postcodes))

    def kinds(self, words: list[str]) -> frozenset[str]:
        """Give the types of the streets that are called so, none where there is none."""
        return self.kinds_by_core.get(core_of(words), frozenset())

    def begins(self, words: list[str]) -> bool:
        """Say whether a street's name may begin with these words."""
        core = core_of(words)
        at = bisect_left(self.cores, core)
        return at < len(self.cores) and self.cores[at].startswith(core)

    def resembles(self, words: list[str]) -> bool:
        """Say whether a street has this name but for typing errors, the first letter aside."""
        core = parse(words).core
        allowed = errors_allowed(core)
        first, last = bisect_left(self.cores, core[:1]), bisect_left(self.cores, core[:1] + "\uffff")
        return any(errors_between(core, known, most=allowed) <= allowed for known in self.cores[first:last])

    def like_postcode(self, figures: str) -> bool:
        """Say whether five figures may be a postcode of the agency's region; any may where none is known."""
        return not self.postcodes or any(known[:REGION] == figures[:REGION] for known in self.postcodes)

    def is_town(self, words: Sequence[str]) -> bool:
        """Say whether these words are a town's name, with a typing error at most where they are long."""
        name = _in_full(words)
        if name in self.towns:
            return True
        allowed = errors_allowed(name) if len(name) > LONG_PART else 0
        return allowed > 0 and any(
            known[0] == name[0] and errors_between(name, known, most=allowed) <= allowed for known in self.towns
        )


NO_NAMES = PlaceNames()
"""Where nobody knows what streets and towns are called."""


def no_names() -> PlaceNames:
    """Give names that nobody knows, where nothing better was handed over."""
    return NO_NAMES


def _parts(towns: Iterable[str]) -> Iterable[str]:
    """Give each name and the words of it that stand for it by themselves."""
    for town in towns:
        words = town.casefold().split()
        yield from ([_in_full(words)] if words else [])
        yield from (word for word in words if len(word) >= LONG_PART and word not in _ORDINARY)


def _in_full(words: Sequence[str]) -> str:
    """Spell a town one way: `Sparrows Pt` is `sparrows point`."""
    return " ".join(TYPES_IN_FULL.get(word, word) for word in words)
