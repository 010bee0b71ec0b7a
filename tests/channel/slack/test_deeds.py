"""Approve, status, close, open and help; and that no payload to Slack ever holds anything of an owner's."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import urlparse

import pytest

from chalicelib.domain.incident import RequestId
from chalicelib.domain.officer import OfficerId
from tests import builders
from tests.channel.slack.office import COMPLETE, Office, action_ids, elements, value_of

WIDE = COMPLETE.replace("300 m", "1200 m")


def last(office: Office) -> str:
    return json.dumps(office.world.chat.answers()[-1])


def approve(office: Office, draft: str, user: str = builders.SUPERVISOR) -> None:
    office.press("approve_request", draft, user=user)
    assert office.work() == []


def state(office: Office, draft: str) -> str:
    return office.world.requests.request(RequestId(draft)).state


def test_help_is_answered_at_once(office: Office) -> None:
    assert "/footage close CODE" in json.loads(office.command("help")["body"])["text"]


def test_beyond_the_limits_the_preview_says_that_a_supervisor_must_approve(office: Office) -> None:
    office.world.household()

    preview = json.dumps(office.preview(WIDE))

    assert "A supervisor must approve it" in preview
    assert "more than 800 m" in preview
    assert "Send for approval" in preview


def test_beyond_the_limits_nothing_is_sent_before_a_supervisor_approves(office: Office) -> None:
    office.world.household()

    draft = office.send(WIDE)
    office.world.deliver()

    assert state(office, draft) == "awaiting_approval"
    assert office.world.texts.sent == []
    post = next(arguments for method, arguments in office.world.chat.calls if method == "post")
    assert value_of(post["payload"], "approve_request") == draft


def test_a_supervisor_approves_and_the_owners_are_asked_once(office: Office) -> None:
    office.world.household()
    draft = office.send(WIDE)

    approve(office, draft)
    approve(office, draft)
    office.world.deliver()

    request = office.world.requests.request(RequestId(draft))
    assert (request.state, request.approved_by) == ("open", builders.SUPERVISOR)
    assert len(office.world.texts.sent) == 1


def test_a_detective_cannot_approve(office: Office) -> None:
    office.world.household()
    other = builders.an_officer(OfficerId("UOTHER"))
    office.world.commit(office.world.agencies.put_officer(other))
    draft = office.send(WIDE)

    approve(office, draft, user="UOTHER")

    assert state(office, draft) == "awaiting_approval"
    assert "Only a supervisor" in last(office)


def test_nobody_approves_their_own_request(office: Office) -> None:
    office.world.household()
    office.world.commit(office.world.agencies.put_officer(builders.an_officer(role="supervisor")))
    draft = office.send(WIDE)

    approve(office, draft, user=builders.DETECTIVE)

    assert state(office, draft) == "awaiting_approval"
    assert "your own request" in last(office)


def test_an_approval_is_good_for_a_day(office: Office) -> None:
    office.world.household()
    draft = office.send(WIDE)
    office.world.clock.pass_time(hours=25)

    approve(office, draft)

    assert state(office, draft) == "awaiting_approval"
    assert "more than a day" in last(office)


def test_a_closed_request_cannot_be_approved(office: Office) -> None:
    office.world.household()
    draft = office.send(WIDE)
    office.command("close " + office.world.requests.request(RequestId(draft)).code)
    office.work()

    approve(office, draft)

    assert state(office, draft) == "closed"


def test_status_shows_counts_by_code_by_case_and_newest(office: Office) -> None:
    office.world.household()
    code = office.world.requests.request(RequestId(office.send())).code

    for text in ("status", f"status {code.lower()}", "status 26-01234"):
        office.command(text)
        office.work()
        assert "Owners asked: 1 of 1. Answers: 0." in last(office)


def test_status_of_what_there_is_not_says_so(office: Office) -> None:
    for text in ("status ZZZZ", "status 26-99999", "close ZZZZ", "open ZZZZ"):
        office.command(text)
        office.work()
        assert "no such request" in last(office)


def test_closing_ends_the_asks_and_drops_what_was_not_sent(office: Office) -> None:
    office.world.household()
    office.world.clock.pass_time(hours=11)
    draft = office.send()
    request = office.world.requests.request(RequestId(draft))

    office.command(f"close {request.code}")
    office.work()
    office.world.clock.pass_time(hours=10)

    ask = office.world.requests.asks(RequestId(draft))[0]
    assert state(office, draft) == "closed"
    assert ask.closed
    assert office.world.outbox.message(f"{draft}-{ask.owner_id}").state == "dropped"


def test_only_the_officer_or_a_supervisor_closes(office: Office) -> None:
    office.world.household()
    office.world.commit(office.world.agencies.put_officer(builders.an_officer(OfficerId("UOTHER"))))
    draft = office.send()
    code = office.world.requests.request(RequestId(draft)).code

    office.command(f"close {code}", user_id="UOTHER")
    office.work()
    assert state(office, draft) == "open"

    office.command(f"close {code}", user_id=builders.SUPERVISOR)
    office.work()
    assert state(office, draft) == "closed"


def test_open_gives_that_officer_alone_a_link_that_works_once_for_five_minutes(office: Office) -> None:
    office.command("open")
    office.work()

    shown = office.world.chat.answers()[-1]
    url = next(element["url"] for element in elements(shown) if "url" in element)
    name = hashlib.sha256(url.rsplit("/", 1)[1].encode()).hexdigest()
    now = office.world.clock.now()
    assert shown["response_type"] == "ephemeral"
    assert urlparse(url).path.startswith("/desk/in/")
    assert office.world.scratch.take("sign_in", name, now=now)["officer"] == builders.DETECTIVE
    assert office.world.scratch.take("sign_in", name, now=now) is None


def test_a_sign_in_link_is_dead_after_five_minutes(office: Office) -> None:
    office.command("open")
    office.work()
    shown = office.world.chat.answers()[-1]
    url = next(element["url"] for element in elements(shown) if "url" in element)
    office.world.clock.pass_time(minutes=6)

    name = hashlib.sha256(url.rsplit("/", 1)[1].encode()).hexdigest()
    assert office.world.scratch.get("sign_in", name, now=office.world.clock.now()) is None


def test_every_deed_leaves_its_row(office: Office) -> None:
    office.world.household()
    draft = office.send(WIDE)
    approve(office, draft)
    code = office.world.requests.request(RequestId(draft)).code
    for text in ("status", f"open {code}", f"close {code}"):
        office.command(text)
        office.work()

    rows = [entry for entry, _ in office.world.audit.rows("2026-11-21")]
    assert [row.deed for row in sorted(rows, key=lambda row: row.deed)] == [
        "approve", "close", "preview", "request", "sign_in", "status",
    ]  # fmt: skip
    assert office.world.audit.broken_links("2026-11-21") == []


@pytest.mark.parametrize("text", [COMPLETE, WIDE])
def test_nothing_of_an_owner_is_ever_sent_to_slack(office: Office, text: str) -> None:
    seeded = builders.an_address(number="1017", unit="7B")
    owner = office.world.household("+14105550177", cameras=[builders.a_camera(address=seeded)], name="Example Person")
    draft = office.send(text)
    approve(office, draft)
    office.world.deliver()
    code = office.world.requests.request(RequestId(draft)).code
    for deed in ("status", f"status {code}", f"open {code}", f"close {code}"):
        office.command(deed)
        office.work()
    office.world.deliver()

    everything = json.dumps(office.world.chat.calls)
    for private in ("5550177", "555-0177", "Example Person", "1017", "7B", owner.owner.owner_id):
        assert private not in everything


def test_an_unknown_button_is_ignored(office: Office) -> None:
    answer = office.press("open_desk", "")

    assert (answer["statusCode"], office.world.slack_queue.bodies) == (200, [])


def test_a_board_has_no_buttons(office: Office) -> None:
    office.world.household()
    office.send()
    office.world.deliver()

    post = next(arguments for method, arguments in office.world.chat.calls if method == "post")
    assert action_ids(post["payload"]) == set()
