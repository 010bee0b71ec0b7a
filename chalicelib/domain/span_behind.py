"""Finds house numbers that stand behind their streets: `Calle Roxleigh 1009`, `Roxleigh Rd, Towson. number 1009`."""

from __future__ import annotations

from .place_names import NO_NAMES, PlaceNames
from .span_house import NUMBER, SAYS_NUMBER, House, unit_from
from .span_known import GUESSED, NAMED, SURE, TYPED, known_street, known_town
from .span_street import street_from
from .span_tokens import Token
from .span_words import COUNTED, LIVED_AT, NUMBERED
from .street_words import ARTICLES, SPANISH_KINDS, STATES
from .talk_words import TALK

_BETWEEN = SAYS_NUMBER | {
    "at",
    "al",
    "en",
    "in",
    "la",
    "el",
    "is",
    "its",
    "it's",
    "es",
    "my",
    "mi",
    "the",
    ",",
    "\n",
    ".",
}
_SAYS_PLACE = LIVED_AT | {"es", "esta", "queda"}
_NO_STREET = ARTICLES | _SAYS_PLACE
MEASURES = frozenset(
    {"days", "day", "dias", "dia", "hours", "hrs", "hr", "ft", "feet", "gb", "tb", "mp", "weeks", "months", "channel"}
)
_BEFORE_TOWN = frozenset({"in", "en", ","})
MOST_BETWEEN, MOST_FIGURES = 8, 5


def house_behind(tokens: list[Token], at: int, names: PlaceNames = NO_NAMES) -> House | None:
    """Find an address whose street begins with this token; no postcode is one, and nothing that a number counts."""
    if tokens[at].word in SPANISH_KINDS:
        return _spanish(tokens, at)
    if not tokens[at].word.isalpha() or tokens[at].word in _NO_STREET:
        return None
    end, sure = street_from(tokens, at, names)
    lived = sure == NAMED and (not at or tokens[at - 1].word in LIVED_AT - {","} or tokens[at - 1].closes)
    if not (sure >= TYPED or lived) or tokens[end - 1].word in NUMBERED or _starts_later(tokens, at, end, names):
        return None
    number, town = _number_from(tokens, end, names)
    figures = tokens[number].word.lstrip("# ") if number < len(tokens) else ""
    if not figures.isdecimal() or len(figures) > MOST_FIGURES:
        return None
    said = tokens[number].text.startswith("#") or any(token.word in SAYS_NUMBER for token in tokens[end:number])
    behind = number + 1 + (number + 1 < len(tokens) and tokens[number + 1].word in _BEFORE_TOWN)
    placed = known_town(tokens, behind, names) > behind
    if not (
        _counts_nothing(tokens, number) if said else _is_plain(tokens, at, end, number, placed=placed, names=names)
    ):
        return None
    return House(at, unit_from(tokens, number + 1), sure if said or placed or town > 0 else GUESSED, number, end, town)


def _spanish(tokens: list[Token], at: int) -> House | None:
    """`Calle Roxleigh 1009, Towson`."""
    end, _ = street_from(tokens, at)
    number = end < len(tokens) and NUMBER.fullmatch(tokens[end].text)
    return House(at, unit_from(tokens, end + 1), TYPED) if number and _counts_nothing(tokens, end) else None


def _number_from(tokens: list[Token], end: int, names: PlaceNames) -> tuple[int, int]:
    """Walk over what may stand between a street and its number; give where that is, and where a town ends, or -1."""
    at, town = end, -1
    while at < min(end + MOST_BETWEEN, len(tokens)):
        behind = known_town(tokens, at, names) if town < 0 else at
        if behind > at:
            at = town = behind
        elif tokens[at].word in _BETWEEN or (town == at and tokens[at].word in STATES):
            at += 1
        else:
            break
    return at, town


def _starts_later(tokens: list[Token], at: int, end: int, names: PlaceNames) -> bool:
    """`favor Inverin Circle`: the agency's street begins behind the first word."""
    if known_street(tokens, at, names)[0] >= end:
        return False
    return any(known_street(tokens, place, names) == (end, SURE) for place in range(at + 1, end))


def _counts_nothing(tokens: list[Token], number: int) -> bool:
    if tokens[number].closes:
        return True
    return number + 1 >= len(tokens) or tokens[number + 1].word not in COUNTED


def _is_plain(tokens: list[Token], at: int, end: int, number: int, *, placed: bool, names: PlaceNames) -> bool:
    """Say whether a figure of which nothing is said is a house's: in a place of its own behind a street that is one."""
    figures, before = tokens[number].word, tokens[at - 1] if at else None
    opens = not before or before.word in _SAYS_PLACE or before.text == "/" or before.closes
    if (
        not opens
        or (len(figures) < 2 and not placed)
        or (len(figures) == MOST_FIGURES and names.like_postcode(figures))
    ):
        return False
    if known_street(tokens, at, names)[1] not in (NAMED, SURE):
        plain = number - end < 2 and not tokens[end - 1].closes
        return plain and len(figures) < MOST_FIGURES and _ends_clause(tokens, number)
    follows = tokens[number + 1].word if number + 1 < len(tokens) else ""
    talk = len(figures) > 2 and follows in TALK and follows not in MEASURES
    return placed or talk or _ends_clause(tokens, number)


def _ends_clause(tokens: list[Token], at: int) -> bool:
    return at + 1 == len(tokens) or tokens[at].text.endswith(".") or tokens[at + 1].text in ",;/.!?\n"
