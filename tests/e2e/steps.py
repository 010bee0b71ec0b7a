"""What many tests play from outside: a household registers by text, a detective asks and presses Send."""

from __future__ import annotations

import re

from tests.e2e.outside import Outside, buttons, last_night, new_case, new_phone

PLACE = "1009 Roxleigh Rd"


def registered(outside: Outside, *, cameras: int = 2, days: int = 14) -> str:
    """Register cameras at the place in one message, as a phone that nobody knows yet; give the phone."""
    phone = new_phone()
    understood = outside.text(phone, f"REGISTER {PLACE} Towson, {cameras} cameras, keeps {days} days")
    assert "OK" in "".join(understood), understood
    assert outside.text(phone, "OK"), "a confirmation gets an answer"
    return phone


def asked(outside: Outside, phone: str, *, case: str = "") -> str:
    """Ask for footage around the place as the detective, and press Send; give the ask as the phone got it."""
    case, before, heard = case or new_case(), len(outside.slack_messages()), len(outside.texts(phone))
    taken = outside.command(f"{case}, {PLACE}, 300 m, {last_night()}, burglary, man in a red jacket")
    assert taken.status_code == 200, taken.text
    preview = outside.wait_for_slack(rf"{case}.*send_request", after=before)
    assert outside.press("send_request", buttons(preview)["send_request"]["value"]).status_code == 200
    return outside.wait_for_text(phone, r"\b1\b", after=heard)


def link_for(outside: Outside, phone: str) -> str:
    """Answer 1 by text; give the path of the link that comes."""
    outside.text(phone, "1")
    found = re.search(r"https?://\S+?(/r/[\w-]+)", outside.wait_for_text(phone, r"/r/"))
    assert found
    return found[1]


def desk_link(outside: Outside, *, user: str = "") -> str:
    """Type `/footage open`, as the detective unless told who; give the path of the sign-in link."""
    before = len(outside.slack_messages())
    assert outside.command("open", user=user).status_code == 200
    opened = outside.wait_for_slack(r"/desk/in/", after=before)
    url: str = buttons(opened)["open_desk"]["url"]
    return url.removeprefix(outside.told["base_url"])


def code_for(outside: Outside, phone: str, *, after: int = 0) -> str:
    """Give the six digits that were texted."""
    found = re.search(r"\b\d{6}\b", outside.wait_for_text(phone, r"\b\d{6}\b", after=after))
    assert found
    return found[0]
