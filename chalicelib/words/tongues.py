"""The agency's languages as their catalogues describe them, to be told apart; and what each says of itself."""

from __future__ import annotations

from functools import lru_cache

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.language import Tongue
from chalicelib.domain.plain_words import plain

NAMES, WORDS, OFFER = "language.names", "language.words", "language.offer"


def tongues(agency: Agency) -> tuple[Tongue, ...]:
    """Give the agency's languages that have a catalogue. Words that more than one of them has tell nothing."""
    return _tongues(tuple(each for each in agency.languages if each in words.languages()))


def offers(agency: Agency) -> str:
    """Say, in each language but the first, how to get it: `Español: escriba ESPANOL.`"""
    others = (each for each in agency.languages[1:] if OFFER in words.sentences(each))
    return " ".join(words.say(OFFER, each) for each in others)


@lru_cache(maxsize=4)
def _tongues(languages: tuple[str, ...]) -> tuple[Tongue, ...]:
    lists = {each: frozenset(plain(words.sentences(each).get(WORDS, "")).split()) for each in languages}
    return tuple(Tongue(each, _names(each), lists[each] - _others(each, lists)) for each in languages)


def _others(language: str, lists: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(found for each, found in lists.items() if each != language))


def _names(language: str) -> frozenset[str]:
    return frozenset(plain(words.sentences(language).get(NAMES, language)).split())
