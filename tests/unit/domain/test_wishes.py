"""When an owner may be asked, by the owner's own wishes."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.wishes import Wishes

ZONE = ZoneInfo("America/New_York")
ONLY_IN_DAYTIME = QuietHours(time(20), time(9))


def local(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=ZONE).astimezone(UTC)


def test_without_wishes_any_time_is_right() -> None:
    assert Wishes().time_to_ask(local(20, 3), ZONE) == local(20, 3)


def test_a_pause_that_is_over_holds_nothing_back() -> None:
    wishes = Wishes(paused_until=local(19, 9))

    assert wishes.time_to_ask(local(20, 3), ZONE) == local(20, 3)
    assert not wishes.paused(local(20, 3))


def test_at_night_who_wants_daytime_only_is_asked_in_the_morning() -> None:
    assert Wishes(quiet=ONLY_IN_DAYTIME).time_to_ask(local(20, 23), ZONE) == local(21, 9)


def test_a_pause_that_ends_at_night_waits_for_the_morning_too() -> None:
    wishes = Wishes(paused_until=local(23, 0), quiet=ONLY_IN_DAYTIME)

    assert wishes.time_to_ask(local(20, 12), ZONE) == local(23, 9)
