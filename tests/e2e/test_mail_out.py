"""Mail as it goes out and comes back: a mailbox is added, asked, left with one press; what bounces goes by text."""

from __future__ import annotations

import re
from email import message_from_string
from email.message import EmailMessage
from email.policy import default
from typing import Any

import httpx

from tests.e2e.outside import Outside, new_case, until
from tests.e2e.steps import PLACE, asked, code_for, registered

STAMP = re.compile(r'name="stamp" value="([^"]+)"')
LEAVES = re.compile(r"<(https?://[^>]+/unsubscribe/\S+)>")


def a_mailbox(phone: str) -> str:
    return f"neighbor{phone[-7:]}@example.com"


def mail_to(told: dict[str, Any], address: str, pattern: str) -> EmailMessage:
    """Wait for a mail to this address whose subject fits."""

    def look() -> EmailMessage | None:
        listed = httpx.get(told["mailbox_url"], timeout=30).json()
        found = [mail for mail in listed if mail["to"] == address and re.search(pattern, mail["subject"])]
        parsed = message_from_string(found[-1]["raw"], policy=default) if found else None
        return parsed if isinstance(parsed, EmailMessage) else None

    return until(look, what=f"a mail that fits {pattern}")


def body_of(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain",))
    assert part
    return str(part.get_content())


def with_a_mailbox(outside: Outside) -> tuple[str, str]:
    """Register by text, add a mailbox on the page, prove it, and ask to be asked there first; give both."""
    phone = registered(outside)
    address = a_mailbox(phone)
    with httpx.Client(base_url=outside.told["base_url"], follow_redirects=True, timeout=60) as browser:

        def press(path: str, page: httpx.Response, **fields: str) -> httpx.Response:
            stamp = STAMP.search(page.text)
            assert stamp, page.text[:500]
            return browser.post(path, data={"stamp": stamp[1], **fields})

        heard = len(outside.texts(phone))
        asking = press("/me", browser.get("/me"), phone=phone)
        inside = press("/me/code", asking, code=code_for(outside, phone, after=heard))
        press("/me/mailbox", inside, email=address)
        link = re.search(r"/me/mailbox/\S+", body_of(mail_to(outside.told, address, "confirm")))
        assert link
        assert browser.get(link[0]).status_code == 200
        assert browser.post(link[0]).status_code == 200
        assert address in press("/me/way", browser.get("/me"), way="email_first").text
    return phone, address


def ask_by_mail(outside: Outside) -> None:
    """Ask for footage around the place, and do not wait for a text."""
    heard: set[str] = set()
    heard.add(asked(outside, registered(outside), case=new_case()))


def test_an_owner_is_asked_by_mail_and_leaves_with_one_press(outside: Outside) -> None:
    _, address = with_a_mailbox(outside)
    ask_by_mail(outside)

    mail = mail_to(outside.told, address, "Request")
    assert mail["Message-ID"].endswith("@email.amazonses.com>")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Reply-To"].startswith("reply+")
    assert "##-" in body_of(mail)
    page = LEAVES.search(mail["List-Unsubscribe"])
    assert page
    assert httpx.get(page[1], timeout=30).status_code == 200
    pressed = httpx.post(page[1], data={"List-Unsubscribe": "One-Click"}, timeout=30)
    assert (pressed.status_code, "no more mail" in pressed.text) == (200, True)


def test_an_ask_that_bounces_goes_by_text(outside: Outside) -> None:
    phone, address = with_a_mailbox(outside)
    vendors = outside.told["mailbox_url"].removesuffix("/mailbox")
    told = httpx.post(f"{vendors}/control/mail", json={"address": address, "happens": "bounce"}, timeout=30)
    assert told.status_code == 200
    heard = len(outside.texts(phone))
    ask_by_mail(outside)

    assert PLACE.split()[1] in outside.wait_for_text(phone, r"STOP ends texts", after=heard)
