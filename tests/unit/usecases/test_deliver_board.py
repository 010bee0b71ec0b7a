"""The request's message in Slack: posted once, kept up to date; and notes, posted once."""

from __future__ import annotations

import json
from dataclasses import replace

from chalicelib.domain.errors import ProviderSilent
from chalicelib.usecases.sweep import sweep
from chalicelib.words.board import board_payload
from tests.builders import CHANNEL, a_message, a_request, an_ask


def sweep_and_deliver(world):
    sweep(**world.ports("outbox", "queue", "clock"))
    return world.deliver()


def owe_board(world, message_id, request_id="request1"):
    message = a_message(message_id, kind="board", body="", contact_key=None, request_id=request_id)
    world.commit(world.outbox.owe(replace(message, created_at=world.clock.now(), due_at=world.clock.now())))
    world.queue.send([{"message": message_id}])


def test_the_board_is_posted_once_and_then_kept_up_to_date(world):
    world.commit(*world.requests.add_request(a_request()))
    owe_board(world, "b1")
    assert world.deliver() == ["accepted"]
    world.commit(world.requests.add_ask(an_ask()))
    owe_board(world, "b2")
    assert world.deliver() == ["accepted"]

    assert [method for method, _ in world.chat.calls] == ["post", "update"]
    assert world.requests.request("request1").slack_ts in world.chat.posted


def test_a_board_whose_posting_got_no_answer_is_found_and_not_posted_twice(world):
    world.commit(*world.requests.add_request(a_request()))
    owe_board(world, "b1")
    world.chat.trouble.after = [ProviderSilent()]
    assert world.deliver() == ["doubtful"]

    outcomes = []
    for _ in range(5):
        world.clock.pass_time(minutes=1)
        outcomes += sweep_and_deliver(world)

    assert outcomes[-1] == "accepted"
    assert len(world.chat.posted) == 1
    assert world.requests.request("request1").slack_ts in world.chat.posted


def test_an_answer_that_came_while_the_board_was_drawn_is_on_it_in_the_end(world):
    world.commit(*world.requests.add_request(a_request()))
    owe_board(world, "b1")
    post = world.chat.post

    def slow_post(*arguments, **named):
        world.commit(world.requests.add_ask(an_ask()))
        return post(*arguments, **named)

    world.chat.post = slow_post
    world.deliver()

    (drawn,) = world.chat.posted.values()
    expected = board_payload(world.requests.request("request1"), world.requests.tally("request1"), world.agency)
    assert drawn["payload"] == expected


def test_a_note_goes_to_its_channel_and_thread(world):
    note = {"channel": CHANNEL, "thread_ts": "1.2", "text": "A file came"}
    message = a_message("n1", kind="note", body=json.dumps(note), contact_key=None)
    world.commit(world.outbox.owe(message))
    world.queue.send([{"message": "n1"}])

    assert world.deliver() == ["accepted"]
    ((method, arguments),) = world.chat.calls
    assert (method, arguments["channel"]) == ("post", CHANNEL)
    assert arguments["payload"] == {"thread_ts": "1.2", "text": "A file came"}
