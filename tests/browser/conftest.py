"""A real browser in front of the running stack; every test here needs both, and says so where it has to be skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.outside import Outside
from tests.e2e.steps import asked, link_for, registered

CHROMIUM = next((found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found), "")
QUIET = [
    "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
HERE = Path(__file__).parent
PATIENCE_MS = 60_000
"""For what comes in the end: a busy machine is no failure of the page."""
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser a file: while Playwright is open, no other test of this process can run an event loop."""
    if not CHROMIUM:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def outside(stack: dict[str, Any]) -> Iterator[Outside]:
    """The phones and the Slack around the browser."""
    with Outside(stack) as tool:
        yield tool


@pytest.fixture(scope="session")
def asked_phone(outside: Outside) -> str:
    """The phone of an owner who has an open ask."""
    phone = registered(outside)
    asked(outside, phone)
    return phone


@pytest.fixture(scope="session")
def ask_path(outside: Outside, asked_phone: str) -> str:
    """The path of the link that this owner was texted."""
    return link_for(outside, asked_phone)


class Windows:
    """Opens browser windows of any kind, each with cookies of its own."""

    def __init__(self, browser: Browser, base_url: str) -> None:
        self._browser, self._base_url = browser, base_url
        self._open: list[BrowserContext] = []

    def open(self, *, width: int = 1280, **kind: Any) -> Page:
        context = self._browser.new_context(base_url=self._base_url, viewport={"width": width, "height": 800}, **kind)
        context.set_default_timeout(PATIENCE_MS)
        self._open.append(context)
        return context.new_page()

    def close(self) -> None:
        for context in self._open:
            context.close()


@pytest.fixture
def windows(chromium: Browser, stack: dict[str, Any]) -> Iterator[Windows]:
    opener = Windows(chromium, stack["base_url"])
    yield opener
    opener.close()
