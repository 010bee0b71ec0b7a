"""What the application posts to a response address."""

from __future__ import annotations

from typing import Any

from local.vendors.slack.history import is_true
from local.vendors.slack.space import Origin, Space
from local.vendors.slack.web_api import check_message
from local.vendors.unknown import Unknown

KNOWN = {"text", "blocks", "response_type", "replace_original", "delete_original", "unfurl_links", "unfurl_media"}


class Responses:
    """Shows, replaces or deletes a message through a response address."""

    def __init__(self, *, space: Space, unknown: Unknown) -> None:
        self._space = space
        self._unknown = unknown

    def take(self, suffix: str, payload: dict[str, Any]) -> None:
        """Act on a response; raise SlackError where Slack would refuse it."""
        for name in set(payload) - KNOWN:
            self._unknown.record("slack", f"response_url field {name}")
        check_message(payload.get("text") or "", payload.get("blocks") or [], self._unknown)
        origin = self._space.use_response_url(suffix)
        ts = self._act(origin, payload)
        url = f"{self._space.config.slack_response_url}/{suffix}"
        self._space.log("response_url", payload, ts=ts, url=url)

    def show(self, origin: Origin, payload: dict[str, Any]) -> str:
        """Show a message as `response_type` says; return its ts."""
        everyone = payload.get("response_type") == "in_channel"
        visible_to = "" if everyone else origin.user
        text, blocks = payload.get("text") or "", payload.get("blocks") or []
        post = self._space.add(text=text, blocks=blocks, visible_to=visible_to)
        origin.ts = origin.ts or post.ts
        return post.ts

    def _act(self, origin: Origin, payload: dict[str, Any]) -> str:
        original = self._space.posts.get(origin.ts)
        if is_true(payload.get("delete_original")):
            self._space.delete(origin.ts)
            return origin.ts
        if original and is_true(payload.get("replace_original")):
            text, blocks = payload.get("text") or "", payload.get("blocks") or []
            return self._space.edit(original, text=text, blocks=blocks).ts
        return self.show(origin, payload)
