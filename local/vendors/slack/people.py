"""The officers at their screens: commands, presses and forms, posted to the application as Slack posts them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import httpx

from local.vendors.config import Officer
from local.vendors.slack import payloads
from local.vendors.slack.blocks import find
from local.vendors.slack.errors import SlackError
from local.vendors.slack.forms import Raw, complaints, state_of
from local.vendors.slack.history import as_message
from local.vendors.slack.responses import Responses
from local.vendors.slack.signature import signed_headers
from local.vendors.slack.space import Space, View
from local.vendors.slack.views import Views

PATIENCE = 10.0  # seconds. Slack waits 3; a laptop needs longer to start its first process.
FORM = "application/x-www-form-urlencoded"


class People:
    """Raises SlackError with `dispatch_failed` or `operation_timeout` where the application fails."""

    def __init__(self, *, space: Space, views: Views, responses: Responses, web: httpx.AsyncClient) -> None:
        self._space = space
        self._config = space.config
        self._views = views
        self._responses = responses
        self._web = web

    async def command(self, user: str, *, command: str, text: str) -> None:
        officer = self._officer(user)
        address = self._space.new_response_url("commands", user=user)
        form = payloads.slash_command(
            self._config, officer, command=command, text=text,
            trigger_id=self._space.new_trigger(user), response_url=address,
        )  # fmt: skip
        answer = await self._post(urlencode(form))
        if answer.content.strip():
            origin = self._space.origins[address.removeprefix(f"{self._config.slack_response_url}/")]
            self._responses.show(origin, reply_of(answer))

    async def press_in_message(self, user: str, *, ts: str, block_id: str, action_id: str, raw: Raw) -> None:
        officer = self._officer(user)
        post = self._space.posts.get(ts)
        if post is None or post.visible_to not in ("", user):
            raise SlackError("message_not_found")
        found = find(post.blocks, action_id=action_id, block_id=block_id)
        if found is None:
            raise SlackError("action_not_found")
        action = payloads.action_of(*found, raw=raw, ts=self._space.next_ts())
        payload = payloads.message_action(
            self._config, officer, post=post, message=as_message(post), action=action,
            values=state_of(post.blocks, raw), trigger_id=self._space.new_trigger(user),
            response_url=self._space.new_response_url("actions", user=user, ts=ts),
        )  # fmt: skip
        await self._interact(payload)

    async def press_in_view(self, user: str, *, view_id: str, block_id: str, action_id: str, raw: Raw) -> None:
        officer, view = self._officer(user), self._view(user, view_id)
        found = find(view.body["blocks"], action_id=action_id, block_id=block_id)
        if found is None:
            raise SlackError("action_not_found")
        view.body["state"] = {"values": state_of(view.body["blocks"], raw)}
        action = payloads.action_of(*found, raw=raw, ts=self._space.next_ts())
        trigger = self._space.new_trigger(user)
        await self._interact(
            payloads.view_action(self._config, officer, view=view.body, action=action, trigger_id=trigger)
        )

    async def submit(self, user: str, *, view_id: str, raw: Raw) -> dict[str, str]:
        """Submit a form; return errors by block id, Slack's own or the application's."""
        officer, view = self._officer(user), self._view(user, view_id)
        values = state_of(view.body["blocks"], raw)
        view.body["state"] = {"values": values}
        errors = complaints(view.body["blocks"], values)
        if errors:
            return errors
        trigger = self._space.new_trigger(user)
        answer = await self._interact(
            payloads.view_submission(self._config, officer, view=view.body, trigger_id=trigger)
        )
        return self._after_submission(view, answer)

    async def close(self, user: str, *, view_id: str) -> None:
        officer, view = self._officer(user), self._view(user, view_id)
        self._views.close(view, all_of_them=bool(view.body["clear_on_close"]))
        if view.body["notify_on_close"]:
            await self._interact(payloads.view_closed(self._config, officer, view=view.body))

    def _after_submission(self, view: View, answer: httpx.Response) -> dict[str, str]:
        wish = reply_of(answer) if answer.content.strip() else {}
        action = wish.get("response_action")
        if action == "errors":
            return dict(wish["errors"])
        if action == "update":
            self._views.replace(view, self._views.checked(wish["view"]))
        elif action == "push":
            self._views.show(view.user, self._views.checked(wish["view"]), above=view)
        else:
            self._views.close(view, all_of_them=action == "clear")
        return {}

    async def _interact(self, payload: dict[str, Any]) -> httpx.Response:
        return await self._post(urlencode({"payload": json.dumps(payload)}))

    async def _post(self, body: str) -> httpx.Response:
        signature = signed_headers(
            body=body, secret=self._config.slack_signing_secret, timestamp=int(self._space.time())
        )
        headers = {"Content-Type": FORM, "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)", **signature}
        url = f"{self._config.base_url}/slack/events"
        try:
            answer = await self._web.post(url, content=body, headers=headers, timeout=PATIENCE)
        except httpx.TimeoutException as error:
            raise SlackError("operation_timeout") from error
        except httpx.HTTPError as error:
            raise SlackError("dispatch_failed") from error
        if answer.is_error:
            raise SlackError("dispatch_failed", f"the application answered {answer.status_code}")
        return answer

    def _officer(self, user: str) -> Officer:
        if user not in self._space.users:
            raise SlackError("user_not_found")
        return self._space.users[user]

    def _view(self, user: str, view_id: str) -> View:
        view = self._space.views.get(view_id)
        if view is None or view.user != user:
            raise SlackError("view_not_found")
        return view


def reply_of(answer: httpx.Response) -> dict[str, Any]:
    """Return a JSON answer, or a plain one as a text."""
    if "json" in answer.headers.get("content-type", ""):
        value = answer.json()
        return value if isinstance(value, dict) else {}
    return {"text": answer.text}
