"""What an officer wrote after `/footage`: a question, or one of help, status, close and open. Never raises."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .agency import Agency
from .clock_text import read_day
from .draft import RADIUS, UNITS, Draft, Unclear, read_category, read_fields
from .errors import Refused
from .times import read_window

Verb = Literal["ask", "help", "status", "close", "open"]
LONGEST = 3000
_VERBS: tuple[Verb, ...] = ("help", "status", "close", "open")
_CODE = re.compile(r"[A-Za-z0-9-]{1,30}")
_LIKE_A_WINDOW = re.compile(
    r"\d{1,2}(?::\d{2}| ?[ap]\.?m\b)|\b\d{4} ?- ?\d{4}\b|\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}/\d{1,2}\b"
    r"|^\d{1,2} ?(?:-|to) ?\d{1,2}$|\b(?:yesterday|today|tonight|last night|this morning)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What was understood; `argument` goes with a verb, `draft` and `problems` with a question.

    A draft without problems is complete, though its place may still be unknown.
    """

    verb: Verb
    argument: str = ""
    draft: Draft = field(default_factory=Draft)
    problems: tuple[Refused, ...] = ()


def read_command(text: str, *, agency: Agency, now: datetime) -> Command:
    """Read everything after `/footage`; what lies beyond 3,000 characters is not read."""
    plain = " ".join(text[:LONGEST].split())
    verb, _, argument = plain.partition(" ")
    for known in _VERBS:
        if verb.lower() == known and (not argument or _CODE.fullmatch(argument)):
            return Command(verb=known, argument=argument)
    draft = _draft(plain, agency, now)
    try:
        read_fields(draft, agency=agency, now=now)
    except Unclear as unclear:
        return Command(verb="ask", draft=draft, problems=unclear.problems)
    return Command(verb="ask", draft=draft)


def _draft(plain: str, agency: Agency, now: datetime) -> Draft:
    """Sort the parts between the commas: those with a pattern first, and the rest by where it stands."""
    parts = _with_dates_whole([part.strip() for part in plain.split(",")])
    case, free = _take_case(parts, agency)
    radius = _first(free, _is_radius if any(map(_is_radius, free)) else _is_number)
    window = _first(free, _window_test(free, agency, now), but=radius)
    category = _first(free, _category_test(agency), but=radius, also=window)
    marks = [index for index in (radius, window, category) if index is not None]
    place, rest = _place_and_rest(free, marks)
    guess, look_for = ("", rest) if category is not None else _misspelt(rest, agency)
    return Draft(
        case_number=case,
        category=free[category] if category is not None else guess,
        place=", ".join(place),
        radius=free[radius] if radius is not None else "",
        window=free[window] if window is not None else "",
        look_for=", ".join(look_for),
    )


def _with_dates_whole(parts: Sequence[str]) -> list[str]:
    """Put `Fri Nov 20` and `9:00-11:00 PM` together again: a date may hold commas of its own."""
    whole: list[str] = []
    for part in parts:
        if whole and _is_day(whole[-1]) and (_LIKE_A_WINDOW.search(part) or re.match(r"\d{4}\b", part)):
            whole[-1] += f", {part}"
        else:
            whole.append(part)
    return [part for part in whole if part]


def _is_day(text: str) -> bool:
    try:
        return read_day(text.lower()) is not None
    except Refused:
        return False


def _take_case(parts: list[str], agency: Agency) -> tuple[str, list[str]]:
    """Take the case number: wherever it stands where it is one, else the first part if that looks like a try."""
    for index, part in enumerate(parts):
        bare = re.sub(r"^(?:case|#)[ #:]*", "", part, flags=re.IGNORECASE)
        if agency.knows_case(bare):
            return bare, parts[:index] + parts[index + 1 :]
    first = parts[0] if parts else ""
    is_a_try = bool(first) and " " not in first and not _is_radius(first) and not _LIKE_A_WINDOW.search(first)
    if is_a_try and first.lower() not in {category.lower() for category in agency.categories}:
        return first, parts[1:]
    return "", parts


def _first(
    parts: Sequence[str], test: Callable[[str], bool], *, but: int | None = None, also: int | None = None
) -> int | None:
    return next((index for index, part in enumerate(parts) if index not in (but, also) and test(part)), None)


def _is_radius(text: str) -> bool:
    found = RADIUS.fullmatch(text)
    return found is not None and (found["unit"] or "").lower() in UNITS


def _is_number(text: str) -> bool:
    """A radius without its unit; decimals are coordinates rather."""
    return re.fullmatch(r"(?:within |radius )?\d{1,6}", text, re.IGNORECASE) is not None


def _window_test(parts: Sequence[str], agency: Agency, now: datetime) -> Callable[[str], bool]:
    """Prefer a part that is a window; where there is none, one that tries to be."""

    def reads(text: str) -> bool:
        try:
            read_window(text, zone=agency.zone(), now=now)
        except Refused:
            return False
        return True

    def tries(text: str) -> bool:
        return _LIKE_A_WINDOW.search(text) is not None

    return reads if any(map(reads, parts)) else tries


def _category_test(agency: Agency) -> Callable[[str], bool]:
    def known(text: str) -> bool:
        try:
            read_category(text, agency)
        except Refused:
            return False
        return True

    return known


def _place_and_rest(parts: Sequence[str], marks: Sequence[int]) -> tuple[list[str], list[str]]:
    """The first run of parts without a pattern is the place, unless everything else stood before it."""
    free = [index for index in range(len(parts)) if index not in marks]
    if not free or (len(marks) > 1 and free[0] > max(marks)):
        return [], [parts[index] for index in free]
    end = next((mark for mark in sorted(marks) if mark > free[0]), len(parts))
    return [parts[index] for index in free if index < end], [parts[index] for index in free if index > end]


def _misspelt(rest: list[str], agency: Agency) -> tuple[str, list[str]]:
    """Take the first part for the category that somebody tried to write, where it resembles one or more follows."""
    if not rest:
        return "", []
    close = difflib.get_close_matches(rest[0].lower(), [category.lower() for category in agency.categories], cutoff=0.7)
    return (rest[0], rest[1:]) if close or len(rest) > 1 else ("", rest)
