"""conversations.history: newest first, paged by a cursor."""

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
    limit = limit_of(arguments)
    shown = [post for post in posts if is_public(post) and is_inside(post, arguments)]
    shown.sort(key=lambda post: Decimal(post.ts), reverse=True)
    page, more = shown[:limit], shown[limit:]
    with_metadata = is_true(arguments.get("include_all_metadata"))
    answer: dict[str, Any] = {
        "messages": [as_message(post, with_metadata=with_metadata) for post in page],
        "has_more": bool(more),
        "pin_count": 0,
        "channel_actions_ts": None,
        "channel_actions_count": 0,
    }
    if more:
        answer["response_metadata"] = {"next_cursor": encode(more[0].ts)}
    return answer


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
    """Say whether a message lies between `oldest` and `latest`, and not before the page that the cursor opens."""
    ts, inclusive = Decimal(post.ts), is_true(arguments.get("inclusive"))
    if arguments.get("cursor") and ts > decode(arguments["cursor"]):
        return False
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
