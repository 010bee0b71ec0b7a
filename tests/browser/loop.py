"""What happens in the browser before a page of an owner stands there."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.e2e.outside import Outside
from tests.e2e.steps import code_for


def sign_in(outside: Outside, page: Page, phone: str) -> None:
    """Let an owner in with a code."""
    heard = len(outside.texts(phone))
    page.goto("/me")
    page.get_by_label("mobile phone number").fill(phone)
    page.get_by_role("button", name="Text me a code").click()
    page.get_by_label("Code from the text").fill(code_for(outside, phone, after=heard))
    page.get_by_role("button", name="Let me in").click()
    page.get_by_role("heading", name="My cameras").wait_for()
