"""One text in, one reply out, one effect; whatever is written."""

from __future__ import annotations

import pytest

from chalicelib.usecases.receive_text import InboundText
from tests import builders
from tests.unit.usecases.texting import ask, receiver

ALL_IN_ONE = "REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days"


def test_the_same_message_again_gets_the_same_reply_and_changes_nothing(owner, world):
    ask(world, owner.contact.owner_id)
    sid = "SM" + "b" * 32

    first = owner.texts("1", message_id=sid)
    list(world.queue.take())
    again = owner.texts("1", message_id=sid)

    assert first == again
    assert list(world.queue.take()) == []
    assert world.requests.ask("request1", owner.contact.owner_id).version == 2


def test_an_ok_delivered_twice_registers_once(phone, world):
    phone.texts(ALL_IN_ONE)
    sid = "SM" + "c" * 32

    assert phone.texts("OK", message_id=sid) == phone.texts("OK", message_id=sid)
    assert world.registry.figures() == {"owners": 1, "cameras": 2}


class Interrupted:
    """Transactions into which somebody else's text comes just before the first commit."""

    def __init__(self, transactions, before):
        self._transactions, self._before = transactions, [before]

    def commit(self, changes):
        if self._before:
            self._before.pop()()
        self._transactions.commit(changes)


def test_of_two_texts_at_once_the_later_is_decided_anew(phone, world):
    phone.texts(ALL_IN_ONE)
    others = Interrupted(world.transactions, lambda: phone.texts("OK"))
    text = InboundText(message_id="SM" + "d" * 32, sender=phone.number, body="OK")

    reply = receiver(world, transactions=others).receive(text)

    assert world.registry.figures() == {"owners": 1, "cameras": 2}
    assert "INDOOR" in reply


def test_the_same_message_twice_at_once_has_one_effect(phone, world):
    phone.texts(ALL_IN_ONE)
    sid = "SM" + "e" * 32
    replies = []
    others = Interrupted(world.transactions, lambda: replies.append(phone.texts("OK", message_id=sid)))
    text = InboundText(message_id=sid, sender=phone.number, body="OK")

    replies.append(receiver(world, transactions=others).receive(text))

    assert replies[0] == replies[1]
    assert world.registry.figures() == {"owners": 1, "cameras": 2}


def test_a_stop_that_comes_while_ok_is_decided_wins(phone, world):
    phone.texts(ALL_IN_ONE)
    others = Interrupted(world.transactions, lambda: phone.texts("STOP"))
    text = InboundText(message_id="SM" + "f" * 32, sender=phone.number, body="OK")

    assert receiver(world, transactions=others).receive(text) == ""
    assert phone.contact.consent == "stopped"
    assert world.registry.figures()["cameras"] == 0


@pytest.mark.parametrize(
    "body",
    ["", "   ", "\N{PILE OF POO}" * 800, "Здравствуйте", "你好", "\x00\ufffe", "{short_name} %s {0}", "x" * 1600],
)
def test_whatever_is_written_gets_a_helpful_answer(phone, body):
    assert "410-555-0100" in phone.texts(body)


def test_a_picture_is_declined_with_what_to_do_instead(owner, world):
    assert "cannot take pictures" in owner.texts("", pictures=1)
    ask(world, owner.contact.owner_id)
    assert "reply 1" in owner.texts("", pictures=2)


@pytest.mark.parametrize("body", ["", "pic", "here is a photo of my camera", "asdf qwer"])
def test_a_picture_in_the_middle_of_a_registration_is_declined_and_the_question_repeated(phone, body):
    phone.texts("REGISTER 1009 Roxleigh Rd Towson")

    reply = phone.texts(body, pictures=1)

    assert "cannot take pictures" in reply
    assert "How many cameras" in reply


def test_a_picture_is_no_name(phone):
    phone.texts(ALL_IN_ONE)
    for _ in range(3):
        phone.texts("OK")

    reply = phone.texts("pic", pictures=1)

    assert "cannot take pictures" in reply
    assert "What name" in reply


def test_a_picture_with_an_answer_in_words_still_answers(owner, world):
    ask(world, owner.contact.owner_id)

    assert "/r/" in owner.texts("1", pictures=1)


def test_no_phone_number_is_part_of_a_key_or_a_queue_body(owner, world):
    ask(world, owner.contact.owner_id)
    owner.texts("6")

    keys = [
        (item["pk"]["S"], item["sk"]["S"])
        for table in ("registry", "requests", "outbox", "scratch", "audit")
        for item in world.dynamodb.scan(TableName=table)["Items"]
    ]
    assert len(keys) > 5
    assert builders.PHONE[1:] not in str(keys)
    assert builders.PHONE[1:] not in str(list(world.queue.take()))


def test_a_recorded_text_does_nothing_when_it_comes_again_after_weeks(phone, world):
    """Twilio's signature says nothing about when: whoever has a webhook can send it for ever."""
    recorded = [("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 14 days", "SM" + "1" * 32), ("OK", "SM" + "2" * 32)]
    for body, sid in recorded:
        phone.texts(body, message_id=sid)
    world.clock.pass_time(days=30)

    again = [phone.texts(body, message_id=sid) for body, sid in recorded]

    assert again == ["", ""]
    assert world.registry.figures() == {"owners": 1, "cameras": 1}


def test_a_recorded_text_registers_nobody_who_left_since(phone, world):
    recorded = [("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 14 days", "SM" + "1" * 32), ("OK", "SM" + "2" * 32)]
    for body, sid in recorded:
        phone.texts(body, message_id=sid)
    phone.texts("DELETE ME")
    phone.texts("OK")
    world.clock.pass_time(seconds=60)

    for body, sid in recorded:
        phone.texts(body, message_id=sid)

    assert world.registry.figures() == {"owners": 0, "cameras": 0}
