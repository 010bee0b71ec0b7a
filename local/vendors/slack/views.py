"""views.open and views.update: forms that stand before one user."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from typing import Any

from local.vendors.slack.blocks import with_ids
from local.vendors.slack.errors import SlackError
from local.vendors.slack.forms import state_of
from local.vendors.slack.rules import faults, surprises, too_long
from local.vendors.slack.space import APP_ID, BOT_ID, Space, View
from local.vendors.unknown import Unknown

LONGEST = {"title": 24, "submit": 24, "close": 24, "private_metadata": 3000, "callback_id": 255, "external_id": 255}
KNOWN = {*LONGEST, "type", "blocks", "clear_on_close", "notify_on_close"}
Arguments = Mapping[str, Any]


class Views:
    """Opens, changes and closes forms."""

    def __init__(self, *, space: Space, unknown: Unknown) -> None:
        self._space = space
        self._unknown = unknown

    def open(self, arguments: Arguments) -> dict[str, Any]:
        wanted = self.checked(arguments.get("view"))
        if not arguments.get("trigger_id"):
            raise SlackError("invalid_arguments", "missing required field: trigger_id")
        user = self._space.use_trigger(str(arguments["trigger_id"]))
        body = self.show(user, wanted)
        self._space.log("views.open", dict(arguments), ts=self._space.next_ts(), view_id=body["id"])
        return {"view": body}

    def update(self, arguments: Arguments) -> dict[str, Any]:
        view = self._named(arguments)
        if arguments.get("hash") not in (None, "", view.body["hash"]):
            raise SlackError("hash_conflict")
        body = self.replace(view, self.checked(arguments.get("view")))
        self._space.log("views.update", dict(arguments), ts=self._space.next_ts(), view_id=body["id"])
        return {"view": body}

    def show(self, user: str, wanted: dict[str, Any], *, above: View | None = None) -> dict[str, Any]:
        """Open a form before a user, above another one where one is given."""
        name = f"V{secrets.token_hex(5).upper()}"
        root = above.body["root_view_id"] if above else name
        body = self._body(wanted, id=name, root_view_id=root, previous_view_id=above.body["id"] if above else None)
        self._space.views[name] = View(user=user, body=body)
        self._space.touch()
        return body

    def replace(self, view: View, wanted: dict[str, Any]) -> dict[str, Any]:
        kept = {name: view.body[name] for name in ("id", "root_view_id", "previous_view_id")}
        view.body = self._body(wanted, **kept)
        self._space.touch()
        return view.body

    def close(self, view: View, *, all_of_them: bool = False) -> None:
        """Take a form away; with all_of_them every form of its user."""
        for name, other in list(self._space.views.items()):
            if other is view or (all_of_them and other.user == view.user):
                del self._space.views[name]
        self._space.touch()

    def checked(self, wanted: Any) -> dict[str, Any]:
        """Return a form that Slack would take; raise SlackError."""
        if not isinstance(wanted, dict) or wanted.get("type") != "modal":
            raise SlackError("invalid_arguments", "missing required field: view of type modal")
        for what in [*surprises(wanted.get("blocks", [])), *(f"view.{name}" for name in set(wanted) - KNOWN)]:
            self._unknown.record("slack", what)
        found = [*faults(wanted.get("blocks", []), most=100), *faults_of_view(wanted)]
        if found:
            raise SlackError("invalid_arguments", *found)
        return wanted

    def _named(self, arguments: Arguments) -> View:
        for name, view in self._space.views.items():
            external = view.body["external_id"]
            if name == arguments.get("view_id") or (external and external == arguments.get("external_id")):
                return view
        raise SlackError("not_found")

    def _body(self, wanted: dict[str, Any], **place: Any) -> dict[str, Any]:
        blocks = with_ids(wanted["blocks"])
        defaults = {"close": None, "submit": None, "private_metadata": "", "callback_id": "", "external_id": ""}
        flags = {"clear_on_close": False, "notify_on_close": False}
        team = self._space.config.slack_team_id
        own = {"team_id": team, "app_id": APP_ID, "bot_id": BOT_ID, "app_installed_team_id": team}
        state = {"values": state_of(blocks, {})}
        stamp = f"{int(self._space.time())}.{secrets.token_hex(4)}"
        return {**defaults, **flags, **wanted, **own, **place, "blocks": blocks, "state": state, "hash": stamp}


def faults_of_view(view: Mapping[str, Any]) -> Iterator[str]:
    for name, longest in LONGEST.items():
        if view.get(name):
            yield from too_long(dict(view), name, longest)
    if not view.get("title"):
        yield "missing required field: title"
    if not view.get("blocks"):
        yield "missing required field: blocks"
    if any(block.get("type") == "input" for block in view.get("blocks", [])) and not view.get("submit"):
        yield "submit is required when an input block is within the blocks array"
