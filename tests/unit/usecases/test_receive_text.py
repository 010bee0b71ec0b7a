"""One text in, one reply out, one effect."""

from __future__ import annotations

import json

import pytest

from chalicelib.domain.errors import Conflict
from chalicelib.domain.incident import Answer
from chalicelib.usecases.receive_text import InboundText
from tests import builders
from tests.unit.usecases.texting import Phone, ask, link_in, receiver

ALL_IN_ONE = "REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days"


@pytest.fixture
def phone(world):
    return Phone(world)


@pytest.fixture
def owner(phone):
    """A resident who registered by text."""
    phone.registers()
    return phone


# --- registering ---


def test_a_text_becomes_confirmed_cameras(phone, world):
    phone.texts(ALL_IN_ONE)
    assert world.registry.figures() == {"owners": 0, "cameras": 0}

    phone.texts("OK")

    assert world.registry.figures() == {"owners": 1, "cameras": 2}
    assert phone.contact.consent == "given"
    assert phone.household.owner.consent_version == world.agency.consent_version


def test_a_number_that_writes_for_the_first_time_is_unconfirmed(phone):
    phone.texts("hi")

    assert (phone.contact.consent, phone.contact.owner_id) == ("unconfirmed", None)


def test_a_conversation_is_kept_for_a_day(phone, world):
    phone.texts(ALL_IN_ONE)
    world.clock.pass_time(hours=23)
    assert "Registered" in phone.texts("OK")


def test_after_a_day_a_conversation_is_forgotten(phone, world):
    phone.texts(ALL_IN_ONE)
    world.clock.pass_time(hours=24)

    assert "Registered" not in phone.texts("OK")
    assert world.registry.figures()["cameras"] == 0


def test_an_owner_gives_details_and_removes_a_camera(owner):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    owner.texts("OK")
    owner.texts("north")
    assert owner.household.cameras[2].heading == 0

    owner.texts("REMOVE 3")
    owner.texts("OK")
    assert len(owner.household.cameras) == 2


def test_deleting_leaves_nothing_but_a_row_of_ids(owner, world):
    owner_id = owner.contact.owner_id
    owner.texts("DELETE ME")
    owner.texts("OK")

    assert world.registry.figures() == {"owners": 0, "cameras": 0}
    assert owner.contact is None
    rows = world.audit.rows(world.clock.now().date().isoformat())
    assert [(row.deed, row.actor, row.subject) for row, _ in rows] == [("owner_deleted", "owner", owner_id)]


def test_a_conversation_does_not_outlive_its_owner(owner, world):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    world.commit(*world.registry.remove_household(owner.household, at=world.clock.now()))

    assert "Registered" not in owner.texts("OK")
    assert world.registry.figures()["cameras"] == 0


def test_registrations_from_one_prefix_are_limited_by_the_day(world):
    world.agency = builders.an_agency(limits={"registrations_per_prefix_per_day": 1})
    Phone(world).registers()
    other = Phone(world, builders.OTHER_PHONE)
    other.texts(ALL_IN_ONE)

    assert "tomorrow" in other.texts("OK")
    world.clock.pass_time(hours=23)
    assert "Registered" in other.texts("OK")


# --- answering ---


@pytest.mark.parametrize("answer", list(Answer))
def test_each_digit_is_recorded_and_thanked_for(owner, world, answer):
    ask(world, owner.contact.owner_id)

    reply = owner.texts(str(answer.digit))

    assert "BCDF" in reply
    assert world.requests.ask("request1", owner.contact.owner_id).answer is answer
    assert world.requests.tally("request1").answers == {answer: 1}


@pytest.mark.parametrize("text", ["1", "2", "I have video"])
def test_who_has_footage_gets_a_link_that_opens_the_ask(owner, world, text):
    ask(world, owner.contact.owner_id)

    token = link_in(owner.texts(text))

    assert world.requests.ask_by_token(token, now=world.clock.now()).owner_id == owner.contact.owner_id


def test_the_board_is_brought_up_to_date(owner, world):
    ask(world, owner.contact.owner_id)
    list(world.queue.take())

    owner.texts("3")

    owed = [world.outbox.message(body["message"]) for body in world.queue.take()]
    assert [(message.kind, message.request_id) for message in owed] == [("board", "request1")]


def test_who_needs_help_is_made_known_by_the_code_alone(owner, world):
    ask(world, owner.contact.owner_id)
    list(world.queue.take())

    assert "410-555-0100" in owner.texts("need help")

    notes = [world.outbox.message(body["message"]) for body in world.queue.take()]
    note = next(json.loads(message.body) for message in notes if message.kind == "note")
    assert note["channel"] == builders.CHANNEL
    assert "BCDF" in note["text"]
    assert builders.PHONE[2:] not in str(note)
    assert owner.contact.owner_id not in note["text"]


def test_an_answer_can_be_changed(owner, world):
    ask(world, owner.contact.owner_id)
    owner.texts("2")
    owner.texts("3")

    assert world.requests.tally("request1").answers == {Answer.NOTHING: 1}


def test_with_two_requests_the_code_is_asked_for(owner, world):
    ask(world, owner.contact.owner_id)
    ask(world, owner.contact.owner_id, "request2", "KTRM")

    reply = owner.texts("1")
    assert "BCDF (1000 block of Roxleigh Rd)" in reply
    assert "KTRM" in reply

    owner.texts("1 KTRM")
    assert world.requests.ask("request2", owner.contact.owner_id).answer is Answer.HAS_FOOTAGE
    assert world.requests.ask("request1", owner.contact.owner_id).answer is None


def test_a_live_ask_outranks_a_registration_which_goes_on_afterwards(owner, world):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson")
    ask(world, owner.contact.owner_id)

    reply = owner.texts("3")

    assert "nothing there" in reply
    assert "How many cameras" in reply
    assert "How many days" in owner.texts("2")


def test_one_does_not_confirm_a_registration_while_an_ask_is_open(owner, world):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    ask(world, owner.contact.owner_id)

    assert "/r/" in owner.texts("1")
    assert len(owner.household.cameras) == 2
    assert "Registered" in owner.texts("OK")


def test_what_is_not_understood_is_answered_with_the_choices(owner, world):
    ask(world, owner.contact.owner_id)

    assert "1 have video, 2 saved it" in owner.texts("what kind of man?")


def test_a_closed_ask_takes_no_answer(owner, world):
    ask(world, owner.contact.owner_id)
    world.clock.pass_time(days=15)

    assert "no open request" in owner.texts("1")


def test_another_owners_code_answers_nothing(owner, world):
    ask(world, "stranger", code="KTRM")

    assert "no open request KTRM" in owner.texts("1 KTRM")
    assert world.requests.ask("request1", "stranger").answer is None


# --- leaving and coming back ---


def test_a_stop_keyword_stops_and_is_left_to_the_carrier(owner):
    assert owner.texts("STOP") == ""
    assert (owner.contact.consent, owner.contact.stopped_by) == ("stopped", "keyword")


def test_a_stop_in_words_is_confirmed_once_and_then_there_is_silence(owner):
    assert "no more texts" in owner.texts("please take me off your list")
    assert owner.contact.stopped_by == "words"
    assert [owner.texts(text) for text in ("leave me alone", "hello?", "1", "MY CAMERAS", "HELP")] == [""] * 5


@pytest.mark.parametrize("state", ["idle", "registering", "asked", "removing", "unknown"])
def test_stop_works_in_every_state(phone, world, state):
    if state == "registering":
        phone.texts("REGISTER")
    if state in ("asked", "removing"):
        phone.registers()
    if state == "asked":
        ask(world, phone.contact.owner_id)
    if state == "removing":
        phone.texts("DELETE ME")
    if state == "idle":
        phone.texts("hi")

    phone.texts("stop texting me")

    assert phone.contact.consent == "stopped"


def test_start_brings_an_owner_back_with_consent(owner):
    owner.texts("no more texts please")

    assert "our texts again" in owner.texts("START")
    assert owner.contact.consent == "given"


def test_the_carrier_answers_start_where_it_had_blocked(owner):
    owner.texts("STOP")

    assert owner.texts("YES") == ""
    assert owner.contact.consent == "given"


def test_start_from_somebody_unknown_confirms_nothing(phone):
    assert "Texts from us are on" in phone.texts("START")
    assert phone.contact.consent == "unconfirmed"


def test_a_keyword_after_words_leaves_the_answer_to_start_to_the_carrier(owner):
    owner.texts("leave me alone")
    owner.texts("STOP")

    assert owner.contact.stopped_by == "keyword"
    assert owner.texts("START") == ""


def test_an_old_stop_delivered_again_does_not_undo_a_start(owner, world):
    owner.texts("leave me alone", message_id="SM" + "a" * 32)
    owner.texts("START")
    world.clock.pass_time(days=8)

    with pytest.raises(Conflict):
        owner.texts("leave me alone", message_id="SM" + "a" * 32)
    assert owner.contact.consent == "given"


def test_help_as_a_keyword_is_left_to_the_carrier(owner):
    assert owner.texts("HELP") == ""
    assert owner.texts("info") == ""


# --- exactly once ---


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


# --- what bad input gets ---


@pytest.mark.parametrize(
    "body", ["", "   ", "\N{PILE OF POO}" * 800, "Здравствуйте", "你好", "\x00\ufffe", "{short_name} %s {0}", "x" * 1600]
)
def test_whatever_is_written_gets_a_helpful_answer(phone, body):
    assert "410-555-0100" in phone.texts(body)


def test_a_picture_is_declined_with_what_to_do_instead(owner, world):
    assert "cannot take pictures" in owner.texts("", pictures=1)
    ask(world, owner.contact.owner_id)
    assert "reply 1" in owner.texts("", pictures=2)


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
