"""conversations.history and conversations.replies: what everyone sees, and in which order."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.anyio
CHANNEL = "C0EXAMPLE"


@pytest.fixture
def call(vendors):
    async def call(method: str, **arguments) -> dict:
        headers = {"Authorization": "Bearer xoxb-example"}
        return (
            await vendors.post(f"/slack/api/{method}", data={"channel": CHANNEL, **arguments}, headers=headers)
        ).json()

    return call


@pytest.fixture
async def stamps(call):
    """Five messages; their timestamps, oldest first."""
    return [(await call("chat.postMessage", text=str(number)))["ts"] for number in range(1, 6)]


def texts(answer: dict) -> list[str]:
    return [message["text"] for message in answer["messages"]]


@pytest.mark.usefixtures("stamps")
async def test_the_newest_stands_first(call):
    answer = await call("conversations.history")

    assert (texts(answer), answer["has_more"]) == (["5", "4", "3", "2", "1"], False)


@pytest.mark.usefixtures("stamps")
async def test_following_the_cursor_gives_each_message_once(call):
    answer = await call("conversations.history", limit="2")
    found = texts(answer)
    while answer["has_more"]:
        answer = await call("conversations.history", limit="2", cursor=answer["response_metadata"]["next_cursor"])
        found += texts(answer)

    assert found == ["5", "4", "3", "2", "1"]


async def test_oldest_and_latest_leave_out_their_own_message_unless_inclusive(call, stamps):
    between = {"oldest": stamps[1], "latest": stamps[3]}

    assert texts(await call("conversations.history", **between)) == ["3"]
    assert texts(await call("conversations.history", **between, inclusive="true")) == ["4", "3", "2"]


async def test_ephemeral_messages_and_replies_are_not_history(call):
    ts = (await call("chat.postMessage", text="public"))["ts"]
    await call("chat.postEphemeral", text="private", user="U0DANA")
    await call("chat.postMessage", text="reply", thread_ts=ts)

    assert texts(await call("conversations.history")) == ["public"]


async def test_metadata_comes_only_when_asked_for(call):
    metadata = '{"event_type": "request", "event_payload": {"id": "r1"}}'
    await call("chat.postMessage", text="x", metadata=metadata)

    [bare] = (await call("conversations.history"))["messages"]
    [whole] = (await call("conversations.history", include_all_metadata="true"))["messages"]
    assert "metadata" not in bare
    assert whole["metadata"]["event_payload"] == {"id": "r1"}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [({"limit": "0"}, "invalid_limit"), ({"limit": "x"}, "invalid_limit"), ({"cursor": "x"}, "invalid_cursor")],
)
async def test_bad_arguments_have_slacks_names(call, stamps, arguments, error):
    assert stamps
    assert (await call("conversations.history", **arguments))["error"] == error


async def test_a_thread_begins_each_page_and_its_replies_follow_oldest_first(call):
    ts = (await call("chat.postMessage", text="request"))["ts"]
    await call("chat.postMessage", text="other")
    for number in range(3):
        await call("chat.postMessage", text=f"reply {number}", thread_ts=ts)

    first = await call("conversations.replies", ts=ts, limit="2")
    second = await call("conversations.replies", ts=ts, cursor=first["response_metadata"]["next_cursor"])
    assert texts(first) == ["request", "reply 0", "reply 1"]
    assert (texts(second), second["has_more"]) == (["request", "reply 2"], False)


async def test_a_thread_that_does_not_exist_is_not_found(call):
    assert (await call("conversations.replies", ts="1.000001"))["error"] == "thread_not_found"
