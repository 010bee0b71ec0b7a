"""When and how an owner wants to be asked: a pause, hours of the day, one channel only. STOP is consent instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .agency import QuietHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What an owner said about being asked; the defaults are what nobody said.

    `quiet` are local hours in which no ask may go out, besides the agency's own. `only` and `prefers` name a channel
    (`sms`, `email`) or are empty: the one forbids the other channel, the other merely comes first.
    """

    paused_until: datetime | None = None
    quiet: QuietHours | None = None
    only: str = ""
    prefers: str = ""

    def time_to_ask(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Give the earliest time, from `now` on, at which this owner may be asked; in the zone of `now`."""
        at = max(now, self.paused_until) if self.paused_until else now
        for _ in range(2):  # a pause may end within the quiet hours, and those within the hour that a clock repeats
            ends = self.quiet.end_if_inside(at.astimezone(zone)) if self.quiet else None
            at = max(at, ends.astimezone(at.tzinfo)) if ends else at
        return at.astimezone(now.tzinfo)

    def paused(self, now: datetime) -> bool:
        """Say whether a pause runs at this time."""
        return self.paused_until is not None and now < self.paused_until


PAUSE_AT_MOST = timedelta(days=366)
"""Whoever wants a longer one has forgotten us by then: the yearly check comes first."""
