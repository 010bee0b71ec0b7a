"""The daily walk through the registry: who is asked, once, and what is written down."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.wishes import Wishes
from chalicelib.usecases import check_registrations
from chalicelib.usecases.check_registrations import Checked, CheckRegistrations
from tests import builders
from tests.fakes import NOON
from tests.world import World

LONG_AGO = NOON - timedelta(days=400)


def tick(world: World) -> Checked:
    names = ("registry", "outbox", "scratch", "transactions", "clock", "agency")
    return CheckRegistrations(outbox_queue=world.queue, **world.ports(*names)).tick()


def next_day(world: World, days: int = 1) -> None:
    world.clock.pass_time(days=days)


def texts(world: World) -> list[str]:
    world.deliver()
    return [sent.body for sent in world.texts.sent]


def test_an_owner_of_a_year_ago_is_asked_in_one_text_that_names_no_place(world: World) -> None:
    world.household(registered_at=LONG_AGO, cameras=[builders.a_camera(1), builders.a_camera(2)])

    assert tick(world) == Checked(looked_at=1, asked=1)

    (text,) = texts(world)
    assert "2 cameras" in text
    assert "Roxleigh" not in text


def test_what_was_asked_is_counted_with_the_owner(world: World) -> None:
    household = world.household(registered_at=LONG_AGO)

    tick(world)

    owner = world.registry.household(household.owner.owner_id).owner
    assert (owner.checks, owner.checked_at) == (1, NOON)


def test_a_day_has_one_walk(world: World) -> None:
    world.household(registered_at=LONG_AGO)
    tick(world)

    assert tick(world) == Checked()
    next_day(world)
    assert tick(world) == Checked(looked_at=1)


def test_without_an_answer_there_are_two_texts_in_the_first_year(world: World) -> None:
    world.household(registered_at=LONG_AGO)
    for _ in range(12):
        tick(world)
        world.deliver()
        next_day(world, days=29)

    assert len(world.texts.sent) == 2


def test_a_walk_that_is_cut_off_goes_on_where_it_was(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_registrations, "AT_ONCE", 4)
    for number in range(150, 156):
        world.household(f"+14105550{number}", registered_at=LONG_AGO)

    asked = []
    while (checked := tick(world)) != Checked():
        asked.append(checked.asked)

    assert sum(asked) == 6
    assert len(asked) > 1


def test_a_mark_that_was_not_written_asks_nobody_twice(world: World) -> None:
    world.household(registered_at=LONG_AGO)
    tick(world)
    world.commit(world.scratch.remove("walk", "2026-11-21"))

    tick(world)

    assert len(texts(world)) == 1


@pytest.mark.parametrize("consent", ["stopped", "unconfirmed"])
def test_whoever_may_not_be_written_to_is_left_alone(world: World, consent: str) -> None:
    household = world.household(registered_at=LONG_AGO)
    if consent == "stopped":
        world.commit(world.registry.set_consent(household.contacts[0].key, "stopped", at=NOON))
    else:
        world.commit(world.registry.set_consent(household.contacts[0].key, "unconfirmed", at=NOON))

    assert tick(world).asked == 0
    assert texts(world) == []


def test_a_pause_holds_the_question_back_too(world: World) -> None:
    wishes: dict[str, Any] = {"wishes": Wishes(paused_until=NOON + timedelta(days=3))}
    household = world.household(registered_at=LONG_AGO, **wishes)

    tick(world)

    message = world.outbox.message(f"check-{household.owner.owner_id}-20261121")
    assert message is not None
    assert message.due_at == NOON + timedelta(days=3)
    assert texts(world) == []
