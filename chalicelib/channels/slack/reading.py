"""Reads what Slack sends into one shape: a command, a press of a button, or a form handed in. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.domain.draft import Draft

Body = Mapping[str, Any]
TEXT_FIELDS = ("case_number", "category", "place", "radius", "look_for")
WINDOW_FIELDS = ("start_date", "start_time", "end_date", "end_time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who did what, where; `name` is the same whenever Slack delivers the same deed again, and opens nothing.

    `text` is what was typed after the command, the value of the button, or what the form was given to remember.
    """

    name: str
    officer_id: str
    team_id: str
    channel_id: str
    response_url: str
    trigger_id: str
    text: str


def read_command(body: Body) -> Deed:
    """Read a slash command."""
    return Deed(
        name=_name(body, "team_id", "user_id", "trigger_id", "command", "text", "response_url"),
        officer_id=_text(body, "user_id"),
        team_id=_text(body, "team_id"),
        channel_id=_text(body, "channel_id"),
        response_url=_text(body, "response_url"),
        trigger_id=_text(body, "trigger_id"),
        text=_text(body, "text"),
    )


def read_press(body: Body) -> Deed:
    """Read the press of a button; everything but user, team and the button's value may be missing."""
    action: Mapping[str, Any] = next(iter(body.get("actions") or []), {})
    return Deed(
        name=_name({**body, "action": [_text(action, name) for name in ("action_id", "action_ts", "value")]},
                   "team", "user", "trigger_id", "action"),
        text=_text(action, "value"),
        **_interaction(body),
    )  # fmt: skip


def read_form(body: Body) -> Deed:
    """Read a form that was handed in."""
    view = body.get("view") or {}
    content = {"view_id": view.get("id"), "metadata": view.get("private_metadata"), "values": _values(body)}
    return Deed(
        name=_name({**body, **content}, "team", "user", "trigger_id", "view_id", "metadata", "values"),
        text=_text(view, "private_metadata"),
        **_interaction(body),
    )


def read_draft(body: Body) -> Draft:
    """Read the fields of the form; days and times come from their pickers, the last day may be left out."""
    given = {block: _given(state) for block, state in _values(body).items() if isinstance(state, Mapping)}
    start_date, start_time, end_date, end_time = (given.get(field, "") for field in WINDOW_FIELDS)
    window = f"{start_date} {start_time} - {end_date} {end_time}" if start_date and start_time and end_time else ""
    return Draft(window=" ".join(window.split()), **{field: given.get(field, "") for field in TEXT_FIELDS})


def _interaction(body: Body) -> dict[str, str]:
    """A guest carries another team than the place where the press happened: the person's own counts."""
    user, team, container = (body.get(name) or {} for name in ("user", "team", "container"))
    return {
        "officer_id": _text(user, "id"),
        "team_id": _text(user, "team_id") or _text(team, "id"),
        "channel_id": _text(body.get("channel") or {}, "id") or _text(container, "channel_id"),
        "response_url": _text(body, "response_url"),
        "trigger_id": _text(body, "trigger_id"),
    }


def _values(body: Body) -> Mapping[str, Any]:
    values = ((body.get("view") or {}).get("state") or {}).get("values")
    return values if isinstance(values, Mapping) else {}


def _given(state: Mapping[str, Any]) -> str:
    """Give what one block's only element holds, whatever its kind."""
    element = next(iter(state.values()), None) or {}
    if isinstance(element.get("selected_option"), Mapping):
        return _text(element["selected_option"], "value")
    found = (_text(element, name) for name in ("value", "selected_date", "selected_time"))
    return next((text for text in found if text), "")


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""


def _name(body: Body, *fields: str) -> str:
    told = json.dumps([body.get(field) for field in fields], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:20]
