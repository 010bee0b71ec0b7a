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
