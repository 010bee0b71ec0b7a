"""Plain questions by text, as one reads them: each has one answer, nothing is lost, and no ask is answered by it."""

from __future__ import annotations

import pytest

from tests.unit.usecases.texting import ask

WATCH = "No. We never watch your cameras, and we cannot get into them."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("do you watch my cameras?", WATCH),
        ("fr tho do u watch my cams", WATCH),
        ("can the police get into my camera", WATCH),
        ("is this free?", "Yes, it is free."),
        ("who sees this", "Our officers, when they work on a case"),
        ("do i have to answer when you text me?", "No, it is up to you."),
        ("how do i leave", "STOP ends our texts."),
        ("is this a scam", "look up our number yourself"),
        ("i need to talk to a person", "call 410-555-0100"),
        ("somebody is breaking into my car right now", "please call 911"),
        ("i dont want my ex to find me", "If it must stay secret, please call 410-555-0100 first."),
        ("God bless", "You are welcome."),
        ("la policia puede entrar a mi camara?", "Nunca miramos sus camaras"),
        ("van a llamar a inmigracion", "No preguntamos por papeles."),
        ("ustedes miran mis camaras?", "Nunca miramos sus camaras"),
    ],
)
def test_a_plain_question_is_answered_in_one_text(phone, question, answer):
    reply = phone.texts(question)

    assert answer in reply
    assert "Sorry" not in reply


def test_a_question_in_the_middle_of_registering_loses_nothing(phone):
    assert "Where is your camera?" in phone.texts("register")

    assert phone.texts("do you watch my cameras?").startswith(f"Example Police: {WATCH}")
    assert "How many cameras" in phone.texts("1009 Roxleigh Rd Towson")
    assert "How many cameras" in phone.texts("who sees this")
    assert "How many days" in phone.texts("2")
    assert "Reply OK" in phone.texts("14")
    assert "Reply OK" in phone.texts("do i have to answer?")
    assert phone.contact.owner_id is None
    assert "Registered: 2 cameras" in phone.texts("ok thanks")


def test_who_is_afraid_is_not_taken_for_having_video(owner, world):
    ask(world, owner.contact.owner_id)

    reply = owner.texts("i saw it but im scared")

    assert "You never have to answer or send video." in reply
    assert "For request BCDF reply 1 have video" in reply
    assert world.requests.open_asks(owner.contact.owner_id, now=world.clock.now())[0].answer is None


def test_how_to_send_it_brings_the_link_again_and_keeps_the_answer(owner, world):
    ask(world, owner.contact.owner_id)
    assert "/r/" in owner.texts("yeah i got him on video")

    assert "/r/" in owner.texts("bruh how")
    assert "/r/" in owner.texts("donde lo mando")
    assert world.requests.open_asks(owner.contact.owner_id, now=world.clock.now())[0].answer == "has_footage"


def test_who_looks_later_is_thanked_and_told_how_to_answer(owner, world):
    ask(world, owner.contact.owner_id)

    reply = owner.texts("i will check tonight when i get home")

    assert "Please look soon" in reply
    assert "For request BCDF reply 1 have video" in reply


@pytest.mark.parametrize("words", ["nvm", "never mind", "no thanks", "lol forget it"])
def test_who_changes_their_mind_before_the_ok_is_let_go(phone, words):
    phone.texts("register 1009 Roxleigh Rd Towson, 2 cameras, 14 days")

    assert "OK, we left that. Nothing new is registered." in phone.texts(words)
    assert phone.contact.owner_id is None


def test_thanks_after_an_answer_are_returned(owner, world):
    ask(world, owner.contact.owner_id)
    owner.texts("nah nothing on there")

    assert owner.texts("ok thanks") == "Example Police: You are welcome."
