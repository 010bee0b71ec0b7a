"""When and how somebody wants to be written to, as people say it: a pause, hours, one channel; never a STOP."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from chalicelib.domain import optout
from chalicelib.domain.agency import QuietHours
from chalicelib.domain.wish_said import AnyTime, By, NotOn, OpenOn, Pause, Quiet, Resume, Unclear
from chalicelib.domain.wish_words import read
from tests.unit.domain.test_optout import SAMPLE, labelled

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 21, 15, tzinfo=UTC)
"""A Saturday, 10 AM in New York."""


def said(text: str) -> tuple[object, ...]:
    return read(text, now=NOW, zone=ZONE)


def until(text: str) -> str:
    (wish,) = said(text)
    assert isinstance(wish, Pause)
    return f"{wish.until.astimezone(ZONE):%a %b %d %H:%M}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("not until Monday", "Mon Nov 23 00:00"),
        ("stop until monday", "Mon Nov 23 00:00"),
        ("no more emails until january", "Fri Jan 01 00:00"),
        ("stop mailing me until monday", "Mon Nov 23 00:00"),
        ("no mas correos hasta enero", "Fri Jan 01 00:00"),
        ("please stop texting me until December 1st", "Tue Dec 01 00:00"),
        ("no texts until dec 1", "Tue Dec 01 00:00"),
        ("No texts until 12/1 please", "Tue Dec 01 00:00"),
        ("not until 2026-12-01", "Tue Dec 01 00:00"),
        ("not until the 15th", "Tue Dec 15 00:00"),
        ("don't text me until january", "Fri Jan 01 00:00"),
        ("can you please not text me until Monday? thanks", "Mon Nov 23 00:00"),
        ("pause for 2 weeks", "Sat Dec 05 10:00"),
        ("snooze 3 days", "Tue Nov 24 10:00"),
        ("no texts for the next 2 weeks", "Sat Dec 05 10:00"),
        ("text me again in a month", "Mon Dec 21 10:00"),
        ("hold off until next week", "Mon Nov 23 00:00"),
        ("no texts this week", "Mon Nov 23 00:00"),
        ("dont text me today", "Sun Nov 22 00:00"),
        ("not until tomorrow at noon", "Sun Nov 22 12:00"),
        ("not until 5pm", "Sat Nov 21 17:00"),
        ("not until 9am", "Sun Nov 22 09:00"),
        ("not until 5pm tomorrow", "Sun Nov 22 17:00"),
        ("no me escriban hasta el lunes", "Mon Nov 23 00:00"),
        ("no me manden mensajes hasta el 15 de enero", "Fri Jan 15 00:00"),
        ("Por favor no me escriban por una semana", "Sat Nov 28 10:00"),
        ("no me escriba hasta mañana", "Sun Nov 22 00:00"),
        ("pausa por dos semanas", "Sat Dec 05 10:00"),
    ],
)
def test_a_pause_ends_where_it_was_said(text, day):
    assert until(text) == day


def test_a_pause_without_an_end_gets_one():
    (wish,) = said("pause")

    assert wish == Pause(datetime(2026, 12, 21, 15, tzinfo=UTC), ends_unsaid=True)


def test_no_pause_is_longer_than_a_year():
    assert until("pause for 9 years") == until("pause until further notice") == "Mon Nov 22 10:00"


@pytest.mark.parametrize(
    ("text", "since", "rest"),
    [
        ("only in daytime", 20, 9),
        ("text me during the day only", 20, 9),
        ("solo de día", 20, 9),
        ("no texts at night", 21, 8),
        ("stop emailing me at night", 21, 8),
        ("blackout hours 10pm to 7am", 22, 7),
        ("no de noche", 21, 8),
        ("don't text between 10pm and 7am", 22, 7),
        ("no texts 10pm-7am", 22, 7),
        ("quiet hours 10 p.m. to 7 a.m.", 22, 7),
        ("no entre las 10pm y las 7am", 22, 7),
        ("only between 9am and 5pm", 17, 9),
        ("solo escribanme entre las 9am y las 5pm", 17, 9),
        ("not after 9pm", 21, None),
        ("not after 9", 21, None),
        ("no después de las 9 de la noche", 21, None),
        ("not before 9am", None, 9),
        ("no texts before 9am or after 8pm", 20, 9),
        ("only in the evening", 21, 17),
    ],
)
def test_hours_of_quiet(text, since, rest):
    assert said(text) == (Quiet(since and time(since), rest and time(rest)),)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("only by email", By("email", only=True)),
        ("email only please", By("email", only=True)),
        ("solo por correo", By("email", only=True)),
        ("no texts just email", By("email", only=True)),
        ("text me instead", By("sms", only=True)),
        ("solo mensajes de texto", By("sms", only=True)),
        ("i prefer email", By("email")),
        ("text or email is fine", By(None)),
        ("resume", Resume()),
        ("unpause please", Resume()),
        ("I'm back", Resume()),
        ("reanudar", Resume()),
        ("any time is fine", AnyTime()),
        ("a cualquier hora", AnyTime()),
        ("don't text between 10 and 7", Unclear("half")),
        ("no friday night or saturday", Unclear("days")),
        ("seguir", Resume()),
    ],
)
def test_channels_and_the_way_back(text, wish):
    assert said(text) == (wish,)


WEEKDAYS, WEEKEND = frozenset(range(5)), frozenset({5, 6})


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("not on weekends", NotOn(WEEKEND)),
        ("no sundays, im at church", NotOn(frozenset({6}))),
        ("stop texting me on weekends", NotOn(WEEKEND)),
        ("I would rather not be texted on weekends", NotOn(WEEKEND)),
        ("not on saturdays or sundays", NotOn(WEEKEND)),
        ("never on sunday", NotOn(frozenset({6}))),
        ("no los domingos", NotOn(frozenset({6}))),
        ("los domingos no", NotOn(frozenset({6}))),
        ("no me manden mensajes los sábados ni domingos", NotOn(WEEKEND)),
        ("only on weekdays", NotOn(WEEKDAYS, only=True)),
        ("mon-fri only", NotOn(WEEKDAYS, only=True)),
        ("solo de lunes a viernes", NotOn(WEEKDAYS, only=True)),
        ("only on weekdays after 6 pm", NotOn(WEEKDAYS, QuietHours(time(0), time(18)), only=True)),
        ("solo entre semana después de las 6 pm", NotOn(WEEKDAYS, QuietHours(time(0), time(18)), only=True)),
        ("only mon-fri 9am-5pm", NotOn(WEEKDAYS, QuietHours(time(17), time(9)), only=True)),
        ("weeknights only", NotOn(WEEKDAYS, QuietHours(time(21), time(17)), only=True)),
        ("not on fridays after 9pm", NotOn(frozenset({4}), QuietHours(time(21), time(0)))),
        ("not on sunday until noon", NotOn(frozenset({6}), QuietHours(time(0), time(12)))),
        ("weekends are fine", OpenOn(WEEKEND)),
        ("any day is fine", OpenOn(WEEKDAYS | WEEKEND)),
    ],
)
def test_days_of_the_week(text, wish):
    assert said(text) == (wish,)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("im on vacation till december 5", "Sat Dec 05 00:00"),
        ("de vacaciones hasta el 5", "Sat Dec 05 00:00"),
        ("out of town until monday", "Mon Nov 23 00:00"),
        ("we are away for 2 weeks", "Sat Dec 05 10:00"),
        ("I'll be back in 2 weeks", "Sat Dec 05 10:00"),
        ("regreso el lunes", "Mon Nov 23 00:00"),
    ],
)
def test_who_is_away_is_not_asked_until_they_are_back(text, day):
    assert until(text) == day


@pytest.mark.parametrize(
    "text",
    ["im on vacation", "it was on sunday", "sunday", "a man on saturday night", "no one on sunday", "back yard",
     "not sunday, it was a red car", "monday to friday my shop is open", "until monday", "only the one on saturday"],
)  # fmt: skip
def test_days_in_an_answer_are_no_wish(text):
    assert said(text) == ()


def test_one_message_may_hold_several():
    assert said("only by email and not after 9pm") == (By("email", only=True), Quiet(time(21), None))


@pytest.mark.parametrize(
    "text",
    ["stop", "STOP", "stop texting me", "stop now", "no more texts", "no", "not", "dont write", "no texts",
     "not by email",
     "stop until", "remove camera 2", "I will be at the bus stop until monday", "the camera is off until monday",
     "no quiero mas mensajes", "7", "keeps 2 weeks", "2 weeks", "monday"],
)  # fmt: skip
def test_whatever_else_is_said_is_no_wish(text):
    assert said(text) == ()


def test_no_phrase_that_leaves_is_taken_for_a_pause():
    leaving = [text for text, label in labelled(SAMPLE) if label.startswith("stop")]

    assert leaving
    assert [text for text in leaving if said(text)] == []


@pytest.mark.parametrize("text", ["not until Monday", "stop until monday", "only by email", "not after 9pm", "resume"])
def test_a_wish_is_not_an_optout(text):
    assert optout.read(text) in (None, "start")


@pytest.mark.parametrize(
    "text", ["no not " * 300, "stop me us " * 200, "9-9 " * 400, "until " * 300, "\N{BELL}" * 2000]
)
def test_hostile_texts_are_left_alone(text):
    assert said(text) == ()
