"""Gathers what people say of their place somewhere else in a message: `unit B at ...`, `oh the zip is 21286`."""

from __future__ import annotations

from .address_span import AddressSpan
from .patterns import compiled
from .place_names import PlaceNames
from .span_known import known_town
from .span_tokens import Token, tokens_of
from .street_words import STATES

_UNIT = (
    r"(?i)(?<!\w)(?<!not )(?<!no )(?:apt|apartment|apto|apartamento|unit|unidad|suite|ste|depto|departamento)"
    r"\b\.? ?(?:n[o\u00ba]\.?\s|#)?\s?"
    r"(\d{1,5}(?:-?[a-z])?|[a-z]-?\d{1,4}|[b-hj-xz](?![\w'])|(?-i:A)(?![\w'])|[ayi](?= ?[,.;\n]|$))(?!\w)"
)
_SIGN = r"(?:^|[,.])[\s.,]{0,3}#\s?(\d{1,4}[a-zA-Z]?|[A-Z])(?!\w)"
_BUILDING = r"(?i)\b(?:bldg|building|edificio|edif)\.? \w{1,4},? (?=(?:apt|apto|unit|suite|ste|#))"
_ZIP_SAID = (
    r"(?i)\b(?:zip(?:\s?code)?|postcode|postal(?: code)?|c[o\u00f3]digo(?: postal)?|cp)\b"
    r"[\s:,.]*(?:is\s|es\s|its\s)? ?(\d{5})(?!\d)"
)
_ZIP_BEHIND = r"(?i)(?<!\d)(\d{5}) (?:as|is|for) (?:the|my|our|a)? ?(?:zip|postcode|postal|c[o\u00f3]digo)(?:\s?code)?"
_ZIP_WORD = r"(?i)\b(?:zip(?:\s?code)?|postcode|(?:c[o\u00f3]digo )?postal(?: code)?)\b[\s:]*(?=\d)"
_ZIP = r"\d{5}"
_ZIP_ALONE = r"(?:^|[,.;:/\n] ?)(\d{5})(?:-\d{4})?(?= {0,3}(?:here\b|$|[,.;:/\n]))"
_OUT_OF_TOWN = r"\b(?:in|en)\s([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=\s,\s,?)"
_TAKES_BACK = (
    r"(?i)\W{0,6}(?:ugh|no|nope|not|sorry|wait|oops|i mean|actually|correction|perd[o\u00f3]n|digo|mejor dicho)\b"
)
MOST_BEHIND = 60
_MARKS = ",.;:/!?\n"
_OTHERS = frozenset(
    {"he", "she", "they", "he's", "she's", "hes", "shes", "they're", "theyre", "store", "work", "works"}
)
_IN = frozenset({"in", "en", "town", "city", "pueblo", "ciudad"})


def gathered(found: AddressSpan, names: PlaceNames) -> tuple[str, str]:
    """Put the unit, the town and the postcode that stand apart behind the place; give it, and the rest without them."""
    if not found.span[:1].isalnum():
        return found.span, found.rest
    place, rest = _taken_back(compiled(_ZIP_WORD).sub("", found.span), found, names)
    if compiled(_UNIT).search(place) is None and "#" not in place:
        place, rest = _with(place, rest, _UNIT, "unit ")
        place, rest = _with(place, rest, _SIGN, "unit ")
    if not any(letter.isalpha() for letter in found.town):
        place, rest = _with_town(place, rest, names)
    for pattern in (_ZIP_SAID, _ZIP_BEHIND, _ZIP_ALONE):
        if compiled(r"\s\d{5}\b").search(place) is None:
            place, rest = _with(place, rest, pattern, "")
    return place, compiled(_ZIP_SAID).sub(" ", rest)


def _taken_back(place: str, found: AddressSpan, names: PlaceNames) -> tuple[str, str]:
    """Take another unit or town right behind the place, where the first is taken back: `apt B... ugh, apt C i mean`."""
    if not compiled(_TAKES_BACK).match(found.behind):
        return place, found.rest
    first, other = compiled(_UNIT).search(place), compiled(_UNIT).search(found.behind[:MOST_BEHIND])
    if first and other:
        return place.replace(first[0], other[0]), found.rest.replace(other[0], " , ")
    tokens = tokens_of(found.behind[:MOST_BEHIND]) if found.town else []
    for at in range(len(tokens)):
        end = known_town(tokens, at, names)
        if end > at:
            town = found.behind[tokens[at].start : tokens[end - 1].end].strip(".")
            return place.replace(found.town, f", {town}"), found.rest.replace(town, " , ")
    return place, found.rest


def without_building(text: str) -> str:
    """Leave out the building where its unit is named: an agency's points have the unit alone."""
    return compiled(_BUILDING).sub("", text)


def _with(place: str, rest: str, pattern: str, before: str) -> tuple[str, str]:
    found = compiled(pattern).search(rest)
    if not found:
        return place, rest
    return f"{place}, {before}{found[1]}", f"{rest[: found.start()]} , {rest[found.end() :]}"


def _with_town(place: str, rest: str, names: PlaceNames) -> tuple[str, str]:
    tokens = tokens_of(rest) if names.towns else []
    for at in range(len(tokens)):
        end = known_town(tokens, at, names)
        if end > at and _stands_alone(tokens, at, end):
            while end < len(tokens) and (tokens[end].word in STATES or compiled(_ZIP).fullmatch(tokens[end].word)):
                end += 1
            start, stop = tokens[at].start, tokens[end - 1].end
            return f"{place}, {rest[start:stop].strip('.')}", f"{rest[:start]} , {rest[stop:]}"
    return _with(place, rest, _OUT_OF_TOWN, "")


def _stands_alone(tokens: list[Token], at: int, end: int) -> bool:
    """Say whether a town is all that a clause says, or where somebody says that they are."""
    before = tokens[at - 1] if at else None
    if before and (before.word in _IN or (before.word in ("is", "es") and at > 1 and tokens[at - 2].word in _IN)):
        return not any(token.word in _OTHERS for token in tokens[max(at - 4, 0) : at - 1])
    closed = (
        end == len(tokens)
        or tokens[end].text[0] in _MARKS
        or tokens[end - 1].closes
        or tokens[end].word.isdigit()
        or tokens[end].word == "md"
    )
    return closed and (before is None or before.text in _MARKS or before.closes)
