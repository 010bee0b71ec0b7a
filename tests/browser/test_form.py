"""The registration form in a real browser: by keyboard, without JavaScript, on a narrow phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Windows
from tests.browser.loop import text_the_word
from tests.e2e.mailing import Mailbox, text_of
from tests.e2e.outside import Outside, new_phone
from tests.e2e.steps import PLACE, code_for


def fill(page: Page, phone: str) -> None:
    page.goto("/register")
    page.get_by_label("mobile phone number").fill(phone)
    page.get_by_label("Address of the cameras").fill(f"{PLACE}, Towson")
    page.get_by_label("How many cameras").fill("1")
    page.get_by_label("How many days").fill("14")
    page.get_by_role("checkbox").check()


def test_the_whole_form_works_by_keyboard_alone(windows: Windows, outside: Outside) -> None:
    page, phone = windows.open(), new_phone()
    page.goto("/register")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Enter")
    for typed in (phone, "", "Example Neighbor", f"{PLACE}, Towson"):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)  # nothing at "No mobile phone?", which stays closed
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#map[data-ready]").wait_for()
    for typed in ("1", "14"):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "consent":
            break
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Type in the code")).to_be_visible()
    page.get_by_label("Code from our message").focus()
    page.keyboard.type(code_for(outside, phone))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Your cameras are registered")).to_be_visible()


def test_the_form_works_without_javascript(windows: Windows, outside: Outside) -> None:
    page, phone = windows.open(java_script_enabled=False), new_phone()

    fill(page, phone)
    page.get_by_role("button", name="Continue").click()
    text_the_word(page, outside, phone)

    expect(page.get_by_role("heading", name="Your cameras are registered")).to_be_visible()
    page.get_by_role("link", name="See my cameras").click()
    expect(page.get_by_role("heading", name="Camera 1")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mailbox_registers_where_there_is_no_mobile_phone(
    windows: Windows, outside: Outside, *, scripts: bool
) -> None:
    page, mailbox = windows.open(width=320, java_script_enabled=scripts), Mailbox(outside)
    fill(page, "")
    page.get_by_text("No mobile phone?").click()
    page.get_by_label("Your email instead").fill(mailbox.address)
    page.get_by_label("How many days").fill("two weeks")
    page.get_by_role("button", name="Continue").click()

    expect(page.get_by_text(f"If our mail can reach {mailbox.address}")).to_be_visible()
    found = re.search(r"\b\d{6}\b", text_of(mailbox.waits_for(r"\b\d{6}\b")))
    assert found
    page.get_by_label("Code from our message").fill(found[0])
    page.get_by_role("button", name="Register my cameras").click()

    expect(page.get_by_role("heading", name="Your cameras are registered")).to_be_visible()
    page.get_by_role("link", name="See my cameras").click()
    expect(page.get_by_text(mailbox.address, exact=True)).to_be_visible()
    expect(page.get_by_label("Days it keeps video")).to_have_value("14")


@pytest.mark.parametrize("scripts", [True, False])
def test_another_language_keeps_the_form_and_enter_still_sends_it(windows: Windows, *, scripts: bool) -> None:
    page = windows.open(java_script_enabled=scripts, locale="en-US")
    fill(page, "12")
    page.get_by_role("button", name="Espa\u00f1ol").click()

    field = page.get_by_label("n\u00famero de tel\u00e9fono m\u00f3vil")
    expect(field).to_have_value("12")
    expect(page.locator("#cameras")).to_have_value("1")
    expect(page.get_by_role("checkbox")).to_be_checked()
    expect(page.get_by_role("alert")).to_have_count(0)
    field.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("alert")).to_contain_text("ten digits")


def test_an_address_is_chosen_by_keys_among_several(windows: Windows) -> None:
    page = windows.open()
    fill(page, new_phone())
    page.get_by_label("Address of the cameras").fill("1010 Roxleigh")
    page.locator("#look").press("Enter")
    page.locator("#choice-1").focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")

    expect(page.locator("#choice-3")).to_be_checked()
    expect(page.locator("#choice-3")).to_be_focused()
    line = page.locator("#choice-3").input_value()
    page.locator("#look").press("Enter")
    expect(page.locator("#spot")).to_contain_text(line)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text(line)).to_be_visible()


def test_an_error_leads_to_its_field_and_keeps_what_was_typed(windows: Windows) -> None:
    page = windows.open()
    fill(page, "12")
    page.get_by_role("button", name="Continue").click()

    page.get_by_role("alert").get_by_role("link").click()

    field = page.get_by_label("mobile phone number")
    expect(field).to_be_focused()
    expect(field).to_have_value("12")
    expect(page.get_by_label("Address of the cameras")).to_have_value(f"{PLACE}, Towson")


@pytest.mark.parametrize("path", ["/", "/register", "/me", "/desk", "/r/nothing", "/card"])
def test_nothing_is_wider_than_a_narrow_phone(windows: Windows, path: str) -> None:
    page = windows.open(width=320)
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_form_works_at_320_pixels(windows: Windows, outside: Outside) -> None:
    page, phone = windows.open(width=320, has_touch=True), new_phone()

    fill(page, phone)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Code from our message").fill(code_for(outside, phone))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Register my cameras").click()

    expect(page.get_by_role("heading", name="Your cameras are registered")).to_be_visible()
