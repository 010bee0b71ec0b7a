"""SES's raw SendEmail, and what the SMTP server does with a mail."""

from __future__ import annotations

import base64
from types import SimpleNamespace

import pytest
from aiosmtpd.smtp import Envelope
from botocore.exceptions import EndpointConnectionError

from chalicelib.channels.email.reading import read
from local.vendors.mail.ses import complete, stamped

pytestmark = pytest.mark.anyio
SIGNED = {"Authorization": "AWS4-HMAC-SHA256 Credential=example"}
RAW = b"From: Example PD <registry@mail.example.org>\r\nTo: robin@example.com\r\nSubject: Hello\r\n\r\nHi\r\n"


class FakeBucket:
    def __init__(self, *, is_down: bool = False) -> None:
        self.objects: dict[str, bytes] = {}
        self._is_down = is_down

    def put(self, key: str, raw: bytes) -> None:
        if self._is_down:
            raise EndpointConnectionError(endpoint_url="http://127.0.0.1:9")
        self.objects[key] = raw


@pytest.fixture
def send(vendors):
    async def send(raw: bytes = RAW, **changes):
        content = {"Raw": {"Data": base64.b64encode(raw).decode()}}
        body = {"FromEmailAddress": "registry@mail.example.org", "Content": content, **changes}
        return await vendors.post("/ses/v2/email/outbound-emails", json=body, headers=SIGNED)

    return send


def envelope(*recipients: str) -> Envelope:
    made = Envelope()
    made.mail_from, made.rcpt_tos, made.original_content = "robin@example.com", list(recipients), RAW
    return made


async def test_a_raw_mail_goes_to_the_smtp_server_whole(send, sent_by_smtp):
    answer = await send(Destination={"ToAddresses": ["Robin <robin@example.com>"], "BccAddresses": ["b@example.com"]})

    assert answer.json()["MessageId"]
    [(sender, recipients, raw)] = sent_by_smtp
    assert (sender, recipients) == ("registry@mail.example.org", ["robin@example.com", "b@example.com"])
    assert raw.endswith(RAW)


async def test_without_a_destination_the_headers_name_the_recipients(send, sent_by_smtp):
    await send()

    assert sent_by_smtp[0][1] == ["robin@example.com"]


@pytest.mark.parametrize(
    "changes",
    [
        {"Content": {"Simple": {"Subject": {"Data": "x"}}}},
        {"Content": {"Raw": {"Data": "%%%"}}},
        {"FromEmailAddress": "nobody"},
    ],
)
async def test_what_is_no_raw_mail_is_refused_and_recorded(send, sent_by_smtp, parts, changes):
    answer = await send(**changes)

    assert (answer.status_code, answer.headers["x-amzn-errortype"]) == (400, "BadRequestException")
    assert sent_by_smtp == []
    assert parts.unknown.listing()[0]["vendor"] == "ses"


async def test_an_unsigned_call_is_refused(vendors):
    assert (await vendors.post("/ses/v2/email/outbound-emails", json={})).status_code == 403


async def test_mail_to_others_goes_into_the_mailbox(parts, vendors):
    reply = await parts.mail.handle_DATA(None, None, envelope("robin@example.com"))

    [mail] = (await vendors.get("/mailbox")).json()
    assert reply.startswith("250")
    assert mail == {
        "from": "Example PD <registry@mail.example.org>",
        "to": "robin@example.com",
        "subject": "Hello",
        "date": "",
        "raw": RAW.decode(),
    }


async def test_mail_to_the_agency_goes_into_its_bucket(parts, vendors):
    parts.bucket = FakeBucket()
    await parts.mail.handle_DATA(None, None, envelope("Register@MAIL.example.org"))

    [(key, raw)] = parts.bucket.objects.items()
    assert (key[:3], raw.endswith(RAW)) == ("in/", True)
    assert raw.startswith(b"Return-Path: <robin@example.com>\r\n")
    assert (await vendors.get("/mailbox")).json() == []


@pytest.mark.parametrize(("claimed", "dmarc"), [("robin@example.com", "pass"), ("robin@elsewhere.example", "fail")])
async def test_a_mail_passes_dmarc_where_its_from_is_of_the_envelopes_domain(parts, claimed, dmarc):
    parts.bucket = FakeBucket()
    sent = envelope("register@mail.example.org")
    sent.original_content = RAW.replace(b"registry@mail.example.org", claimed.encode())

    await parts.mail.handle_DATA(None, None, sent)

    mail = read(*parts.bucket.objects.values(), mail_id="1")
    assert (mail.sender, mail.verdicts.dmarc, mail.verdicts.authentic) == (claimed, dmarc, dmarc == "pass")
    assert "register@mail.example.org" in mail.recipients


@pytest.mark.parametrize("bucket", [None, FakeBucket(is_down=True)])
async def test_mail_to_the_agency_is_put_off_while_there_is_no_bucket(parts, bucket):
    parts.bucket = bucket

    assert (await parts.mail.handle_DATA(None, None, envelope("x@mail.example.org"))).startswith("451")


def test_a_mail_gets_a_date_and_whole_line_ends():
    done = complete(b"Subject: x\n\nline\nline\r\n")

    assert done.startswith(b"Date: ")
    assert done.endswith(b"Subject: x\r\n\r\nline\r\nline\r\n")
    assert complete(b"Date: today\r\n\r\nx") == b"Date: today\r\n\r\nx"


@pytest.fixture
def told(parts):
    events = []
    parts.queue = SimpleNamespace(put=events.append)
    return events


TRACKED = {"ConfigurationSetName": "porchlight-local-mail", "EmailTags": [{"Name": "message", "Value": "message1"}]}


async def test_a_mail_that_arrives_is_told_as_delivered(send, sent_by_smtp, told):
    answer = await send(**TRACKED)

    [event] = told
    assert (event["source"], event["detail-type"]) == ("aws.ses", "Email Delivered")
    assert event["detail"]["eventType"] == "Delivery"
    assert event["detail"]["mail"]["messageId"] == answer.json()["MessageId"]
    assert event["detail"]["mail"]["tags"]["message"] == ["message1"]


@pytest.mark.parametrize(("address", "kinds", "arrives"), [
    ("bounce@simulator.amazonses.com", ["Bounce"], False),
    ("bounce+one@simulator.amazonses.com", ["Bounce"], False),
    ("complaint@simulator.amazonses.com", ["Delivery", "Complaint"], True),
    ("success@simulator.amazonses.com", ["Delivery"], True),
])  # fmt: skip
async def test_addresses_of_the_simulator_fail_as_they_do_at_ses(send, sent_by_smtp, told, address, kinds, arrives):
    await send(Destination={"ToAddresses": [address]}, **TRACKED)

    assert [event["detail"]["eventType"] for event in told] == kinds
    assert bool(sent_by_smtp) == arrives


async def test_an_address_can_be_told_to_bounce(vendors, send, sent_by_smtp, told):
    wanted = {"address": "Robin@example.com", "happens": "soft_bounce"}
    assert (await vendors.post("/control/mail", json=wanted)).status_code == 200
    await send(**TRACKED)

    assert told[0]["detail"]["bounce"]["bounceType"] == "Transient"
    assert (await vendors.post("/control/mail", json={**wanted, "happens": "magic"})).status_code == 400


async def test_without_a_configuration_set_nothing_is_told(send, sent_by_smtp, told):
    await send()

    assert told == []


async def test_what_is_told_is_what_the_application_reads(send, sent_by_smtp, told):
    from chalicelib.channels.email.events import event_in, is_event

    await send(Destination={"ToAddresses": ["bounce@simulator.amazonses.com"]}, **TRACKED)

    assert is_event(told[0])
    assert event_in(told[0]).happening == "hard_bounce"


def test_ses_puts_its_own_id_and_date_into_a_mail():
    head = b"Subject: x\r\nMessage-ID: <ours@\r\n example.org>\r\nDate: long ago\r\nTo: a@example.com\r\n"
    raw = head + b"\r\nDate: no header\r\n"
    done = stamped(raw, "0100-ses")

    assert done.startswith(b"Message-ID: <0100-ses@email.amazonses.com>\r\nDate: ")
    assert done.endswith(b"Subject: x\r\nTo: a@example.com\r\n\r\nDate: no header\r\n")
    assert b"ours@" not in done
