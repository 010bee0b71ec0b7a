"""Asking for a code: nobody learns by it who is registered, nobody pays for floods, and no crowd shuts owners out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

import app as composed
from chalicelib import wiring
from chalicelib.domain.owner import OwnerId
from chalicelib.domain.token import hashed
from tests import builders
from tests.channel.web.conftest import last_code, sign_in
from tests.channel.web.test_registering import GOOD, register
from tests.channel.web.visitor import Page, Visitor, worked
from tests.world import World

MAILBOX = "pat@neighbor.example"


def asks(visitor: Visitor, whose: str = builders.PHONE) -> Page:
    return visitor.post_only("/me", stamp=visitor.get("/me").stamp(), phone=whose)


@contextmanager
def calls_of(world: World) -> Iterator[list[Any]]:
    """Write down each call to the tables: what it is called, and for a transaction how many parts it has."""
    calls: list[Any] = []

    def heard(model: Any, params: Any, **_: Any) -> None:
        calls.append((model.name, str(params["body"]).count("TableName")))

    events = world.dynamodb.meta.events
    events.register("before-call.dynamodb", heard, unique_id="calls")
    try:
        yield calls
    finally:
        events.unregister("before-call.dynamodb", unique_id="calls")


def owner(world: World) -> None:
    world.household()
    world.contact(MAILBOX, channel="email", owner_id=OwnerId("owner2"), consent="given")


def owner_who_stopped(world: World) -> None:
    for channel, address in (("sms", builders.PHONE), ("email", MAILBOX)):
        world.contact(address, channel=channel, owner_id=OwnerId("owner2"), consent="stopped")  # type: ignore[arg-type]


def somebody_without_cameras(world: World) -> None:
    world.contact(builders.PHONE)
    world.contact(MAILBOX, channel="email")


def work_for(world: World, whose: str) -> tuple[list[Any], int, int, str]:
    """Give the calls that asking for a code makes, what is queued, and the answer."""
    visitor, before = Visitor(composed.app), len(world.queue.bodies)
    stamp = visitor.get("/me").stamp()
    with calls_of(world) as calls:
        answer = visitor.post_only("/me", stamp=stamp, phone=whose)
    return calls, len(world.queue.bodies) - before, answer.status, answer.text


@pytest.mark.parametrize("known", [owner, owner_who_stopped, somebody_without_cameras])
@pytest.mark.parametrize(
    ("whose", "strangers"), [(builders.PHONE, builders.OTHER_PHONE), (MAILBOX, "sam@neighbor.example")]
)
def test_asking_takes_the_same_work_whoever_it_is(wired: World, known: Any, whose: str, strangers: str) -> None:
    known(wired)

    work = work_for(wired, whose)

    assert work == work_for(wired, strangers)
    assert work[0], "nothing was counted"


@pytest.mark.parametrize("known", [owner, owner_who_stopped, somebody_without_cameras])
def test_registering_takes_the_same_work_whoever_has_the_number(wired: World, known: Any) -> None:
    known(wired)
    wired.gazetteer.knows("1009 Roxleigh Rd Towson", builders.an_address())

    work = [_work_of_registering(wired, phone) for phone in (builders.PHONE, builders.OTHER_PHONE)]

    assert work[0] == work[1]


def _work_of_registering(world: World, phone: str) -> tuple[list[Any], int, int]:
    visitor, before = Visitor(composed.app), len(world.queue.bodies)
    stamp = visitor.get("/register").stamp()
    work = worked(stamp, bits=world.agency.limits.work_bits)
    with calls_of(world) as calls:
        answer = visitor.post_only("/register", stamp=stamp, **(GOOD | {"phone": phone, "work": work}))
    assert answer.status == 303
    return calls, len(world.queue.bodies) - before, answer.status


def test_only_an_owner_who_did_not_stop_is_sent_a_code(wired: World) -> None:
    wired.household()
    wired.contact(builders.OTHER_PHONE)
    wired.contact("+14105550144", owner_id=OwnerId("owner2"), consent="stopped")
    for phone in (builders.PHONE, builders.OTHER_PHONE, "+14105550144", "+14105550145"):
        asks(Visitor(composed.app), phone)

    outcomes = wired.deliver()

    assert sorted(outcomes) == ["accepted", "dropped", "dropped", "dropped"]
    assert [text.to for text in wired.texts.sent] == [builders.PHONE]


def test_a_flood_for_made_up_numbers_shuts_no_owner_of_that_prefix_out(
    wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.agency = builders.an_agency(limits={"registrations_per_prefix_per_day": 2, "work_bits": 6})
    monkeypatch.setattr(wiring, "agency", lambda: wired.agency)
    wired.household()
    for number in range(5):
        asks(Visitor(composed.app), f"410555017{number}")

    assert "1009 Roxleigh" in sign_in(Visitor(composed.app), wired).words()


def test_a_flood_of_forms_from_a_network_keeps_no_owner_of_it_out(wired: World) -> None:
    wired.household()
    now, most = wired.clock.now(), wired.agency.limits.codes_per_network_per_day
    for network in ("127.0.0.0/24", ""):
        wired.scratch.count("code_network", hashed(network), now=now, expires_at=now + timedelta(days=1), by=most + 1)

    assert "1009 Roxleigh" in sign_in(Visitor(composed.app), wired).words()


def test_one_network_can_ask_for_so_many_codes_a_day(wired: World, monkeypatch: pytest.MonkeyPatch) -> None:
    wired.agency = builders.an_agency(limits={"sign_ins_per_network_per_day": 2, "work_bits": 6})
    monkeypatch.setattr(wiring, "agency", lambda: wired.agency)

    pages = [asks(Visitor(composed.app), f"410555017{number}") for number in range(4)]

    assert [page.status for page in pages] == [303, 303, 422, 422]
    assert "your network today" in pages[-1].words()


def test_an_hour_and_a_day_are_told_apart(wired: World) -> None:
    wired.household()
    limits, visitor, said = wired.agency.limits, Visitor(composed.app), ""
    for _ in range(limits.codes_per_contact_per_hour + 1):
        said = asks(visitor).words()
    assert "in the last hour" in said

    for _ in range(3):
        wired.clock.pass_time(hours=1, seconds=1)
        for _ in range(limits.codes_per_contact_per_hour):
            said = asks(visitor).words()

    assert "here today" in said
    assert len(wired.queue.bodies) == limits.codes_per_contact_per_day


def test_a_number_that_stopped_is_sent_no_code_to_register(visitor: Visitor, wired: World) -> None:
    wired.contact(builders.PHONE, consent="stopped")

    page = register(visitor)

    assert wired.deliver() == ["dropped"]
    assert page.status == 200
    assert wired.texts.sent == []


def test_guesses_end_after_five_however_they_are_spread(visitor: Visitor, wired: World) -> None:
    wired.household()
    asks(visitor)
    right, twin = last_code(wired), Visitor(composed.app)
    twin.cookies = dict(visitor.cookies)
    wrong = "000000" if right != "000000" else "000001"
    for turn in range(6):
        guesser = (visitor, twin)[turn % 2]
        guesser.post("/me/code", stamp=guesser.get("/me/code").stamp(), code=wrong)

    page = visitor.post("/me/code", stamp=visitor.get("/me/code").stamp(), code=right)

    assert page.status == 422
    assert "1009 Roxleigh" not in visitor.get("/me").words()


def test_a_code_is_worth_nothing_to_another_browser(visitor: Visitor, other_visitor: Visitor, wired: World) -> None:
    wired.household()
    asks(visitor)
    code = last_code(wired)
    asks(other_visitor, builders.OTHER_PHONE)

    page = other_visitor.post("/me/code", stamp=other_visitor.get("/me/code").stamp(), code=code)

    assert page.status == 422
