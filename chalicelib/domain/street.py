"""Street names: read into their parts, spelled one way, and compared as people mean them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .street_route import ANY, is_route, route_of
from .street_words import ANY_KIND, ARTICLES, DIRECTIONS, INNER_WORDS, NUMBER_WORDS, SPANISH_TYPES, TYPES, TYPES_IN_FULL

MAX_WORDS = 12
"""No street name is longer; what comes after is not looked at."""
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b([a-z])\.\s?(?=[a-z]\b)")
_GLUED_ROUTE = re.compile(r"\b(us|hwy|cr|sr|fm|rte|rt|i|md)(\d{1,4}[a-z]?)\b")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_CAPITALS = frozenset({"NE", "NW", "SE", "SW", "US"})
_WHOLE_DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_QUARTERS = {("n", "e"): "ne", ("n", "w"): "nw", ("s", "e"): "se", ("s", "w"): "sw"}


@dataclass(frozen=True, slots=True)
class Street:
    """A street name in parts, each spelled the one way: `N. Rolling Road` is before `n`, core `rolling`, kind `rd`.

    The core is written without spaces, so that `Loch Raven` and `Lochraven` are one. A numbered road has for its kind
    whose road it is, and a street of a Spanish name what stands before it.
    """

    core: str
    kind: str = ""
    before: str = ""
    after: str = ""


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case, without accents, apostrophes and punctuation; at most `MAX_WORDS`."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    plain = _DOTTED.sub(r"\1", plain.casefold().replace("'", "").replace("\u2019", ""))
    return _WORD.findall(_GLUED_ROUTE.sub(r"\1 \2", plain))[:MAX_WORDS]


def parse(words: list[str]) -> Street:
    """Read a street name as an agency writes it in full. The core is never empty where there is a word."""
    before, rest, after = _directions(words)
    route = route_of(rest)
    if route:
        return Street(*route, before, after)
    kind, rest = _kind(rest)
    return Street(core_of(rest), kind, before, after)


def readings(words: list[str]) -> list[Street]:
    """Give the ways in which a person may have meant a name; the first is that of `parse`.

    `Old Court` may be a court called Old or Old Court Road; `North Wind` may look north or be called Northwind.
    """
    before, rest, after = _directions(words)
    ways = [parse(words), Street(core_of(rest), "", before, after)]
    if len(rest) > 1 and rest[0] in SPANISH_TYPES:
        plain = parse(rest[1:])
        ways += [Street(core_of(rest[1:]), SPANISH_TYPES[rest[0]], before, after)]
        ways += [Street(plain.core, plain.kind, before or plain.before, after or plain.after)]
    if len(words) == 2 and words[0] in DIRECTIONS:
        ways.append(Street(core_of(words[1:]), "", DIRECTIONS[words[0]]))
    if before or after:
        whole = _plainly(words)
        kind = TYPES.get(whole[-1], "") if len(whole) > 1 else ""
        ways += [Street("".join(whole[:-1] if kind else whole), kind), Street(core_of(words))]
    return list(dict.fromkeys(way for way in ways if way.core))


def spellings(words: list[str]) -> list[str]:
    """Give the cores under which a street of the agency's file is to be found.

    Besides its own: with its direction as a part of the name, without the articles of a Spanish name, with or without
    a type that stands before it, and as it is written.
    """
    street = parse(words)
    _, rest, _ = _directions(words)
    found = [street.core]
    if street.before and not street.after:
        found.append("".join(_plainly(words[:-1] if street.kind in TYPES.values() else words)))
    if rest[0] in SPANISH_TYPES or rest[0] in ARTICLES:
        found += [core_of(rest), core_of(words), "".join(word for word in rest[1:] if word not in ARTICLES)]
    if len(rest) > 2 and rest[0] in TYPES and rest[0] != "st" and not is_route(street.kind):
        found.append(core_of(rest[1:]))
    named = rest[:-1] if street.kind in TYPES.values() and not is_route(street.kind) else rest
    found.append("".join(named))
    return list(dict.fromkeys(core for core in found if core))


def likeness(asked: Street, known: Street) -> float:
    """Say from 0 to 1 how well type and direction of what was asked fit a street whose core fits."""
    return _kind_likeness(asked.kind, known.kind) * _direction_likeness(asked, known)


def readable(name: str) -> str:
    """Write a name in capitals or small letters as people read it: `2ND AVE` becomes `2nd Ave`."""
    return " ".join(_capital(word) for word in name.split())


def _directions(words: list[str]) -> tuple[str, list[str], str]:
    """Take the directions off both ends, never the last word that is left; and a `the` before the name."""
    before, rest = _first_direction(list(words))
    turned, left = _first_direction(rest[::-1], backwards=True)
    after, rest = turned, left[::-1]
    if len(rest) > 1 and (rest[0] == "the" or (rest[0] in ARTICLES and rest[1] in SPANISH_TYPES)):
        rest = rest[1:]
    return before, rest, after


def _first_direction(words: list[str], *, backwards: bool = False) -> tuple[str, list[str]]:
    named = [DIRECTIONS.get(word, "") for word in words[:2]]
    quarter = _QUARTERS.get((named[1], named[0]) if backwards else (named[0], named[1])) if len(words) > 2 else None
    if quarter:
        return quarter, words[2:]
    if len(words) < 2 or not named[0] or (len(words) == 2 and words[1] in TYPES):
        return "", words
    return named[0], words[1:]


def _kind(rest: list[str]) -> tuple[str, list[str]]:
    """Take the type off the end, or a Spanish one off the beginning."""
    if len(rest) > 1 and rest[-1] in TYPES:
        bare = rest[1:-1] if len(rest) > 2 and SPANISH_TYPES.get(rest[0]) in ANY_KIND else rest[:-1]
        return TYPES[rest[-1]], bare
    if len(rest) > 1 and rest[0] in SPANISH_TYPES:
        return SPANISH_TYPES[rest[0]], rest[1:]
    return "", rest


def core_of(words: list[str]) -> str:
    """Spell a name without type and direction the one way, without spaces: `Second Mt. View` is `2mountview`."""
    core = "".join(_fold(_counted(words)))
    return core.replace("doctor", "").replace("junior", "") if "mlk" in (core := _of_king(core)) else core


def _of_king(core: str) -> str:
    return core.replace("martinlutherking", "mlk")


def _counted(words: list[str]) -> list[str]:
    """Write numbers as figures: `Forty Second` and `42nd` are 42."""
    found: list[str] = []
    tens = 0
    for word in words:
        ordinal = _ORDINAL.fullmatch(word)
        figure = ordinal[1] if ordinal else NUMBER_WORDS.get(word, word)
        if tens and figure.isdigit() and int(figure) < 10:
            found[-1] = str(tens + int(figure))
            tens = 0
            continue
        found.append(figure)
        tens = int(figure) if word in NUMBER_WORDS and int(figure) >= 20 else 0
    return found


def _fold(words: list[str]) -> list[str]:
    return [
        word if word in ARTICLES else INNER_WORDS.get(word) or TYPES_IN_FULL.get(word) or DIRECTIONS.get(word) or word
        for word in words
    ]


def _plainly(words: list[str]) -> list[str]:
    """Write a name whose direction is a part of it: in full."""
    return [TYPES_IN_FULL.get(word) or _WHOLE_DIRECTIONS.get(word) or word for word in _counted(words)]


def _kind_likeness(asked: str, known: str) -> float:
    if asked == known:
        return 1.0
    if not asked:
        return 0.96
    if asked in ANY_KIND:
        return 0.94 if known not in SPANISH_TYPES else 0.7
    if is_route(asked) and is_route(known):
        return 0.95 if ANY in (asked, known) else 0.7
    return 0.9 if not known else 0.7


def _direction_likeness(asked: Street, known: Street) -> float:
    """On a grid, `S 300 E` and `E 300 S` are two streets; elsewhere people put a direction at either end."""
    wanted, there = {asked.before, asked.after} - {""}, {known.before, known.after} - {""}
    if wanted == there:
        turned = asked.before != known.before
        return (0.6 if len(wanted) > 1 else 0.98) if turned else 1.0
    if not wanted:
        return 0.95
    if wanted < there:
        return 0.85 if (asked.before or known.before) == known.before else 0.83
    return 0.88 if there < wanted else 0.5


def _capital(word: str) -> str:
    if _ORDINAL.fullmatch(word.lower()):
        return word.lower()
    if word in _CAPITALS:
        return word
    return "-".join(part[:1].upper() + _small(part[1:]) for part in word.split("-"))


def _small(rest: str) -> str:
    """Keep a name that holds both kinds of letters, such as McHenry, as the agency wrote it."""
    return rest if not rest.isupper() and not rest.islower() else rest.lower()
