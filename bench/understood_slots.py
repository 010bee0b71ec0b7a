"""What a message says and what its label says, each slot spelled one way, and whether they are the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chalicelib.domain import address_text
from chalicelib.domain.registration_words import Slots
from chalicelib.domain.spelling import errors_allowed, errors_between
from chalicelib.domain.street import Street, readings, words_of
from chalicelib.domain.street_words import DIRECTIONS, STATE_NAMES, STATES, TYPES, TYPES_IN_FULL

Values = dict[str, Any]
ALWAYS = ("number", "street", "cameras", "retention_days")
"""Are judged in every row; the others only in a file that names them somewhere."""
SLOTS = (*ALWAYS, "unit", "city", "postcode", "kinds", "headings", "indoor", "name")
ALIASES = {
    "house_number": "number", "camera_count": "cameras", "count": "cameras", "days": "retention_days",
    "retention": "retention_days", "zip": "postcode", "kind": "kinds", "heading": "headings", "directions": "headings",
    "views": "headings", "apt": "unit",
}  # fmt: skip
_KINDS = (("doorbell", r"door ?bell|bell|timbre"), ("turning", r"turning|ptz|pan|rotat|girator|motor"),
          ("fixed", r"fixed|stationary|bullet|fija"))  # fmt: skip
_WAYS = {
    "north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw", "southeast": "se",
    "southwest": "sw", "road": "street", "front": "street", "backyard": "back", "rear": "back", "alley": "back",
    "0": "n", "45": "ne", "90": "e", "135": "se", "180": "s", "225": "sw", "270": "w", "315": "nw",
}  # fmt: skip
_NOWHERE = frozenset({"usa", "us", "county", "co"})


def labelled(slots: Mapping[str, Any]) -> tuple[Values, list[str]]:
    """Spell a label's slots the one way; give them and the names nobody knows. Null is as good as absent."""
    named = {ALIASES.get(name, name): value for name, value in slots.items() if value not in (None, "", [])}
    values = {name: _SPELLINGS[name](named[name]) for name in SLOTS if name in named}
    values = {name: value for name, value in values.items() if value is not None}
    return values, [name for name in slots if ALIASES.get(name, name) not in SLOTS]


def said(slots: Slots, *, city: str = "") -> Values:
    """Spell what was understood the same way; `city` is the label's, which tells a town from a street's last words.

    The parser leaves that to the gazetteer, which has the list of towns.
    """
    views = slots.views
    values: Values = {
        **_place(slots.place, words_of(city)),
        "cameras": slots.count,
        "retention_days": slots.days,
        "kinds": _none_if_empty([view.kind for view in views], "unknown"),
        "headings": _none_if_empty([view.way for view in views], None),
        "indoor": _none_if_empty([view.indoor for view in views], None),
        "name": " ".join(words_of(slots.name)),
    }
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def same(name: str, label: Values, understood: Values) -> bool:
    """Say whether one slot was understood as its label says; a slot that is not there is one that nobody may claim."""
    one, other = label.get(name), understood.get(name)
    if one is None or other is None:
        return one is other
    if name == "street":
        return same_street(one, other)
    if name == "city":
        return _alike(one, other)
    if name in ("kinds", "headings", "indoor"):
        return _same_list(one, other, count=label.get("cameras"))
    return bool(one == other)


def same_street(one: Sequence[str], other: Sequence[str]) -> bool:
    """Compare streets, or crossings in any order: typing errors as the gazetteer allows, and what only one names."""
    if len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    turned = list(zip(one, reversed(other), strict=True))
    return all(_same_way(*pair) for pair in pairs) or all(_same_way(*pair) for pair in turned)


def _same_way(one: str, other: str) -> bool:
    ways = [(mine, theirs) for mine in readings(one.split()) for theirs in readings(other.split())]
    return any(_same_reading(mine, theirs) for mine, theirs in ways) or _alike(_full(one), _full(other))


def _same_reading(one: Street, other: Street) -> bool:
    kinds = one.kind == other.kind or not (one.kind and other.kind)
    mine, theirs = {one.before, one.after} - {""}, {other.before, other.after} - {""}
    return kinds and (mine == theirs or not (mine and theirs)) and _alike(one.core, other.core)


def _alike(one: str, other: str) -> bool:
    allowed = errors_allowed(other)
    return errors_between(one, other, most=allowed) <= allowed


def _full(street: str) -> str:
    return "".join(TYPES_IN_FULL.get(word, word) for word in street.split())


def _count(value: Any) -> int:
    return len(value) if isinstance(value, list) else round(float(value))


def _unit(value: Any) -> str:
    return re.sub(r"^(?:APT|UNIT|SUITE|STE|APTO|LOCAL|NO|RM|ROOM)\.?\s*|[#\s]", "", str(value).upper())


def _listed(name: str, value: Any) -> list[Any]:
    values = value if isinstance(value, list) else [value]
    if name == "indoor":
        return [each if isinstance(each, bool) else None for each in values]
    words = [str(each or "").lower() for each in values]
    if name == "kinds":
        return [next((kind for kind, pattern in _KINDS if re.search(pattern, word)), "unknown") for word in words]
    found = [re.sub(r"[^a-z0-9]", "", word) for word in words]
    return [_WAYS.get(word, word) or None for word in found]


def _none_if_empty(values: list[Any], nothing: Any) -> list[Any] | None:
    """Give no list at all where it holds nothing but what nobody said."""
    return values if any(value != nothing for value in values) else None


def _same_list(one: list[Any], other: list[Any], *, count: int | None) -> bool:
    """Compare one by one where the label has one for each camera, or else whatever their order."""
    if len(one) == count:
        return one == other
    kept = [sorted(str(value) for value in values if value not in (None, "unknown")) for values in (one, other)]
    return kept[0] == kept[1]


def _number(text: str) -> str:
    return re.sub(r"\s+(?=[A-Z]$)", "", " ".join(text.upper().replace("\u00bd", " 1/2").split()))


def _streets(text: str) -> tuple[str, ...]:
    sides = re.split(r"\s*[&/@]\s*|\s+(?:and|y|at)\s+", text, flags=re.IGNORECASE)
    return tuple(" ".join(words_of(side)) for side in sides[:2])


def _place(place: str, city: list[str]) -> Values:
    written = address_text.read(place) if place else None
    if isinstance(written, address_text.Crossing):
        other, rest = _street_and_town(list(written.other), city)
        streets = (" ".join(written.one), " ".join(other))
        return {"street": streets, "city": _town([*rest, *written.tail]), "postcode": written.postcode}
    if not isinstance(written, address_text.House):
        return {"street": (place,)} if place else {}
    street, rest = _street_and_town(list(written.words), city)
    suffix = f" {written.suffix}" if written.suffix[:1].isdigit() else written.suffix
    return {
        "number": f"{written.number}{suffix}" if written.number else "",
        "street": (" ".join(street),),
        "unit": written.unit.replace(" ", ""),
        "city": _town([*rest, *written.tail]),
        "postcode": written.postcode,
    }


def _street_and_town(words: list[str], city: list[str]) -> tuple[list[str], list[str]]:
    """Part a street from the town behind it: at the town that the label names, or else behind the street's type."""
    bare = words[:-1] if city and words[-1:] and words[-1] in STATES and words[-1] not in city else words
    town = _full(" ".join(city))
    errors = {start: errors_between(town, _full(" ".join(bare[start:])), most=2) for start in range(1, len(bare))}
    best = min(errors, key=lambda start: errors[start], default=0)
    if city and best and errors[best] <= errors_allowed(town):
        return [word for at, word in enumerate(bare[:best]) if at + 1 < best or word not in ("in", "en")], bare[best:]
    for at in range(1, len(words)):
        if words[at] in TYPES and not any(word in TYPES for word in words[at + 1 :]):
            end = at + 2 if words[at + 1 : at + 2] and words[at + 1] in DIRECTIONS else at + 1
            return words[:end], words[end:]
    return words, []


def _town(words: list[str]) -> str:
    kept = [
        word for word in words if word not in _NOWHERE | {"in", "en"} and word not in STATES and word not in STATE_NAMES
    ]
    return "".join(TYPES_IN_FULL.get(word, word) for word in kept)


_SPELLINGS: dict[str, Callable[[Any], Any]] = {
    "number": lambda value: _number(str(value)),
    "street": lambda value: _streets(str(value)),
    "cameras": _count,
    "retention_days": _count,
    "kinds": lambda value: _none_if_empty(_listed("kinds", value), "unknown"),
    "headings": lambda value: _none_if_empty(_listed("headings", value), None),
    "indoor": lambda value: _none_if_empty(_listed("indoor", value), None),
    "unit": _unit,
    "postcode": lambda value: str(value)[:5],
    "city": lambda value: _town(words_of(str(value))),
    "name": lambda value: " ".join(words_of(str(value))),
}
