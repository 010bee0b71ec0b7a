"""Which of the addresses offered a message chooses: by number, by order, or by what sets one apart."""

from __future__ import annotations

from collections.abc import Sequence

from .number_words import number
from .patterns import compiled
from .place import Address
from .plain_words import plain

_ORDERS = {"first": 1, "1st": 1, "primera": 1, "primero": 1, "second": 2, "2nd": 2, "segunda": 2, "segundo": 2,
           "third": 3, "3rd": 3, "tercera": 3, "tercero": 3, "last": -1, "ultima": -1, "ultimo": -1}  # fmt: skip
_AROUND = frozenset(
    [
        "the",
        "number",
        "option",
        "choice",
        "one",
        "please",
        "pls",
        "in",
        "on",
        "is",
        "its",
        "it",
        "thats",
        "that",
        "this",
        "yes",
        "my",
        "mine",
        "i",
        "mean",
        "at",
        "la",
        "el",
        "los",
        "de",
        "del",
        "en",
        "opcion",
        "numero",
        "por",
        "favor",
        "es",
        "esa",
        "ese",
        "a",
        "la",
        "que",
        "esta",
        "which",
        "house",
        "address",
        "place",
        "no",
    ]
)
_NOT_ONE = frozenset({"both", "a", "an", "couple", "pair", "par"})
_CLAUSE = r"[.,!?;:\n()]+|\s-+\s|\band\b|\by\b"


def choice_in(text: str, choices: Sequence[Address]) -> tuple[Address | None, str]:
    """Give the address that a message chooses, none where it chooses none, and what it says after that."""
    whole = _chosen(plain(text), choices)
    if whole:
        return whole, ""
    opening, *more = compiled(_CLAUSE).split(text.strip(), maxsplit=1)
    return (_chosen(plain(opening), choices), more[0]) if more else (None, "")


def _chosen(words: str, choices: Sequence[Address]) -> Address | None:
    said = [word for word in words.split() if word not in _AROUND or word.isdigit()]
    if not said and words in ("one", "the one"):
        said = ["1"]
    at = _place_of(said[0]) if len(said) == 1 else None
    if at is not None:
        return choices[at] if -1 <= at < len(choices) else None
    fitting = [choice for choice in choices if said and set(said) <= set(plain(choice.line()).split())]
    return fitting[0] if len(fitting) == 1 else None


def _place_of(word: str) -> int | None:
    """Give the place in the list that a word names, from 0, and -1 for the last; one beyond every list for zero."""
    order = _ORDERS.get(word) or (None if word in _NOT_ONE else number(word))
    if order is None:
        return None
    return order if order < 0 else order - 1 if order else 1000
