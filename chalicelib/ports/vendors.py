"""The vendors that we call."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from chalicelib.domain.letter import Mail
from chalicelib.domain.outbox import MessageId


class Texts(Protocol):
    """The carrier."""

    def send(self, message_id: MessageId, to: str, body: str) -> str:
        """Send one text; give the provider's id. Raises ProviderBusy, ProviderRefused, ProviderSilent."""

    def look(self, to: str, body: str, *, since: datetime) -> str | None:
        """Give the provider's id of this very text if it was taken since then."""


class Emails(Protocol):
    """The mail service."""

    def send(self, mail: Mail) -> str:
        """Send one mail; give the provider's id. Raises ProviderBusy, ProviderRefused, ProviderSilent."""


class Chat(Protocol):
    """Slack, as we call it."""

    def post(self, channel: str, payload: dict[str, Any], *, message_id: str) -> str:
        """Post a message; give its ts. The id goes along as metadata, so that it can be looked for."""

    def update(self, channel: str, ts: str, payload: dict[str, Any]) -> None: ...

    def look(self, channel: str, message_id: str, *, since: datetime, thread_ts: str = "") -> str | None:
        """Give the ts of the message that carries this id, if it was taken since then (in that thread, if any)."""

    def post_ephemeral(self, channel: str, user: str, payload: dict[str, Any]) -> None:
        """Show a message to one person in a channel: for when there is no response URL, or it ran out."""

    def open_view(self, trigger_id: str, view: dict[str, Any]) -> None: ...

    def respond(self, response_url: str, payload: dict[str, Any]) -> None:
        """Answer on a response URL. Raises Refused where it is not one of Slack's."""
