"""Whom a request is put to, in which order, and when a supervisor is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chalicelib.domain.agency import Limits
from chalicelib.domain.asking import Plan, beyond_limits, plan_asks, reachable
from chalicelib.domain.camera import CameraId, Match
from chalicelib.domain.incident import Window
from chalicelib.domain.owner import Household
from chalicelib.domain.place import Point
from chalicelib.domain.wishes import Wishes
from tests import builders
from tests.fakes import NOON


def a_match(owner_id: str = "owner1", number: int = 1, **changes: Any) -> Match:
    plain = {
        "owner_id": owner_id, "camera_id": CameraId(f"c{number}"), "point": Point(39.4, -76.6), "distance_m": 10.0,
        "heading": None, "indoor": False, "working": True, "kind": "unknown", "retention_days": 14,
    }  # fmt: skip
    return Match(**{**plain, **changes})


def planned(matches: list[Match], *households: Household, at: Any = NOON) -> Plan:
    by_id = {household.owner.owner_id: household for household in households}
    return plan_asks(matches, by_id, window=builders.a_window(), at=at, zone=ZoneInfo("America/New_York"))


def test_cameras_from_public_lists_are_counted_apart_and_are_nobody_s() -> None:
    listed = a_match(owner_id="0abcdefghij", retention_days=1)

    plan = planned([a_match(), listed], builders.a_household(), at=NOON + timedelta(days=2))

    assert (plan.cameras, plan.owners, plan.listed, len(plan.addressees)) == (2, 1, 1, 1)
    assert plan.overwritten == 0


def test_an_owner_is_asked_once_about_all_cameras_that_still_hold_the_window() -> None:
    matches = [a_match(number=1), a_match(number=10), a_match(number=2), a_match(number=3, retention_days=1)]

    plan = planned(matches, builders.a_household(), at=NOON + timedelta(days=1))

    assert [addressee.camera_ids for addressee in plan.addressees] == [("c1", "c2", "c10")]
    assert (plan.cameras, plan.owners, plan.overwritten) == (4, 1, 1)


def test_an_ask_says_when_the_first_of_its_cameras_is_overwritten() -> None:
    plan = planned([a_match(number=1), a_match(number=2, retention_days=7)], builders.a_household())

    assert plan.addressees[0].overwritten_at == builders.a_window().end + timedelta(days=7)


def test_soonest_overwritten_comes_first() -> None:
    matches = [a_match(f"owner{days}", retention_days=days) for days in (30, 7, 14)]

    plan = planned(matches, *(builders.a_household(f"owner{days}") for days in (7, 14, 30)))

    assert [addressee.owner_id for addressee in plan.addressees] == ["owner7", "owner14", "owner30"]


def test_a_recorder_that_loses_the_end_of_the_window_right_now_is_past() -> None:
    end = builders.a_window().end

    assert planned([a_match()], builders.a_household(), at=end + timedelta(days=14)).addressees == ()
    assert planned([a_match()], builders.a_household(), at=end + timedelta(days=14, seconds=-1)).addressees


def test_a_camera_that_does_not_work_counts_for_nothing() -> None:
    plan = planned([a_match(working=False)], builders.a_household())

    assert (plan.cameras, plan.owners, plan.addressees) == (0, 0, ())


@pytest.mark.parametrize("consent", ["unconfirmed", "stopped"])
def test_without_consent_nobody_is_asked_but_everybody_counts(consent: str) -> None:
    plan = planned([a_match()], builders.a_household(consent=consent))

    assert (plan.owners, plan.addressees) == (1, ())


def test_an_owner_deleted_meanwhile_is_not_asked() -> None:
    assert planned([a_match()]).addressees == ()


def test_a_phone_is_asked_before_a_mailbox() -> None:
    mail = builders.a_contact("key2", channel="email", address="neighbor@example.org", consent="given")
    phone = builders.a_contact("key1", consent="given")
    household = Household(builders.an_owner(), (), (mail, phone))

    assert planned([a_match()], household).addressees[0].contact == phone


@pytest.mark.parametrize(
    ("question", "owners", "beyond"),
    [
        ({"radius_m": 800.0}, 150, ()),
        ({"radius_m": 801.0}, 150, ("radius",)),
        ({"radius_m": 810.0}, 150, ("radius", "area")),
        ({}, 151, ("owners",)),
        ({"window": Window(NOON - timedelta(hours=13), NOON)}, 1, ("window",)),
        ({"window": Window(NOON - timedelta(hours=12), NOON)}, 1, ()),
    ],
)
def test_limits_that_a_detective_may_not_pass_alone(question: dict[str, Any], owners: int, beyond: tuple[str]) -> None:
    assert beyond_limits(builders.a_question(**question), owners, Limits()) == beyond


def wishing(household: Household, **wishes: Any) -> Household:
    return replace(household, owner=replace(household.owner, wishes=Wishes(**wishes)))


def test_who_pauses_is_asked_when_the_pause_ends() -> None:
    monday = NOON + timedelta(days=2)

    plan = planned([a_match()], wishing(builders.a_household(), paused_until=monday))

    assert [addressee.ask_at for addressee in plan.addressees] == [monday]


def test_a_camera_that_loses_the_window_before_the_pause_ends_is_not_asked_about() -> None:
    matches = [a_match(number=1, retention_days=30), a_match(number=2, retention_days=5)]

    plan = planned(matches, wishing(builders.a_household(), paused_until=NOON + timedelta(days=10)))

    assert [addressee.camera_ids for addressee in plan.addressees] == [("c1",)]


def test_who_wants_mail_only_is_never_texted() -> None:
    assert planned([a_match()], wishing(builders.a_household(), only="email")).addressees == ()


def test_who_prefers_mail_gets_mail_where_there_is_an_address() -> None:
    phone = builders.a_contact("key1", consent="given")
    mailbox = builders.a_contact("key2", channel="email", address="owner@example.com", consent="given")
    both = wishing(replace(builders.a_household(), contacts=(phone, mailbox)), prefers="email")

    assert reachable(both) == mailbox
    assert reachable(replace(both, contacts=(phone,))) == phone


def test_owners_who_did_not_say_for_long_that_all_is_right_are_counted() -> None:
    household = builders.a_household()
    quiet = replace(household.owner, checks=2, checked_at=NOON - timedelta(days=31))

    assert planned([a_match()], replace(household, owner=quiet)).unconfirmed == 1
    assert planned([a_match()], household).unconfirmed == 0
