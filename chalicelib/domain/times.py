"""Incident windows: read strictly in the agency's time zone, and checked. words/naming.py says them back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .clock_text import ClockTime, Day, read_day, read_time
from .errors import Refused
from .incident import Window

EXAMPLE = "2026-11-20 21:00-23:00"
_LONGEST = 120
_BETWEEN = re.compile(r"\s*(?:-| to | until )\s*")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | {"@": " "})
_ZONE = re.compile(r" (?P<zone>[ecmpah](?:[sd])?t|akst|akdt|hst|utc|gmt)$")
_CLOCK = r"noon|midnight|\d{4}|\d{1,2}(?::\d{2})?(?: ?(?:am|pm|a\.m\.|p\.m\.))?"
_SIDE = re.compile(rf"(?:(?P<day>.*?)(?:,? (?:at |from )?|^))(?P<time>{_CLOCK})(?: ?h(?:rs?|ours)?)?$")


def read_window(text: str, *, zone: ZoneInfo, now: datetime) -> Window:
    """Read a window as officers write it: `2026-11-20 21:00-23:00`, `yesterday 9pm-11pm`, `11/20 21:00 - 11/21 02:00`.

    What is not said is looked for in the past: the latest such day that had begun by `now`. Raises Refused with the
    field `window` and a reason that names what is wrong.
    """
    plain, said_zone = _without_zone(_plain(text))
    sides = _sides(plain)
    (start_day, start_time), (end_day, end_time) = (_side(side) for side in sides)
    start_time, end_time = _agree(start_time, end_time)
    today = now.astimezone(zone).date()
    try:
        window = _place(start_day, start_time.of_day(), end_day, end_time.of_day(), today=today, zone=zone, now=now)
    except OverflowError as error:  # the last hours of the year 9999
        raise Refused("slack.date_impossible", field="window") from error
    if said_zone and said_zone not in {window.start.astimezone(zone).tzname(), window.end.astimezone(zone).tzname()}:
        raise Refused("slack.window_zone", field="window", zone=now.astimezone(zone).tzname())
    return window


def check_window(window: Window, *, now: datetime, longest: timedelta) -> None:
    """Raise Refused where the window has not ended yet, or is longer than anybody may ask for."""
    if window.end > now:
        raise Refused("slack.window_future", field="window")
    if window.length() > longest:
        raise Refused("slack.window_too_long", field="window", hours=f"{longest / timedelta(hours=1):g}")


def window_text(window: Window, zone: ZoneInfo) -> str:
    """Write a window so that `read_window` reads the very same one, whenever it does."""
    start, end = (moment.astimezone(zone) for moment in (window.start, window.end))
    return f"{start:%Y-%m-%d %H:%M} - {end:%Y-%m-%d %H:%M}"


def _plain(text: str) -> str:
    lower = " ".join(text[:_LONGEST].translate(_DASHES).lower().split())
    return re.sub(r"(\d)t(\d)", r"\1 \2", lower)


def _without_zone(text: str) -> tuple[str, str]:
    found = _ZONE.search(text)
    return (text[: found.start()], found["zone"].upper()) if found else (text, "")


def _sides(text: str) -> tuple[str, str]:
    guarded = re.sub(r"(\d{4})-(\d{1,2})-(\d{1,2})", r"\1~\2~\3", text)
    sides = [side.replace("~", "-").strip() for side in _BETWEEN.split(guarded)]
    if len(sides) != 2 or not all(sides):
        raise Refused("slack.window_unreadable", field="window", example=EXAMPLE)
    return sides[0], sides[1]


def _side(text: str) -> tuple[Day | None, ClockTime]:
    found = _SIDE.match(text)
    clock = read_time(found["time"].strip()) if found else None
    if found is None or clock is None:
        raise Refused("slack.window_unreadable", field="window", example=EXAMPLE)
    said = (found["day"] or "").strip(" ,")
    day = read_day(said) if said else None
    if said and day is None:
        raise Refused("slack.day_unreadable", field="window", given=said[:40])
    return day, clock


def _agree(start: ClockTime, end: ClockTime) -> tuple[ClockTime, ClockTime]:
    """`9-11pm` is 9 PM to 11 PM. What could be morning or evening is not guessed."""
    if not start.sure and end.half and start.in_half(end.half).of_day() < end.of_day():
        start = start.in_half(end.half)
    if not (start.sure and end.sure):
        raise Refused("slack.window_am_or_pm", field="window")
    return start, end


def _place(
    start_day: Day | None, start: time, end_day: Day | None, end: time, *, today: date, zone: ZoneInfo, now: datetime
) -> Window:
    first = _latest(start_day, start, today=today, zone=zone, now=now)
    last = _following(end_day, end, first) if end_day else first + timedelta(days=1 if end < start else 0)
    began, ended = _moment(first, start, zone, fold=0), _moment(last, end, zone, fold=1)
    if began == ended or (first, start) == (last, end):
        raise Refused("slack.window_zero", field="window")
    if ended < began:
        raise Refused("slack.window_backwards", field="window")
    return Window(began, ended)


def _latest(day: Day | None, at: time, *, today: date, zone: ZoneInfo, now: datetime) -> date:
    candidates = day.candidates(today, at) if day else [today, today - timedelta(days=1)]
    for candidate in candidates:
        if datetime.combine(candidate, at, zone) <= now:
            return candidate
    if not candidates:
        raise Refused("slack.date_impossible", field="window")
    return candidates[0]


def _following(day: Day, at: time, first: date) -> date:
    """Give the earliest day it may mean that does not lie before the first one."""
    around = sorted({found for base in (first, first + timedelta(days=7)) for found in day.candidates(base, at)})
    if day.year is None and day.month:
        around.extend(day.candidates(first.replace(year=first.year + 1, day=1), at)[:1])
    if not around:
        raise Refused("slack.date_impossible", field="window")
    return next((found for found in sorted(around) if found >= first), around[-1])


def _moment(day: date, at: time, zone: ZoneInfo, *, fold: int) -> datetime:
    """Take the first of an hour that came twice to begin with, the second to end with; refuse one that never came."""
    local = datetime.combine(day, at, zone).replace(fold=fold)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Refused("slack.window_clock_change", field="window")
    return moment
