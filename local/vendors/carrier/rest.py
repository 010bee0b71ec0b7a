"""Twilio's REST API, as far as the application uses it."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.vendors.carrier.carrier import Carrier
from local.vendors.carrier.listing import FILTERS, PAGING, page_of
from local.vendors.carrier.refusals import RefusalError
from local.vendors.requests import form_of

LONGEST_HANG = 120  # seconds
Handler = Callable[[Request], Awaitable[Response]]


class Rest:
    """Endpoints under /twilio/2010-04-01."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier

    def routes(self) -> list[Route]:
        base = "/2010-04-01/Accounts/{account}"
        return [
            Route(f"{base}/Messages.json", self._guarded(self.create), methods=["POST"]),
            Route(f"{base}/Messages.json", self._guarded(self.list), methods=["GET"]),
            Route(f"{base}/Messages/{{sid}}.json", self._guarded(self.fetch), methods=["GET"]),
            Route("/{rest:path}", self.unknown, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
        ]

    async def create(self, request: Request) -> Response:
        message, behaviour = self._carrier.creating.create(form_of(await request.body()))
        if behaviour.create == "hang_after_accept":
            await hang(request)
        if behaviour.create == "500_after_accept":
            raise RefusalError(20500)
        return JSONResponse(message.to_twilio(), status_code=201)

    async def list(self, request: Request) -> Response:
        for name in set(request.query_params) - FILTERS - PAGING:
            self._carrier.unknown.record("twilio", f"Messages.json filter {name}")
        uri = request.url.path[request.url.path.index("/2010-04-01") :]
        messages = self._carrier.ledger.newest_first()
        return JSONResponse(page_of(messages, dict(request.query_params), uri=uri))

    async def fetch(self, request: Request) -> Response:
        message = self._carrier.ledger.get(request.path_params["sid"])
        if message is None:
            raise RefusalError(20404, request.url.path)
        return JSONResponse(message.to_twilio())

    async def unknown(self, request: Request) -> Response:
        self._carrier.unknown.record("twilio", f"{request.method} {request.url.path}")
        return RefusalError(20404, request.url.path).response()

    def _guarded(self, handler: Handler) -> Handler:
        """Let only the account in, and answer refusals as Twilio does."""

        async def guarded(request: Request) -> Response:
            try:
                self._authenticate(request)
                return await handler(request)
            except RefusalError as refusal:
                return refusal.response()

        return guarded

    def _authenticate(self, request: Request) -> None:
        config = self._carrier.config
        wanted = f"{config.account_sid}:{config.auth_token}"
        if not hmac.compare_digest(credentials(request).encode(), wanted.encode()):
            raise RefusalError(20003)
        if request.path_params["account"] != config.account_sid:
            raise RefusalError(20404, request.url.path)


def credentials(request: Request) -> str:
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(encoded).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


async def hang(request: Request) -> None:
    """Never answer: wait until the caller has gone."""
    for _ in range(LONGEST_HANG * 2):
        if await request.is_disconnected():
            return
        await asyncio.sleep(0.5)
