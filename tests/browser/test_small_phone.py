"""A small phone: everything to press is as large as a thumb, and letters of twice the size still fit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Windows
from tests.browser.loop import sign_in
from tests.e2e.outside import Outside
from tests.e2e.steps import desk_link, registered

PUBLIC = ["/", "/register", "/register/confirm", "/register/text", "/register/done", "/me", "/me/code", "/card", "/x"]
SMALL = """() => {
  const inSentence = (each) => each.tagName === "A" && [...each.parentElement.childNodes].some(
    (other) => other !== each && other.textContent.trim() && !(other.nodeType === 1 && other.matches("a, button, br")));
  const pressed = (each) => (each.matches("[type=checkbox], [type=radio]") ? each.closest(".tick") : each);
  const box = (each) => pressed(each).getBoundingClientRect();
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
    .filter((each) => each.checkVisibility() && !each.matches(".skip") && !inSentence(each))
    .filter((each) => box(each).height < 43.9 || box(each).width < 24)
    .map((each) => `${each.tagName} ${each.textContent.trim() || each.name} ${box(each).height}`);
}"""
"""What is pressed and is less than 44 pixels high; links within a sentence are as high as its line (WCAG 2.5.8)."""
BEYOND = """() => {
  document.documentElement.style.setProperty("font-size", "200%", "important");
  return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
}"""


def must_fit(page: Page) -> None:
    """Fail where a thumb would miss, and where twice the size of letters (WCAG 1.4.4) makes the page wider."""
    assert page.evaluate(SMALL) == [], page.url
    wide, window = page.evaluate(BEYOND)
    assert wide <= window, page.url


@pytest.mark.parametrize("path", PUBLIC)
def test_pages_for_everybody_fit(windows: Windows, path: str) -> None:
    page = windows.open(width=320)
    page.goto(path)

    must_fit(page)


def test_a_form_full_of_errors_and_cameras_fits(windows: Windows) -> None:
    page = windows.open(width=320, java_script_enabled=False)
    page.goto("/register")
    page.locator("#address").fill("1009 Roxleigh Rd, Towson")
    with page.expect_navigation():
        page.locator("#look").click()
    with page.expect_navigation():
        page.locator("#add").click()

    must_fit(page)


def test_the_pages_of_an_owner_fit(windows: Windows, outside: Outside) -> None:
    page = windows.open(width=320)
    sign_in(outside, page, registered(outside))
    must_fit(page)

    for path in ("/me/delete", "/me/cameras/c1/place"):
        page.goto(path)
        must_fit(page)


def test_the_page_of_an_ask_fits(windows: Windows, ask_path: str) -> None:
    page = windows.open(width=320)
    page.goto(ask_path)

    must_fit(page)


def test_the_pages_of_the_desk_fit(windows: Windows, outside: Outside, ask_path: str) -> None:
    page = windows.open(width=320)
    page.goto(desk_link(outside))
    page.locator("main form button").click()
    page.locator("table").wait_for()
    must_fit(page)

    with page.expect_navigation():
        page.locator("table a").first.click()
    page.locator("#answers").wait_for()
    must_fit(page)
