"""Puts the vendors together: two ASGI applications and one mail handler over the same state."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from local.vendors.carrier.carrier import Carrier
from local.vendors.carrier.rest import Rest
from local.vendors.config import Cloud, VendorConfig
from local.vendors.control import Control
from local.vendors.front import Front
from local.vendors.geocoders import Geocoders
from local.vendors.journal import Journal
from local.vendors.mail.events import CloudQueue, MailEvents
from local.vendors.mail.mailbox import Mailbox
from local.vendors.mail.ses import SES, Send, smtp_sender
from local.vendors.mail.smtp import Bucket, CloudBucket, MailHandler
from local.vendors.playground import Playground
from local.vendors.requests import json_object
from local.vendors.slack.slack import Slack
from local.vendors.unknown import Unknown

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Parts:
    """Every vendor, built. `web` speaks to the application; tests give their own, and their own clock and sleep."""

    def __init__(
        self,
        config: VendorConfig,
        *,
        web: httpx.AsyncClient,
        now: Callable[[], datetime] = utc_now,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        send: Send | None = None,
    ) -> None:
        self.config = config
        self.cloud: Cloud | None = None
        self.bucket: Bucket | None = None
        self.web = web
        self.unknown = Unknown()
        self.journal = Journal(config.state_dir / "vendors.sqlite3")
        self.carrier = Carrier(config=config, journal=self.journal, unknown=self.unknown, web=web, now=now, sleep=sleep)
        self.slack = Slack(config=config, journal=self.journal, unknown=self.unknown, web=web, now=now)
        self.mailbox = Mailbox(self.journal)
        self.mail = MailHandler(mailbox=self.mailbox, mail_domain=config.mail_domain, bucket=lambda: self.bucket)
        self.queue: CloudQueue | None = None
        self.mail_events = MailEvents(lambda: self.queue.put if self.queue else None)
        self._send = send or smtp_sender(host=config.host, port=config.smtp_port)

    def attach(self, cloud: Cloud) -> None:
        """Learn where the deployed stack is, and tell it what a stop kept from it."""
        is_first = self.cloud is None
        self.cloud, self.bucket, self.queue = cloud, CloudBucket(cloud), CloudQueue(cloud)
        if is_first:
            self.carrier.delivery.resume()

    def vendors_app(self) -> Starlette:
        """Return what answers on the vendors' port."""
        control = Control(carrier=self.carrier, slack=self.slack, unknown=self.unknown)
        playground = Playground(carrier=self.carrier, slack=self.slack, mailbox=self.mailbox, journal=self.journal)
        routes = [
            *control.routes(),
            Route("/mailbox", self._mails, methods=["GET"]),
            Route("/control/mail", self._mail_happens, methods=["POST"]),
            Mount("/twilio", routes=Rest(self.carrier).routes()),
            Mount("/slack", routes=self.slack.endpoints.routes()),
            Mount("/geocoders", routes=Geocoders(unknown=self.unknown).routes()),
            Mount("/ses", routes=SES(unknown=self.unknown, send=self._send, events=self.mail_events).routes()),
            Mount("/playground", routes=playground.routes()),
        ]
        return Starlette(routes=routes, exception_handlers={HTTPException: as_json})

    def front_app(self) -> Starlette:
        """Return what answers on base_url."""
        front = Front(carrier=self.carrier, web=self.web, cloud=lambda: self.cloud)
        return Starlette(routes=[Route("/{path:path}", front.__call__, methods=METHODS)])

    async def close(self) -> None:
        await self.carrier.delivery.close()
        await self.web.aclose()
        self.journal.close()

    async def _mails(self, _request: Request) -> Response:
        return JSONResponse(self.mailbox.listing())

    async def _mail_happens(self, request: Request) -> Response:
        wanted = await json_object(request)
        try:
            self.mail_events.ask_for(str(wanted.get("address", "")), str(wanted.get("happens", "")))
        except ValueError as error:
            raise HTTPException(400, str(error)) from error
        return JSONResponse({"ok": True})


async def as_json(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"ok": False, "error": error.detail}, status_code=error.status_code)


def web_client() -> httpx.AsyncClient:
    """Return a client that adds no header of its own, asks no proxy, and keeps no cookie: many people share it."""
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    client = httpx.AsyncClient(trust_env=False, cookies=no_cookies, limits=httpx.Limits(max_connections=None))
    client.headers.clear()
    return client
