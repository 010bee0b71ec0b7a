"""Every page, in light and in dark and on a narrow phone: axe finds nothing serious, and no script is refused."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Windows
from tests.browser.loop import sign_in
from tests.e2e.outside import Outside
from tests.e2e.steps import desk_link, registered

LOOKS: list[dict[str, Any]] = [
    {"color_scheme": "light"},
    {"color_scheme": "dark", "width": 320},
    {"locale": "es-US", "width": 320},
]
IDS = ["light, wide", "dark, 320 pixels", "Spanish, 320 pixels"]


@pytest.fixture(params=LOOKS, ids=IDS)
def page(request: pytest.FixtureRequest, windows: Windows) -> Page:
    page = windows.open(**request.param)
    if "locale" in request.param:
        page.goto("/?lang=es")  # chosen: the pages of an owner speak the owner's language otherwise
        assert page.locator("html").get_attribute("lang") == "es"
    return page


def must_be_clean(page: Page) -> None:
    """Fail with every serious or critical finding, and where the page is wider than its window."""
    found = Axe().run(page).response["violations"]
    serious = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found
               if each["impact"] in ("serious", "critical")]  # fmt: skip
    assert serious == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


@pytest.mark.parametrize(
    "path", ["/", "/register", "/register/confirm", "/register/done", "/me", "/me/code", "/desk", "/r/nothing", "/card"]
)
def test_pages_for_everybody_are_clean(page: Page, path: str) -> None:
    page.goto(path)

    must_be_clean(page)


def test_a_form_full_of_errors_is_clean(page: Page) -> None:
    page.goto("/register")
    page.locator("#each > summary").click()
    page.locator("#register > .button").click()

    page.get_by_role("alert").wait_for()
    must_be_clean(page)


def test_the_pages_of_an_owner_are_clean(page: Page, outside: Outside) -> None:
    sign_in(outside, page, registered(outside))  # a phone of its own: each gets three codes an hour
    must_be_clean(page)

    page.goto("/me/delete")
    must_be_clean(page)

    page.goto("/me/cameras/c1/place")
    page.locator("#map[data-ready]").wait_for()
    must_be_clean(page)

    page.goto("/me")
    page.locator("[formaction$='c1/remove']").click()
    page.locator("[name=sure]").wait_for()
    must_be_clean(page)


def test_the_pages_of_an_ask_are_clean(page: Page, ask_path: str) -> None:
    page.goto(ask_path)
    page.locator("#choose").set_input_files({"name": "empty.mp4", "mimeType": "video/mp4", "buffer": b""})
    must_be_clean(page)

    page.locator(".plain-file button").click()
    page.locator("input[type=file][required]").wait_for()
    must_be_clean(page)


def test_the_pages_of_the_desk_are_clean(page: Page, outside: Outside, ask_path: str) -> None:
    page.goto(desk_link(outside))
    must_be_clean(page)
    page.locator("main form button").click()
    page.locator("table").wait_for()
    must_be_clean(page)

    page.locator("table a").first.click()
    page.locator("#answers").wait_for()
    must_be_clean(page)


def test_the_pages_of_a_supervisor_are_clean(page: Page, outside: Outside) -> None:
    for _ in range(2):  # the same home twice: there is something to look at, once the sweeper has come by
        registered(outside)
    page.goto(desk_link(outside, user=outside.told["slack_supervisor_id"]))
    page.locator("main form button").click()
    page.wait_for_url("**/desk")

    for path in ("/desk/homes", "/desk/flags", "/desk/mail"):
        page.goto(path)
        must_be_clean(page)


def test_no_page_asks_for_what_its_own_policy_refuses(windows: Windows, ask_path: str) -> None:
    page = windows.open()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)

    for path in ("/", "/register", "/me", ask_path):
        page.goto(path)

    assert refused == []
