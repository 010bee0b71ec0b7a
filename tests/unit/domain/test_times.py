"""The grammar of incident windows: what it reads, what it refuses and why, and how it says a window back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.errors import Refused
from chalicelib.domain.incident import Window
from chalicelib.domain.times import check_window, read_window, window_text
from chalicelib.words import naming

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
"""A Saturday, ten in the morning in New York."""
WEEK = timedelta(days=7)


def said(text: str, now: datetime = NOW) -> str:
    return naming.window(read_window(text, zone=ZONE, now=now), ZONE, "en", year=True)


def refused(text: str) -> str:
    with pytest.raises(Refused) as caught:
        read_window(text, zone=ZONE, now=NOW)
    assert caught.value.field == "window"
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-11-20 21:00-23:00", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("2026-11-20 21:00 - 2026-11-21 02:00", "Fri Nov 20 2026, 9:00 PM-Sat Nov 21 2026, 2:00 AM EST"),
        ("2026-11-20T21:00-2026-11-20T23:00", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("2026-11-20 21:00\u201323:00", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("21:00-02:00", "Fri Nov 20 2026, 9:00 PM-Sat Nov 21 2026, 2:00 AM EST"),
        ("2026-11-20 20:00-24:00", "Fri Nov 20 2026, 8:00 PM-Sat Nov 21 2026, 12:00 AM EST"),
        ("11/20 9pm-11pm", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("11/20 9-11 pm", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("11/20/26 2100-2300 hrs", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("12/31 10pm - 1/1 2am", "Wed Dec 31 2025, 10:00 PM-Thu Jan 1 2026, 2:00 AM EST"),
        ("yesterday 9pm to 11pm", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("yesterday noon until 1:30 p.m.", "Fri Nov 20 2026, 12:00-1:30 PM EST"),
        ("last night 11pm-1am", "Fri Nov 20 2026, 11:00 PM-Sat Nov 21 2026, 1:00 AM EST"),
        ("last night 1am-3am", "Sat Nov 21 2026, 1:00-3:00 AM EST"),
        ("this morning 08:00-09:30", "Sat Nov 21 2026, 8:00-9:30 AM EST"),
        ("friday 9pm - saturday 1am", "Fri Nov 20 2026, 9:00 PM-Sat Nov 21 2026, 1:00 AM EST"),
        ("Sun 10pm - Mon 1am", "Sun Nov 15 2026, 10:00 PM-Mon Nov 16 2026, 1:00 AM EST"),
        ("Fri Nov 20, 9:00-11:00 PM EST", "Fri Nov 20 2026, 9:00-11:00 PM EST"),
        ("November 20th, 2026 11am-1pm", "Fri Nov 20 2026, 11:00 AM-1:00 PM EST"),
    ],
)
def test_windows_as_officers_write_them(text: str, words: str) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "slack.window_unreadable"),
        ("-", "slack.window_unreadable"),
        ("last night", "slack.window_unreadable"),
        ("around nine", "slack.window_unreadable"),
        ("9pm-11pm yesterday", "slack.window_unreadable"),
        ("2026-11-20 21:00", "slack.window_unreadable"),
        ("21:00-22:00-23:00", "slack.window_unreadable"),
        ("blursday 21:00-23:00", "slack.day_unreadable"),
        ("20.11.2026 21:00-23:00", "slack.day_unreadable"),
        ("2026-13-01 10:00-11:00", "slack.date_impossible"),
        ("2/30 10:00-11:00", "slack.date_impossible"),
        ("9999-12-31 23:00-23:59", "slack.date_impossible"),
        ("Mon Nov 20 9pm-11pm", "slack.date_impossible"),
        ("25:00-26:00", "slack.time_impossible"),
        ("21:60-22:00", "slack.time_impossible"),
        ("13pm-2pm", "slack.time_impossible"),
        ("9-11", "slack.window_am_or_pm"),
        ("9:00-11:00", "slack.window_am_or_pm"),
        ("11-1am", "slack.window_am_or_pm"),
        ("21:00-21:00", "slack.window_zero"),
        ("2026-11-20 23:00 - 2026-11-20 21:00", "slack.window_backwards"),
        ("2026-03-08 02:30-04:00", "slack.window_clock_change"),
        ("yesterday 9pm-11pm PST", "slack.window_zone"),
    ],
)
def test_everything_else_is_refused_by_the_name_of_what_is_wrong(text: str, reason: str) -> None:
    assert refused(text) == reason


def test_a_day_without_its_year_is_looked_for_in_the_past() -> None:
    assert said("11/22 9pm-11pm") == "Sat Nov 22 2025, 9:00-11:00 PM EST"


def test_a_time_without_its_day_is_the_latest_one_that_began() -> None:
    assert said("09:00-09:30") == "Sat Nov 21 2026, 9:00-9:30 AM EST"
    assert said("10:30-11:30") == "Fri Nov 20 2026, 10:30-11:30 AM EST"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-11-22 09:00-11:00", "slack.window_future"),
        ("2026-11-21 09:00-11:00", "slack.window_future"),
        ("2026-11-13 09:00 - 2026-11-20 09:01", "slack.window_too_long"),
    ],
)
def test_a_window_that_is_not_over_or_too_long_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        check_window(read_window(text, zone=ZONE, now=NOW), now=NOW, longest=WEEK)

    assert (caught.value.reason, caught.value.field) == (reason, "window")


def test_the_longest_window_and_one_that_ends_now_are_allowed() -> None:
    for text in ("2026-11-13 09:00 - 2026-11-20 09:00", "2026-11-21 09:00-10:00"):
        check_window(read_window(text, zone=ZONE, now=NOW), now=NOW, longest=WEEK)


def test_a_window_across_a_clock_change_is_said_in_both_of_its_zones() -> None:
    window = read_window("2026-11-01 00:30-02:30", zone=ZONE, now=NOW)

    assert window.length() == timedelta(hours=3)
    assert naming.window(window, ZONE, "en") == (
        "Sun Nov 1, 12:30-3:30 AM EDT = Sat Oct 31, 11:30 PM-Sun Nov 1, 2:30 AM EST"
    )


def test_an_hour_that_came_twice_is_asked_about_both_times() -> None:
    assert read_window("2026-11-01 01:15-01:45", zone=ZONE, now=NOW).length() == timedelta(minutes=90)


def test_a_window_across_the_spring_change_is_an_hour_shorter_than_its_clock() -> None:
    assert read_window("2026-03-08 01:00-04:00", zone=ZONE, now=NOW).length() == timedelta(hours=2)


@given(start=st.integers(0, 1480000), minutes=st.integers(1, 7 * 24 * 60))
def test_a_window_written_out_is_read_as_the_very_same(start: int, minutes: int) -> None:
    began = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=start)
    window = Window(began, began + timedelta(minutes=minutes))
    text = window_text(window, ZONE)

    read = read_window(text, zone=ZONE, now=NOW)

    assert window_text(read, ZONE) == text
    assert read.start <= window.start
    assert read.end >= window.end


@given(st.text(alphabet="0123456789:-/ apm.,yesterdynoilghtfrsuNv\u2013TE", max_size=60))
def test_any_text_is_read_or_refused_beside_its_field(text: str) -> None:
    try:
        said = naming.window(read_window(text, zone=ZONE, now=NOW), ZONE, "en")
    except Refused as refusal:
        said = refusal.field

    assert said
