"""Mutated mails through all of the inbound function: it raises nothing, changes nothing, and answers no storm.

`MUTATED_MAILS=10000` plays that many instead of the few that fit into every run (docs/performance.md).
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from email import message_from_bytes, policy

import pytest

from chalicelib.channels.email.entry import mail_inbound
from chalicelib.domain.letter import Mail
from chalicelib.outbound.emails import SesEmails
from chalicelib.usecases.mail_replies import MOST_A_DAY
from tests.channel.email.test_every_mail import bucket, corpus, event, mutated, put
from tests.mails import KEY
from tests.unit.usecases.mailing import ADDRESSES, DESK, LEAVING, PAT, Mailbox, ses_headers

__all__ = ["bucket"]
MAILS = int(os.environ.get("MUTATED_MAILS", "500"))
A_ROUND, A_BATCH = 250, 10
"""A round has a world of its own: moto copies all of its tables for each transaction."""
STRANGERS = 40
_TOLD = {"mails": 0, "failed": 0, "messages": 0, "seconds": 0.0}


def senders(chance: random.Random) -> str:
    """The owner often, a few strangers, and whoever the mail itself says."""
    roll = chance.random()
    return PAT if roll < 0.3 else f"p{chance.randrange(STRANGERS)}@mail.example" if roll < 0.8 else ""


def mutated_mails(number: int, chance: random.Random):
    """Give raw mails; those in the owner's name never hold the one word that anybody may say for them."""
    files = [path.read_bytes() for path in corpus()]
    for at in range(number):
        sender, raw = senders(chance), chance.choice(files)
        if sender == PAT:
            raw = mutated(raw.replace(b"STOP", b"HALT").replace(b"stop", b"halt"), chance, without=b"STOP")
        else:
            raw = mutated(raw, chance)
        roll = chance.random()
        verdicts = {"dmarc": "pass" if roll < 0.8 else "fail", "spam": "FAIL" if roll > 0.95 else "PASS"}
        top = f"From: {sender}\r\nMessage-ID: <{at}@mail.example>\r\n" if sender else ""
        yield ses_headers(sender or "x@mail.example", **verdicts).encode() + top.encode() + raw


@pytest.mark.slow
@pytest.mark.parametrize("round_", range(max(1, MAILS // A_ROUND)))
def test_mutated_mails_go_through_all_of_the_function_and_leave_everything_as_it_was(bucket, capsys, round_):
    owner, chance = Mailbox(bucket), random.Random(19_700_101 + round_)
    owner.registers()
    before, began = owner.household, time.process_time()
    keys = [put(bucket, f"in/{at}", raw) for at, raw in enumerate(mutated_mails(A_ROUND, chance))]

    failed = 0
    for at in range(0, len(keys), A_BATCH):
        batch = keys[at : at + A_BATCH]
        failed += len(mail_inbound(event(*batch, *chance.sample(batch, 2)), None)["batchItemFailures"])
        bucket.clock.pass_time(seconds=30)

    messages = [bucket.outbox.message(item["pk"]["S"]) for item in bucket.dynamodb.scan(TableName="outbox")["Items"]]
    answers = Counter(message.contact_key for message in messages if message.kind == "mail_reply")
    _tell(capsys, failed, len(messages), time.process_time() - began)
    assert failed == 0
    assert (owner.household.cameras, owner.contact.consent) == (before.cameras, "given")
    assert bucket.registry.figures() == {"owners": 1, "cameras": 2}
    assert max(answers.values()) <= MOST_A_DAY, "the round lasts less than a day"
    for message in messages:
        if message.kind in ("mail_reply", "farewell"):
            assert_whole(as_sent(bucket, message), message)


def as_sent(world, message) -> bytes:
    mail = Mail(message=message, to="somebody@mail.example", contact_key=message.contact_key or KEY, language="en",
                agency=world.agency, at=world.clock.now())  # fmt: skip
    return SesEmails(None, sender=DESK, replies=ADDRESSES, leaving=LEAVING).raw(mail)


def assert_whole(raw, message):
    """Whatever was written to us, nothing of it becomes a header of ours or breaks a line."""
    parsed = message_from_bytes(raw, policy=policy.default)
    names = [name.lower() for name in parsed]
    assert len(names) == len(set(names)), message.subject
    assert parsed["To"] == "somebody@mail.example"
    assert not parsed.defects
    assert max(map(len, raw.split(b"\r\n"))) <= 998, message.subject
    assert b"\n" not in raw.replace(b"\r\n", b"")


def _tell(capsys, failed, messages, seconds):
    """Print the figures so far, where somebody asked for more than a run of the suite plays."""
    for name, more in (("mails", A_ROUND), ("failed", failed), ("messages", messages), ("seconds", seconds)):
        _TOLD[name] += more
    if "MUTATED_MAILS" in os.environ:
        with capsys.disabled():
            sys.stdout.write(f"\n{_TOLD}\n")
