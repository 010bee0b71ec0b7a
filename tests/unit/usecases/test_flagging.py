"""What cannot be decided between leaving and anything else waits for a supervisor; nobody's words go to Slack."""

from __future__ import annotations

import json

import pytest

from chalicelib.domain import optout
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.usecases.flag_message import FlaggedMessages
from tests import builders
from tests.unit.usecases.texting import Phone, ask

DOUBTFUL = "who gave you my number, is this a scam"
SUPERVISOR = builders.an_officer(builders.SUPERVISOR, role="supervisor")


@pytest.fixture(autouse=True)
def _is_doubtful():
    assert optout.in_doubt(DOUBTFUL)
    assert optout.read(DOUBTFUL) is None


def flags(world):
    return FlaggedMessages(**world.ports("registry", "scratch", "audit", "transactions", "clock"))


def notes(world):
    owed = [world.outbox.message(body["message"]) for body in world.queue.take()]
    return [json.loads(message.body) for message in owed if message.kind == "note"]


def test_the_writer_is_told_how_to_leave_and_keeps_their_place(phone):
    phone.texts("REGISTER 1009 Roxleigh Rd Towson")

    reply = phone.texts(DOUBTFUL)

    assert "Reply STOP to get no more texts. A person will read your message too." in reply
    assert "How many cameras" in reply
    assert phone.contact.consent == "unconfirmed"
    assert "How many days" in phone.texts("2")


def test_the_channel_is_told_that_there_is_one_and_not_what_it_says(owner, world):
    owner.texts(DOUBTFUL)

    (note,) = notes(world)

    assert note["channel"] == builders.CHANNEL
    assert "/desk/flags" in note["text"]
    assert "number" not in note["text"]
    assert owner.number not in json.dumps(note)


def test_a_flood_tells_the_channel_once_an_hour_and_keeps_one_entry_a_person(owner, world):
    for _ in range(7):
        owner.texts(DOUBTFUL)

    assert len(notes(world)) == 1
    (flagged,) = flags(world).waiting(SUPERVISOR)
    assert len(flagged.texts) == 5


def test_an_answer_counts_though_it_may_mean_leaving_as_well(owner, world):
    ask(world, owner.contact.owner_id)

    owner.texts("no BCDF. " + DOUBTFUL)

    assert world.requests.asks("request1")[0].answer is not None
    assert len(flags(world).waiting(SUPERVISOR)) == 1


def test_a_supervisor_reads_it_on_record_and_stops_them(owner, world):
    owner.texts(DOUBTFUL)
    (flagged,) = flags(world).waiting(SUPERVISOR)
    assert flagged.texts == (DOUBTFUL,)

    flags(world).decide(SUPERVISOR, flagged.key, leaves=True)

    assert (owner.contact.consent, owner.contact.stopped_by) == ("stopped", "desk")
    assert flags(world).waiting(SUPERVISOR) == []
    rows = [row for row, _ in world.audit.rows(world.clock.now().date().isoformat())]
    assert [(row.deed, row.actor, row.count, row.detail) for row in rows] == [
        ("view_flags", SUPERVISOR.officer_id, 1, ""),
        ("judge_flag", SUPERVISOR.officer_id, 1, "leaves"),
        ("view_flags", SUPERVISOR.officer_id, 0, ""),
    ]
    assert "our texts again" in owner.texts("START")


def test_what_meant_nothing_changes_nothing(owner, world):
    owner.texts(DOUBTFUL)
    (flagged,) = flags(world).waiting(SUPERVISOR)

    flags(world).decide(SUPERVISOR, flagged.key, leaves=False)

    assert owner.contact.consent == "given"
    with pytest.raises(NotFound):
        flags(world).decide(SUPERVISOR, flagged.key, leaves=True)


def test_only_a_supervisor_reads_it(owner, world):
    owner.texts(DOUBTFUL)

    with pytest.raises(Refused):
        flags(world).waiting(builders.an_officer())
    with pytest.raises(Refused):
        flags(world).decide(builders.an_officer(), owner.contact.key, leaves=True)


def test_it_goes_with_whoever_deletes_everything(owner, world):
    owner.texts(DOUBTFUL)

    owner.texts("DELETE ME")
    owner.texts("OK")

    assert flags(world).waiting(SUPERVISOR) == []


def test_a_stranger_is_flagged_as_well(world):
    stranger = Phone(world, builders.OTHER_PHONE)

    assert "Reply STOP" in stranger.texts(DOUBTFUL)
    assert len(flags(world).waiting(SUPERVISOR)) == 1
