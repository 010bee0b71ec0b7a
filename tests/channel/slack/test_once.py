"""Slack and SQS deliver twice, processes die, audit rows fail: one effect, and nothing shown without its row."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest

from chalicelib.channels.slack.worker import MOST_TRIES
from chalicelib.domain.errors import ProviderBusy, ProviderRefused
from chalicelib.domain.incident import RequestId
from tests import builders
from tests.channel.slack.office import COMPLETE, Office, payload, value_of

PHONES = [f"+141055501{number}" for number in range(60, 66)]


class BrokenAuditLog:
    def record(self, entry):
        raise OSError("no audit today")

    write = record


def previews(office: Office) -> int:
    return sum("Preview" in shown["text"] for shown in office.world.chat.answers())


def test_the_same_delivery_twice_shows_one_preview(office: Office) -> None:
    office.world.household()
    body = urlencode(payload("command") | {"text": COMPLETE})

    office.deliver(body)
    office.deliver(body, headers={"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})
    office.work()

    assert previews(office) == 1


def test_two_commands_alike_are_two_previews(office: Office) -> None:
    office.world.household()

    office.preview()
    office.preview()

    assert previews(office) == 2


def test_send_pressed_twice_makes_one_request_and_one_text(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "send_request")

    office.press("send_request", draft)
    office.press("send_request", draft)
    office.work()
    office.world.deliver()

    assert [request.request_id for request in office.world.requests.recent()] == [draft]
    assert len(office.world.texts.sent) == 1


def test_what_failed_is_tried_again_within_seconds(office: Office) -> None:
    for phone in PHONES:
        office.world.household(phone)
    draft = value_of(office.preview(), "send_request")
    office.world.requests.add_ask = lambda _ask: 1 / 0

    office.press("send_request", draft)
    office.work(tries=2)

    assert office.world.slack_queue.again == [5, 10]


def test_a_worker_that_dies_between_asks_goes_on_where_it_stopped(office: Office) -> None:
    for phone in PHONES:
        office.world.household(phone)
    draft = value_of(office.preview(), "send_request")
    add_ask, asked = office.world.requests.add_ask, []

    def dying(ask):
        asked.append(ask)
        if len(asked) == 4:
            raise OSError("the process dies")
        return add_ask(ask)

    office.world.requests.add_ask = dying
    office.press("send_request", draft)
    failed = office.work(tries=2)

    assert failed == []
    assert len(office.world.requests.asks(RequestId(draft))) == len(PHONES)
    assert len(office.world.outbox.due(now=office.world.clock.now())) == len(PHONES) + 1


def test_the_officer_hears_of_trouble_once_and_of_the_outcome_afterwards(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "send_request")
    add_request, tries = office.world.requests.add_request, []

    def failing(request):
        tries.append(request)
        if len(tries) < 3:
            raise OSError("not now")
        return add_request(request)

    office.world.requests.add_request = failing
    office.press("send_request", draft)
    office.work(tries=3)

    told = [answer["text"] for answer in office.world.chat.answers()[1:]]
    assert ["keep trying" in text for text in told] == [True, False]
    assert "Owners asked: 1." in told[-1]


def test_the_last_try_that_fails_says_what_to_do_and_doing_it_again_finishes(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "send_request")
    add_ask, tries = office.world.requests.add_ask, []

    def failing(ask):
        tries.append(ask)
        if len(tries) <= MOST_TRIES:
            raise OSError("not now")
        return add_ask(ask)

    office.world.requests.add_ask = failing
    office.press("send_request", draft)
    assert len(office.work(tries=MOST_TRIES)) == 1
    assert "do it once more" in office.world.chat.answers()[-1]["text"]

    office.press("send_request", draft)
    office.work()
    assert len(office.world.requests.asks(RequestId(draft))) == 1


def test_the_worker_knows_how_often_its_queue_tries() -> None:
    queues = (Path(__file__).parents[3] / "infra" / "app" / "queues.yaml").read_text()
    slack = queues.split("  SlackQueue:")[1].split("Queue:")[0]

    assert f"maxReceiveCount: {MOST_TRIES}" in slack


@pytest.mark.parametrize("text", [COMPLETE, "status", "open"])
def test_where_the_audit_row_cannot_be_written_nothing_is_shown(office: Office, wired, monkeypatch, text: str) -> None:
    from chalicelib import wiring

    office.world.household()
    monkeypatch.setattr(wiring, "audit", BrokenAuditLog)

    office.command(text)
    failed = office.work()

    assert len(failed) == 1
    assert [answer["text"] for answer in office.world.chat.answers()] == [
        "Something is not working right now. We keep trying. Nothing is lost, and nothing is sent twice."
    ]


def test_where_the_audit_row_cannot_be_written_no_request_is_made(office: Office, monkeypatch) -> None:
    from chalicelib import wiring

    office.world.household()
    draft = value_of(office.preview(), "send_request")
    monkeypatch.setattr(wiring, "audit", BrokenAuditLog)

    office.press("send_request", draft)
    office.work()

    assert office.world.requests.recent() == []
    assert office.world.queue.bodies == []


def test_a_preview_that_slack_did_not_take_comes_again(office: Office) -> None:
    office.world.household()
    office.world.chat.trouble.before += [ProviderBusy(), ProviderBusy()]

    office.command(COMPLETE)

    assert office.work(tries=2) == []
    assert previews(office) == 1


def test_a_response_url_that_ran_out_is_answered_in_the_channel_to_that_officer_alone(office: Office) -> None:
    office.world.household()
    office.world.chat.trouble.before.append(ProviderRefused("expired_url"))

    office.command(COMPLETE)
    office.work()

    assert [method for method, _ in office.world.chat.calls] == ["post_ephemeral"]


def test_queue_bodies_hold_ids_only(office: Office) -> None:
    office.world.household()
    office.command(COMPLETE)
    office.command("status 26-01234")
    bodies = json.dumps(office.world.slack_queue.bodies)
    office.work()
    office.press("send_request", value_of(office.world.chat.answers()[0], "send_request"))
    bodies += json.dumps(office.world.slack_queue.bodies)

    for private in ("hooks.slack.com", "Roxleigh", "26-01234", "red jacket", builders.PHONE):
        assert private not in bodies
