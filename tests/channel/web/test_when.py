"""On their own page owners say on which days, at which hours and from when on they may be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.owner import Household
from chalicelib.domain.wishes import Wishes
from tests.channel.web.conftest import sign_in
from tests.channel.web.visitor import Page, Visitor
from tests.world import World


@pytest.fixture
def household(wired: World) -> Household:
    return wired.household(wishes=Wishes(only="sms").shut({0}, QuietHours(time(0), time(18))))


@pytest.fixture
def page(visitor: Visitor, wired: World, household: Household) -> Page:
    return sign_in(visitor, wired)


def wishes(world: World, household: Household) -> Wishes:
    found = world.registry.household(household.owner.owner_id)
    assert found
    return found.owner.wishes


def test_days_hours_and_a_pause_are_kept_beside_what_was_texted(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    day = (wired.clock.now() + timedelta(days=10)).date()
    visitor.post(
        "/me/when", stamp=page.stamp(), off_5="yes", off_6="yes", since="21:00", until="08:00",
        paused_until=day.isoformat(),
    )  # fmt: skip

    kept = wishes(wired, household)
    assert kept.quiet == QuietHours(time(21), time(8))
    assert kept.closed == Wishes().shut({5, 6}).shut({0}, QuietHours(time(0), time(18))).closed
    assert kept.paused_until is not None
    assert kept.paused_until.astimezone(wired.agency.zone()).date() == day
    assert kept.only == "sms"


def test_the_page_shows_what_was_said_and_takes_it_back(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    visitor.post("/me/when", stamp=page.stamp(), off_6="yes", since="9pm", until="8am")

    shown = visitor.get("/me").text
    assert 'name="off_6" id="off_6" value="yes" checked' in shown
    assert 'name="since" type="time" value="21:00"' in shown

    visitor.post("/me/when", stamp=page.stamp(), forget_hours="yes")
    assert wishes(wired, household) == Wishes(only="sms")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"since": "21:00"}, "since"),
        ({"since": "late", "until": "08:00"}, "since"),
        ({"paused_until": "2020-01-01"}, "paused_until"),
        ({"paused_until": "9999-12-31"}, "paused_until"),
        ({"paused_until": "soon"}, "paused_until"),
        ({f"off_{day}": "yes" for day in range(7)}, "off"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_changed(
    visitor: Visitor, wired: World, household: Household, page: Page, typed: dict[str, str], field: str
) -> None:
    before = wishes(wired, household)

    answer = visitor.post("/me/when", stamp=page.stamp(), **typed)

    assert answer.status == 422
    assert f'id="{field}-error"' in answer.text
    assert wishes(wired, household) == before


def test_a_pause_that_was_texted_keeps_its_hour_where_nobody_changes_its_day(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    until = wired.clock.now() + timedelta(days=3, hours=1)
    owner = replace(household.owner, wishes=replace(household.owner.wishes, paused_until=until))
    paused = replace(owner, version=owner.version + 1)
    wired.commit(wired.registry.change_owner(paused))

    day = until.astimezone(wired.agency.zone()).date().isoformat()
    visitor.post("/me/when", stamp=visitor.get("/me").stamp(), paused_until=day)

    assert wishes(wired, household).paused_until == until
