"""The methods of Slack's Web API that the application uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from local.vendors.slack.errors import SlackError
from local.vendors.slack.history import as_message, history, replies
from local.vendors.slack.payloads import handle_of
from local.vendors.slack.rules import faults, surprises
from local.vendors.slack.space import APP_ID, BOT_ID, BOT_USER_ID, Space
from local.vendors.slack.views import Views
from local.vendors.unknown import Unknown

Arguments = Mapping[str, Any]
Answer = dict[str, Any]


class WebAPI:
    """Takes a method and its arguments, gives Slack's answer; raises SlackError."""

    def __init__(self, *, space: Space, views: Views, unknown: Unknown) -> None:
        self._space = space
        self._unknown = unknown
        self.methods: dict[str, Callable[[Arguments], Answer]] = {
            "auth.test": self.auth_test,
            "users.info": self.users_info,
            "chat.postMessage": self.post_message,
            "chat.postEphemeral": self.post_ephemeral,
            "chat.update": self.update,
            "conversations.history": self.history,
            "conversations.replies": self.replies,
            "views.open": views.open,
            "views.update": views.update,
        }

    def call(self, method: str, arguments: Arguments) -> Answer:
        if method not in self.methods:
            self._unknown.record("slack", f"method {method}")
            raise SlackError("unknown_method")
        return {"ok": True, **self.methods[method](arguments)}

    def post_message(self, arguments: Arguments) -> Answer:
        channel, text, blocks = self._content(arguments)
        post = self._space.add(
            text=text, blocks=blocks, metadata=arguments.get("metadata"), thread_ts=arguments.get("thread_ts", "")
        )
        self._space.log("chat.postMessage", dict(arguments), ts=post.ts)
        return {"channel": channel, "ts": post.ts, "message": as_message(post, with_metadata=True)}

    def post_ephemeral(self, arguments: Arguments) -> Answer:
        _, text, blocks = self._content(arguments)
        if arguments.get("user") not in self._space.users:
            raise SlackError("user_not_in_channel")
        post = self._space.add(text=text, blocks=blocks, visible_to=arguments["user"])
        self._space.log("chat.postEphemeral", dict(arguments), ts=post.ts)
        return {"message_ts": post.ts}

    def update(self, arguments: Arguments) -> Answer:
        channel, text, blocks = self._content(arguments)
        post = self._space.posts.get(str(arguments.get("ts", "")))
        if post is None or post.visible_to:
            raise SlackError("message_not_found")
        if post.author != BOT_USER_ID:
            raise SlackError("cant_update_message")
        post = self._space.edit(post, text=text, blocks=blocks)
        self._space.log("chat.update", dict(arguments), ts=post.ts)
        return {"channel": channel, "ts": post.ts, "text": text, "message": as_message(post)}

    def history(self, arguments: Arguments) -> Answer:
        self._channel(arguments)
        return history(list(self._space.posts.values()), arguments)

    def replies(self, arguments: Arguments) -> Answer:
        self._channel(arguments)
        return replies(list(self._space.posts.values()), arguments)

    def auth_test(self, _arguments: Arguments) -> Answer:
        return {
            "url": "https://porchlight-local.slack.com/",
            "team": "Porchlight on this machine",
            "user": "porchlight",
            "team_id": self._space.config.slack_team_id,
            "user_id": BOT_USER_ID,
            "bot_id": BOT_ID,
            "app_id": APP_ID,
            "is_enterprise_install": False,
        }

    def users_info(self, arguments: Arguments) -> Answer:
        officer = self._space.users.get(str(arguments.get("user", "")))
        if officer is None:
            raise SlackError("user_not_found")
        refused = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
        profile = {"real_name": officer.name, "display_name": officer.name}
        user = {"id": officer.id, "team_id": self._space.config.slack_team_id, "name": handle_of(officer)}
        return {
            "user": user
            | {"real_name": officer.name, "tz": self._space.config.time_zone, "profile": profile}
            | dict.fromkeys(refused, False)
        }

    def _content(self, arguments: Arguments) -> tuple[str, str, list[Any]]:
        """Return channel, text and blocks of a message that Slack would take."""
        channel = self._channel(arguments)
        text, blocks = arguments.get("text") or "", arguments.get("blocks") or []
        if not text and not blocks:
            raise SlackError("no_text")
        check_message(text, blocks, self._unknown)
        return channel, text, blocks

    def _channel(self, arguments: Arguments) -> str:
        config = self._space.config
        if arguments.get("channel") not in (config.slack_channel_id, f"#{config.slack_channel_name}"):
            raise SlackError("channel_not_found")
        return config.slack_channel_id


def check_message(text: str, blocks: Any, unknown: Unknown) -> None:
    """Refuse a message beyond Slack's limits; note what the playground cannot draw."""
    if len(text) > 40_000:
        raise SlackError("msg_too_long")
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise SlackError("invalid_blocks_format")
    for what in surprises(blocks):
        unknown.record("slack", what)
    found = list(faults(blocks, most=50))
    if found:
        raise SlackError("invalid_blocks", *found)
