"""How Slack says no: `ok` is false and the error has a name."""

from __future__ import annotations

from typing import Any


class SlackError(Exception):
    """A request that Slack refuses; `messages` say more, as response_metadata does."""

    def __init__(self, name: str, *messages: str) -> None:
        super().__init__(name)
        self.name = name
        self.messages = messages

    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error": self.name}
        if self.messages:
            body["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        return body
