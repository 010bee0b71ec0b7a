"""Contract: time and chance, as the machine and as the tests' stand-ins give them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.outbound.system import SystemClock, SystemIds
from tests.fakes import FakeClock, FakeIds


@pytest.mark.parametrize("ids", [SystemIds(), FakeIds()], ids=["machine", "fake"])
def test_ids_have_the_length_and_letters_that_were_agreed(ids):
    assert re.fullmatch(r"[a-z2-9]{12}", ids.short(12))
    assert re.fullmatch(r"[BCDFGHJKLMNPQRSTVWXZ]{4}", ids.request_code())
    assert re.fullmatch(r"[\w-]{22}", ids.token())
    assert re.fullmatch(r"\d{6}", ids.digits(6))


@pytest.mark.parametrize("ids", [SystemIds(), FakeIds()], ids=["machine", "fake"])
def test_no_token_comes_twice(ids):
    assert len({ids.token() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("clock", [SystemClock(), FakeClock()], ids=["machine", "fake"])
def test_the_time_is_aware_and_in_utc(clock):
    assert clock.now().utcoffset() == timedelta(0)


def test_a_laptops_clock_can_be_moved():
    ahead = SystemClock(lambda: timedelta(days=30))

    assert ahead.now() - datetime.now(UTC) > timedelta(days=29)


def test_a_laptop_is_told_through_scratch_how_far_its_clock_was_moved(wired, monkeypatch):
    from dataclasses import replace

    from chalicelib import wiring

    moved = replace(wiring.configuration(), clock_may_shift="1")
    monkeypatch.setattr(wiring, "configuration", lambda: moved)
    monkeypatch.setattr(wiring, "_client", lambda service: wired.dynamodb)
    assert wiring._shift() == timedelta(0)

    expires = datetime.now(UTC) + timedelta(days=1)
    wired.commit(wired.scratch.put("clock", "shift", {"seconds": 3600}, expires_at=expires, version=0))

    assert wiring._shift() == timedelta(hours=1)


def test_no_code_is_the_short_form_of_boulevard(monkeypatch):
    picks = iter("BLVDBCDF")
    monkeypatch.setattr("chalicelib.outbound.system.secrets.choice", lambda _letters: next(picks))

    assert SystemIds().request_code() == "BCDF"
