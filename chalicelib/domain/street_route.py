"""Numbered roads: `US 1`, `MD-45`, `County Road B`, `Hwy 40 W`, each by its number and by whose road it is."""

from __future__ import annotations

from .patterns import compiled
from .street_words import STATE_NAMES, STATES, TYPES

_NUMBER = r"\d{1,4}[a-z]?"
_LETTER = r"[a-z]{1,2}"
ANY = "hwy"
"""Whose road it is was not said: people say Highway 40 of any."""
_OWNERS = {
    "us": "us", "usa": "us", "i": "ih", "ih": "ih", "interstate": "ih",
    "sr": "sr", "sh": "sr", "state": "sr", "st": "sr", "saint": "sr",
    "cr": "cr", "co": "cr", "county": "cr", "cty": "cr", "cth": "cr", "ch": "cr", "csah": "cr", "cnty": "cr",
    "fm": "fm", "rm": "fm", "farm": "fm", "ranch": "fm", "township": "tr", "twp": "tr",
    "private": "pr", "pvt": "pr", "forest": "fr", "fs": "fr", "nf": "fr",
}  # fmt: skip
_ROADS = frozenset({"hwy", "highway", "hiway", "hway", "route", "rte", "rt", "carretera", "autopista"})
_NO_STATES = STATES & frozenset(TYPES)
_BETWEEN = frozenset({"road", "rd", "to", "market", "trunk", "aid", "mkt", "national", "service"})
_LETTERED = frozenset({"cr", "sr"})
"""Counties and a few states give their roads letters."""


def route_of(words: list[str]) -> tuple[str, str] | None:
    """Give the number with what stands before the road's words (`old`), and whose road it is; none for other names."""
    words = _turned(words)
    if len(words) < 2:
        return None
    start = len(words) - 1
    while start and _belongs(words[start - 1]):
        start -= 1
    said = words[start:-1]
    while said and said[0] in _BETWEEN:
        start, said = start + 1, said[1:]
    if not said or not _is_number(words[-1], said) or (start and len(said) == 1 and said[0] in _NO_STATES):
        return None  # `Collis Ct 2` is no road of Connecticut's
    return "".join(words[:start]) + "rte" + words[-1], _owner(said)


def is_route(kind: str) -> bool:
    """Say whether a kind of street is one of those that are given here."""
    return kind == ANY or kind in _OWNERS.values()


def _turned(words: list[str]) -> list[str]:
    """`40 Hwy` and `US 40 Highway` are Highway 40 and US 40."""
    if len(words) > 1 and words[-1] in _ROADS and compiled(_NUMBER).fullmatch(words[-2]):
        return words[:-2] + ([] if len(words) > 2 and _belongs(words[-3]) else ["hwy"]) + [words[-2]]
    return words


def _belongs(word: str) -> bool:
    return word in _OWNERS or word in _ROADS or word in _BETWEEN or word in STATES or word in STATE_NAMES


def _is_number(word: str, said: list[str]) -> bool:
    if compiled(_NUMBER).fullmatch(word):
        return True
    lettered = said[0] not in ("st", "saint", "state") and _owner(said) in _LETTERED and len(said) > 1
    return bool(compiled(_LETTER).fullmatch(word)) and (lettered or said[0] in ("cth", "csah") or said == ["hwy"])


def _owner(said: list[str]) -> str:
    for word in said:
        if word in _OWNERS:
            return _OWNERS[word]
        if word in STATES or word in STATE_NAMES:
            return "sr"
    return ANY
