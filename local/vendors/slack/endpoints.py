"""Slack over HTTP: the Web API, the response addresses, and the list of everything that was sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from local.vendors.requests import FORM, content_type, form_of
from local.vendors.slack.errors import SlackError
from local.vendors.slack.responses import Responses
from local.vendors.slack.space import Space
from local.vendors.slack.web_api import WebAPI

READING = frozenset({"conversations.history", "conversations.replies"})
ENCODED = ("blocks", "view", "metadata")


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """How the Web API and the response addresses fail: normal, 500, 429, hang, or the name of a Slack error."""

    answer: str = "normal"
    times: int | None = None


class Endpoints:
    """Routes under /slack."""

    def __init__(self, *, space: Space, api: WebAPI, responses: Responses) -> None:
        self._space = space
        self._api = api
        self._responses = responses
        self.trouble = Trouble()

    def routes(self) -> list[Route]:
        return [
            Route("/api/{method}", self.call, methods=["GET", "POST"]),
            Route("/response/{suffix:path}", self.respond, methods=["POST"]),
            Route("/messages", self.messages, methods=["GET"]),
        ]

    def ask_for(self, wanted: Mapping[str, Any]) -> dict[str, Any]:
        self.trouble = Trouble(answer=str(wanted.get("answer", "normal")), times=wanted.get("times"))
        return asdict(self.trouble)

    async def call(self, request: Request) -> Response:
        try:
            failure = await self._fail(request)
            if failure:
                return failure
            arguments = await arguments_of(request)
            self._authenticate(request, arguments)
            return JSONResponse(self._api.call(request.path_params["method"], without_token(arguments)))
        except SlackError as error:
            return JSONResponse(error.body())

    async def respond(self, request: Request) -> Response:
        try:
            failure = await self._fail(request)
            if failure:
                return failure
            payload = await arguments_of(request)
            self._responses.take(request.path_params["suffix"], payload)
        except SlackError as error:
            status = 404 if error.name in ("expired_url", "used_url") else 500
            return JSONResponse(error.body(), status_code=status)
        return PlainTextResponse("ok")

    async def messages(self, _request: Request) -> Response:
        return JSONResponse(self._space.calls)

    async def _fail(self, request: Request) -> Response | None:
        """Return the failure that a test asked for, and count it."""
        wanted = self.trouble.answer
        if wanted == "normal":
            return None
        if self.trouble.times is not None:
            left = self.trouble.times - 1
            self.trouble = replace(self.trouble, times=left) if left > 0 else Trouble()
        if wanted == "hang":
            await hang(request)
        if wanted == "429":
            return JSONResponse({"ok": False, "error": "ratelimited"}, status_code=429, headers={"Retry-After": "1"})
        if wanted in ("500", "hang"):
            return PlainTextResponse("internal error", status_code=500)
        raise SlackError(wanted)

    def _authenticate(self, request: Request, arguments: Mapping[str, Any]) -> None:
        """Ask for the bot's token as Slack does, but for reading: run.json, which outside tools go by, names none."""
        if request.path_params["method"] in READING:
            return
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
        token = bearer or str(arguments.get("token", ""))
        if not token:
            raise SlackError("not_authed")
        if token != self._space.config.slack_bot_token:
            raise SlackError("invalid_auth")


async def arguments_of(request: Request) -> dict[str, Any]:
    """Read JSON or a form, and the query; in a form, what has structure is JSON inside."""
    body, kind = await request.body(), content_type(request)
    arguments: dict[str, Any] = dict(request.query_params)
    if kind == "application/json" and body:
        return arguments | json_of(body)
    if kind == FORM:
        arguments |= form_of(body)
    if "payload" in arguments:  # the old form of a webhook
        return json_of(arguments["payload"])
    for name in ENCODED:
        if isinstance(arguments.get(name), str):
            arguments[name] = json.loads(arguments[name]) if arguments[name] else None
    return arguments


def json_of(text: bytes | str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise SlackError("invalid_json") from error
    if not isinstance(value, dict):
        raise SlackError("json_not_object")
    return value


def without_token(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name != "token"}


async def hang(request: Request) -> None:
    for _ in range(240):
        if await request.is_disconnected():
            return
        await asyncio.sleep(0.5)
