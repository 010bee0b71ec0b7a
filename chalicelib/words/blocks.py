"""Slack's blocks, plain text only and always escaped: nothing that anybody typed can mention, link or format."""

from __future__ import annotations

from typing import Any

Block = dict[str, Any]
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""docs.slack.dev/messaging/formatting-message-text, "Escaping text"."""


def escaped(text: str) -> str:
    """Escape the three characters that Slack reads as its own."""
    return text.translate(_ESCAPES)


def plain(text: str, *, most: int = 3000) -> Block:
    """Give a text object, cut to what Slack takes at its place."""
    safe = escaped(text)
    while len(safe) > most:
        text = text[: len(text) - max(1, (len(safe) - most) // 5)]
        safe = escaped(text)
    return {"type": "plain_text", "text": safe, "emoji": False}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, most=150)}


def section(text: str) -> Block:
    return {"type": "section", "text": plain(text)}


def facts(*texts: str) -> Block:
    """Give up to ten short texts side by side."""
    return {"type": "section", "fields": [plain(text, most=2000) for text in texts]}


def context(text: str) -> Block:
    return {"type": "context", "elements": [plain(text)]}


def buttons(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def button(text: str, *, action_id: str, value: str, style: str = "") -> Block:
    """Give a button; `value` is all that a press needs to know, and holds an id only."""
    plainly = {"type": "button", "text": plain(text, most=75), "action_id": action_id, "value": value}
    return plainly | ({"style": style} if style else {})


def link(text: str, *, action_id: str, url: str) -> Block:
    """Give a button that opens an address in the browser."""
    return {"type": "button", "text": plain(text, most=75), "action_id": action_id, "url": url}


def message(text: str, *blocks: Block) -> dict[str, Any]:
    """Give a message: its blocks, and one line for notifications and screen readers."""
    return {"text": escaped(text), "blocks": list(blocks) or [section(text)]}
