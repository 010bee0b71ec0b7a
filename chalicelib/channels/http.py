"""HTTP as API Gateway speaks it: proxy events read, responses built, errors of ours turned into status codes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

MAX_FORM_BYTES = 64 * 1024
MAX_FORM_FIELDS = 300
FORM = "application/x-www-form-urlencoded"


class Unreadable(Exception):
    """The request cannot be taken; `status` says why."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpRequest:
    """One request; header names are lower case, `path` begins with a slash and has no query, `body` is as received."""

    method: str
    path: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    path_parameters: Mapping[str, str]
    body: bytes
    source_ip: str = ""

    def form(self, *, max_bytes: int = MAX_FORM_BYTES) -> dict[str, str]:
        """Read a form's fields, blank ones included, untouched; raises Unreadable where there is no such form.

        Nothing at all is a form without fields, whatever it calls itself.
        """
        if not self.body:
            return {}
        if self.headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
            raise Unreadable(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        if len(self.body) > max_bytes:
            raise Unreadable(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            pairs = parse_qsl(
                self.body.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FORM_FIELDS
            )
        except ValueError as error:
            raise Unreadable(HTTPStatus.BAD_REQUEST) from error
        return dict(pairs)


def read_event(event: Mapping[str, Any]) -> HttpRequest:
    """Read a REST proxy event, or what Chalice's `current_request.to_original_event()` gives; raises Unreadable."""
    context = event.get("requestContext") or {}
    return HttpRequest(
        method=str(event.get("httpMethod") or "").upper(),
        path=str(event.get("path") or "/"),
        headers={name.lower(): str(value) for name, value in (event.get("headers") or {}).items()},
        query=event.get("queryStringParameters") or _last_of_each(event.get("multiValueQueryStringParameters") or {}),
        path_parameters=event.get("pathParameters") or {},
        body=_body(event),
        source_ip=str((context.get("identity") or {}).get("sourceIp") or ""),
    )


def respond(
    status: HTTPStatus, body: str = "", *, content_type: str = "text/plain", headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Build the answer that API Gateway's proxy integration expects."""
    always = {"Content-Type": f"{content_type}; charset=utf-8", "Cache-Control": "no-store"}
    return {
        "statusCode": int(status),
        "headers": always | dict(headers or {}),
        "body": body,
        "isBase64Encoded": False,
    }


def answer(event: Mapping[str, Any], handle: Callable[[HttpRequest], dict[str, Any]]) -> dict[str, Any]:
    """Answer one event of a pure Lambda. This is the outermost boundary: it never raises, and never says 500.

    What went wrong on our side is answered with 503, so that the vendor delivers again.
    """
    try:
        return handle(read_event(event))
    except Unreadable as refusal:
        return respond(refusal.status)
    except Exception as error:  # noqa: BLE001  (the outermost boundary)
        from chalicelib.observability import logger  # costs 10 ms of a cold start, and is needed here alone

        logger.exception("A request could not be answered", extra={"error": type(error).__name__})
        return respond(HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "5"})


def _last_of_each(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(several[-1]) for name, several in values.items() if several}


def _body(event: Mapping[str, Any]) -> bytes:
    text = event.get("body") or ""
    if isinstance(text, bytes):  # as Chalice's own test client and local server put it there
        return text
    if not event.get("isBase64Encoded"):
        return str(text).encode("utf-8", errors="surrogatepass")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Unreadable(HTTPStatus.BAD_REQUEST) from error
