"""What is to be said, before it is put into words: a msgid of the catalogue and the values that fill it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the catalogue. An `optional` one is left out where the text would get too long with it.

    Of a sentence that lists words, such as the names of the months, `word` picks one, from 0.
    """

    msgid: str
    values: Mapping[str, str | int | Sentence | Listing] = field(default_factory=dict)
    optional: bool = False
    word: int | None = None

    def picked(self, said: str) -> str:
        """Give what of the sentence, once it is said, is meant: all of it, or one word."""
        return said if self.word is None else said.split()[self.word]


@dataclass(frozen=True, slots=True)
class Listing:
    """Sentences that follow each other; where there is no room for all of them, the last ones are counted instead."""

    items: tuple[Sentence, ...]


def sentence(msgid: str, /, **values: str | int | Sentence | Listing) -> Sentence:
    """Make a sentence."""
    return Sentence(msgid, values)


def by_the_way(said: Sentence) -> Sentence:
    """Give the same sentence as one that may be left out."""
    return Sentence(said.msgid, said.values, optional=True)


def counted(one: str, many: str, count: int) -> Sentence:
    """Give the sentence for one thing, or that for many."""
    return Sentence(one if count == 1 else many, {"count": count})
