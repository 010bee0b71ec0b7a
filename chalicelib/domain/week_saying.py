"""Says days of the week and hours of them, as parts of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from itertools import groupby

from .agency import QuietHours
from .reply import Listing, Sentence, sentence
from .wishes import Wishes

_A_FEW = 3
"""So many days that follow each other are said by the first and the last."""


def shut_days(wishes: Wishes) -> Listing:
    """`Mon to Fri before 6:00 PM; Sat, Sun;`: on which days an owner is not asked, those with the same hours once."""
    by_hours: dict[QuietHours | None, list[int]] = {}
    for each in wishes.closed:
        by_hours.setdefault(each.hours, []).append(each.day)
    return Listing(tuple(_shut(days, hours) for hours, days in by_hours.items()))


def clock_said(at: time) -> Sentence:
    """`9:00 PM`."""
    half = sentence("time.am" if at.hour < 12 else "time.pm")
    return sentence("time.clock", hour=at.hour % 12 or 12, minute=f"{at.minute:02}", half=half)


def _shut(days: Sequence[int], hours: QuietHours | None) -> Sentence:
    said = _days(days)
    if hours is None:
        return sentence("part.shut_day", days=said)
    since, until = clock_said(hours.since), clock_said(hours.until)
    if hours.since == time(0):
        return sentence("part.shut_before", days=said, until=until)
    if hours.until == time(0):
        return sentence("part.shut_after", days=said, since=since)
    both = hours.since > hours.until
    return sentence("part.shut_both" if both else "part.shut_between", days=said, since=since, until=until)


def _days(days: Sequence[int]) -> Sentence:
    runs = [[day for _, day in run] for _, run in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0])]
    names = [name for run in runs for name in _run(run)]
    said, *more = names
    for name in more:
        said = sentence("part.traits_two", first=said, second=name)
    return said


def _run(run: Sequence[int]) -> list[Sentence]:
    names = [Sentence("time.weekdays", word=day) for day in run]
    return [sentence("part.days_to", first=names[0], last=names[-1])] if len(run) >= _A_FEW else names
