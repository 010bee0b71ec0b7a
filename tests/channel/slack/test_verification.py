"""Only what Slack signed within the last five minutes is looked at, and only for officers on the list."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest

from tests import builders
from tests.channel.slack.office import COMPLETE, Office, payload, signed_event
from tests.world import SECRETS

REFUSAL = "only for officers who are on the list"


def handle(event: dict[str, object]) -> dict[str, object]:
    from chalicelib.channels.slack.entry import slack_webhook

    return slack_webhook(event, None)


def command(**changes: str) -> str:
    return urlencode(payload("command") | {"text": COMPLETE} | changes)


def has_done_nothing(office: Office) -> bool:
    return not office.world.slack_queue.bodies and not office.world.chat.calls


@pytest.mark.parametrize("secret", SECRETS.slack_signing_secrets)
def test_the_current_and_the_previous_secret_are_taken(office: Office, secret: str) -> None:
    assert handle(signed_event(command(), secret=secret))["statusCode"] == 200


@pytest.mark.parametrize("age_s", [301, -360, 86400])
def test_a_stale_signature_is_refused(office: Office, age_s: int) -> None:
    assert handle(signed_event(command(), age_s=age_s))["statusCode"] == 401
    assert has_done_nothing(office)


@pytest.mark.parametrize("age_s", [0, 290, -290])
def test_a_signature_of_the_last_five_minutes_is_taken(office: Office, age_s: int) -> None:
    assert handle(signed_event(command(), age_s=age_s))["statusCode"] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=é"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "yesterday"},
        {"X-Slack-Request-Timestamp": "9" * 40},
    ],
)
def test_a_forged_or_missing_signature_is_refused(office: Office, headers: dict[str, str]) -> None:
    assert handle(signed_event(command(), headers=headers))["statusCode"] == 401
    assert has_done_nothing(office)


def test_an_unsigned_request_is_refused(office: Office) -> None:
    event = signed_event(command()) | {"headers": {"Content-Type": "application/x-www-form-urlencoded"}}

    assert handle(event)["statusCode"] == 401


def test_a_body_changed_after_signing_is_refused(office: Office) -> None:
    event = signed_event(command())

    assert handle(event | {"body": command(user_id=builders.SUPERVISOR)})["statusCode"] == 401


def interaction(kind: str, **content: object) -> str:
    return urlencode({"payload": json.dumps({"type": kind, **content})})


@pytest.mark.parametrize(
    "body",
    [
        "payload=%7Bnot+json", "%FF%FE", "", "payload=%5B%5D", "a" * 3000, urlencode({"payload": "[" * 50_000}),
        interaction("block_actions", actions=[]), interaction("block_actions", actions=[1]),
        interaction("block_actions", actions=None), interaction("view_submission", view=3),
    ],
)  # fmt: skip
def test_a_signed_body_that_is_not_slacks_does_nothing_and_is_no_500(office: Office, body: str) -> None:
    assert handle(signed_event(body))["statusCode"] in (400, 404)
    assert has_done_nothing(office)


def test_slacks_challenge_is_answered(office: Office) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"})
    event = signed_event(body, headers={"Content-Type": "application/json"})

    assert json.loads(str(handle(event)["body"])) == {"challenge": "abc"}


@pytest.mark.parametrize("changes", [{"user_id": "USTRANGER"}, {"user_id": ""}, {"team_id": "TELSEWHERE"}])
def test_who_is_no_officer_is_refused_politely_and_learns_nothing(office: Office, changes: dict[str, str]) -> None:
    office.world.household()

    answer = office.command(COMPLETE, **changes)

    said = json.loads(answer["body"])
    assert answer["statusCode"] == 200
    assert said["response_type"] == "ephemeral"
    assert REFUSAL in said["text"]
    assert "26-01234" not in answer["body"]
    assert has_done_nothing(office)


def test_a_disabled_officer_is_refused(office: Office) -> None:
    office.world.commit(office.world.agencies.put_officer(builders.an_officer(disabled=True)))

    assert REFUSAL in office.command("status")["body"]
    assert has_done_nothing(office)


def test_an_officer_taken_off_the_list_between_press_and_work_is_refused(office: Office) -> None:
    office.world.household()
    preview = office.preview()
    office.press("send_request", preview["blocks"][-1]["elements"][0]["value"])
    office.world.commit(office.world.agencies.put_officer(builders.an_officer(disabled=True)))

    office.work()

    assert REFUSAL in office.world.chat.answers()[-1]["text"]
    assert office.world.requests.recent() == []


@pytest.mark.parametrize("action_id", ["send_request", "approve_request", "cancel_request", "edit_request"])
def test_a_press_by_somebody_else_is_refused_on_the_response_url(office: Office, action_id: str) -> None:
    answer = office.press(action_id, "anything", user="USTRANGER")

    assert (answer["statusCode"], answer["body"]) == (200, "")
    assert [REFUSAL in said["text"] for said in office.world.chat.answers()] == [True]
    assert office.world.slack_queue.bodies == []


def test_a_guest_from_another_workspace_is_refused_though_the_press_happened_here(office: Office) -> None:
    body = payload("block_actions")
    body["user"]["team_id"] = "TELSEWHERE"
    body["actions"][0] |= {"action_id": "send_request", "value": "anything"}

    office.interact(body)

    assert REFUSAL in office.world.chat.answers()[0]["text"]


def test_one_officer_cannot_send_the_draft_of_another(office: Office) -> None:
    office.world.household()
    draft = office.preview()["blocks"][-1]["elements"][0]["value"]

    office.press("send_request", draft, user=builders.SUPERVISOR)
    office.work()

    assert office.world.requests.recent() == []


def test_nothing_that_an_officer_typed_is_logged(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.world.household()
    office.world.chat.trouble.before.append(RuntimeError("man in a red jacket"))

    office.command(COMPLETE)
    office.work()
    office.command("26-01234, 1009 Roxleigh Rd")

    written = "".join(capsys.readouterr())
    assert "Roxleigh" not in written
    assert "hooks.slack.com" not in written
