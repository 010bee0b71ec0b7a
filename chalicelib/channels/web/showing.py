"""How values look on a page: times in the agency's zone, sizes, headings, phone numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.incident import Window
from chalicelib.domain.place import Point
from chalicelib.domain.registration_form import HEADINGS
from chalicelib.words import naming

from .speech import language, say

POINTS = tuple(HEADINGS)
_NUMBER = re.compile(r"(?<![\w-])\d{3}-\d{3}-\d{4}(?![\w-])", re.ASCII)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Say a moment: `Fri Nov 20 2026, 9:05 PM EST`."""
    return naming.moment(at, zone, language(), year=True)


def day(at: datetime, zone: ZoneInfo) -> str:
    """Say a day: `Nov 20, 2026`."""
    return naming.date(at, zone, language())


def window(of: Window, zone: ZoneInfo) -> str:
    """Say a window: `Fri Nov 20, 9:00-11:00 PM EST`."""
    return naming.window(of, zone, language())


def block(parts: tuple[int | None, str]) -> str:
    """Say a block, given as `Address.block_parts` does."""
    return naming.block_of(parts, language())


def category(name: str) -> str:
    """Say a category."""
    return naming.category(name, language())


def size(count: int) -> str:
    """Say how large a file is, to two digits that matter."""
    for unit, name in ((1024**3, "gb"), (1024**2, "mb"), (1024, "kb")):
        if count >= unit:
            return say(f"web.unit.{name}", count=f"{count / unit:.1f}".removesuffix(".0"))
    return say("web.unit.bytes", count=count)


def point(heading: int | None) -> str:
    """Give the name that forms use for a heading in degrees: a compass point, `as_is`, or empty for not known."""
    if heading is None:
        return ""
    return next((name for name, degrees in HEADINGS.items() if degrees == heading), "as_is")


def heading(degrees: int | None) -> str:
    """Say which way a camera looks, to the nearest of eight compass points."""
    if degrees is None:
        return say("web.heading.unknown")
    return say(f"web.heading.{POINTS[round(degrees / 45) % 8]}")


def phone(number: str) -> str:
    """Write a phone number as people read it: `410-555-0100`."""
    digits = number.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else number


def unbroken(sentence: str) -> Markup:
    """Keep each phone number in a sentence on one line."""
    return Markup(_NUMBER.sub(r'<span class="whole">\g<0></span>', str(escape(sentence))))  # noqa: S704  (escaped)


def time_kept(days: int) -> str:
    """Say for how long something is kept."""
    years, rest = divmod(days, 365)
    if rest or not years:
        return say("web.keep_days", count=days)
    return say("web.keep_year") if years == 1 else say("web.keep_years", count=years)


def counted(count: int, one: str, more: str) -> str:
    """Say a number of things, by the sentence for one of them or that for more."""
    return say(one) if count == 1 else say(more, count=count)


def away(home: Point, pin: Point) -> int:
    """Give how far a pin is from its address, in whole metres."""
    return round(distance_m(home, pin))


FILTERS: dict[str, Callable[..., Any]] = {
    "moment": moment, "day": day, "window": window, "block": block, "category": category, "size": size,
    "unbroken": unbroken, "point": point, "heading": heading, "phone": phone, "time_kept": time_kept,
    "counted": counted, "away": away,
}  # fmt: skip


def heading_options(*, sides: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Give what a form offers for where a camera looks: not knowing first, sides of the house, compass points."""
    names = ("", *sides, *HEADINGS)
    return [(name, say(f"web.heading.{name or 'unknown'}")) for name in names]
