"""A registered camera is put in its place in a real browser: on the map by keys, and by buttons without a script."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Windows
from tests.browser.loop import sign_in
from tests.e2e.outside import Outside
from tests.e2e.steps import registered

PAGE = "/me/cameras/c2/place"


def saved(page: Page) -> None:
    page.get_by_role("button", name="Save camera 2").click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def test_a_pin_is_moved_and_a_view_is_turned_by_keys(windows: Windows, outside: Outside) -> None:
    page = windows.open()
    sign_in(outside, page, registered(outside))
    page.get_by_role("link", name="Show camera 2 on the map").click()
    page.locator("#map[data-ready]").wait_for(timeout=60_000)

    pin = page.get_by_role("button", name="Pin of camera 2")
    pin.focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowUp")
    expect(page.locator("#map-said")).to_contain_text("20 m north of the address")
    page.get_by_label("Turn the view of camera 2").fill("90")
    expect(page.locator("#map-said")).to_contain_text("Looks east")
    saved(page)

    expect(page.get_by_text("Its pin is 20 m from the address.")).to_have_count(1)
    expect(page.locator("#heading_c2")).to_have_value("e")
    page.goto(PAGE)
    page.locator("#map[data-ready]").wait_for(timeout=60_000)
    expect(pin).to_have_accessible_name(
        "Pin of camera 2. 20 m north of the address. Nearest door: 1009 Roxleigh Rd. Looks east."
    )


def test_a_pin_is_moved_by_buttons_without_a_script(windows: Windows, outside: Outside) -> None:
    page = windows.open(width=320, java_script_enabled=False)
    sign_in(outside, page, registered(outside))
    page.goto(PAGE)

    for _ in range(3):
        page.get_by_role("button", name="Move the pin of camera 2 5 meters west").click()
    expect(page.get_by_text("15 m west of the address.")).to_be_visible()
    saved(page)

    expect(page.get_by_text("Its pin is 15 m from the address.")).to_be_visible()


def test_without_the_maps_library_the_picture_stays(windows: Windows, outside: Outside) -> None:
    page = windows.open()
    sign_in(outside, page, registered(outside))
    page.route("**/maplibre-gl-*.mjs", lambda route: route.abort())
    page.goto(PAGE)

    expect(page.locator("#picture svg")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()
    page.get_by_role("button", name="Move the pin of camera 2 5 meters north").click()
    expect(page.get_by_text("5 m north of the address.")).to_be_visible()
