"""When and how an owner wants to be asked: a pause, hours, days, one channel only. STOP is consent instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .agency import QuietHours

WEEK = frozenset(range(7))
"""The days of the week as Python counts them: Monday is 0."""
WEEKEND = frozenset({5, 6})
WEEKDAYS = WEEK - WEEKEND


@dataclass(frozen=True, slots=True)
class Closed:
    """A day of each week on which no ask may go out: all of it, or within these hours.

    Hours over midnight count in the morning of that day, in its evening, and in the morning after.
    """

    day: int
    hours: QuietHours | None = None

    def end_if_inside(self, local: datetime) -> datetime | None:
        """Give when it ends, or none where `local` lies outside of it."""
        if local.weekday() == self.day:
            if self.hours is None:
                return datetime.combine(local.date() + timedelta(days=1), time(0), local.tzinfo)
            return self.hours.end_if_inside(local)
        if self.hours is None or (local.weekday() - 1) % 7 != self.day or self.hours.since <= self.hours.until:
            return None
        morning = QuietHours(time(0), self.hours.until)
        return morning.end_if_inside(local)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What an owner said about being asked; the defaults are what nobody said.

    `quiet` are local hours of every day in which no ask may go out, besides the agency's own; `closed` are days of the
    week, or hours of them, at most one for each day, by day. `only` and `prefers` name a channel (`sms`, `email`) or
    are empty: the one forbids the other channel, the other merely comes first.
    """

    paused_until: datetime | None = None
    quiet: QuietHours | None = None
    closed: tuple[Closed, ...] = ()
    only: str = ""
    prefers: str = ""

    def time_to_ask(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Give the earliest time, from `now` on, at which this owner may be asked; in the zone of `now`."""
        at = max(now, self.paused_until) if self.paused_until else now
        for _ in range(MOST_HOLDS):
            ends = self.held_until(at.astimezone(zone))
            if ends is None:
                break
            at = max(at, ends.astimezone(UTC))  # the hour that a clock repeats ends before it begins
        return at.astimezone(now.tzinfo)

    def paused(self, now: datetime) -> bool:
        """Say whether a pause runs at this time."""
        return self.paused_until is not None and now < self.paused_until

    def shut(self, days: Iterable[int], hours: QuietHours | None = None) -> Wishes:
        """Give these wishes with these days shut, all day or within these hours, instead of what they were before."""
        shut = {day: Closed(day, hours) for day in days}
        kept = {each.day: each for each in self.closed} | shut
        return replace(self, closed=tuple(kept[day] for day in sorted(kept)))

    def opened(self, days: Iterable[int]) -> Wishes:
        """Give these wishes with nothing shut on these days but what is shut every day."""
        days = set(days)
        return replace(self, closed=tuple(each for each in self.closed if each.day not in days))

    def leave_time(self) -> bool:
        """Say whether there is any time of a week at which this owner may be asked."""
        monday, utc = datetime(2024, 1, 1, tzinfo=UTC), ZoneInfo("UTC")
        weekly = replace(self, paused_until=None)
        return weekly.held_until(weekly.time_to_ask(monday, utc)) is None

    def held_until(self, local: datetime) -> datetime | None:
        """Give until when the latest of what holds at this local time lasts; none where nothing does."""
        ends = [self.quiet.end_if_inside(local)] if self.quiet else []
        ends += [each.end_if_inside(local) for each in self.closed]
        return max((end for end in ends if end), default=None)


PAUSE_AT_MOST = timedelta(days=366)
"""Whoever wants a longer one has forgotten us by then: the yearly check comes first."""
MOST_HOLDS = 32
"""In a week, each day may hold at most four times: in the morning, by its hours, in the evening, all day."""
