"""Times of day and dates as officers type them: a small strict grammar, read without guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from .errors import Refused
from .patterns import compiled

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATES = (
    (r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})$", "date"),
    (r"(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:/(?P<y>\d{4}|\d{2}))?$", "date"),
    (rf"(?P<m>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y>\d{{4}}))?$", "date"),
    (r"(?P<word>today|yesterday|this morning|last night)$", "word"),
    (rf"(?:last )?(?P<weekday>{_WEEKDAY})$", "weekday"),
)
_TIME = r"(?P<h>\d{1,2})(?::(?P<m>\d{2}))? ?(?P<half>am|pm|a\.m\.|p\.m\.)?$|(?P<hh>\d{2})(?P<mm>\d{2})$"
_NAMED_TIMES = {"noon": time(12), "midnight": time(0)}


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day; `half` is `am` or `pm` where that was said, and `sure` says whether it can mean one thing only."""

    hour: int
    minute: int
    half: str = ""
    sure: bool = True

    def in_half(self, half: str) -> ClockTime:
        """Read an hour of the twelve-hour clock in this half of the day."""
        return ClockTime(self.hour % 12 + (12 if half == "pm" else 0), self.minute, half)

    def of_day(self) -> time:
        return time(self.hour, self.minute)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was said: a date with or without its year and weekday, a weekday, or a word relative to today."""

    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int | None = None
    word: str = ""

    def candidates(self, today: date, at: time) -> list[date]:
        """Give the days it may mean, latest first; `at` is the time that goes with it. Empty where there is none."""
        if self.word:
            return [today - timedelta(days=self._days_back(at))]
        if self.weekday is not None and not self.month:
            back = (today.weekday() - self.weekday) % 7
            return [today - timedelta(days=back), today - timedelta(days=back + 7)]
        years = [self.year] if self.year is not None else [today.year, today.year - 1]
        days = [found for year in years if (found := _date(year, self.month, self.day))]
        return [found for found in days if self.weekday in (None, found.weekday())]

    def _days_back(self, at: time) -> int:
        return 1 if self.word == "yesterday" or (self.word == "last night" and at.hour >= 12) else 0


def read_day(text: str) -> Day | None:
    """Read a day (lower case, single spaces), with or without its weekday in front; none where it is not one.

    Raises Refused for a date that is not in the calendar.
    """
    for pattern, kind in _DATES:
        if found := compiled(pattern).match(text):
            return _day(kind, found.groupdict())
    weekday, _, rest = text.partition(" ")
    if not rest or not re.fullmatch(_WEEKDAY, weekday.rstrip(",")):
        return None
    day = read_day(rest)
    return replace(day, weekday=_weekday(weekday)) if day and day.month else None


def read_time(text: str) -> ClockTime | None:
    """Read a time of day (lower case); none where it is not one. Raises Refused for one that no clock shows."""
    if text in _NAMED_TIMES:
        return ClockTime(_NAMED_TIMES[text].hour, 0)
    found = compiled(_TIME).match(text)
    if found is None:
        return None
    half = (found["half"] or "").replace(".", "")
    hour, minute = int(found["h"] or found["hh"]), int(found["m"] or found["mm"] or 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        raise Refused("slack.time_impossible", field="window", given=text)
    if half:
        return ClockTime(hour, minute).in_half(half)
    sure = found["hh"] is not None or hour == 0 or hour > 12 or (len(found["h"]) == 2 and found["m"] is not None)
    return ClockTime(hour % 24, minute, sure=sure)


def _day(kind: str, parts: dict[str, str | None]) -> Day:
    if kind == "word":
        return Day(word=parts["word"] or "")
    if kind == "weekday":
        return Day(weekday=_weekday(parts["weekday"] or ""))
    written = parts["m"] or ""
    month = int(written) if written.isdecimal() else [name.lower() for name in MONTHS].index(written[:3]) + 1
    year = int(parts["y"]) if parts["y"] else None
    year = year + 2000 if year is not None and year < 100 else year
    if not _date(year if year is not None else 2024, month, int(parts["d"] or 0)):
        raise Refused("slack.date_impossible", field="window")
    return Day(year, month, int(parts["d"] or 0))


def _weekday(text: str) -> int:
    return [name.lower() for name in WEEKDAYS].index(text[:3])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
