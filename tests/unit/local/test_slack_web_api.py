"""Slack's Web API as the local Slack answers it."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.anyio
CHANNEL = "C0EXAMPLE"
TOKEN = {"Authorization": "Bearer xoxb-example"}
FORM_VIEW = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Ask"},
    "submit": {"type": "plain_text", "text": "Preview"},
    "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "What happened?"}}],
}


@pytest.fixture
def call(vendors):
    async def call(method: str, **arguments) -> dict:
        return (await vendors.post(f"/slack/api/{method}", json=arguments, headers=TOKEN)).json()

    return call


@pytest.fixture
def sent(vendors):
    async def sent() -> list[dict]:
        return (await vendors.get("/slack/messages")).json()

    return sent


async def test_a_message_is_taken_and_listed_with_all_it_held(call, sent):
    blocks = [{"type": "divider"}]
    answer = await call("chat.postMessage", channel=CHANNEL, text="hi", blocks=blocks, metadata={"event_type": "x"})

    [entry] = await sent()
    payload = {"channel": CHANNEL, "text": "hi", "blocks": blocks, "metadata": {"event_type": "x"}}
    assert answer["ok"]
    assert entry | {"method": "chat.postMessage", "payload": payload, "ts": answer["ts"]} == entry
    assert "token" not in json.dumps(entry)


async def test_a_form_body_is_as_good_as_json(vendors, sent):
    form = {"token": "xoxb-example", "channel": CHANNEL, "blocks": json.dumps([{"type": "divider"}])}
    answer = await vendors.post("/slack/api/chat.postMessage", data=form)

    assert answer.json()["ok"]
    assert (await sent())[0]["payload"]["blocks"] == [{"type": "divider"}]


@pytest.mark.parametrize(
    ("headers", "error"), [({}, "not_authed"), ({"Authorization": "Bearer xoxb-guessed"}, "invalid_auth")]
)
async def test_a_missing_or_wrong_token_is_refused(vendors, sent, headers, error):
    answer = await vendors.post("/slack/api/chat.postMessage", json={"channel": CHANNEL, "text": "x"}, headers=headers)

    assert answer.json() == {"ok": False, "error": error}
    assert await sent() == []


async def test_history_can_be_read_by_tools_that_know_no_token(vendors):
    answer = await vendors.get("/slack/api/conversations.history", params={"channel": CHANNEL})

    assert answer.json()["ok"]


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.postMessage", {"channel": "C0OTHER", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": CHANNEL}, "no_text"),
        ("chat.postMessage", {"channel": CHANNEL, "text": "x" * 40_001}, "msg_too_long"),
        ("chat.postMessage", {"channel": CHANNEL, "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        ("chat.postEphemeral", {"channel": CHANNEL, "text": "x", "user": "U0NOBODY"}, "user_not_in_channel"),
        ("chat.update", {"channel": CHANNEL, "text": "x", "ts": "1.000001"}, "message_not_found"),
        ("conversations.history", {"channel": "C0OTHER"}, "channel_not_found"),
        ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
        ("views.open", {"trigger_id": "1.2.x", "view": {"type": "modal"}}, "invalid_arguments"),
        ("views.open", {"view": FORM_VIEW}, "invalid_arguments"),
        ("views.update", {"view_id": "V0", "view": FORM_VIEW}, "not_found"),
    ],
)
async def test_errors_have_slacks_names(call, sent, method, arguments, error):
    answer = await call(method, **arguments)

    assert (answer["ok"], answer["error"]) == (False, error)
    assert await sent() == []


async def test_an_unknown_method_is_refused_and_recorded(call, parts):
    assert (await call("chat.delete", channel=CHANNEL, ts="1.2"))["error"] == "unknown_method"

    assert parts.unknown.listing() == [{"vendor": "slack", "what": "method chat.delete", "times": 1}]


@pytest.mark.parametrize(
    ("block", "what"),
    [
        ({"type": "rich_text", "elements": []}, "block rich_text"),
        ({"type": "actions", "elements": [{"type": "overflow", "options": []}]}, "element overflow"),
        ({"type": "divider", "colour": "red"}, "divider.colour"),
    ],
)
async def test_what_the_playground_cannot_draw_is_recorded(call, parts, block, what):
    await call("chat.postMessage", channel=CHANNEL, blocks=[block])

    assert [entry["what"] for entry in parts.unknown.listing()] == [what]


async def test_an_update_replaces_the_message_in_place(call, vendors):
    ts = (await call("chat.postMessage", channel=CHANNEL, text="0 answers"))["ts"]
    await call("chat.postMessage", channel=CHANNEL, text="other")
    answer = await call("chat.update", channel=CHANNEL, ts=ts, text="1 answer")

    drawn = (await vendors.get("/control/slack")).json()["messages"]
    assert (answer["ts"], [message["text"] for message in drawn]) == (ts, ["1 answer", "other"])


async def test_a_form_opens_before_the_detective_when_the_trigger_was_made_up(call, vendors, sent):
    answer = await call("views.open", trigger_id="1.2.made-up", view=FORM_VIEW)

    [shown] = (await vendors.get("/control/slack")).json()["views"]
    assert (shown["user"], shown["view"]["id"]) == ("U0DANA", answer["view"]["id"])
    assert (await sent())[0]["payload"] == {"trigger_id": "1.2.made-up", "view": FORM_VIEW}


async def test_an_issued_trigger_works_once_and_not_for_long(call, parts, clock):
    used, old = parts.slack.space.new_trigger("U0SAM"), parts.slack.space.new_trigger("U0SAM")

    assert (await call("views.open", trigger_id=used, view=FORM_VIEW))["ok"]
    assert (await call("views.open", trigger_id=used, view=FORM_VIEW))["error"] == "exchanged_trigger_id"
    clock.advance(11)
    assert (await call("views.open", trigger_id=old, view=FORM_VIEW))["error"] == "expired_trigger_id"


async def test_a_view_update_with_an_old_hash_is_a_conflict(call):
    view = (await call("views.open", trigger_id="1.2.x", view=FORM_VIEW))["view"]

    assert (await call("views.update", view_id=view["id"], hash="0.old", view=FORM_VIEW))["error"] == "hash_conflict"
    assert (await call("views.update", view_id=view["id"], hash=view["hash"], view=FORM_VIEW))["ok"]


async def test_people_and_the_bot_are_known(call):
    assert (await call("users.info", user="U0SAM"))["user"]["real_name"] == "Sam Example"
    assert (await call("auth.test"))["team_id"] == "T0EXAMPLE"


@pytest.mark.parametrize(("answer", "status"), [("500", 500), ("429", 429), ("fatal_error", 200)])
async def test_a_failure_can_be_asked_for_and_ends_by_itself(vendors, call, answer, status):
    await vendors.post("/control/slack/fault", json={"answer": answer, "times": 1})

    refused = await vendors.post("/slack/api/auth.test", headers=TOKEN)
    assert refused.status_code == status
    assert (await call("auth.test"))["ok"]
