"""The vendors on real ports: started, spoken to by the vendors' own libraries, stopped."""

from __future__ import annotations

import smtplib
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import httpx
import pytest
from pytest_socket import disable_socket, enable_socket

from local.vendors import Cloud, Officer, PortInUseError, VendorConfig, serve

ACCOUNT, TOKEN = "AC" + "0" * 32, "example-auth-token"
AGENCY, PHONE = "+14105550100", "+14105550111"


class Stack(BaseHTTPRequestHandler):
    """Stands in for the deployed stack: TwiML with two cookies for any POST; an S3 that keeps what is PUT."""

    objects: dict[str, bytes]

    def do_POST(self) -> None:
        self.read()
        self.answer(b"<Response><Message>Example PD: welcome</Message></Response>")

    def do_PUT(self) -> None:
        self.objects[self.path] = self.read()
        self.answer(b"")

    def do_GET(self) -> None:
        self.answer((self.headers.get("Cookie") or "no cookie").encode())

    def read(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def answer(self, body: bytes) -> None:
        self.send_response(200)
        for name, value in (("Content-Type", "text/xml"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def _sockets(_closed_sockets) -> Iterator[None]:
    enable_socket()
    yield
    disable_socket(allow_unix_socket=True)


@pytest.fixture
def stack(_sockets) -> Iterator[ThreadingHTTPServer]:
    handler = type("OneStack", (Stack,), {"objects": {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def config(_sockets, tmp_path) -> VendorConfig:
    front, port, smtp = free_port(), free_port(), free_port()
    return VendorConfig(
        state_dir=tmp_path, base_url=f"http://127.0.0.1:{front}", port=port, front_port=front, smtp_port=smtp,
        account_sid=ACCOUNT, auth_token=TOKEN, agency_number=AGENCY, slack_signing_secret="x",
        slack_bot_token="xoxb-example", slack_team_id="T0", slack_channel_id="C0",
        slack_detective=Officer(id="U0", name="Dana Example"), slack_supervisor=Officer(id="U1", name="Sam Example"),
        mail_domain="mail.example.org",
    )  # fmt: skip


@pytest.fixture
def running(config, stack) -> Iterator[VendorConfig]:
    base = f"http://127.0.0.1:{stack.server_port}"
    cloud = Cloud(
        api_gateway_url=f"{base}/api", s3_endpoint_url=base, mail_bucket="mail", access_key_id="example",
        secret_access_key="example", region="us-east-1",
    )  # fmt: skip
    with serve(config) as vendors:
        vendors.attach(cloud)
        yield config


def test_twilios_library_sends_and_lists(running):
    from twilio.rest import Client  # noqa: TID251 - the library itself is what is tried here

    client = Client(ACCOUNT, TOKEN)
    client.api.base_url = running.twilio_api_url
    sent = [client.messages.create(to=PHONE, from_=AGENCY, body=str(number)).sid for number in range(3)]

    assert [message.sid for message in client.messages.list(to=PHONE, page_size=1)] == sent[::-1]
    client.http_client.session.close()


def test_slacks_library_posts_and_reads_back(running):
    from slack_sdk import WebClient

    client = WebClient("xoxb-example", base_url=f"{running.url}/slack/api/")
    posted = client.chat_postMessage(channel="C0", text="hi", metadata={"event_type": "x", "event_payload": {}})

    [message] = client.conversations_history(channel="C0", include_all_metadata=True)["messages"]
    assert (message["ts"], message["metadata"]["event_type"]) == (posted["ts"], "x")


def test_sess_library_sends_a_mail_that_reaches_the_mailbox(running):
    client = boto3.client(
        "sesv2", endpoint_url=running.ses_endpoint_url, region_name="us-east-1", aws_access_key_id="example",
        aws_secret_access_key="example",
    )  # fmt: skip
    raw = b"From: a@mail.example.org\r\nTo: robin@example.com\r\nSubject: Hello\r\nX-Own: kept\r\n\r\nHi\r\n"
    client.send_email(Content={"Raw": {"Data": raw}}, Destination={"ToAddresses": ["robin@example.com"]})
    client.close()

    [mail] = httpx.get(f"{running.url}/mailbox", trust_env=False).json()
    assert (mail["to"], mail["subject"]) == ("robin@example.com", "Hello")
    assert mail["raw"].endswith(raw.decode())


def test_mail_to_the_agency_lands_in_its_bucket_under_the_verdicts(running, stack):
    raw = b"From: robin@example.com\r\nSubject: Cam\xc3\xa9ra\r\n\r\nhi\r\n.dot\r\n"
    with smtplib.SMTP("127.0.0.1", running.smtp_port) as server:
        server.sendmail("robin@example.com", ["register@mail.example.org"], raw)

    [(path, stored)] = stack.RequestHandlerClass.objects.items()
    assert path.startswith("/mail/in/")
    assert stored.startswith(b"Return-Path: <robin@example.com>\r\n")
    assert stored.endswith(raw)


def test_a_text_from_a_phone_goes_through_the_front_and_is_answered_once(running):
    with httpx.Client(trust_env=False) as client:
        answer = client.post(f"{running.url}/phones/{PHONE}/messages", json={"body": "hello"}).json()
        bubbles = client.get(f"{running.url}/phones/{PHONE}/messages").json()

    assert answer["error_code"] is None
    assert [bubble["body"] for bubble in bubbles] == ["hello", "Example PD: welcome"]


def test_one_visitors_cookies_never_reach_another(running):
    with httpx.Client(trust_env=False) as first:
        assert first.get(f"{running.base_url}/me").headers.get_list("set-cookie") == ["a=1", "b=2"]

    with httpx.Client(trust_env=False) as second:
        assert second.get(f"{running.base_url}/me").text == "no cookie"


def test_a_create_that_hangs_is_accepted_all_the_same(running):
    url = f"{running.twilio_api_url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    with httpx.Client(trust_env=False, auth=(ACCOUNT, TOKEN)) as client:
        client.post(f"{running.url}/control/carrier", json={"create": "hang_after_accept", "times": 1})
        with pytest.raises(httpx.ReadTimeout):
            client.post(url, data={"To": PHONE, "From": AGENCY, "Body": "once"}, timeout=0.5)
        assert [message["body"] for message in client.get(url).json()["messages"]] == ["once"]


def test_a_port_in_use_is_named_and_nothing_else_stays_taken(config):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", config.smtp_port))
        taken.listen()
        with pytest.raises(PortInUseError, match=f"port {config.smtp_port}"):
            serve(config)
    with serve(config):
        pass


def test_after_a_stop_the_ports_are_free_and_a_second_stop_is_harmless(config):
    running = serve(config)
    running.stop()
    running.stop()

    serve(config).stop()
    assert "vendors" not in {thread.name for thread in threading.enumerate()}
