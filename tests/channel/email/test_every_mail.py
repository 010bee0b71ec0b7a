"""Every message of the shared projects through the inbound function, ten thousand mutated ones read, in any order."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from chalicelib.channels.email import mime
from chalicelib.channels.email.entry import mail_inbound
from chalicelib.channels.email.reading import read
from chalicelib.domain import mail_cut, mail_html
from chalicelib.domain.mail_cut import new_part_of
from tests.unit.usecases.mailing import PAT, Mailbox, raw_mail, ses_headers

SHARED = Path(__file__).parents[4] / "shared" / "data" / "email"
OURS = Path(__file__).parents[2] / "data" / "mail" / "samples"
BUCKET = "mail"
MUTATED = 10_000
_SCRAPS = (
    b"\r\n\r\n", b"--B", b"=\r\n", b"\x00", b"\xff\xfe", b"From: ", b"<", b">", b"(", b'"', b"; boundary=", b"STOP",
    b"Content-Type: multipart/mixed; boundary=x\r\n", b"Content-Transfer-Encoding: base64\r\n", b"\r\n--x\r\n",
    b"=?utf-8?b?", b"?=", b"charset=utf-16", b"On Fri, Nov 20, 2026 at 9:41 PM x <a@b> wrote:\n", b"> ", b"a" * 300,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("capsys")


def corpus() -> list[Path]:
    """The shared messages where they are there, and our own samples in any case."""
    shared = [path for path in sorted(SHARED.rglob("*")) if path.is_file()] if SHARED.is_dir() else []
    return [*shared, *sorted(OURS.glob("*.eml")), *sorted(path for path in OURS.glob("*.txt"))]


def event(*keys: str) -> dict:
    def body(key):
        return {"Records": [{"eventName": "ObjectCreated:Put", "s3": {
            "bucket": {"name": BUCKET}, "object": {"key": key}}}]}  # fmt: skip

    return {
        "Records": [
            {"messageId": f"sqs-{number}", "receiptHandle": "h", "body": json.dumps(body(key)), "attributes": {},
             "messageAttributes": {}, "eventSource": "aws:sqs", "eventSourceARN": "arn:aws:sqs:us-east-1:0:q",
             "awsRegion": "us-east-1"}
            for number, key in enumerate(keys)
        ]
    }  # fmt: skip


@pytest.fixture
def bucket(wired, monkeypatch):
    """The mail bucket on moto, and the handlers wired to this world."""
    from chalicelib import wiring
    from chalicelib.store.mails import S3Mails
    from tests.unit.usecases.mailing import ADDRESSES, LEAVING

    wired.s3.create_bucket(Bucket=BUCKET)
    for name, made in (("raw_mails", S3Mails(wired.s3)), ("reply_addresses", ADDRESSES), ("leave_tokens", LEAVING)):
        monkeypatch.setattr(wiring, name, lambda made=made: made)
    return wired


def put(world, key, raw):
    world.s3.put_object(Bucket=BUCKET, Key=key, Body=raw)
    return key


@pytest.mark.slow
def test_every_message_of_the_shared_projects_goes_through(bucket):
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there: only our own samples would go through, which another test does")
    keys = []
    for number, path in enumerate(corpus()):
        raw = path.read_bytes()
        keys.append(put(bucket, f"in/raw{number}", raw))
        if "parser" in path.as_posix():
            keys.append(put(bucket, f"in/body{number}", _as_body(raw, number)))

    failed = [item for key in keys for item in mail_inbound(event(key), None)["batchItemFailures"]]

    assert len(keys) > 350
    assert failed == []
    assert bucket.registry.figures() == {"owners": 0, "cameras": 0}


def test_our_own_samples_go_through(bucket):
    keys = [
        put(bucket, f"in/{path.name}", ses_headers(PAT).encode() + path.read_bytes()) for path in OURS.glob("*.eml")
    ]

    assert mail_inbound(event(*keys), None)["batchItemFailures"] == []


def test_a_mail_is_taken_in_from_the_bucket_and_those_behind_a_hostile_one_as_well(bucket):
    mailbox = Mailbox(bucket)
    hostile = b"From: (((((\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\n" * 5_000
    keys = [
        put(bucket, "in/1", hostile),
        put(bucket, "in/2", b""),
        put(bucket, "in/3", raw_mail("Register 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days")),
    ]

    assert mail_inbound(event(*keys, "in/gone"), None)["batchItemFailures"] == []
    assert mail_inbound(event(*keys), None)["batchItemFailures"] == []

    assert len(mailbox.owed) == 1
    assert "2 cameras" in mailbox.answer


def test_the_greeting_of_a_bucket_names_no_mail(bucket):
    greeting = event("x")
    greeting["Records"][0]["body"] = json.dumps({"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": BUCKET})

    assert mail_inbound(greeting, None)["batchItemFailures"] == []


@pytest.mark.slow
def test_ten_thousand_mutated_messages_raise_nothing_and_stay_within_bounds():
    chance = random.Random(20261121)
    files = [path.read_bytes() for path in corpus()]

    for number in range(MUTATED):
        raw = mutated(chance.choice(files), chance)
        if number % 2:
            raw = ses_headers(PAT).encode() + f"From: {PAT}\r\n".encode() + raw
        mail = read(raw, mail_id=str(number))
        text = new_part_of(mail.plain, mail.html)

        assert len(mail.attachments) <= mime.MOST_PARTS
        assert len(mail.plain) + len(mail.html) <= len(raw) + 2 * mime.MOST_PARTS
        assert len(text) <= max(mail_cut.MOST_LETTERS, mail_html.MOST_LETTERS)


def _as_body(raw: bytes, number: int) -> bytes:
    top = f"From: p{number}@mail.example\r\nMessage-ID: <{number}@mail.example>\r\n\r\n"
    return ses_headers(f"p{number}@mail.example").encode() + top.encode() + raw


def mutated(raw: bytes, chance: random.Random, *, without: bytes = b"") -> bytes:
    """Cut, doubled, flipped and mixed with what breaks parsers."""
    found = bytearray(raw[:40_000])
    scraps = [scrap for scrap in _SCRAPS if scrap != without]
    for _ in range(chance.randint(1, 12)):
        at, end = sorted(chance.randint(0, len(found)) for _ in range(2))
        roll = chance.random()
        if roll < 0.4:
            found[at:at] = chance.choice(scraps) * chance.choice((1, 1, 1, 50))
        elif roll < 0.6:
            del found[at : min(end, at + 400)]
        elif roll < 0.8 and at < len(found):
            found[at] = chance.randrange(256)
        else:
            found[at:at] = found[at : min(end, at + 2000)]
    return bytes(found)
