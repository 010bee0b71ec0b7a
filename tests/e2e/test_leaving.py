"""Every way to leave and to come back, counted text by text: one confirmation each, and nothing in between."""

from __future__ import annotations

import re

import pytest

from tests.e2e.outside import Outside, hidden_fields, new_case
from tests.e2e.steps import asked, code_for, registered

pytestmark = pytest.mark.e2e

CARRIER_STOPS, WE_STOP = "You have successfully been unsubscribed", "You will get no more texts from us"
CARRIER_STARTS, WE_START = "You have successfully been re-subscribed", "You will get our texts again"
ASK = r"\b1\b.*\b5\b"


@pytest.mark.parametrize(
    ("stop", "start", "stopped", "started"),
    [
        ("STOP", "START", CARRIER_STOPS, CARRIER_STARTS),
        ("Unsubscribe", "UNSTOP", CARRIER_STOPS, CARRIER_STARTS),
        ("STOP", "YES", CARRIER_STOPS, CARRIER_STARTS),
        ("please stop texting me", "START", WE_STOP, WE_START),
        ("Take me off your list.", "YES", WE_STOP, WE_START),
    ],
)
def test_leaving_and_coming_back_are_confirmed_once_and_nothing_comes_between(
    outside: Outside, stop: str, start: str, stopped: str, started: str
) -> None:
    leaving, staying = registered(outside), registered(outside)
    before = len(outside.texts(leaving))

    outside.text(leaving, stop)
    outside.text(leaving, stop)
    outside.text(leaving, "hello?")
    ask_and_answer(outside, staying)
    outside.text(leaving, start)
    asked(outside, leaving)

    assert_like(outside.texts(leaving)[before:], [stopped, started, ASK])


def test_a_stop_on_the_page_is_said_there_alone(outside: Outside) -> None:
    leaving, staying = registered(outside), registered(outside)
    page = outside.web.get("/me")
    before = len(outside.texts(leaving))
    outside.web.post("/me", data={**hidden_fields(page.text), "phone": leaving})
    page = outside.web.get("/me/code")
    code = code_for(outside, leaving, after=before)
    outside.web.post("/me/code", data={**hidden_fields(page.text), "code": code})
    outside.web.post("/me/stop", data=hidden_fields(outside.web.get("/me").text))

    ask_and_answer(outside, staying)
    outside.text(leaving, "START")
    asked(outside, leaving)

    assert_like(outside.texts(leaving)[before:], [code, WE_START, ASK])


def ask_and_answer(outside: Outside, phone: str) -> None:
    """Ask everybody around; return once this phone's answer counts, so that all texts of that request have gone."""
    case = new_case()
    asked(outside, phone, case=case)
    outside.text(phone, "3")
    outside.wait_for_board(case, "Nothing there: 1")


def assert_like(texts: list[str], patterns: list[str]) -> None:
    assert len(texts) == len(patterns), texts
    assert all(re.search(pattern, text, re.DOTALL) for text, pattern in zip(texts, patterns, strict=True)), texts
