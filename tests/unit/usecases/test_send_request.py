"""A request is written down once: under a code of its own, and as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.draft import Draft
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.incident import RequestId
from chalicelib.usecases.cancel_draft import cancel_draft
from chalicelib.usecases.desk import Desk
from chalicelib.usecases.keep_draft import Slip, keep_draft
from chalicelib.usecases.send_request import Sent, send_request
from tests import builders
from tests.fakes import NOON
from tests.world import World

DRAFT = Draft(
    case_number="26-01234", category="burglary", place="1009 Roxleigh Rd", radius="300 m",
    window="2026-11-20 16:00-18:00",
)  # fmt: skip


@pytest.fixture
def desk(world: World) -> Desk:
    world.gazetteer.knows(DRAFT.place, builders.an_address())
    keep_draft(
        "draft1",
        DRAFT,
        Slip(officer_id=builders.DETECTIVE, channel_id=builders.CHANNEL),
        code="BCDF",
        now=world.clock.now(),
        **world.ports("scratch", "transactions"),
    )
    names = ("agency", "transactions", "registry", "requests", "outbox", "scratch", "audit", "queue", "ids")
    fixed = {"channel_id": builders.CHANNEL, "base_url": "https://porchlight.example"}
    return Desk(now=world.clock.now(), **fixed, **world.ports(*names))


def sent(world: World, desk: Desk, **changes: object) -> Sent:
    given = {"officer": builders.an_officer(), "desk": desk, **world.ports("gazetteer", "cameras"), **changes}
    return send_request("draft1", **given)


def test_a_request_takes_the_code_of_its_preview(world: World, desk: Desk) -> None:
    world.household()

    assert sent(world, desk).request.code == "BCDF"
    assert world.requests.by_code("BCDF").request_id == "draft1"


def test_a_code_that_another_request_has_is_drawn_anew(world: World, desk: Desk) -> None:
    world.household()
    world.commit(*world.requests.add_request(builders.a_request("other", code="BCDF")))

    code = sent(world, desk).request.code

    assert code != "BCDF"
    assert world.requests.by_code(code).request_id == "draft1"
    assert code in world.outbox.message(f"draft1-{world.requests.asks(RequestId('draft1'))[0].owner_id}").body


def test_each_owner_is_asked_in_their_own_language(world: World, desk: Desk) -> None:
    english, spanish = world.household(), world.household(builders.OTHER_PHONE)
    world.commit(world.registry.note_contact(spanish.contacts[0].key, language="es"))

    sent(world, desk)

    bodies = [world.outbox.message(f"draft1-{each.owner.owner_id}").body for each in (english, spanish)]
    assert "Did your camera see it?" in bodies[0]
    assert "¿Lo vio su camara?" in bodies[1]


class Meanwhile:
    """Transactions that let something happen, once, before the first ask is written."""

    def __init__(self, world: World, deed: Callable[[], object]) -> None:
        self.world, self.deed = world, deed

    def commit(self, changes: Sequence[Any]) -> None:
        if self.deed and any(change.label == "ask" for change in changes):
            deed, self.deed = self.deed, None
            deed()
        self.world.transactions.commit(changes)


def test_an_owner_whose_ask_collided_with_another_write_is_asked_all_the_same(world: World, desk: Desk) -> None:
    world.household()

    def collide() -> None:
        raise Conflict("busy")

    assert sent(world, replace(desk, transactions=Meanwhile(world, collide))).asked == 1  # type: ignore[arg-type]


def test_nobody_is_asked_any_more_once_the_request_is_closed(world: World, desk: Desk) -> None:
    world.household()

    def close() -> None:
        request = world.requests.request(RequestId("draft1"))
        world.commit(world.requests.move_request(replace(request, state="closed"), was="open"))

    assert sent(world, replace(desk, transactions=Meanwhile(world, close))).asked == 0  # type: ignore[arg-type]
    assert world.requests.asks(RequestId("draft1")) == []


def test_two_who_send_at_once_both_count_everybody(world: World, desk: Desk) -> None:
    world.household()

    assert sent(world, replace(desk, transactions=Meanwhile(world, lambda: sent(world, desk)))).asked == 1  # type: ignore[arg-type]


def test_sending_again_asks_nobody_who_registered_since(world: World, desk: Desk) -> None:
    world.household()
    sent(world, desk)
    world.clock.pass_time(minutes=5)
    world.household("+14105550151", registered_at=world.clock.now())

    assert sent(world, replace(desk, now=world.clock.now())).asked == 1


def test_with_nobody_to_ask_no_request_is_made(world: World, desk: Desk) -> None:
    with pytest.raises(Refused) as caught:
        sent(world, desk)

    assert caught.value.reason == "slack.nobody_to_ask"
    assert world.requests.recent() == []


def test_a_request_of_another_officer_is_not_there(world: World, desk: Desk) -> None:
    world.household()
    sent(world, desk)

    with pytest.raises(NotFound):
        sent(world, desk, officer=builders.an_officer(builders.SUPERVISOR))


def test_sending_again_after_closing_sends_nothing(world: World, desk: Desk) -> None:
    world.household()
    request = sent(world, desk).request
    world.queue.bodies.clear()
    world.commit(world.requests.move_request(replace(request, state="closed"), was="open"))

    assert sent(world, desk).asked == 0
    assert world.queue.bodies == []


def test_a_phone_that_was_silent_for_a_year_is_first_asked_whose_it_is(world: World, desk: Desk) -> None:
    household = world.household()
    world.commit(world.registry.note_contact(household.contacts[0].key, heard_at=NOON - timedelta(days=366)))

    sent(world, desk)
    world.deliver()

    (text,) = [each.body for each in world.texts.sent]
    assert "Is this still your phone?" in text
    assert "Roxleigh" not in text
    assert [ask.held for ask in world.requests.asks(RequestId("draft1"))] == [True]


def at_the_moment_of_writing(world: World, monkeypatch: pytest.MonkeyPatch, deed: Callable[[], object]) -> None:
    """Let something else happen between what the next deed reads and what it writes."""
    commit, waiting = world.transactions.commit, [deed]

    def slowly(changes: Sequence[Any]) -> None:
        if waiting:
            waiting.pop()()
        commit(changes)

    monkeypatch.setattr(world.transactions, "commit", slowly)


def cancelled(desk: Desk) -> None:
    cancel_draft("draft1", officer=builders.an_officer(), desk=desk)


def test_cancel_that_comes_while_sending_says_that_it_is_too_late(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.household()
    at_the_moment_of_writing(world, monkeypatch, lambda: sent(world, desk))

    with pytest.raises(Refused, match="cancel_late"):
        cancelled(desk)

    assert world.requests.request(RequestId("draft1"))


def test_send_that_comes_while_cancelling_sends_nothing(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.household()
    at_the_moment_of_writing(world, monkeypatch, lambda: cancelled(desk))

    with pytest.raises(NotFound):
        sent(world, desk)

    assert world.requests.request(RequestId("draft1")) is None
    assert world.outbox.due(now=world.clock.now() + timedelta(days=1)) == []


def test_sending_twice_at_once_makes_one_request(world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    world.household()
    at_the_moment_of_writing(world, monkeypatch, lambda: sent(world, desk))

    assert sent(world, desk).request.code == "BCDF"
    rows = world.audit.rows(world.clock.now().date().isoformat())
    assert [row.deed for row, _ in rows] == ["request"]


def test_what_was_typed_into_a_cancelled_draft_is_forgotten(world: World, desk: Desk) -> None:
    cancelled(desk)
    cancelled(desk)

    assert "Roxleigh" not in str(world.dynamodb.scan(TableName="scratch")["Items"])
