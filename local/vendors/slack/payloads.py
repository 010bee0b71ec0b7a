"""What Slack sends: slash commands, button presses, submitted and closed forms. Pure."""

from __future__ import annotations

from typing import Any

from local.vendors.config import Officer, VendorConfig
from local.vendors.slack.blocks import Block, Element
from local.vendors.slack.forms import KEYS, Raw, typed
from local.vendors.slack.space import APP_ID, Post

DOMAIN = "porchlight-local"
OLD_TOKEN = "porchlight-local-verification"  # noqa: S105 - Slack still sends it, nobody may trust it
Payload = dict[str, Any]


def slash_command(
    config: VendorConfig, officer: Officer, *, command: str, text: str, trigger_id: str, response_url: str
) -> dict[str, str]:
    """Return the form of a slash command."""
    return {
        "token": OLD_TOKEN,
        "team_id": config.slack_team_id,
        "team_domain": DOMAIN,
        "channel_id": config.slack_channel_id,
        "channel_name": config.slack_channel_name,
        "user_id": officer.id,
        "user_name": handle_of(officer),
        "command": command,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger_id,
    }


def message_action(
    config: VendorConfig, officer: Officer, *, post: Post, message: Payload, action: Payload, values: Payload,
    trigger_id: str, response_url: str,
) -> Payload:  # fmt: skip
    """Return block_actions for a press under a message. For an ephemeral one Slack sends no `message`."""
    container = {
        "type": "message",
        "message_ts": post.ts,
        "channel_id": config.slack_channel_id,
        "is_ephemeral": bool(post.visible_to),
    }
    payload = common(config, officer, "block_actions") | {
        "container": container,
        "trigger_id": trigger_id,
        "channel": {"id": config.slack_channel_id, "name": config.slack_channel_name},
        "state": {"values": values},
        "response_url": response_url,
        "actions": [action],
    }
    return payload if post.visible_to else payload | {"message": message}


def view_action(config: VendorConfig, officer: Officer, *, view: Payload, action: Payload, trigger_id: str) -> Payload:
    """Return block_actions for a press inside a form."""
    return common(config, officer, "block_actions") | {
        "container": {"type": "view", "view_id": view["id"]},
        "trigger_id": trigger_id,
        "view": view,
        "actions": [action],
    }


def view_submission(config: VendorConfig, officer: Officer, *, view: Payload, trigger_id: str) -> Payload:
    extra = {"trigger_id": trigger_id, "view": view, "response_urls": []}
    return common(config, officer, "view_submission") | extra


def view_closed(config: VendorConfig, officer: Officer, *, view: Payload) -> Payload:
    return common(config, officer, "view_closed") | {"view": view, "is_cleared": False}


def action_of(block: Block, element: Element, *, raw: Raw, ts: str) -> Payload:
    """Return the entry of `actions` for a pressed button or a changed choice."""
    base = {"action_id": element["action_id"], "block_id": block["block_id"], "type": element["type"], "action_ts": ts}
    if element["type"] in KEYS:
        return base | typed(element, raw.get(block["block_id"], {}))
    return base | {name: element[name] for name in ("text", "value", "style", "confirm", "url") if name in element}


def common(config: VendorConfig, officer: Officer, kind: str) -> Payload:
    name, team = handle_of(officer), config.slack_team_id
    return {
        "type": kind,
        "user": {"id": officer.id, "username": name, "name": name, "team_id": team},
        "api_app_id": APP_ID,
        "token": OLD_TOKEN,
        "team": {"id": team, "domain": DOMAIN},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def handle_of(officer: Officer) -> str:
    """Return a user name as Slack forms it from a full name."""
    return "".join(letter for letter in officer.name.lower().replace(" ", ".") if letter.isalnum() or letter == ".")
