"""conversations.history, newest first, and conversations.replies, oldest first; both paged by a cursor."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from local.vendors.slack.errors import SlackError
from local.vendors.slack.space import APP_ID, BOT_ID, BOT_USER_ID, Post

CURSOR = "next_ts:"


def history(posts: Sequence[Post], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return a page of what everyone sees; replies in threads and ephemeral messages are not part of it."""
    before = decode(arguments["cursor"]) if arguments.get("cursor") else Decimal("Infinity")
    shown = [post for post in posts if is_public(post) and is_inside(post, arguments) and Decimal(post.ts) <= before]
    shown.sort(key=lambda post: Decimal(post.ts), reverse=True)
    return page_of(shown, arguments) | {"pin_count": 0, "channel_actions_ts": None, "channel_actions_count": 0}


def replies(posts: Sequence[Post], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return a page of a thread: the message that began it, on each page, then its replies, oldest first."""
    began = next((post for post in posts if post.ts == arguments.get("ts") and not post.visible_to), None)
    if began is None:
        raise SlackError("thread_not_found")
    after = decode(arguments["cursor"]) if arguments.get("cursor") else Decimal(0)
    shown = [post for post in posts if post.thread_ts == began.ts and post is not began]
    shown = [post for post in shown if is_inside(post, arguments) and Decimal(post.ts) >= after]
    shown.sort(key=lambda post: Decimal(post.ts))
    page = page_of(shown, arguments)
    with_metadata = is_true(arguments.get("include_all_metadata"))
    return page | {"messages": [as_message(began, with_metadata=with_metadata), *page["messages"]]}


def page_of(posts: Sequence[Post], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the first page of these messages; the cursor names the message that begins the next."""
    limit = limit_of(arguments)
    page, more = posts[:limit], posts[limit:]
    with_metadata = is_true(arguments.get("include_all_metadata"))
    answer: dict[str, Any] = {
        "messages": [as_message(post, with_metadata=with_metadata) for post in page],
        "has_more": bool(more),
    }
    return answer | ({"response_metadata": {"next_cursor": encode(more[0].ts)}} if more else {})


def as_message(post: Post, *, with_metadata: bool = False) -> dict[str, Any]:
    """Return a message as Slack shows it."""
    message: dict[str, Any] = {"type": "message", "user": post.author, "text": post.text, "ts": post.ts}
    if post.author == BOT_USER_ID:
        message |= {"bot_id": BOT_ID, "app_id": APP_ID}
    if post.blocks:
        message["blocks"] = post.blocks
    if post.thread_ts:
        message["thread_ts"] = post.thread_ts
    if post.is_edited:
        message["edited"] = {"user": BOT_ID, "ts": post.ts}
    if post.metadata and with_metadata:
        message["metadata"] = post.metadata
    return message


def is_public(post: Post) -> bool:
    return not post.visible_to and post.thread_ts in ("", post.ts)


def is_inside(post: Post, arguments: Mapping[str, Any]) -> bool:
    """Say whether a message lies between `oldest` and `latest`."""
    ts, inclusive = Decimal(post.ts), is_true(arguments.get("inclusive"))
    oldest, latest = (stamp(arguments.get(name)) for name in ("oldest", "latest"))
    above = oldest is None or ts > oldest or (inclusive and ts == oldest)
    below = latest is None or ts < latest or (inclusive and ts == latest)
    return above and below


def limit_of(arguments: Mapping[str, Any]) -> int:
    try:
        limit = int(arguments.get("limit", 100))
    except (TypeError, ValueError) as error:
        raise SlackError("invalid_limit") from error
    if not 1 <= limit <= 999:
        raise SlackError("invalid_limit")
    return limit


def stamp(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value)) if value not in (None, "") else None
    except InvalidOperation as error:
        raise SlackError("invalid_ts_oldest") from error


def encode(ts: str) -> str:
    return base64.b64encode(f"{CURSOR}{ts}".encode()).decode()


def decode(cursor: str) -> Decimal:
    try:
        return Decimal(base64.b64decode(cursor).decode().removeprefix(CURSOR))
    except (ValueError, InvalidOperation) as error:
        raise SlackError("invalid_cursor") from error


def is_true(value: Any) -> bool:
    return value in (True, 1, "1", "true", "True")
