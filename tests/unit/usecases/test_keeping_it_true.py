"""What is registered stays true: the yearly question, phones that were silent for long, and what answers teach."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.checking import silent
from chalicelib.domain.incident import Answer, RequestId
from tests import builders
from tests.unit.usecases.texting import Phone
from tests.world import World

YEAR = timedelta(days=365)


@pytest.fixture
def phone(world: World) -> Phone:
    phone = Phone(world)
    phone.registers()
    return phone


def checked(world: World, phone: Phone, *, checks: int = 1) -> None:
    """Let the yearly question stand open."""
    owner = world.registry.household(phone.contact.owner_id).owner
    asked = replace(owner, checks=checks, checked_at=world.clock.now(), version=owner.version + 1)
    world.commit(world.registry.change_owner(asked))


def owner_of(world: World, phone: Phone) -> Any:
    return world.registry.household(phone.contact.owner_id).owner


def cameras_of(world: World, phone: Phone) -> Any:
    return world.registry.household(phone.contact.owner_id).cameras


@pytest.mark.parametrize("yes", ["OK", "1", "yes it is", "si", "everything is still right", "todo bien"])
def test_yes_confirms_everything_for_another_year(world: World, phone: Phone, yes: str) -> None:
    checked(world, phone, checks=2)

    assert "We ask again in a year" in phone.texts(yes)

    owner = owner_of(world, phone)
    assert (owner.checks, owner.confirmed_at) == (0, world.clock.now())


def test_no_leads_to_what_is_wrong_and_its_words_change_it(world: World, phone: Phone) -> None:
    checked(world, phone)

    assert "What is wrong?" in phone.texts("no")
    phone.texts("it only keeps 5 days now")
    phone.texts("OK")

    assert {camera.retention_days for camera in cameras_of(world, phone)} == {5}


def test_without_a_question_ok_confirms_nothing(world: World, phone: Phone) -> None:
    phone.texts("OK")

    assert owner_of(world, phone).confirmed_at is None


def test_two_months_later_an_ok_is_no_answer_to_it_any_more(world: World, phone: Phone) -> None:
    checked(world, phone)
    world.clock.pass_time(days=61)

    phone.texts("OK")

    assert owner_of(world, phone).confirmed_at is None


def test_wrong_number_stops_the_phone(world: World, phone: Phone) -> None:
    checked(world, phone)

    phone.texts("WRONG NUMBER")

    assert phone.contact.consent == "stopped"


def test_that_somebody_wrote_is_noted_once_a_month(world: World, phone: Phone) -> None:
    world.clock.pass_time(days=31)
    phone.texts("MY CAMERAS")
    first = phone.contact.heard_at
    world.clock.pass_time(days=1)
    phone.texts("MY CAMERAS")

    assert first is not None
    assert phone.contact.heard_at == first


# Phones that were silent for a year


def held(world: World, phone: Phone) -> None:
    """An ask that waits for the phone to say whose it is."""
    now = world.clock.now()
    times = {"created_at": now, "expires_at": now + timedelta(days=14), "overwritten_at": now + timedelta(days=13)}
    request = builders.a_request(created_at=now, expires_at=now + timedelta(days=14))
    world.commit(*world.requests.add_request(request))
    asked = builders.an_ask(owner_id=phone.contact.owner_id, contact_key=phone.contact.key, held=True, **times)
    world.commit(world.requests.add_ask(asked))


def ask_of(world: World, phone: Phone) -> Any:
    return world.requests.ask(RequestId("request1"), phone.contact.owner_id)


def test_ok_brings_what_was_held_back(world: World, phone: Phone) -> None:
    held(world, phone)

    assert "in the next text" in phone.texts("OK")
    world.deliver()

    assert "Request BCDF" in world.texts.sent[-1].body
    assert not ask_of(world, phone).held


def test_ok_again_brings_it_once(world: World, phone: Phone) -> None:
    held(world, phone)
    phone.texts("OK")
    phone.texts("OK")
    world.deliver()

    assert sum("Request BCDF" in sent.body for sent in world.texts.sent) == 1


def test_a_digit_answers_nothing_that_was_not_shown(world: World, phone: Phone) -> None:
    held(world, phone)

    phone.texts("3")

    assert ask_of(world, phone).answer is None


def test_who_is_not_understood_is_asked_whose_phone_it_is(world: World, phone: Phone) -> None:
    held(world, phone)

    reply = phone.texts("what do you want from me")

    assert "Is this still your phone?" in reply
    assert "Burglary" not in reply


@pytest.mark.parametrize("text", ["who is this", "MY CAMERAS", "hello"])
def test_somebody_who_only_asks_is_not_taken_for_the_owner_of_a_silent_phone(
    world: World, phone: Phone, text: str
) -> None:
    world.clock.pass_time(days=366)

    phone.texts(text)

    assert silent(phone.contact, world.clock.now())


def test_who_says_that_the_silent_phone_is_theirs_is_heard(world: World, phone: Phone) -> None:
    world.clock.pass_time(days=366)
    held(world, phone)

    phone.texts("OK")

    assert not silent(phone.contact, world.clock.now())


# What answers teach


def asked(world: World, phone: Phone) -> None:
    held(world, phone)
    phone.texts("OK")


def test_an_answer_that_says_how_long_it_keeps_offers_the_change(world: World, phone: Phone) -> None:
    asked(world, phone)

    reply = phone.texts("4 already overwritten, they only keep 5 days")
    assert "5 days" in reply
    assert ask_of(world, phone).answer == Answer.OVERWRITTEN
    assert {camera.retention_days for camera in cameras_of(world, phone)} == {14}
    phone.texts("OK")

    assert {camera.retention_days for camera in cameras_of(world, phone)} == {5}


def test_an_answer_that_says_i_moved_asks_where_to(world: World, phone: Phone) -> None:
    asked(world, phone)

    reply = phone.texts("5 no, I moved")

    assert ask_of(world, phone).answer == Answer.NO
    assert "Where are your cameras now?" in reply


@pytest.mark.parametrize("answer", ["1", "3 nothing there", "1 yes 2 cameras saw it", "nothing on camera 2 sorry"])
def test_an_answer_that_says_nothing_about_the_cameras_offers_nothing(world: World, phone: Phone, answer: str) -> None:
    asked(world, phone)

    phone.texts(answer)
    phone.texts("OK")

    assert [camera.retention_days for camera in cameras_of(world, phone)] == [14, 14]
    assert len(cameras_of(world, phone)) == 2


def after_a_year(world: World, phone: Phone, *texts: str) -> list[str]:
    world.clock.pass_time(days=366)
    return [phone.texts(text) for text in texts]


@pytest.mark.parametrize(
    "text",
    ["MY CAMERAS", "REMOVE", "remove camera 1", "delete me", "REGISTER", "they keep 10 days now", "camera 2 is broken",
     "register another camera at the same house", "only on weekdays", "new@example.org", "no, 1011"],
)  # fmt: skip
def test_a_phone_that_was_silent_for_a_year_is_asked_whose_it_is_first(world: World, phone: Phone, text: str) -> None:
    before = phone.household

    (said,) = after_a_year(world, phone, text)

    assert "Is it still yours? Reply OK" in said
    assert "Roxleigh" not in said
    assert phone.household == before
    assert silent(phone.contact, world.clock.now())


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("MY CAMERAS", "1) 1009 Roxleigh Rd"),
        ("REMOVE", "Which one shall we take off? 1) 1009 Roxleigh Rd"),
        ("they keep 10 days now", "video kept 10 days from now on. Reply OK"),
        ("only on weekdays", "Sat, Sun."),
        ("REGISTER", "Where is the camera?"),
        ("new@example.org", "We are sending a mail there."),
    ],
)
def test_its_owner_says_ok_and_gets_what_was_wanted(world: World, phone: Phone, text: str, then: str) -> None:
    _, said = after_a_year(world, phone, text, "yes it is")

    assert then in said
    assert not silent(phone.contact, world.clock.now())


def test_with_the_same_ok_what_was_held_back_is_put(world: World, phone: Phone) -> None:
    world.clock.pass_time(days=366)
    held(world, phone)

    phone.texts("MY CAMERAS")
    phone.texts("OK")
    world.deliver()

    assert "Request BCDF" in world.texts.sent[-1].body


def test_who_has_the_number_now_sees_nothing_and_is_told_how_to_get_out(world: World, phone: Phone) -> None:
    *_, no, again, gone = after_a_year(world, phone, "MY CAMERAS", "no", "MY CAMERAS", "wrong number")

    assert "reply WRONG NUMBER" in no
    assert "Is it still yours?" in again
    assert "no more texts" in gone
    assert phone.contact.consent == "stopped"


@pytest.mark.parametrize("text", ["hi", "MENU", "who is this", "what do you do with my number", "thanks"])
def test_what_shows_nothing_is_answered_without_asking(world: World, phone: Phone, text: str) -> None:
    (said,) = after_a_year(world, phone, text)

    assert "Is it still yours?" not in said


def test_the_yearly_yes_needs_no_second_one(world: World, phone: Phone) -> None:
    world.clock.pass_time(days=366)
    checked(world, phone)

    assert "We ask again in a year" in phone.texts("OK")
    assert not silent(phone.contact, world.clock.now())
