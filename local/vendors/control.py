"""What the playground and tests may do that no vendor's API offers."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.vendors.carrier.behaviour import BehaviourError
from local.vendors.carrier.carrier import Carrier
from local.vendors.carrier.creating import NUMBER
from local.vendors.requests import json_object
from local.vendors.slack.errors import SlackError
from local.vendors.slack.slack import Slack
from local.vendors.unknown import Unknown

COMMAND = re.compile(r"(/\S+)\s*(.*)", re.DOTALL)


class Control:
    """Routes that play the residents' and officers' parts, ask for faults, and show what was not understood."""

    def __init__(self, *, carrier: Carrier, slack: Slack, unknown: Unknown) -> None:
        self._carrier = carrier
        self._slack = slack
        self._unknown = unknown

    def routes(self) -> list[Route]:
        return [
            Route("/phones/{number}/messages", self.phone, methods=["GET"]),
            Route("/phones/{number}/messages", self.text, methods=["POST"]),
            Route("/control/carrier", self.carrier, methods=["GET"]),
            Route("/control/carrier", self.behave, methods=["POST"]),
            Route("/control/slack", self.slack, methods=["GET"]),
            Route("/control/slack/fault", self.slack_fault, methods=["POST"]),
            Route("/control/slack/{deed}", self.officer, methods=["POST"]),
            Route("/control/unknown", self.unknown, methods=["GET"]),
        ]

    async def phone(self, request: Request) -> Response:
        return JSONResponse(self._carrier.phones.conversation(request.path_params["number"]))

    async def text(self, request: Request) -> Response:
        number, wanted = request.path_params["number"], await json_object(request)
        if not NUMBER.fullmatch(number):
            raise HTTPException(400, "A phone number looks like +14105550101.")
        body, media = str(wanted.get("body", "")), [str(kind) for kind in wanted.get("media", [])]
        return JSONResponse(await self._carrier.phones.send(number=number, body=body, media=media))

    async def carrier(self, _request: Request) -> Response:
        ledger = self._carrier.ledger
        behaviour = asdict(self._carrier.faults.behaviour)
        return JSONResponse({**behaviour, "stopped": ledger.stopped_numbers(), "alerts": ledger.alerts})

    async def behave(self, request: Request) -> Response:
        try:
            return JSONResponse(asdict(self._carrier.faults.ask_for(await json_object(request))))
        except BehaviourError as error:
            raise HTTPException(400, str(error)) from error

    async def slack(self, _request: Request) -> Response:
        return JSONResponse(self._slack.picture())

    async def slack_fault(self, request: Request) -> Response:
        return JSONResponse(self._slack.endpoints.ask_for(await json_object(request)))

    async def officer(self, request: Request) -> Response:
        """Let an officer run a command, press, submit or close; 200 with `ok`, as Slack answers."""
        deeds = {"command": self._command, "press": self._press, "submit": self._submit, "close": self._close}
        deed = deeds.get(request.path_params["deed"])
        if deed is None:
            raise HTTPException(404, "command, press, submit or close")
        try:
            return JSONResponse({"ok": True, **await deed(await json_object(request))})
        except SlackError as error:
            return JSONResponse(error.body())
        except KeyError as error:
            raise HTTPException(400, f"{error.args[0]} is missing") from error

    async def unknown(self, _request: Request) -> Response:
        return JSONResponse(self._unknown.listing())

    async def _command(self, wanted: dict[str, Any]) -> dict[str, Any]:
        parts = COMMAND.fullmatch(str(wanted["text"]).strip())
        if parts is None:
            raise SlackError("not_a_command")
        await self._slack.people.command(wanted["user"], command=parts[1], text=parts[2])
        return {}

    async def _press(self, wanted: dict[str, Any]) -> dict[str, Any]:
        where = {"block_id": wanted.get("block_id", ""), "action_id": wanted["action_id"]}
        people, raw = self._slack.people, wanted.get("values", {})
        if "view_id" in wanted:
            await people.press_in_view(wanted["user"], view_id=wanted["view_id"], raw=raw, **where)
        else:
            await people.press_in_message(wanted["user"], ts=wanted["ts"], raw=raw, **where)
        return {}

    async def _submit(self, wanted: dict[str, Any]) -> dict[str, Any]:
        errors = await self._slack.people.submit(
            wanted["user"], view_id=wanted["view_id"], raw=wanted.get("values", {})
        )
        return {"errors": errors}

    async def _close(self, wanted: dict[str, Any]) -> dict[str, Any]:
        await self._slack.people.close(wanted["user"], view_id=wanted["view_id"])
        return {}
