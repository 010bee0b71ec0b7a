"""The vendors without a socket: in front of a stand-in application, with no waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from local.vendors.config import Cloud, Officer, VendorConfig
from local.vendors.parts import Parts

ACCOUNT = "AC" + "0" * 32
AGENCY = "+14105550100"
TWIML = {"Content-Type": "text/xml"}


class Application:
    """Stands in for the deployed application: remembers each request and answers as `reply` says."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.reply: Callable[[httpx.Request], httpx.Response] = lambda _: twiml()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.reply(request)
        # Not read yet, as an answer over a wire is.
        return httpx.Response(
            answer.status_code, headers=answer.headers.raw, stream=httpx.ByteStream(answer.content), request=request
        )


class Clock:
    """A clock that a test can move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def twiml(*texts: str) -> httpx.Response:
    inner = "".join(f"<Message>{text}</Message>" for text in texts)
    return httpx.Response(200, headers=TWIML, content=f"<Response>{inner}</Response>")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def config(tmp_path: Path) -> VendorConfig:
    return VendorConfig(
        state_dir=tmp_path,
        base_url="http://front.test",
        port=8001,
        front_port=8000,
        smtp_port=8025,
        account_sid=ACCOUNT,
        auth_token="example-auth-token",
        agency_number=AGENCY,
        agency_name="Example PD",
        slack_signing_secret="example-signing-secret",
        slack_bot_token="xoxb-example",
        slack_team_id="T0EXAMPLE",
        slack_channel_id="C0EXAMPLE",
        slack_detective=Officer(id="U0DANA", name="Dana Example"),
        slack_supervisor=Officer(id="U0SAM", name="Sam Example"),
        mail_domain="mail.example.org",
    )


@pytest.fixture
def cloud() -> Cloud:
    return Cloud(
        api_gateway_url="http://gateway.test/restapis/abc/api/_user_request_",
        s3_endpoint_url="http://127.0.0.1:9",
        mail_bucket="mail",
        access_key_id="example",
        secret_access_key="example",
        region="us-east-1",
    )


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sent_by_smtp() -> Iterator[list[tuple[str, list[str], bytes]]]:
    return []


@pytest.fixture
async def parts(config, application, clock, sent_by_smtp) -> AsyncIterator[Parts]:
    parts = Parts(
        config,
        web=httpx.AsyncClient(transport=httpx.MockTransport(application)),
        now=clock,
        sleep=lambda _: asyncio.sleep(0),
        send=lambda *mail: sent_by_smtp.append(mail),
    )
    yield parts
    await parts.close()


@pytest.fixture
async def vendors(parts: Parts) -> AsyncIterator[httpx.AsyncClient]:
    """Yield a client of the vendors' port."""
    transport = httpx.ASGITransport(app=parts.vendors_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://vendors.test") as client:
        yield client


@pytest.fixture
async def front(parts: Parts, cloud: Cloud) -> AsyncIterator[httpx.AsyncClient]:
    """Yield a client of base_url, with the application deployed."""
    parts.cloud = cloud
    transport = httpx.ASGITransport(app=parts.front_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://front.test") as client:
        yield client


@pytest.fixture
def twilio(vendors: httpx.AsyncClient) -> TwilioAPI:
    return TwilioAPI(vendors)


class TwilioAPI:
    """Twilio's API as the application calls it."""

    BASE = f"/twilio/2010-04-01/Accounts/{ACCOUNT}/Messages"
    AUTH = (ACCOUNT, "example-auth-token")

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def create(self, **changes: str) -> httpx.Response:
        form = {"To": "+14105550111", "From": AGENCY, "Body": "Example PD: hello"} | changes
        return await self._client.post(f"{self.BASE}.json", data=form, auth=self.AUTH)

    async def list(self, **query: str) -> httpx.Response:
        return await self._client.get(f"{self.BASE}.json", params=query, auth=self.AUTH)

    async def bodies(self, **query: str) -> list[str]:
        return [message["body"] for message in (await self.list(**query)).json()["messages"]]

    async def fetch(self, sid: str) -> httpx.Response:
        return await self._client.get(f"{self.BASE}/{sid}.json", auth=self.AUTH)
