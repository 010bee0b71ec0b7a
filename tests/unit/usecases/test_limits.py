"""What one day may bring: one number or mailbox ends before its neighbors do, and a provider's people are no crowd."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.crowd import domain_crowd
from chalicelib.usecases.limits import may_register
from tests import builders
from tests.unit.usecases.texting import Phone
from tests.world import World

MOST = {"registrations_per_contact_per_day": 2, "registrations_per_prefix_per_day": 3,
        "registrations_by_mail_per_day": 5}  # fmt: skip


@pytest.fixture
def strict(world: World) -> World:
    world.agency = builders.an_agency(limits=MOST)
    return world


def registers(world: World, address: str) -> bool:
    channel: Any = "email" if "@" in address else "sms"
    key = world.registry.key_of(channel, address)
    return may_register(channel, address, key, **world.ports("scratch", "agency"), now=world.clock.now())


def test_one_number_ends_at_its_own_limit_and_leaves_the_rest_to_its_neighbors(strict: World) -> None:
    assert [registers(strict, builders.PHONE) for _ in range(20)] == [True, True] + [False] * 18

    assert registers(strict, builders.OTHER_PHONE)


def test_numbers_of_one_prefix_end_together_and_those_of_another_go_on(strict: World) -> None:
    near = [registers(strict, f"+1410555{number}") for number in range(1000, 1006)]

    assert near == [True, True, True, False, False, False]
    assert registers(strict, "+14105561000")


def test_a_day_is_the_agencys_own(strict: World) -> None:
    while registers(strict, builders.PHONE):
        pass
    strict.clock.pass_time(days=1)

    assert registers(strict, builders.PHONE)


def test_made_up_mailboxes_of_one_domain_end_together(strict: World) -> None:
    tried = [registers(strict, f"{letter}{number}@made-up.example") for number, letter in enumerate("abcdef")]

    assert tried == [True, True, True, False, False, False]
    assert registers(strict, "pat@other.example")


def test_people_of_a_large_provider_are_no_crowd(strict: World) -> None:
    assert all(registers(strict, f"neighbor{number}@gmail.com") for number in range(5))


def test_mail_altogether_has_an_end(strict: World) -> None:
    for number in range(5):
        registers(strict, f"neighbor{number}@gmail.com")

    assert not registers(strict, "pat@other.example")
    assert registers(strict, builders.PHONE)


@pytest.mark.parametrize("address", ["pat@GMAIL.com", "a@yahoo.com", "b@outlook.com", "c@icloud.com"])
def test_large_providers_are_known_however_they_are_written(address: str) -> None:
    assert domain_crowd(address) == ""


@pytest.mark.parametrize("address", ["pat@gmail.com.made-up.example", "pat@mail.gmail.com.example", "pat@notgmail.com"])
def test_what_only_looks_like_a_large_provider_is_none(address: str) -> None:
    assert domain_crowd(address)


def test_no_name_of_a_count_holds_an_address(strict: World) -> None:
    registers(strict, "pat.example@made-up.example")
    registers(strict, builders.PHONE)

    keys = [item["pk"]["S"] for item in strict.dynamodb.scan(TableName="scratch")["Items"]]
    assert len(keys) == 5
    assert not any("pat" in key or "made-up" in key or builders.PHONE in key for key in keys)


def test_registering_by_text_ends_at_the_numbers_own_limit(strict: World) -> None:
    phone = Phone(strict)
    for _ in range(2):
        phone.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 14 days")
        phone.texts("OK")
        phone.texts("DELETE ME")
        phone.texts("OK")
    phone.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 14 days")

    assert "tomorrow" in phone.texts("OK")
    strict.clock.pass_time(seconds=timedelta(hours=20).total_seconds())
    assert "Registered" in phone.texts("OK")
