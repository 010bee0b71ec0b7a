"""The front server on base_url: hands every request to API Gateway, and lets the carrier see its webhooks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import httpx
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from infra.gateway_pages import HEADERS, RESPONSES, page
from local.vendors.carrier.carrier import Carrier
from local.vendors.config import Cloud
from local.vendors.requests import FORM, content_type, form_of

AT_ONCE = 8  # MiniStack starts one process a concurrent call
LARGEST_BODY = 10 * 1024 * 1024  # API Gateway's limit
LARGEST_CALL = 6_291_556  # bytes of JSON that Lambda takes; a file in it is written in base64
PATIENCE = 60.0  # seconds; a first call starts a process
WEBHOOK = "/sms/inbound"
HOP_BY_HOP = frozenset(
    {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding",
     "upgrade", "host", "content-length", "expect"}
)  # fmt: skip
AWAY = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Just a moment</title>
<meta name="viewport" content="width=device-width"><body style="font:1.1rem/1.5 system-ui;max-width:32rem;margin:4rem
auto;padding:0 1rem"><h1>Just a moment</h1><p>The application does not answer right now. It may still be starting.
Please try again in a few seconds.</p></body></html>"""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What API Gateway answered, untouched."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    @property
    def is_twiml(self) -> bool:
        return 200 <= self.status < 300 and "xml" in httpx.Headers(self.headers).get("content-type", "")


class Front:
    """An ASGI endpoint. It adds nothing that the application could trust."""

    def __init__(self, *, carrier: Carrier, web: httpx.AsyncClient, cloud: Callable[[], Cloud | None]) -> None:
        self._carrier = carrier
        self._web = web
        self._cloud = cloud
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, request: Request) -> Response:
        body = await body_within_limit(request)
        if body is None:
            return response_of(too_large())
        webhook = self._webhook(request, body)
        self._notice(request, webhook)
        answer = await self._forward(request, body)
        if answer is None:
            return HTMLResponse(AWAY, status_code=503, headers={"Retry-After": "3", "Cache-Control": "no-store"})
        if webhook and answer.is_twiml:
            self._carrier.inbound.receive(webhook)
            self._carrier.inbound.take_reply(webhook, answer.body)
        return response_of(answer)

    def _webhook(self, request: Request, body: bytes) -> dict[str, str]:
        is_webhook = request.method == "POST" and request.url.path == WEBHOOK and content_type(request) == FORM
        return form_of(body) if is_webhook else {}

    def _notice(self, request: Request, webhook: Mapping[str, str]) -> None:
        """Act on a signed STOP before the application can: no message of its own may slip between."""
        signature = request.headers.get("x-twilio-signature", "")
        url = self._carrier.config.base_url + WEBHOOK
        if webhook and self._carrier.has_signed(url=url, fields=webhook, signature=signature):
            self._carrier.inbound.receive(webhook)

    async def _forward(self, request: Request, body: bytes) -> Answer | None:
        cloud = self._cloud()
        if cloud is None:
            return None
        outgoing = self._web.build_request(
            request.method, address(request, cloud), content=body, headers=headers_of(request, cloud), timeout=PATIENCE
        )
        try:
            async with self._turns:
                answer = await self._web.send(outgoing, stream=True)
                # The raw bytes: what is compressed stays so.
                body = b"".join([chunk async for chunk in answer.aiter_raw()])
                return Answer(status=answer.status_code, headers=answer.headers.raw, body=body)
        except httpx.HTTPError:
            return None


async def body_within_limit(request: Request) -> bytes | None:
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > LARGEST_BODY:
        return None
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LARGEST_BODY:
            return None
        chunks.append(chunk)
    return None if is_too_large_for_lambda(request, size) else b"".join(chunks)


def is_too_large_for_lambda(request: Request, size: int) -> bool:
    """Whether AWS would refuse to hand this to a function: MiniStack hands over whatever comes."""
    headers = sum(len(name) + len(value) for name, value in request.headers.raw)
    is_binary = content_type(request) == "multipart/form-data"
    return (size * 4 // 3 if is_binary else size) + 2 * headers > LARGEST_CALL


def address(request: Request, cloud: Cloud) -> httpx.URL:
    """Return the same path and query at API Gateway, byte for byte."""
    base = httpx.URL(cloud.api_gateway_url)
    path = base.raw_path.rstrip(b"/") + (request.scope.get("raw_path") or request.url.path.encode())
    query: bytes = request.scope["query_string"]
    return base.copy_with(raw_path=path + b"?" + query if query else path)


def headers_of(request: Request, cloud: Cloud) -> list[tuple[bytes, bytes]]:
    kept = [(name, value) for name, value in request.headers.raw if name.decode("latin-1") not in HOP_BY_HOP]
    return [*kept, (b"host", cloud.api_gateway_host.encode())] if cloud.api_gateway_host else kept


def too_large() -> Answer:
    """Return what API Gateway answers by itself, on AWS, to what it or Lambda does not take."""
    reason, status = RESPONSES["REQUEST_TOO_LARGE"]
    headers = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
    return Answer(status=int(status), headers=headers, body=page(reason).encode())


def response_of(answer: Answer) -> Response:
    """Return the answer with every header of its own, several Set-Cookie lines included."""
    response = Response(answer.body, status_code=answer.status)
    length = [header for header in response.raw_headers if header[0] == b"content-length"]
    lowered = [(name.lower(), value) for name, value in answer.headers]
    response.raw_headers = [header for header in lowered if header[0].decode("latin-1") not in HOP_BY_HOP] + length
    return response
