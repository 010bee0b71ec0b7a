"""What happens in the browser before a page of an owner stands there."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.e2e.outside import Outside
from tests.e2e.steps import code_for


def sign_in(outside: Outside, page: Page, phone: str) -> None:
    """Let an owner in with a code."""
    heard = len(outside.texts(phone))
    page.goto("/me")
    page.locator("#phone").fill(phone)
    page.locator("main form button").click()
    page.locator("#code").fill(code_for(outside, phone, after=heard))
    page.locator("main form button").first.click()
    page.locator("#camera-c1").wait_for()


def text_the_word(page: Page, outside: Outside, phone: str) -> None:
    """Text the word that a form without scripts shows, and go on."""
    assert outside.text(phone, page.locator(".word").inner_text())
    page.locator("main form button").click()
