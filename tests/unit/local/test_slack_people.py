"""Officers at their screens: what the application gets, and what becomes of its answer."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import httpx
import pytest

pytestmark = pytest.mark.anyio
TOKEN = {"Authorization": "Bearer xoxb-example"}


def plain(text: str) -> dict:
    return {"type": "plain_text", "text": text}


BUTTON = {"type": "button", "action_id": "send_request", "text": plain("Send"), "value": "r1", "style": "primary"}
BLOCKS = [{"type": "actions", "block_id": "b1", "elements": [BUTTON]}]
CASE = {
    "type": "input",
    "block_id": "case",
    "label": plain("Case"),
    "element": {"type": "plain_text_input", "action_id": "number"},
}
VIEW = {"type": "modal", "callback_id": "ask", "title": plain("Ask"), "submit": plain("Preview"), "blocks": [CASE]}


@pytest.fixture(autouse=True)
def quiet(application):
    application.reply = lambda _: httpx.Response(200)


@pytest.fixture
def act(vendors):
    async def act(deed: str, **wanted) -> dict:
        return (await vendors.post(f"/control/slack/{deed}", json={"user": "U0DANA", **wanted})).json()

    return act


@pytest.fixture
def call(vendors):
    async def call(method: str, **arguments) -> dict:
        return (await vendors.post(f"/slack/api/{method}", json=arguments, headers=TOKEN)).json()

    return call


@pytest.fixture
def drawn(vendors):
    async def drawn() -> dict:
        return (await vendors.get("/control/slack")).json()

    return drawn


def form_of(request: httpx.Request) -> dict[str, str]:
    return dict(parse_qsl(request.content.decode(), keep_blank_values=True))


def payload_of(request: httpx.Request) -> dict:
    return json.loads(form_of(request)["payload"])


async def test_a_command_has_slacks_fields_and_signature(act, application, clock):
    from slack_sdk.signature import Clock, SignatureVerifier

    assert (await act("command", text="/footage 26-01234, 1009 Roxleigh Rd"))["ok"]

    request = application.requests[0]
    form = form_of(request)

    class Frozen(Clock):
        def now(self) -> float:
            return clock.now.timestamp()

    assert SignatureVerifier("example-signing-secret", Frozen()).is_valid_request(request.content, request.headers)
    assert str(request.url) == "http://front.test/slack/events"
    assert (form["command"], form["text"], form["user_id"]) == ("/footage", "26-01234, 1009 Roxleigh Rd", "U0DANA")
    sample = "token team_id team_domain channel_id channel_name user_id user_name command text response_url trigger_id"
    assert set(sample.split()) <= set(form)


async def test_a_command_without_arguments_has_an_empty_text(act, application):
    await act("command", text="/footage")

    assert form_of(application.requests[0])["text"] == ""


async def test_the_response_address_shows_only_the_asker_unless_told_otherwise(act, application, vendors, drawn):
    await act("command", text="/footage help", user="U0SAM")
    address = form_of(application.requests[0])["response_url"].removeprefix("http://127.0.0.1:8001")
    await vendors.post(address, json={"text": "private"})
    await vendors.post(address, json={"text": "public", "response_type": "in_channel"})

    shown = [(message["text"], message["visible_to"]) for message in (await drawn())["messages"]]
    assert shown == [("private", "U0SAM"), ("public", "")]


async def test_a_response_address_works_five_times_for_half_an_hour(act, application, vendors, clock):
    for _ in range(2):
        await act("command", text="/footage help")
    often, late = (
        form_of(request)["response_url"].removeprefix("http://127.0.0.1:8001") for request in application.requests
    )

    assert [(await vendors.post(often, json={"text": "x"})).status_code for _ in range(6)] == [200] * 5 + [404]
    clock.advance(1801)
    assert (await vendors.post(late, json={"text": "x"})).status_code == 404


async def test_a_response_address_that_was_made_up_is_taken_as_often_as_it_comes(vendors):
    answers = [await vendors.post("/slack/response/made-up/by/a/tool", json={"text": "x"}) for _ in range(7)]
    [*_, last] = (await vendors.get("/slack/messages")).json()

    assert {answer.status_code for answer in answers} == {200}
    assert (last["method"], last["payload"]) == ("response_url", {"text": "x"})


async def test_a_press_has_slacks_payload(act, call, application):
    ts = (await call("chat.postMessage", channel="C0EXAMPLE", blocks=BLOCKS))["ts"]
    await act("press", ts=ts, block_id="b1", action_id="send_request")

    payload = payload_of(application.requests[0])
    [action] = payload["actions"]
    assert action | BUTTON | {"block_id": "b1"} == action
    assert (payload["type"], payload["message"]["ts"], payload["container"]["is_ephemeral"]) == (
        "block_actions",
        ts,
        False,
    )
    assert {"user", "team", "channel", "trigger_id", "response_url", "state", "api_app_id", "token"} <= set(payload)


async def test_a_press_under_an_ephemeral_message_lacks_the_message(act, vendors, application, drawn):
    await vendors.post("/slack/response/x", json={"text": "p", "blocks": BLOCKS})
    [shown] = (await drawn())["messages"]
    await act("press", ts=shown["ts"], action_id="send_request")

    payload = payload_of(application.requests[0])
    assert "message" not in payload
    assert payload["container"]["is_ephemeral"] is True


async def test_a_response_to_a_press_replaces_or_deletes_what_was_pressed(act, vendors, application, drawn):
    await vendors.post("/slack/response/x", json={"text": "preview", "blocks": BLOCKS})
    [shown] = (await drawn())["messages"]
    await act("press", ts=shown["ts"], action_id="send_request")
    address = payload_of(application.requests[0])["response_url"].removeprefix("http://127.0.0.1:8001")

    await vendors.post(address, json={"replace_original": True, "text": "sent"})
    [after] = (await drawn())["messages"]
    assert (after["ts"], after["text"], after["visible_to"]) == (shown["ts"], "sent", "U0DANA")
    await vendors.post(address, json={"delete_original": True})
    assert (await drawn())["messages"] == []


async def test_nobody_presses_under_a_message_for_another(act, vendors, drawn):
    await vendors.post("/slack/response/x", json={"blocks": BLOCKS})
    [shown] = (await drawn())["messages"]

    assert (await act("press", user="U0SAM", ts=shown["ts"], action_id="send_request"))["error"] == "message_not_found"


async def test_a_form_is_submitted_with_its_state(act, call, application, drawn):
    view = (await call("views.open", trigger_id="1.2.x", view=VIEW | {"private_metadata": "r1"}))["view"]
    answer = await act("submit", view_id=view["id"], values={"case": {"number": "26-01234"}})

    payload = payload_of(application.requests[0])
    assert (payload["type"], payload["view"]["callback_id"]) == ("view_submission", "ask")
    assert payload["view"]["private_metadata"] == "r1"
    assert payload["view"]["state"]["values"] == {"case": {"number": {"type": "plain_text_input", "value": "26-01234"}}}
    assert (answer, (await drawn())["views"]) == ({"ok": True, "errors": {}}, [])


async def test_an_empty_required_field_is_slacks_own_complaint(act, call, application):
    view = (await call("views.open", trigger_id="1.2.x", view=VIEW))["view"]

    assert (await act("submit", view_id=view["id"]))["errors"] == {"case": "Please complete this required field."}
    assert application.requests == []


@pytest.mark.parametrize(
    ("wish", "errors", "titles"),
    [
        ({"response_action": "errors", "errors": {"case": "No such case."}}, {"case": "No such case."}, ["Ask"]),
        ({"response_action": "clear"}, {}, []),
        ({"response_action": "update", "view": VIEW | {"title": plain("Next")}}, {}, ["Next"]),
        ({"response_action": "push", "view": VIEW | {"title": plain("Above")}}, {}, ["Ask", "Above"]),
    ],
)
async def test_the_answer_to_a_form_decides_what_is_shown(act, call, application, drawn, wish, errors, titles):
    application.reply = lambda _: httpx.Response(200, json=wish)
    view = (await call("views.open", trigger_id="1.2.x", view=VIEW))["view"]
    answer = await act("submit", view_id=view["id"], values={"case": {"number": "26-01234"}})

    assert answer["errors"] == errors
    assert [shown["view"]["title"]["text"] for shown in (await drawn())["views"]] == titles


async def test_a_form_that_asked_for_it_tells_of_being_closed(act, call, application, drawn):
    view = (await call("views.open", trigger_id="1.2.x", view=VIEW | {"notify_on_close": True}))["view"]
    await act("close", view_id=view["id"])

    assert payload_of(application.requests[0])["type"] == "view_closed"
    assert (await drawn())["views"] == []


def times_out(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("too slow", request=request)


@pytest.mark.parametrize(
    ("reply", "error"), [(times_out, "operation_timeout"), (lambda _: httpx.Response(500), "dispatch_failed")]
)
async def test_a_failing_application_shows_as_slack_shows_it(act, application, reply, error):
    application.reply = reply

    assert (await act("command", text="/footage"))["error"] == error


async def test_control_takes_json_only(vendors):
    """A page of another site can post a form, not JSON."""
    assert (
        await vendors.post("/control/slack/command", content=b'{"user": "U0DANA", "text": "/x"}')
    ).status_code == 415
