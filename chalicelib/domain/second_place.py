"""Notices a second address in one message: one registration has one place."""

from __future__ import annotations

from .patterns import compiled
from .registration_words import read

_PARTS = r"(?i)\b(?:and|y|also|tambien)\b|[;\n]"
_HOUSE = r"\d{1,6}[a-z]? [a-z]"


def names_two_places(text: str) -> bool:
    """Say whether a message names two houses, each with its number and its street: `815 Goucher Blvd and 2 Oak Ct`."""
    parts = [part for part in compiled(_PARTS).split(text) if compiled(r"\d{2}").search(part)]
    if not 2 <= len(parts) <= 4:
        return False
    places = {read(part).place.lower() for part in parts}
    return sum(1 for place in places if compiled(_HOUSE).match(place)) > 1
