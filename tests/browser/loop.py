"""What happens around the browser: a household registers by text, a detective asks, codes and links come by text."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.e2e.outside import Outside, buttons, last_night, new_case, new_phone

PLACE = "1009 Roxleigh Rd"


def registered(outside: Outside) -> str:
    """Register two cameras by text; give the phone."""
    phone = new_phone()
    outside.text(phone, f"REGISTER {PLACE} Towson, 2 cameras, keeps 14 days")
    assert outside.text(phone, "OK")
    return phone


def asked(outside: Outside, phone: str) -> str:
    """Ask around the place as the detective, and press Send; give the case."""
    case, before, heard = new_case(), len(outside.slack_messages()), len(outside.texts(phone))
    outside.command(f"{case}, {PLACE}, 300 m, {last_night()}, burglary, man in a red jacket")
    preview = outside.wait_for_slack(r"send_request", after=before)
    outside.press("send_request", buttons(preview)["send_request"]["value"])
    outside.wait_for_text(phone, r"\b1\b", after=heard)
    return case


def link_for(outside: Outside, phone: str) -> str:
    """Answer 1 by text; give the path of the link that comes."""
    outside.text(phone, "1")
    found = re.search(r"https?://\S+?(/r/[\w-]+)", outside.wait_for_text(phone, r"/r/"))
    assert found
    return found[1]


def desk_link(outside: Outside) -> str:
    """Type `/footage open`; give the path of the sign-in link."""
    before = len(outside.slack_messages())
    outside.command("open")
    opened = outside.wait_for_slack(r"/desk/in/", after=before)
    url: str = buttons(opened)["open_desk"]["url"]
    return url.removeprefix(outside.told["base_url"])


def code_for(outside: Outside, phone: str, *, after: int = 0) -> str:
    """Give the six digits that were texted."""
    found = re.search(r"\b\d{6}\b", outside.wait_for_text(phone, r"\b\d{6}\b", after=after))
    assert found
    return found[0]


def sign_in(outside: Outside, page: Page, phone: str) -> None:
    """Let an owner in with a code."""
    heard = len(outside.texts(phone))
    page.goto("/me")
    page.get_by_label("mobile phone number").fill(phone)
    page.get_by_role("button", name="Text me a code").click()
    page.get_by_label("Code from the text").fill(code_for(outside, phone, after=heard))
    page.get_by_role("button", name="Let me in").click()
    page.get_by_role("heading", name="My cameras").wait_for()
