"""SES version 2, raw SendEmail: unpacks the mail and hands it to the SMTP server. MiniStack's own loses headers."""

from __future__ import annotations

import asyncio
import base64
import binascii
import re
import secrets
import smtplib
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import format_datetime, getaddresses
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.vendors.mail.events import MailEvents, mail_of
from local.vendors.requests import json_object
from local.vendors.unknown import Unknown

KNOWN = {"FromEmailAddress", "Destination", "Content", "ConfigurationSetName", "EmailTags"}
SES_DOMAIN = "email.amazonses.com"
FIELDS = ("ToAddresses", "CcAddresses", "BccAddresses")
Send = Callable[[str, list[str], bytes], None]


class BadRequestError(Exception):
    """SES would not take this mail."""


class SES:
    """Routes under /ses. `send` takes envelope sender, recipients and the raw mail; `events` tell what became of it."""

    def __init__(self, *, unknown: Unknown, send: Send, events: MailEvents) -> None:
        self._unknown = unknown
        self._send = send
        self._events = events

    def routes(self) -> list[Route]:
        return [
            Route("/v2/email/outbound-emails", self.send_email, methods=["POST"]),
            Route("/{rest:path}", self.unknown, methods=["GET", "POST", "PUT", "DELETE"]),
        ]

    async def send_email(self, request: Request) -> Response:
        if not request.headers.get("authorization", "").startswith("AWS4-HMAC-SHA256 "):
            return refusal("MissingAuthenticationTokenException", "Missing Authentication Token", status=403)
        body = await json_object(request)
        for name in set(body) - KNOWN:
            self._unknown.record("ses", f"SendEmail field {name}")
        try:
            raw = raw_of(body)
            sender, recipients = sender_of(body, raw), recipients_of(body, raw)
        except BadRequestError as error:
            self._unknown.record("ses", f"SendEmail: {error}")
            return refusal("BadRequestException", str(error), status=400)
        message_id = f"{secrets.token_hex(8)}-{secrets.token_hex(4)}-000000"
        arriving = [each for each in recipients if self._events.happens_to(each) in ("success", "complaint")]
        try:
            if arriving:
                await asyncio.to_thread(self._send, sender, arriving, stamped(raw, message_id))
        except (smtplib.SMTPException, OSError) as error:
            return refusal("MailFromDomainNotVerifiedException", type(error).__name__, status=400)
        if configuration_set := str(body.get("ConfigurationSetName") or ""):
            mail = mail_of(message_id, sender, body.get("EmailTags") or [], configuration_set)
            await asyncio.to_thread(self._events.tell, mail, recipients)
        return JSONResponse({"MessageId": message_id})

    async def unknown(self, request: Request) -> Response:
        self._unknown.record("ses", f"{request.method} {request.url.path}")
        return refusal("UnknownOperationException", request.url.path, status=404)


def raw_of(body: dict[str, Any]) -> bytes:
    data = body.get("Content", {}).get("Raw", {}).get("Data", "")
    try:
        raw = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise BadRequestError("Content.Raw.Data is not base64") from error
    if not raw:
        raise BadRequestError("Content.Raw.Data is missing")
    return raw


def sender_of(body: dict[str, Any], raw: bytes) -> str:
    parsed = message_from_bytes(raw, policy=policy.default)
    addresses = getaddresses([body.get("FromEmailAddress") or str(parsed["from"] or "")])
    if not addresses or "@" not in addresses[0][1]:
        raise BadRequestError("no sender")
    return addresses[0][1]


def recipients_of(body: dict[str, Any], raw: bytes) -> list[str]:
    """Return the envelope's recipients: Destination, or where it is empty the mail's own headers."""
    destination = body.get("Destination") or {}
    named = [address for field in FIELDS for address in destination.get(field, [])]
    parsed = message_from_bytes(raw, policy=policy.default)
    named = named or [str(value) for name in ("to", "cc", "bcc") for value in parsed.get_all(name, [])]
    recipients = [address for _, address in getaddresses(named) if "@" in address]
    if not recipients:
        raise BadRequestError("no recipient")
    return recipients


def refusal(kind: str, message: str, *, status: int) -> Response:
    return JSONResponse({"message": message}, status_code=status, headers={"X-Amzn-ErrorType": kind})


def smtp_sender(*, host: str, port: int) -> Send:
    """Return a `send` that speaks SMTP to this server."""

    def send(sender: str, recipients: list[str], raw: bytes) -> None:
        with smtplib.SMTP(host, port, timeout=10) as server:
            options = ["SMTPUTF8"] if not "".join([sender, *recipients]).isascii() else []
            server.sendmail(sender, recipients, complete(raw), mail_options=options)

    return send


def stamped(raw: bytes, message_id: str) -> bytes:
    """Put SES's own Message-ID and Date into the place of what the mail says (its page "Header fields")."""
    head, blank, body = re.sub(rb"\r?\n", b"\r\n", raw).partition(b"\r\n\r\n")
    kept = re.sub(rb"(?im)^(?:message-id|date):[^\r\n]*(?:\r\n[ \t][^\r\n]*)*\r\n", b"", head + b"\r\n")
    own = f"Message-ID: <{message_id}@{SES_DOMAIN}>\r\nDate: {format_datetime(datetime.now(UTC))}\r\n"
    return own.encode() + kept.rstrip(b"\r\n") + blank + body


def complete(raw: bytes) -> bytes:
    """Return the mail with CRLF, and with the Date that SES adds where there is none."""
    crlf = re.sub(rb"\r?\n", b"\r\n", raw)
    has_date = message_from_bytes(raw, policy=policy.default)["date"] is not None
    return crlf if has_date else f"Date: {format_datetime(datetime.now(UTC))}\r\n".encode() + crlf
