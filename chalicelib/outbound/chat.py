"""Slack's Web API and its response URLs. Loaded when first used, since it is slow to load."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import Any

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent, Refused

EVENT_TYPE = "porchlight"
_PAGES, _PAGE = 10, 200
_AGAIN_LATER = {"ratelimited", "rate_limited", "service_unavailable", "internal_error", "fatal_error"}
_NOT_SURE = {"internal_error", "fatal_error"}
_NOT_LET_IN = {"invalid_auth", "token_revoked", "token_expired", "not_authed", "account_inactive"}


class SlackChat:
    """Speaks with one bot token; every call ends within `timeout_s` seconds."""

    def __init__(self, *, token: str, api_url: str, response_url: str, timeout_s: float) -> None:
        self._token, self._api_url, self._timeout_s = token, api_url, timeout_s
        self._response_url = response_url if response_url.endswith("/") else response_url + "/"

    def post(self, channel: str, payload: dict[str, Any], *, message_id: str) -> str:
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"message": message_id}}
        posted = self._call(
            "chat.postMessage", channel=channel, metadata=metadata, unfurl_links=False, unfurl_media=False, **payload
        )
        return str(posted["ts"])

    def update(self, channel: str, ts: str, payload: dict[str, Any]) -> None:
        self._call("chat.update", channel=channel, ts=ts, **payload)

    def look(self, channel: str, message_id: str, *, since: datetime, thread_ts: str = "") -> str | None:
        """Read the channel (or the thread) since then, at most two thousand messages of it."""
        asked: dict[str, Any] = {
            "channel": channel, "oldest": f"{since.timestamp():.6f}", "limit": _PAGE, "include_all_metadata": True,
        }  # fmt: skip
        if thread_ts:
            asked["ts"] = thread_ts
        for _ in range(_PAGES):
            page = self._call("conversations.replies" if thread_ts else "conversations.history", **asked)
            for message in page["messages"]:
                if message.get("metadata", {}).get("event_payload", {}).get("message") == message_id:
                    return str(message["ts"])
            asked["cursor"] = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not asked["cursor"]:
                return None
        raise ProviderSilent("slack")  # too much to read: nobody can say

    def post_ephemeral(self, channel: str, user: str, payload: dict[str, Any]) -> None:
        self._call("chat.postEphemeral", channel=channel, user=user, **payload)

    def open_view(self, trigger_id: str, view: dict[str, Any]) -> None:
        self._call("views.open", trigger_id=trigger_id, view=view)

    def respond(self, response_url: str, payload: dict[str, Any]) -> None:
        """Answer on a response URL; raises Refused for an address that is not Slack's, without calling it."""
        if not response_url.startswith(self._response_url):
            raise Refused("slack.bad_response_url")
        body = json.dumps({"unfurl_links": False, **payload}).encode()
        asked = urllib.request.Request(  # noqa: S310  (checked above against the configured prefix)
            response_url, data=body, headers={"Content-Type": "application/json; charset=utf-8"}
        )
        _reach(lambda: urllib.request.urlopen(asked, timeout=self._timeout_s).close())  # noqa: S310

    @cached_property
    def _client(self) -> Any:
        from slack_sdk import WebClient

        # Left to itself it posts once more after a lost connection, and nobody would know whether both were taken.
        return WebClient(token=self._token, base_url=self._api_url, timeout=int(self._timeout_s), retry_handlers=[])

    def _call(self, method: str, **arguments: Any) -> dict[str, Any]:
        from slack_sdk.errors import SlackApiError

        def call() -> Any:
            try:
                return self._client.api_call(method, json=arguments)
            except SlackApiError as error:
                raise _meaning(error) from error

        answer: dict[str, Any] = _reach(call).data
        return answer


def _reach(call: Callable[[], Any]) -> Any:
    """Make one call; say in our words how it failed on the way."""
    try:
        return call()
    except urllib.error.HTTPError as error:
        raise _by_status(error.code) from error
    except urllib.error.URLError as error:
        refused = isinstance(error.reason, ConnectionRefusedError)
        raise (ProviderBusy if refused else ProviderSilent)("slack") from error
    except OSError as error:
        raise ProviderSilent("slack") from error


def _by_status(status: int) -> Exception:
    if status == 429:
        return ProviderBusy("slack")
    return ProviderSilent("slack") if status >= 500 else ProviderRefused(str(status))


def _meaning(error: Any) -> Exception:
    code = str(error.response.get("error", "")) if isinstance(error.response.data, dict) else ""
    if code in _NOT_SURE:
        return ProviderSilent("slack")
    if code in _AGAIN_LATER | _NOT_LET_IN:
        return ProviderBusy("slack")
    return ProviderRefused(code) if code else _by_status(error.response.status_code)
