"""Says days, times, places and categories as a language does; every pattern stands in its catalogue."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from chalicelib import words
from chalicelib.domain.incident import Window
from chalicelib.domain.place import Address


def window(window: Window, zone: ZoneInfo, language: str, *, year: bool = False, short: bool = False) -> str:
    """Say a window: `Fri Nov 20, 9:00-11:00 PM EST`; one across a clock change is said in both of its zones.

    An owner reads it off a recorder, which may or may not have changed its clock. `short` cuts the weekdays.
    """
    days = "time.weekdays_short" if short else "time.weekdays"
    start, end = (moment.astimezone(zone) for moment in (window.start, window.end))
    if start.utcoffset() == end.utcoffset():
        return _span(start, end, language, year=year, days=days)
    one, other = (_span(*_as_if(window, moment), language, year=year, days=days) for moment in (start, end))
    return words.say("time.twice", language, one=one, other=other)


def window_in_few_words(window: Window, zone: ZoneInfo, language: str, *, year: bool = False) -> str:
    """Say a window where there is no room to say it twice: as wide as either clock shows it, without a zone."""
    ends = [_as_if(window, moment.astimezone(zone)) for moment in (window.start, window.end)]
    start = min(start.replace(tzinfo=None) for start, _ in ends)
    end = max(end.replace(tzinfo=None) for _, end in ends)
    return _span(start, end, language, year=year, days="time.weekdays_short")


def moment(moment: datetime, zone: ZoneInfo, language: str, *, year: bool = False) -> str:
    """Say one moment: `Sat Nov 21, 8:00 AM EST`."""
    local = moment.astimezone(zone)
    day, clock = _day(local, language, year=year), _clock(local, language)
    return words.say("time.moment", language, day=day, clock=clock, zone=local.tzname())


def date(moment: datetime, zone: ZoneInfo, language: str) -> str:
    """Say a date: `Nov 20, 2026`."""
    local = moment.astimezone(zone)
    return words.say("time.date", language, month=_month(local, language), day=local.day, year=local.year)


def block(place: Address, language: str) -> str:
    """Say a place without its exact number: `1000 block of Roxleigh Rd`, or the crossing itself."""
    return block_of(place.block_parts(), language)


def block_of(parts: tuple[int | None, str], language: str) -> str:
    """Say a block, given as `Address.block_parts` does."""
    hundred, street = parts
    return street if hundred is None else words.say("place.block", language, number=hundred, street=street)


def category(name: str, language: str) -> str:
    """Say a category: `burglary`; one that the agency made up itself as it wrote it."""
    msgid = f"category.{name.lower().replace(' ', '_')}"
    return words.say(msgid, language) if msgid in words.sentences(words.FALLBACK) else name


def _as_if(window: Window, moment: datetime) -> tuple[datetime, datetime]:
    fixed = timezone(moment.utcoffset() or timedelta(), moment.tzname() or "")
    return window.start.astimezone(fixed), window.end.astimezone(fixed)


def _span(start: datetime, end: datetime, language: str, *, year: bool, days: str) -> str:
    first, last = (_day(each, language, year=year, days=days) for each in (start, end))
    if start.date() == end.date():
        bare = f"{start:%p}" == f"{end:%p}"
        sides = {"day": first, "start": _clock(start, language, bare=bare), "end": _clock(end, language)}
        said = words.say("time.span", language, **sides)
    else:
        sides = {"first": first, "start": _clock(start, language), "last": last, "end": _clock(end, language)}
        said = words.say("time.span_days", language, **sides)
    return words.say("time.zoned", language, said=said, zone=end.tzname()) if end.tzinfo else said


def _day(moment: datetime, language: str, *, year: bool, days: str = "time.weekdays") -> str:
    weekday = words.say(days, language).split()[moment.weekday()]
    values = {"weekday": weekday, "month": _month(moment, language), "day": moment.day, "year": moment.year}
    return words.say("time.day_year" if year else "time.day", language, **values)


def _month(moment: datetime, language: str) -> str:
    return words.say("time.months", language).split()[moment.month - 1]


def _clock(moment: datetime, language: str, *, bare: bool = False) -> str:
    half = words.say("time.am" if moment.hour < 12 else "time.pm", language)
    values = {"hour": moment.hour % 12 or 12, "minute": f"{moment.minute:02}", "half": half}
    return words.say("time.clock_bare" if bare else "time.clock", language, **values)
