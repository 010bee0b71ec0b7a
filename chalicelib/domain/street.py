"""Street names: read into their parts, spelled one way, and compared as people mean them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .street_words import DIRECTIONS, INNER_WORDS, ROUTE_WORDS, SPANISH_KINDS, TYPES, TYPES_IN_FULL

MAX_WORDS = 12
"""No street name is longer; what comes after is not looked at."""
_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_CAPITALS = frozenset({"NE", "NW", "SE", "SW", "US"})
_WHOLE_DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_QUARTERS = {("n", "e"): "ne", ("n", "w"): "nw", ("s", "e"): "se", ("s", "w"): "sw"}


@dataclass(frozen=True, slots=True)
class Street:
    """A street name in parts, each spelled the one way: `N. Rolling Road` is before `n`, core `rolling`, kind `rd`.

    The core is written without spaces, so that `Loch Raven` and `Lochraven` are one.
    """

    core: str
    kind: str = ""
    before: str = ""
    after: str = ""


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case, without accents, apostrophes and punctuation; at most `MAX_WORDS`."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _WORD.findall(plain.casefold().replace("'", "").replace("\u2019", ""))[:MAX_WORDS]


def parse(words: list[str]) -> Street:
    """Read a street name as an agency writes it in full. The core is never empty where there is a word."""
    before, rest, after = _directions([_fold(word) for word in words])
    kind = ""
    if len(rest) > 1 and rest[-1] in TYPES:
        kind = TYPES[rest.pop()]
    return Street(_core(rest), kind, before, after)


def readings(words: list[str]) -> list[Street]:
    """Give the ways in which a person may have meant a name; the first is that of `parse`.

    `Old Court` may be a court called Old or Old Court Road; `North Wind` may look north or be called Northwind.
    """
    folded = [_fold(word) for word in words]
    before, rest, after = _directions(list(folded))
    ways = [parse(words), Street(_core(rest), "", before, after)]
    if len(folded) == 2 and folded[0] in DIRECTIONS:
        ways.append(Street(folded[1], "", folded[0]))
    if before or after:
        whole = [_plain(word) for word in words]
        kind = TYPES.get(whole[-1], "") if len(whole) > 1 else ""
        ways += [Street("".join(whole[:-1] if kind else whole), kind), Street(_core(folded))]
    return list(dict.fromkeys(way for way in ways if way.core))


def spellings(words: list[str]) -> list[str]:
    """Give the cores under which a street of the agency's file is to be found."""
    street = parse(words)
    whole = "".join(_plain(word) for word in (words[:-1] if street.kind else words))
    return [street.core, whole] if street.before and not street.after and whole != street.core else [street.core]


def likeness(asked: Street, known: Street) -> float:
    """Say from 0 to 1 how well type and direction of what was asked fit a street whose core fits."""
    return _kind_likeness(asked.kind, known.kind) * _direction_likeness(asked, known)


def readable(name: str) -> str:
    """Write a name in capitals or small letters as people read it: `2ND AVE` becomes `2nd Ave`."""
    return " ".join(_capital(word) for word in name.split())


def _fold(word: str) -> str:
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return ordinal[1]
    return INNER_WORDS.get(word) or TYPES_IN_FULL.get(word) or DIRECTIONS.get(word) or word


def _plain(word: str) -> str:
    ordinal = _ORDINAL.fullmatch(word)
    return ordinal[1] if ordinal else TYPES_IN_FULL.get(word) or _WHOLE_DIRECTIONS.get(word) or word


def _directions(rest: list[str]) -> tuple[str, list[str], str]:
    """Take the directions off both ends, never the last word that is left."""
    before = after = ""
    if len(rest) > 1 and rest[-1] in DIRECTIONS and not (len(rest) == 2 and rest[0] in TYPES):
        after = rest.pop()
    if len(rest) > 2 and (rest[0], rest[1]) in _QUARTERS:
        before = _QUARTERS[rest[0], rest[1]]
        rest = rest[2:]
    elif len(rest) > 1 and rest[0] in DIRECTIONS and not (len(rest) == 2 and rest[1] in TYPES):
        before = rest[0]
        rest = rest[1:]
    if len(rest) > 1 and rest[0] in SPANISH_KINDS:
        rest = rest[1:]
    return before, rest, after


def _core(words: list[str]) -> str:
    if len(words) > 1 and words[-1].isdigit() and ROUTE_WORDS.issuperset(words[:-1]):
        return "rte" + words[-1]
    return "".join(words)


def _kind_likeness(asked: str, known: str) -> float:
    if asked == known:
        return 1.0
    if not asked:
        return 0.96
    return 0.9 if not known else 0.7


def _direction_likeness(asked: Street, known: Street) -> float:
    wanted, there = {asked.before, asked.after} - {""}, {known.before, known.after} - {""}
    if wanted == there:
        return 1.0 if asked.before == known.before else 0.98
    if not wanted:
        return 0.95
    return 0.88 if not there else 0.5


def _capital(word: str) -> str:
    if _ORDINAL.fullmatch(word.lower()):
        return word.lower()
    if word in _CAPITALS:
        return word
    return "-".join(part[:1].upper() + _small(part[1:]) for part in word.split("-"))


def _small(rest: str) -> str:
    """Keep a name that holds both kinds of letters, such as McHenry, as the agency wrote it."""
    return rest if not rest.isupper() and not rest.islower() else rest.lower()
