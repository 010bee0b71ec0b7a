"""The page behind a link in our mail, and the officers' list of mail that a person must read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from chalicelib import wiring
from chalicelib.channels.email.reading import read
from tests.channel.web.test_desk import deeds, enter
from tests.channel.web.visitor import Visitor
from tests.unit.usecases.mailing import ADDRESSES, Mailbox, mail_receiver, raw_mail
from tests.world import World

ALL_IN_ONE = "Register 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days"


@pytest.fixture
def mailbox(wired: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    monkeypatch.setattr(wiring, "reply_addresses", lambda: ADDRESSES)
    return Mailbox(wired)  # type: ignore[return-value]


def test_get_shows_and_post_does_it_once(visitor: Visitor, mailbox: Mailbox, wired: World) -> None:
    mailbox.mails(ALL_IN_ONE)
    path = f"/m/{mailbox.link}"

    for _ in range(3):
        page = visitor.get(path)
        assert page.status == 200
    assert wired.registry.figures()["owners"] == 0

    done = visitor.post(path, stamp=page.stamp())
    assert "Registered: 2 cameras" in done.words()
    assert visitor.get(path).status == 404
    assert visitor.post(path, stamp=page.stamp()).status == 404
    assert wired.registry.figures() == {"owners": 1, "cameras": 2}


def test_a_link_on_the_page_that_says_what_was_done_can_be_followed(visitor: Visitor, mailbox: Mailbox) -> None:
    mailbox.registers()
    mailbox.mails("DELETE ME")
    path = f"/m/{mailbox.link}"

    done = visitor.post(path, stamp=visitor.get(path).stamp())

    assert re.search(r'<a href="https://porchlight\.example/m/[^"]+"', done.text)


def test_without_the_pages_own_stamp_nothing_is_done(visitor: Visitor, mailbox: Mailbox, wired: World) -> None:
    mailbox.mails(ALL_IN_ONE)

    assert visitor.post(f"/m/{mailbox.link}").status >= 400
    assert wired.registry.figures()["owners"] == 0


def test_what_a_mail_said_is_shown_as_text_before_it_is_done(visitor: Visitor, mailbox: Mailbox) -> None:
    mailbox.registers()
    mailbox.mails("PAUSE 2 WEEKS")

    page = visitor.get(f"/m/{mailbox.link}")

    assert "PAUSE 2 WEEKS" in page.words()
    assert mailbox.household.owner.wishes.paused_until is None


def test_a_link_signs_nobody_in(visitor: Visitor, mailbox: Mailbox) -> None:
    mailbox.mails(ALL_IN_ONE)
    page = visitor.get(f"/m/{mailbox.link}")
    visitor.post(f"/m/{mailbox.link}", stamp=page.stamp())

    assert "1009" not in visitor.get("/me").text


@pytest.mark.parametrize("token", ["x", "a" * 22, "%2e%2e", "a" * 300])
def test_a_link_that_is_none_of_ours_leads_nowhere(visitor: Visitor, wired: World, token: str) -> None:
    assert visitor.get(f"/m/{token}").status == 404


def test_officers_read_what_was_not_understood_in_full_and_on_record(
    visitor: Visitor, mailbox: Mailbox, wired: World
) -> None:
    mailbox.mails("The quick brown fox <b>jumps</b>\n\n> quoted")
    assert visitor.get("/desk/mail").status == 403
    enter(visitor, wired)

    page = visitor.get("/desk/mail?of=others")

    assert "The quick brown fox <b>jumps</b> > quoted" in page.words()
    assert "Not understood" in page.words()
    assert [deed.deed for deed in deeds(wired)][-1] == "view_mail"


def test_the_text_of_a_mail_with_a_virus_is_not_shown(visitor: Visitor, mailbox: Mailbox, wired: World) -> None:
    mailbox.mails("an evil text", virus="FAIL")
    enter(visitor, wired)

    page = visitor.get("/desk/mail?of=held")

    assert "A virus was found" in page.words()
    assert "evil" not in page.words()


def test_an_officer_takes_a_mail_off_the_list_once_and_on_record(
    visitor: Visitor, mailbox: Mailbox, wired: World
) -> None:
    mailbox.mails("The quick brown fox")
    enter(visitor, wired)
    page = visitor.get("/desk/mail?of=others")
    found = re.search(r'name="names" value="([^"]+)"', page.text)
    assert found

    assert visitor.post("/desk/mail", stamp="wrong", of="others", names=found[1]).status >= 400
    after = visitor.post("/desk/mail", stamp=page.stamp(), of="others", names=found[1])

    assert "There is no mail that waits" in after.words()
    assert [(deed.deed, deed.subject) for deed in deeds(wired)][-2] == ("judge_flag", found[1])
    assert visitor.post("/desk/mail", stamp=page.stamp(), of="others", names=found[1]).status == 404


def test_of_a_mail_in_html_alone_officers_see_the_words(visitor: Visitor, mailbox: Mailbox, wired: World) -> None:
    html = "The quick <i>brown</i> fox\r\n"
    raw = raw_mail("").replace(b"text/plain", b"text/html") + html.encode()
    mail_receiver(wired).receive(read(raw, mail_id="html"))
    enter(visitor, wired)

    assert "The quick brown fox" in visitor.get("/desk/mail?of=others").words()


def test_the_three_lists_lead_to_each_other_and_page_on(
    visitor: Visitor, wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chalicelib.usecases.mail_flags.MOST_SHOWN", 2)
    for number in range(3):
        Mailbox(wired, f"pat{number}@mail.example").mails(f"lorem ipsum {number}")
    enter(visitor, wired)

    first = visitor.get("/desk/mail")
    assert "There is no mail that waits" in first.words()
    (others,) = re.findall(r'href="(/desk/mail\?of=others)"', first.text)
    page = visitor.get(others)
    assert ("lorem ipsum 2" in page.words(), "lorem ipsum 0" in page.words()) == (True, False)
    (older,) = re.findall(r'href="(/desk/mail\?of=others&amp;before=[^"]+)"', page.text)
    assert "lorem ipsum 0" in visitor.get(older.replace("&amp;", "&")).words()

    names = re.findall(r'name="names" value="([^"]+ [^"]+)"', page.text)[0]
    after = visitor.post("/desk/mail", stamp=page.stamp(), of="others", names=names)
    assert ("lorem ipsum 0" in after.words(), "lorem ipsum 2" in after.words()) == (True, False)


@pytest.mark.parametrize("asked", ["of=nothing", "of=held&before=%00", "before=" + "z" * 3000, "before=%C3%A9%20"])
def test_a_page_that_was_typed_at_random_shows_what_there_is(visitor: Visitor, wired: World, asked: str) -> None:
    enter(visitor, wired)

    assert visitor.get(f"/desk/mail?{asked}").status == 200
