"""When an owner may be asked, by the owner's own wishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.wishes import WEEKDAYS, WEEKEND, Wishes

ZONE = ZoneInfo("America/New_York")
AFTER_SIX_ON_WEEKDAYS = Wishes().shut(WEEKEND).shut(WEEKDAYS, QuietHours(time(0), time(18)))
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


def test_on_a_day_that_is_shut_it_waits_for_the_next_that_is_not() -> None:
    assert Wishes().shut(WEEKEND).time_to_ask(local(21, 12), ZONE) == local(23, 0)
    assert Wishes().shut(WEEKEND).time_to_ask(local(20, 12), ZONE) == local(20, 12)


def test_hours_of_a_day_hold_on_that_day_alone() -> None:
    assert AFTER_SIX_ON_WEEKDAYS.time_to_ask(local(20, 19), ZONE) == local(20, 19)
    assert AFTER_SIX_ON_WEEKDAYS.time_to_ask(local(21, 19), ZONE) == local(23, 18)


def test_hours_over_midnight_last_into_the_morning_after() -> None:
    wishes = Wishes().shut({4}, QuietHours(time(22), time(7)))

    assert wishes.time_to_ask(local(20, 23), ZONE) == local(21, 7)
    assert wishes.time_to_ask(local(21, 3), ZONE) == local(21, 7)
    assert wishes.time_to_ask(local(21, 23), ZONE) == local(21, 23)


def test_days_hours_and_a_pause_hold_together() -> None:
    wishes = replace(AFTER_SIX_ON_WEEKDAYS, quiet=ONLY_IN_DAYTIME, paused_until=local(27, 21))

    assert wishes.time_to_ask(local(20, 12), ZONE) == local(30, 18)


def test_what_leaves_no_time_at_all_is_known() -> None:
    assert AFTER_SIX_ON_WEEKDAYS.leave_time()
    assert not Wishes().shut(WEEKEND).shut(WEEKDAYS).leave_time()
    assert not replace(AFTER_SIX_ON_WEEKDAYS, quiet=QuietHours(time(17), time(9))).leave_time()
