"""Contract: every kind of mail, in both languages, against RFC 5322, 8058 and 3834, and what readers need."""

from __future__ import annotations

import re
from email.utils import getaddresses, parsedate_to_datetime
from html.parser import HTMLParser

import pytest

from tests.fakes import NOON
from tests.mails import BASE_URL, DOMAIN, KEY, KINDS, LANGUAGES, LEAVING, REPLIES, parsed, sent, text_of

EVERY = [(kind, language) for kind in KINDS for language in LANGUAGES]
IN_A_THREAD = ("receipt", "receipt of many", "notice", "mail_reply")
LONG = (b"List-Unsubscribe:", b" <mailto:")
"""The two lines that hold an address which cannot be broken."""


@pytest.fixture(params=EVERY, ids=lambda kind: f"{kind[0]} in {kind[1]}")
def each(request):
    return request.param


@pytest.fixture
def raw(each):
    return sent(*each)


class Reader(HTMLParser):
    """Reads what is shown, and the tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.said, self._hidden = [], [], 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self._hidden += tag in ("title", "style", "script")

    def handle_endtag(self, tag):
        self._hidden -= tag in ("title", "style", "script")

    def handle_data(self, text):
        if not self._hidden:
            self.said.append(text)


def test_lines_end_in_crlf_and_none_is_longer_than_78_but_for_an_address(raw):
    lines = raw.split(b"\r\n")

    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert [line for line in lines if len(line) > 78 and not line.startswith(LONG)] == []
    assert max(map(len, lines)) < 998
    assert raw.isascii()


def test_every_header_that_may_stand_once_stands_once_and_is_whole(raw):
    mail = parsed(raw)

    for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "List-Unsubscribe",
                 "List-Unsubscribe-Post"):  # fmt: skip
        assert len(mail.get_all(name)) == 1, name
    assert [part.defects for part in mail.walk() if part.defects] == []
    assert [header.defects for header in mail.values() if header.defects] == []
    assert parsedate_to_datetime(mail["Date"]) == NOON
    assert re.fullmatch(rf"<[A-Za-z0-9-]+@{DOMAIN}>", mail["Message-ID"])


def test_the_sender_is_the_agency_by_name(raw):
    assert getaddresses([parsed(raw)["From"]]) == [("Example County Police", f"desk@{DOMAIN}")]


def test_it_can_be_left_with_one_press_or_one_empty_mail(raw):
    mail = parsed(raw)
    page, mailbox = re.findall(r"<([^>]+)>", mail["List-Unsubscribe"])

    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert page.startswith(f"{BASE_URL}/unsubscribe/")
    assert LEAVING.read(page.rpartition("/")[2]) == KEY
    assert LEAVING.read_address(mailbox.removeprefix("mailto:")) == KEY
    assert len(mailbox.removeprefix("mailto:").partition("@")[0]) <= 64


def test_it_says_that_a_program_sent_it(each, raw):
    mail = parsed(raw)

    assert mail["Auto-Submitted"] == ("auto-replied" if each[0] in ("mail_reply", "table") else "auto-generated")
    assert mail["X-Auto-Response-Suppress"] == "OOF, AutoReply"


def test_the_plain_text_and_the_html_say_the_same_words_in_the_same_order(raw):
    plain, html = (text_of(raw, subtype) for subtype in ("plain", "html"))
    shown = Reader(html)
    addresses = [attributes["href"] for tag, attributes in shown.tags if tag == "a"]
    spoken = re.sub(r"={3,}|^-- $|:?\n(?=https)", " ", plain, flags=re.MULTILINE)
    for address in addresses:
        if address not in "".join(shown.said):
            spoken = spoken.replace(address, "")

    assert " ".join(" ".join(shown.said).split()) == " ".join(spoken.split())


def test_the_html_loads_nothing_watches_nobody_and_needs_no_style_sheet(each, raw):
    shown = Reader(text_of(raw, "html"))
    names = {tag for tag, _ in shown.tags}

    assert names & {"img", "script", "style", "link", "iframe", "form", "object", "svg", "video", "audio"} == set()
    assert [
        a for _, a in shown.tags if {"src", "background", "srcset"} & a.keys() or "url(" in a.get("style", "")
    ] == []
    assert ("html", {"lang": each[1]}) in shown.tags


def test_colors_are_the_readers_own_but_on_the_one_button(raw):
    shown = Reader(text_of(raw, "html"))
    painted = [tag for tag, a in shown.tags if re.search(r"(?<!-)color:|background", a.get("style", ""))]

    assert set(painted) <= {"a"}


def test_there_is_at_most_one_link(raw):
    html = text_of(raw, "html")

    assert len([tag for tag, _ in Reader(html).tags if tag == "a"]) <= 1


def test_how_to_stop_and_whom_to_call_ends_every_mail(raw):
    end = text_of(raw, "plain").partition("\n-- \n")[2]

    assert "STOP" in end
    assert "410-555-0100" in end


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ask_says_all_that_an_owner_must_know(language):
    raw = sent("ask", language)
    plain, mail = text_of(raw, "plain"), parsed(raw)

    for fact in ("BCDF", "410-555-0100", "4:00-6:00", "man in a red jacket", "1000", f"{BASE_URL}/r/"):
        assert fact in plain
    assert plain.startswith("##- ")
    assert plain.split("\n")[0].endswith(" -##")
    assert [line.split()[0] for line in plain.split("\n") if re.match(r"  \d  ", line)] == list("123456")
    token = REPLIES.token_in(mail["Reply-To"])
    assert token
    assert REPLIES.opens(token, "request1")


def test_no_name_no_door_and_no_code_stands_in_a_subject_but_the_requests(each, raw):
    subject = str(parsed(raw)["Subject"])

    assert not re.search(r"1009|roxleigh|neighbor|123456|jacket", subject, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", IN_A_THREAD)
def test_what_follows_an_ask_stays_in_its_thread(kind, language):
    ask, follows = parsed(sent("ask", language)), parsed(sent(kind, language))

    assert follows["Subject"] == f"Re: {ask['Subject']}"
    assert follows["References"].split()[0] == ask["Message-ID"]
    assert follows["In-Reply-To"] == follows["References"].split()[-1]
    assert follows["Reply-To"] == ask["Reply-To"]


def test_a_code_cannot_be_answered_and_does_not_say_above_which_line():
    raw = sent("code", "en")

    assert parsed(raw)["Reply-To"] is None
    assert "##-" not in text_of(raw, "plain")


def test_what_somebody_typed_is_text_and_no_html():
    from chalicelib.outbound.letters import write
    from tests.mails import a_mail

    html = write(a_mail(body='<b onclick="x">https://a.example/?q="<i></b>'), can_answer=False).html

    assert "<b onclick" not in html
    assert '<a href="https://a.example/?q=" style="color:inherit">https://a.example/?q=</a>' in html


def test_a_table_goes_with_its_mail_as_a_file_that_spreadsheets_open():
    (file,) = parsed(sent("table", "en")).iter_attachments()

    assert (file.get_filename(), file.get_content_type()) == ("cameras.csv", "text/csv")
    assert file.get_payload(decode=True) == "\ufeffRow,Dirección,Remark\r\n2,1009 Roxleigh Rd,\r\n".encode()
