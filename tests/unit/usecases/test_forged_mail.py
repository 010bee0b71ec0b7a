"""Forged mails: whatever they claim, nothing is changed, and only leaving is honoured."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.channels.email.reading import read
from chalicelib.domain.incident import RequestId
from chalicelib.domain.owner import OwnerId
from tests.unit.usecases.mailing import ADDRESSES, PAT, Mailbox, mail_receiver, raw_mail, ses_headers
from tests.unit.usecases.texting import ask

NOTHING_PASSES = {"dmarc": "fail", "spf": "fail", "dkim": "fail"}
UNKNOWN_TO_ALL = {"dmarc": "none", "spf": "none", "dkim": "none"}
FORGED_RESULTS = (
    "Authentication-Results: amazonses.com;\r\n spf=pass;\r\n dkim=pass header.i=@mail.example;\r\n"
    " dmarc=pass header.from=mail.example;\r\n"
)
COMMANDS = ("1", "OK", "PAUSE 2 WEEKS", "DELETE ME", "REMOVE 1", "MY CAMERAS", "Register 1011 Roxleigh Rd Towson, 1, 7")


def ses_without_results() -> str:
    return ses_headers("evil@evil.example", **NOTHING_PASSES).split("Authentication-Results")[0]


FORGERIES = {
    "no signature at all": {**UNKNOWN_TO_ALL, "envelope": "evil@evil.example"},
    "nothing passes": NOTHING_PASSES,
    "the signature of another domain": {
        "on_top": ses_headers("evil@evil.example", dmarc="fail").replace("header.from=evil", "header.from=mail"),
    },
    "dmarc that passed for another domain": {"on_top": ses_headers("evil@evil.example")},
    "verdicts of its own below those of SES": {
        "on_top": ses_headers(PAT, **NOTHING_PASSES) + FORGED_RESULTS + "X-SES-RECEIPT: forged\r\n",
    },
    "verdicts of its own where SES wrote none": {
        "on_top": ses_without_results() + FORGED_RESULTS,
    },
    "no headers of SES at all": {"on_top": FORGED_RESULTS + "X-SES-RECEIPT: forged\r\n"},
    "a verdict in the envelope's sender": {
        "on_top": ses_headers(
            PAT, **NOTHING_PASSES, envelope='"x; dmarc=pass header.from=mail.example;"@evil.example'
        ),
    },
    "a verdict in a comment": {
        "on_top": ses_headers(PAT, **NOTHING_PASSES).replace(
            "spf=fail (spfCheck", "spf=fail (dmarc=pass header.from=mail.example; spfCheck"
        ),
    },
    "two results for one method": {
        "on_top": ses_headers(PAT, **NOTHING_PASSES).replace(
            " dmarc=fail header.from=mail.example;\r\n",
            " dmarc=fail header.from=mail.example;\r\n dmarc=pass header.from=mail.example;\r\n",
        ),
    },
    **{
        f"a verdict in a greeting, behind {name}": {
            "on_top": ses_headers(PAT, **NOTHING_PASSES).replace(
                "helo=mx;\r\n dkim", f"helo=mx{line_end} dkim=pass header.i=@mail.example;\r\n dkim"
            ).replace("dmarc=fail", "dmarc=none"),
        }
        for name, line_end in (("a form feed", "\f"), ("a line separator", "\u2028"), ("a next line", "\x85"))
    },
    "results of another server": {
        "on_top": ses_headers(PAT).replace("Results: amazonses.com;", "Results: mx.evil.example;"),
    },
}  # fmt: skip


@pytest.fixture
def owner(world):
    mailbox = Mailbox(world)
    mailbox.registers()
    world.clock.pass_time(hours=25)
    ask(world, mailbox.contact.owner_id)
    list(world.queue.take())
    return mailbox


def stands(world):
    tables = {table: world.dynamodb.scan(TableName=table)["Items"] for table in ("registry", "requests")}
    return {table: sorted(map(str, items)) for table, items in tables.items()}


def addresses_of(owner):
    owner_id = OwnerId(owner.contact.owner_id)
    return ("cameras@porchlight.example", ADDRESSES.of_ask(RequestId("request1"), "BCDF", owner_id))


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_mail_changes_nothing(owner, world, forgery):
    before = stands(world)

    for to in addresses_of(owner):
        for command in COMMANDS:
            owner.mails(command, to=to, **FORGERIES[forgery])

    assert stands(world) == before


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_mail_may_only_stop(owner, forgery):
    assert owner.mails("STOP", **FORGERIES[forgery]) == "left"


@pytest.mark.parametrize(
    "sender",
    ["evil@evil.example", "pat@mail.example.evil.example", "pat@rnail.example", "pat@sub.mail.example",
     "pat.example@mail.example", "pat+x@mail.example"],
)  # fmt: skip
def test_look_alikes_with_all_in_order_are_somebody_else(owner, world, sender):
    before = stands(world)
    other = Mailbox(world, sender)

    for to in addresses_of(owner):
        for command in ("1", "OK", "DELETE ME", "PAUSE 2 WEEKS"):
            other.mails(command, to=to)

    kept = stands(world)
    assert kept["requests"] == before["requests"]
    assert set(before["registry"]) <= set(kept["registry"])


def raw_from(header: str, sender: str = "evil@evil.example") -> bytes:
    raw = raw_mail("OK", sender=sender)
    start, _, rest = raw.partition(f"From: Pat Example <{sender}>".encode())
    return start + header.encode() + rest


@pytest.mark.parametrize(
    "header",
    [
        f'From: "{PAT}" <evil@evil.example>',
        f"From: {PAT}, evil@evil.example",
        f"From: evil@evil.example\r\nFrom: {PAT}",
        f"From: <evil@evil.example> <{PAT}>",
        f"From: evil@evil.example\r\nReply-To: {PAT}",
        f"From: evil@evil.example\r\nSender: {PAT}",
        f"From: ({PAT}) evil@evil.example",
        f"From:\r\n {PAT}",
        "From:",
        f"From: {PAT}, {'x' * 1000} <evil@evil.example>",
        f"X: y\r\nFrom : {PAT}",
    ],
)
def test_tricks_with_from_and_beside_it_speak_for_nobody(owner, world, header):
    before = stands(world)["requests"]
    household = owner.household

    mail_receiver(world).receive(read(raw_from(header), mail_id="forged"))

    assert stands(world)["requests"] == before
    assert owner.household == household


def test_somebody_else_s_link_of_a_conversation_speaks_for_nobody(owner, world):
    other = Mailbox(world, "sam@other.example")
    other.mails("Register 1011 Roxleigh Rd Towson, 1 camera, 7 days")
    theirs = other.last.reply_to

    owner.mails("Register 1011 Roxleigh Rd Towson, 1 camera, 7 days")
    assert owner.mails("OK", to=theirs) == "asked_back"

    assert len(owner.household.cameras) == 2


def test_a_mail_played_again_later_changes_nothing(owner, world):
    to = addresses_of(owner)[1]
    first = raw_mail("3", to=to, message_id="<once@mail.example>")
    mail_receiver(world).receive(read(first, mail_id="first"))
    owner.mails("1", to=to)
    before = stands(world)

    for days in (1, 5, 20):
        world.clock.pass_time(days=days)
        assert mail_receiver(world).receive(read(first, mail_id=f"again{days}")) == "seen"

    assert stands(world) == before


def test_what_spam_or_a_virus_says_is_not_done(owner, world):
    before = stands(world)
    to = addresses_of(owner)[1]

    assert owner.mails("3", to=to, spam="FAIL") == "held"
    assert owner.mails("3", to=to, virus="FAIL") == "virus"

    assert stands(world) == before


def test_who_answers_from_an_address_that_cannot_be_checked_is_told_how_else(owner):
    assert owner.mails("3", to=addresses_of(owner)[1], **UNKNOWN_TO_ALL, envelope="x@relay.example") == "unproven"

    assert "could not check" in owner.answer


def test_a_small_domain_without_a_policy_is_believed_by_its_own_signature(owner):
    assert owner.mails("3", to=addresses_of(owner)[1], dmarc="none") == "answered"


def test_an_answer_played_again_is_known_as_long_as_its_ask_waits(owner, world):
    later = replace(world.requests.ask(RequestId("request1"), OwnerId(owner.contact.owner_id)), version=2)
    world.commit(world.requests.change_ask(replace(later, expires_at=world.clock.now() + timedelta(days=60))))
    to = addresses_of(owner)[1]
    first = raw_mail("3", to=to, message_id="<once@mail.example>")
    mail_receiver(world).receive(read(first, mail_id="first"))
    owner.mails("1", to=to)
    before = stands(world)

    world.clock.pass_time(days=40)

    assert mail_receiver(world).receive(read(first, mail_id="again")) == "seen"
    assert stands(world) == before


def test_the_address_of_a_conversation_shows_nothing_after_a_week(owner, world):
    owner.mails("MENU")
    to = owner.last.reply_to

    world.clock.pass_time(days=6)
    assert owner.mails("PAUSE 2 WEEKS", to=to) == "answered"
    world.clock.pass_time(days=2)
    assert owner.mails("RESUME", to=to) == "asked_back"

    assert owner.household.owner.wishes.paused_until is not None


def test_leaving_is_honoured_even_beside_a_virus_and_as_spam(owner):
    assert owner.mails("STOP", virus="FAIL", **NOTHING_PASSES) == "left"

    assert owner.contact.consent == "stopped"
    assert owner.mails("3", virus="FAIL") == "virus"
