"""Finds the number of a house that is said apart from its street: `marvon road, the mailbox says 11511`."""

from __future__ import annotations

from collections.abc import Iterator

from .place_names import PlaceNames
from .span_behind import MEASURES, MOST_FIGURES
from .span_house import SAYS_NUMBER, House
from .span_known import NAMED, SURE, TYPED, known_street, known_town
from .span_tokens import Token
from .span_words import COUNTED
from .talk_words import TALK

_SAYS = SAYS_NUMBER | {
    "number's",
    "numbers",
    "building",
    "edificio",
    "bldg",
    "says",
    "look",
    "mine",
    "its",
    "it's",
    "gate",
    "post",
    "door",
}
_BETWEEN = frozenset({"is", "es", "el", "la", "the", ",", ":", "for", "at", "on", "number", "numero"})
_IS_IT = frozenset({"us", "house", "number", "ours", "mine", "me", "casa"})
_LOOKED_AT = frozenset(
    {"facing", "faces", "face", "toward", "towards", "across", "off", "near", "mira", "hacia", "onto", "sees"}
)
_STREET = frozenset({"calle", "street", "avenida", "road"})
_MARKS = ",.;:/!?\n()"
BESIDE, SAID, ALONE = 3, 2, 1


def house_far(tokens: list[Token], names: PlaceNames) -> House | None:
    """Find the first street of the agency's, and of the numbers that count nothing the one most likely its house's."""
    street = max(_streets(tokens, names), key=lambda street: street[2], default=None) if names.cores else None
    if street is None:
        return None
    start, end, _ = street
    spots = [(sure, -abs(at - end), at) for at in range(len(tokens)) if (sure := _likely(tokens, at, end, names))]
    if not spots:
        return None
    return House(start, end, SURE, number=max(spots)[2], street=end)


def _streets(tokens: list[Token], names: PlaceNames) -> Iterator[tuple[int, int, int]]:
    """Give where each begins and ends, and how sure it is; without a type one of two words, or said to be a street."""
    for at in range(len(tokens)):
        end, sure = known_street(tokens, at, names)
        named = sure in (NAMED, TYPED) and (end - at > 1 or (at > 0 and tokens[at - 1].word in _STREET))
        if (sure == SURE or named) and not any(token.word in _LOOKED_AT for token in tokens[max(at - 2, 0) : at]):
            yield at, end, sure


def _likely(tokens: list[Token], at: int, street: int, names: PlaceNames) -> int:
    """Say how likely a token is the number: behind the street and its town, said to be one, or alone in its clause."""
    figures = tokens[at].word.lstrip("# ")
    if not (figures.isdecimal() and figures.isascii() and len(figures) <= MOST_FIGURES) or _counts(tokens, at):
        return 0
    said = _is_said(tokens, at)
    postcode = len(figures) == MOST_FIGURES and names.like_postcode(figures)
    if (said or not postcode) and at >= street and _only_town_between(tokens, street, at, names):
        return BESIDE
    if said or postcode:
        return SAID * said
    opens = at == 0 or tokens[at - 1].text in _MARKS or tokens[at - 1].closes
    closes = at + 1 == len(tokens) or tokens[at + 1].text in _MARKS or tokens[at].closes
    return ALONE if opens and closes and len(figures) > 1 else 0


def _counts(tokens: list[Token], at: int) -> bool:
    """Say whether something is counted: a camera, a day, or any other word that is no talk; small numbers count all."""
    if at + 1 >= len(tokens) or tokens[at].closes or tokens[at + 1].text in _MARKS:
        return False
    follows = tokens[at + 1].word
    if follows in COUNTED or follows in MEASURES:
        return True
    if follows in _IS_IT or follows == "is":
        return False
    return follows.isalpha() and (follows not in TALK or len(tokens[at].word) < 3)


def _is_said(tokens: list[Token], at: int) -> bool:
    before = at - 1
    while before > max(at - 4, 0) and tokens[before].word in _BETWEEN - SAYS_NUMBER:
        before -= 1
    said = before >= 0 and tokens[before].word in _SAYS and not (tokens[before].closes and before < at - 1)
    ahead = [token.word for token in tokens[at + 1 : at + 4]]
    is_it = (ahead[:1] == ["is"] and bool(_IS_IT.intersection(ahead[1:]))) or ahead[:1] == ["house"]
    return said or is_it or tokens[at].text.startswith("#")


def _only_town_between(tokens: list[Token], street: int, at: int, names: PlaceNames) -> bool:
    place = street
    while place < at:
        town = known_town(tokens, place, names)
        postcode = tokens[place].word.isdigit() and len(tokens[place].word) == MOST_FIGURES
        if town == place and not postcode and tokens[place].word not in _BETWEEN and tokens[place].text not in _MARKS:
            return False
        place = max(town, place + 1)
    return True
