"""The breaker: what strangers cost has an end each day, and nothing else has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.domain.agency import Limits
from chalicelib.domain.errors import Refused
from chalicelib.domain.incident import RequestId
from chalicelib.usecases.hear_consent import MOST_CONFIRMED
from chalicelib.usecases.prove_phone import ProvePhone
from chalicelib.usecases.spending import may_spend, spending_share
from chalicelib.usecases.talk import FREE_ANSWERS
from tests import builders
from tests.unit.usecases.texting import Phone, ask, link_in
from tests.world import World


@pytest.fixture
def thrifty(world: World) -> World:
    """An agency that pays for four segments a day."""
    world.agency = replace(world.agency, limits=Limits(stranger_segments_per_day=4))
    return world


def spends(world: World, text: str = "hello", phone: str = "+14105551999", *, is_owner: bool = False) -> str:
    """Say what becomes of one more text there."""
    key, now = world.registry.key_of("sms", phone), world.clock.now()
    return may_spend(text, key=key, phone=phone, is_owner=is_owner, **world.ports("scratch", "agency"), now=now)


def limited(world: World, **limits: int) -> None:
    world.agency = replace(world.agency, limits=Limits(**limits))  # type: ignore[arg-type]


def test_segments_count_and_not_texts(thrifty: World) -> None:
    assert [spends(thrifty, text) for text in ("a" * 300, "a" * 300, "a")] == ["yes", "yes", "no"]


def test_the_next_day_begins_at_nothing(thrifty: World) -> None:
    while spends(thrifty) == "yes":
        pass
    thrifty.clock.pass_time(days=1)

    assert spends(thrifty) == "yes"


def test_the_share_is_what_the_operator_sees(thrifty: World) -> None:
    look = {"scratch": thrifty.scratch, "agency": thrifty.agency, "now": thrifty.clock.now()}
    assert spending_share(**look) == 0
    spends(thrifty)
    assert spending_share(**look) == 25


def test_a_flood_of_strangers_gets_no_more_replies(thrifty: World) -> None:
    replies = [Phone(thrifty, f"+14105550{number}").texts("hi there") for number in range(150, 158)]

    assert replies[0]
    assert replies[-1] == ""


def test_what_a_stranger_said_counts_even_without_a_reply(thrifty: World) -> None:
    phone = Phone(thrifty)
    while spends(thrifty) == "yes":
        pass
    assert phone.texts("REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days") == ""
    thrifty.clock.pass_time(hours=13)

    phone.texts("OK")

    assert thrifty.registry.figures()["cameras"] == 2


def test_stop_is_confirmed_whatever_was_spent(thrifty: World) -> None:
    while spends(thrifty) == "yes":
        pass

    assert "no more texts" in Phone(thrifty).texts("please stop texting me")


def test_an_owner_gets_every_reply(thrifty: World) -> None:
    phone = Phone(thrifty)
    thrifty.agency = replace(thrifty.agency, limits=Limits())
    phone.registers()
    thrifty.agency = replace(thrifty.agency, limits=Limits(stranger_segments_per_day=0))

    assert phone.texts("MY CAMERAS")


def test_one_numbers_end_comes_long_before_that_of_all_strangers(world: World) -> None:
    limited(world, stranger_segments_per_contact_per_day=3, stranger_segments_per_day=10)

    said = [spends(world, phone="+14105550150") for _ in range(50)]

    assert said == ["yes"] * 3 + ["last"] + ["no"] * 46
    assert spends(world, phone="+14105550151") == "yes"


def test_numbers_of_one_prefix_end_together_before_all_strangers_do(world: World) -> None:
    limited(world, stranger_segments_per_prefix_per_day=4, stranger_segments_per_day=10)

    said = [spends(world, phone=f"+1410555{number}") for number in range(1000, 1050)]

    assert said == ["yes"] * 4 + ["no"] * 46
    assert spends(world, phone="+14435551000") == "yes"


@pytest.mark.parametrize("phone", ["+447700900123", "+18765550123", "+19005550123", "24273", "+12", ""])
def test_numbers_that_no_resident_has_cost_nothing(world: World, phone: str) -> None:
    assert spends(world, phone=phone) == "no"
    assert Phone(world, phone).texts("hi there") == ""


def test_who_writes_on_and_on_is_told_once_that_it_goes_on_tomorrow(world: World) -> None:
    limited(world, stranger_segments_per_contact_per_day=6)
    phone = Phone(world)

    replies = [phone.texts(f"hello number {turn}") for turn in range(20)]

    assert sum("go on tomorrow" in reply for reply in replies) == 1
    assert replies[-1] == ""
    world.clock.pass_time(days=1)
    assert phone.texts("MENU")


def test_an_owners_number_has_an_end_too_and_stop_has_none(world: World) -> None:
    phone = Phone(world)
    phone.registers()
    limited(world, owner_segments_per_contact_per_day=20)

    replies = [phone.texts("MY CAMERAS") for _ in range(40)]

    assert sum("go on tomorrow" in reply for reply in replies) == 1
    assert replies[-1] == ""
    assert "no more texts" in phone.texts("please stop texting me")


def test_an_answer_to_an_ask_gets_its_reply_and_its_link_whatever_was_spent(world: World) -> None:
    phone = Phone(world)
    phone.registers()
    limited(world, owner_segments_per_contact_per_day=0, stranger_segments_per_day=0)
    ask(world, phone.contact.owner_id)

    assert link_in(phone.texts("1"))
    answered = world.requests.ask(RequestId("request1"), phone.contact.owner_id)
    assert answered
    assert answered.answer == "has_footage"


def test_changing_ones_answer_for_ever_is_not_free_for_ever(world: World) -> None:
    phone = Phone(world)
    phone.registers()
    limited(world, owner_segments_per_contact_per_day=0)
    ask(world, phone.contact.owner_id)

    replies = [phone.texts("12"[turn % 2]) for turn in range(FREE_ANSWERS + 3)]

    assert all(replies[: FREE_ANSWERS - 1])
    assert replies[-1] == ""


def test_a_number_at_its_end_gets_no_code_by_text(world: World) -> None:
    limited(world, stranger_segments_per_contact_per_day=1)
    names = ("registry", "scratch", "outbox", "transactions", "clock", "ids", "agency")
    proving = ProvePhone(**world.ports(*names), outbox_queue=world.queue)
    proving.send("a form", builders.PHONE, {}, purpose="register")

    with pytest.raises(Refused, match="codes_stopped"):
        proving.send("a form", builders.PHONE, {}, purpose="register")


def test_start_again_and_again_ends_as_any_other_text_does(world: World) -> None:
    limited(world, stranger_segments_per_contact_per_day=6)
    phone = Phone(world)

    assert [phone.texts("START") for _ in range(20)][-1] == ""


def test_leaving_and_coming_back_all_day_is_done_each_time_and_not_always_told(world: World) -> None:
    limited(world, owner_segments_per_contact_per_day=20)
    phone = Phone(world)
    phone.registers()

    replies = []
    for _ in range(30):
        replies.append(phone.texts("please stop texting me"))
        assert phone.contact.consent == "stopped"
        replies.append(phone.texts("START"))
        assert phone.contact.consent == "given"

    assert sum("no more texts" in reply for reply in replies) == MOST_CONFIRMED
    assert replies[-1] == ""
