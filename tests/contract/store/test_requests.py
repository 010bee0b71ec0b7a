"""Contract: requests, asks, answers, links and exhibits in the requests table."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.exhibit import HistoryEntry
from chalicelib.domain.incident import Answer
from tests.builders import a_question, a_request, an_ask, an_exhibit
from tests.fakes import NOON

LATER = NOON + timedelta(hours=1)


def test_a_request_is_read_back_by_id_and_by_code(world):
    request = a_request(approved_by=None)
    world.commit(*world.requests.add_request(request))

    assert world.requests.request("request1") == request
    assert world.requests.by_code("BCDF") == request
    assert world.requests.by_code("ZZZZ") is None


@pytest.mark.parametrize("typed", ["", "A" * 3000, "\ud800"])
def test_what_cannot_be_a_key_leads_to_no_request(world, typed):
    assert world.requests.request(typed) is None
    assert world.requests.by_code(typed) is None


def test_a_code_stands_for_one_request_only(world):
    world.commit(*world.requests.add_request(a_request("request1")))

    with pytest.raises(Conflict) as refused:
        world.commit(*world.requests.add_request(a_request("request2")))
    assert refused.value.labels == {"code"}


def test_recent_requests_come_newest_first_and_no_more_than_asked_for(world):
    for number in range(4):
        created = NOON + timedelta(minutes=number)
        world.commit(*world.requests.add_request(a_request(f"r{number}", code=f"CODE{number}", created_at=created)))

    assert [request.request_id for request in world.requests.recent(limit=3)] == ["r3", "r2", "r1"]


def test_only_one_of_two_supervisors_approves(world):
    waiting = a_request(state="awaiting_approval")
    world.commit(*world.requests.add_request(waiting))
    world.commit(
        world.requests.move_request(replace(waiting, state="open", approved_by="UFIRST"), was="awaiting_approval")
    )

    late = replace(waiting, state="open", approved_by="USECOND")
    with pytest.raises(Conflict) as refused:
        world.commit(world.requests.move_request(late, was="awaiting_approval"))
    assert refused.value.labels == {"request"}
    assert world.requests.request("request1").approved_by == "UFIRST"


def test_moving_a_request_keeps_where_it_stands_in_slack(world):
    request = a_request()
    world.commit(*world.requests.add_request(request))
    world.requests.set_slack_ts("request1", "123.456")
    world.commit(world.requests.move_request(replace(request, state="closed"), was="open"))

    assert world.requests.request("request1") == replace(request, state="closed", slack_ts="123.456")


def test_a_request_that_is_not_there_has_no_place_in_slack(world):
    with pytest.raises(NotFound):
        world.requests.set_slack_ts("nothing", "123.456")
    assert world.requests.request("nothing") is None


def test_an_owner_is_asked_once(world):
    world.commit(world.requests.add_ask(an_ask()))

    with pytest.raises(Conflict) as refused:
        world.commit(world.requests.add_ask(an_ask()))
    assert refused.value.labels == {"ask"}
    assert world.requests.asks("request1") == [an_ask()]


def test_of_two_answers_at_once_one_must_look_again(world):
    ask = an_ask()
    world.commit(world.requests.add_ask(ask))
    answered = replace(ask, answer=Answer.HAS_FOOTAGE, answered_at=LATER, version=2)
    world.commit(world.requests.change_ask(answered))

    with pytest.raises(Conflict):
        world.commit(world.requests.change_ask(replace(ask, answer=Answer.NO, answered_at=LATER, version=2)))
    assert world.requests.ask("request1", "owner1") == answered


def test_open_asks_are_neither_closed_nor_expired_and_come_newest_first(world):
    for number in range(3):
        created = NOON + timedelta(minutes=number)
        world.commit(world.requests.add_ask(an_ask(f"r{number}", created_at=created)))
    world.commit(world.requests.add_ask(an_ask("old", expires_at=NOON)))
    world.commit(world.requests.add_ask(an_ask("r9", "another owner")))
    world.commit(world.requests.change_ask(replace(world.requests.ask("r1", "owner1"), closed=True, version=2)))

    found = world.requests.open_asks("owner1", now=LATER)

    assert [ask.request_id for ask in found] == ["r2", "r0"]


def test_a_link_opens_its_ask_until_it_expires_and_is_stored_as_a_hash(world):
    ask = an_ask()
    world.commit(world.requests.add_ask(ask), world.requests.add_link("token-of-an-owner", ask))

    assert world.requests.ask_by_token("token-of-an-owner", now=LATER) == ask
    assert world.requests.ask_by_token("token-of-an-owner", now=ask.expires_at) is None
    assert world.requests.ask_by_token("a guess", now=LATER) is None
    assert "token-of-an-owner" not in json.dumps(world.dynamodb.scan(TableName="requests")["Items"])


def test_the_tally_counts_owners_answers_and_files_that_arrived(world):
    answers = [Answer.HAS_FOOTAGE, Answer.NOTHING, Answer.NOTHING, None]
    for number, answer in enumerate(answers):
        world.commit(world.requests.add_ask(an_ask(owner_id=f"owner{number}", answer=answer)))
    for number, state in enumerate(["receiving", "arrived", "kept", "refused"]):
        exhibit = an_exhibit(f"exhibit{number}", state=state)
        world.commit(*world.exhibits.announce(exhibit, HistoryEntry("announced", NOON, "owner")))

    tally = world.requests.tally("request1")

    assert (tally.asked, tally.exhibits) == (4, 2)
    assert tally.answers == {Answer.HAS_FOOTAGE: 1, Answer.NOTHING: 2}


def test_requests_asks_answers_and_exhibits_are_counted(world):
    world.commit(*world.requests.add_request(a_request()))
    world.commit(world.requests.add_ask(an_ask(answer=Answer.NO)), world.requests.add_ask(an_ask(owner_id="owner2")))
    world.commit(*world.exhibits.announce(an_exhibit(state="kept"), HistoryEntry("locked", NOON, "system")))

    assert world.requests.figures() == {"requests": 1, "asks": 2, "answers": 1}
    assert world.exhibits.figures() == {"exhibits": 1}


def test_a_question_with_awkward_words_survives(world):
    question = a_question(look_for='Ärger\n"quotes" 🎥', radius_m=100)
    world.commit(*world.requests.add_request(a_request(question=question)))

    assert world.requests.request("request1").question == question


def test_an_exhibit_and_its_history_are_written_together(world):
    exhibit = an_exhibit()
    world.commit(*world.exhibits.announce(exhibit, HistoryEntry("announced", NOON, "owner")))
    arrived = replace(exhibit, state="arrived", version_id="v1", arrived_at=LATER)
    world.commit(*world.exhibits.change(arrived, HistoryEntry("arrived", LATER, "system", "v1"), was="receiving"))

    assert world.exhibits.exhibit("request1", "exhibit1") == arrived
    assert [entry.touch for entry in world.exhibits.history("request1", "exhibit1")] == ["announced", "arrived"]


def test_a_doubled_arrival_changes_nothing(world):
    exhibit = an_exhibit()
    world.commit(*world.exhibits.announce(exhibit, HistoryEntry("announced", NOON, "owner")))
    arrival = world.exhibits.change(
        replace(exhibit, state="arrived"), HistoryEntry("arrived", LATER, "system"), was="receiving"
    )
    world.commit(*arrival)

    with pytest.raises(Conflict) as refused:
        world.commit(*arrival)
    assert "exhibit" in refused.value.labels


def test_exhibits_are_found_by_request_and_by_owner(world):
    for number, owner in enumerate(["owner1", "owner2", "owner1"]):
        exhibit = an_exhibit(f"exhibit{number}", owner_id=owner, announced_at=NOON + timedelta(seconds=number))
        world.commit(*world.exhibits.announce(exhibit, HistoryEntry("announced", NOON, "owner")))

    assert [exhibit.exhibit_id for exhibit in world.exhibits.of_request("request1")] == [
        "exhibit0", "exhibit1", "exhibit2"
    ]  # fmt: skip
    assert [exhibit.exhibit_id for exhibit in world.exhibits.of_ask("request1", "owner1")] == ["exhibit0", "exhibit2"]


def test_every_view_and_download_is_added_to_the_history(world):
    for minute, touch in enumerate(["viewed", "downloaded", "viewed"]):
        entry = HistoryEntry(touch, NOON + timedelta(minutes=minute), "UDETECTIVE")
        world.commit(world.exhibits.add_history(an_exhibit(), entry))

    assert [entry.touch for entry in world.exhibits.history("request1", "exhibit1")] == [
        "viewed", "downloaded", "viewed"
    ]  # fmt: skip
