"""The outside geocoders over HTTP, against local ones that speak their wire formats; and when they do not answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import uvicorn
from botocore.config import Config
from botocore.session import get_session
from pytest_socket import disable_socket, enable_socket
from starlette.applications import Starlette
from starlette.routing import Mount

from chalicelib.domain.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderSilent
from chalicelib.domain.place import Point
from chalicelib.outbound.amazon_location import AmazonGeocoder
from chalicelib.outbound.census import CensusGeocoder
from chalicelib.outbound.rested_geocoder import FAILURES, RestedGeocoder
from local.vendors.geocoders import Geocoders
from local.vendors.unknown import Unknown
from tests.fakes import FakeClock
from tests.fakes.geocoder import FakeGeocoder

ASKED = "1 New Example Way, Towson, MD 21286"
TOWSON = Point(39.4, -76.6)


@pytest.fixture
def _sockets(_closed_sockets) -> Iterator[None]:
    enable_socket()
    yield
    disable_socket(allow_unix_socket=True)


@pytest.fixture
def surprises() -> Unknown:
    return Unknown()


@pytest.fixture
def vendors(_sockets, surprises: Unknown) -> Iterator[str]:
    """Give the base address of the local geocoders."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    app = Starlette(routes=[Mount("/geocoders", routes=Geocoders(unknown=surprises).routes())])
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/geocoders"
    server.should_exit = True
    thread.join()
    listener.close()


def census(base_url: str) -> CensusGeocoder:
    return CensusGeocoder(base_url=f"{base_url}/census", timeout_s=1)


def amazon(base_url: str) -> AmazonGeocoder:
    session = get_session()
    session.set_credentials("example", "example")
    config = Config(connect_timeout=1, read_timeout=1, retries={"total_max_attempts": 1})
    client = session.create_client("geo-places", "us-east-1", endpoint_url=f"{base_url}/location", config=config)
    return AmazonGeocoder(client, near=TOWSON)


BOTH = pytest.mark.parametrize("geocoder", [census, amazon])


@BOTH
def test_an_address_is_found_with_its_parts(geocoder, vendors: str, surprises: Unknown) -> None:
    (found,) = geocoder(vendors).locate(ASKED)

    assert found.line() == "1 New Example Way, Towson 21286"
    assert found.point == Point(39.4102, -76.5905)
    assert found.precision == "interpolated"
    assert found.confidence < 0.8
    assert surprises.listing() == []


@BOTH
def test_what_it_does_not_know_is_nothing(geocoder, vendors: str) -> None:
    assert geocoder(vendors).locate("12 Elm St, Towson, MD") == []


@pytest.fixture
def answering(_sockets, request: pytest.FixtureRequest) -> Iterator[str]:
    """A server that answers every request with one status and body, or never."""
    status, body = request.param
    never = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not status:
                never.wait(5)
                return
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        never.set()
        server.shutdown()
        thread.join()


NOISE = [(0, b""), (500, b"oh"), (429, b"{}"), (400, b"{}"), (302, b"")]


@BOTH
@pytest.mark.parametrize("answering", NOISE, indirect=True, ids=lambda case: str(case[0] or "silence"))
def test_whatever_goes_wrong_is_said_in_our_words(geocoder, answering: str) -> None:
    with pytest.raises(ProviderError):
        geocoder(answering).locate(ASKED)


@pytest.mark.parametrize(
    "answering", [(200, b"<html>"), (200, b"[]"), (200, b'{"result": null}'), (200, b"{" * 300_000)], indirect=True
)
def test_an_answer_of_the_census_that_cannot_be_read_is_none(answering: str) -> None:
    with pytest.raises(ProviderError):
        census(answering).locate(ASKED)


def test_a_geocoder_that_fails_again_and_again_rests_for_a_minute() -> None:
    clock, inner = FakeClock(), FakeGeocoder(fails=ProviderSilent("example"))
    geocoder = RestedGeocoder(inner, clock=clock)
    for _ in range(FAILURES):
        with pytest.raises(ProviderSilent):
            geocoder.locate(ASKED)

    assert geocoder.resting()
    with pytest.raises(ProviderBusy):
        geocoder.locate(ASKED)
    assert len(inner.asked) == FAILURES
    clock.pass_time(seconds=61)
    inner.fails = None
    assert geocoder.locate(ASKED) == []


def test_refusing_one_address_is_no_reason_to_rest() -> None:
    geocoder = RestedGeocoder(FakeGeocoder(fails=ProviderRefused("400")), clock=FakeClock())
    for _ in range(2 * FAILURES):
        with pytest.raises(ProviderRefused):
            geocoder.locate(ASKED)

    assert not geocoder.resting()
