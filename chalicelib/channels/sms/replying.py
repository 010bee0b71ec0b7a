"""A reply as TwiML (twilio.com/docs/messaging/twiml): one message, or none."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from chalicelib.channels.http import respond


def twiml(reply: str) -> dict[str, Any]:
    """Answer the webhook with this text, or with no text at all where it is empty."""
    message = f"<Message>{_escaped(reply)}</Message>" if reply else ""
    document = f'<?xml version="1.0" encoding="UTF-8"?><Response>{message}</Response>'
    return respond(HTTPStatus.OK, document, content_type="text/xml")


def noted() -> dict[str, Any]:
    """Answer a status callback."""
    return respond(HTTPStatus.NO_CONTENT)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
