"""A question as an officer typed it: fields in words, read and checked one by one before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from .agency import Agency
from .errors import Refused, RegistryError
from .incident import Window
from .times import check_window, read_window, window_text

MIN_RADIUS_M = 10
MAX_LOOK_FOR = 200
MAX_PLACE = 200
_METRES = {"m": 1.0, "km": 1000.0, "ft": 0.3048, "yd": 0.9144, "mi": 1609.344}
UNITS = {
    "m": "m", "meter": "m", "meters": "m", "metre": "m", "metres": "m", "km": "km", "kilometer": "km",
    "kilometers": "km", "ft": "ft", "feet": "ft", "foot": "ft", "yd": "yd", "yds": "yd", "yard": "yd", "yards": "yd",
    "mi": "mi", "mile": "mi", "miles": "mi",
}  # fmt: skip
RADIUS = re.compile(r"(?:within |radius )?(?P<number>-?\d{1,9}(?:\.\d{1,4})?) ?(?P<unit>[a-z]{1,10})?", re.IGNORECASE)
"""What a radius looks like, with or without its unit."""
_PHONE = re.compile(r"(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)
_STREET = re.compile(
    r"\b\d{2,6}[a-z]? (?:[nsew]\.? )?(?:[a-z'.-]+ ){1,3}"
    r"(?:ave|avenue|blvd|boulevard|cir|circle|ct|court|dr|drive|hwy|highway|la|lane|ln|pike|pkwy|parkway|pl|place|rd|road"
    r"|sq|square|st|street|ter|terrace|trail|trl|way)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in each field, as text; an empty one was not said."""

    case_number: str = ""
    category: str = ""
    place: str = ""
    radius: str = ""
    window: str = ""
    look_for: str = ""

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a draft says, all but the place read; radius in metres."""

    case_number: str
    category: str
    place: str
    radius_m: float
    window: Window
    look_for: str


class Unclear(RegistryError):
    """A draft that cannot be asked yet; each of `problems` names its field."""

    def __init__(self, problems: Sequence[Refused]) -> None:
        super().__init__(", ".join(problem.reason for problem in problems))
        self.problems = tuple(problems)


def draft_from(values: Mapping[str, object]) -> Draft:
    """Read a stored draft; what it lacks is empty."""
    return Draft(**{field.name: str(values.get(field.name, "")) for field in fields(Draft)})


def read_fields(draft: Draft, *, agency: Agency, now: datetime) -> Fields:
    """Read every field, but look nothing up; raises Unclear with all that is wrong, in the order of the fields."""
    readers: dict[str, Callable[[], object]] = {
        "case_number": lambda: read_case(draft.case_number, agency),
        "category": lambda: read_category(draft.category, agency),
        "place": lambda: read_place(draft.place),
        "radius_m": lambda: read_radius(draft.radius, most_m=agency.limits.max_radius_m),
        "window": lambda: _window(draft.window, agency, now),
        "look_for": lambda: read_look_for(draft.look_for),
    }
    values: dict[str, Any] = {}
    problems: list[Refused] = []
    for name, read in readers.items():
        try:
            values[name] = read()
        except Refused as problem:
            problems.append(problem)
    if problems:
        raise Unclear(problems)
    return Fields(**values)


def settled(draft: Draft, window: Window, agency: Agency) -> Draft:
    """Write the window out in full, for `yesterday` must mean the same tomorrow."""
    return replace(draft, window=window_text(window, agency.zone()))


def read_case(text: str, agency: Agency) -> str:
    """Read a case number; raises Refused where it is not one of this agency's."""
    case = re.sub(r"^(?:case\b|#|no\.?)[ #:]*", "", text.strip(), flags=re.IGNORECASE)
    if not agency.knows_case(case):
        reason = "slack.case_malformed" if case else "slack.case_missing"
        raise Refused(reason, field="case_number", example=agency.case_number_example)
    return case


def read_category(text: str, agency: Agency) -> str:
    """Give the category as the agency spells it; raises Refused for any other."""
    plain = " ".join(text.lower().split())
    for category in agency.categories:
        if category.lower() == plain:
            return category
    reason = "slack.category_unknown" if plain else "slack.category_missing"
    raise Refused(reason, field="category", categories=", ".join(agency.categories))


def read_place(text: str) -> str:
    """Tidy a place; raises Refused where there is none, or far too much of it."""
    place = " ".join(text.split())
    if not place:
        raise Refused("slack.place_missing", field="place")
    if len(place) > MAX_PLACE:
        raise Refused("slack.place_long", field="place", most=MAX_PLACE)
    return place


def read_radius(text: str, *, most_m: float) -> float:
    """Read a distance with its unit (m, km, ft, yd, mi) in metres; raises Refused below 10 m and beyond `most_m`."""
    found = RADIUS.fullmatch(" ".join(text.split()))
    if found is None:
        raise Refused("slack.radius_unreadable" if text.strip() else "slack.radius_missing", field="radius")
    unit = UNITS.get((found["unit"] or "").lower())
    if unit is None:
        raise Refused("slack.radius_unit", field="radius", number=found["number"])
    metres = float(found["number"]) * _METRES[unit]
    if not MIN_RADIUS_M <= metres <= most_m:
        raise Refused("slack.radius_range", field="radius", least=MIN_RADIUS_M, most=f"{most_m:g}")
    return round(metres, 1)


def read_look_for(text: str) -> str:
    """Tidy what to look for; raises Refused where it is too long or holds what must not be texted to strangers."""
    plain = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    if len(plain) > MAX_LOOK_FOR:
        raise Refused("slack.look_for_long", field="look_for", most=MAX_LOOK_FOR)
    for private in (_PHONE, _EMAIL, _LINK, _STREET):
        if private.search(plain):
            raise Refused("slack.look_for_private", field="look_for")
    return plain


def _window(text: str, agency: Agency, now: datetime) -> Window:
    if not text.strip():
        raise Refused("slack.window_missing", field="window")
    window = read_window(text, zone=agency.zone(), now=now)
    check_window(window, now=now, longest=timedelta(hours=agency.limits.max_window_hours))
    return window
