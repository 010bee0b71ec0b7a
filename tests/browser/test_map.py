"""The map of the registration form in a real browser: dragged, tapped, by keys, and where it cannot be had."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Windows
from tests.browser.loop import text_the_word
from tests.browser.test_accessibility import must_be_clean
from tests.e2e.outside import Outside, new_phone
from tests.e2e.steps import PLACE, code_for

HERE = f"{PLACE}, Towson"


def on_the_map(page: Page, *, cameras: str = "1") -> None:
    """Type the address and wait until its streets are drawn."""
    page.goto("/register")
    page.locator("#cameras").fill(cameras)
    page.locator("#address").fill(HERE)
    page.locator("#look").click()
    page.locator("#map[data-ready]").wait_for(timeout=60_000)


def pin(page: Page, number: int = 1) -> Any:
    return page.locator(".map-pin").nth(number - 1)


def value(page: Page, name: str) -> str:
    found: str = page.locator(f"[name={name}]").input_value()
    return found


def drag(page: Page, what: Any, east: float, south: float) -> None:
    what.scroll_into_view_if_needed()
    box = what.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + east / 2, y + south / 2, steps=4)
    page.mouse.move(x + east, y + south, steps=4)
    page.mouse.up()


def test_a_pin_is_dragged_and_says_where_it_went(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page)

    drag(page, pin(page), 60, 0)

    expect(page.locator("#map-said")).to_contain_text("m east of the address")
    lat, lng = map(float, value(page, "pin_1").split(","))
    assert abs(lat - 39.430714) < 0.0001
    assert lng > -76.5554


def test_arrow_keys_move_a_pin_and_the_nearest_door_is_said(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page)

    pin(page).focus()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowUp")

    expect(page.locator("#map-said")).to_contain_text("30 m north of the address")
    expect(page.locator("#map-said")).to_contain_text("Nearest door: 1008 Roxleigh Rd")
    assert "30 m north" in (pin(page).get_attribute("aria-label") or "")


def test_pins_at_one_place_stand_side_by_side_and_land_where_they_are_dropped(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page, cameras="2")
    boxes = [pin(page, number).bounding_box() for number in (1, 2)]
    assert boxes[1]["x"] - boxes[0]["x"] > 20

    drag(page, pin(page, 2), 80, 40)

    expect(page.locator("#map-said")).to_contain_text("Pin of camera 2")
    landed = pin(page, 2).bounding_box()
    assert abs(landed["x"] - boxes[1]["x"] - 80) < 3
    assert value(page, "pin_1") == ""


def test_a_tap_on_the_map_puts_the_pin_there(windows: Windows) -> None:
    page = windows.open(width=390, has_touch=True)
    on_the_map(page)

    page.locator("#map").scroll_into_view_if_needed()
    page.locator("#map canvas").tap(position={"x": 60, "y": 150})

    expect(page.locator("#map-said")).to_contain_text("of the address")
    assert value(page, "pin_1")


def test_a_pin_stays_within_150_metres(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page)

    pin(page).focus()
    for _ in range(15):
        page.keyboard.press("Shift+ArrowUp")
    last = value(page, "pin_1")
    page.keyboard.press("Shift+ArrowUp")

    expect(page.locator("#map-said")).to_contain_text("more than 150 meters")
    assert value(page, "pin_1") == last


def test_a_view_is_turned_by_keys(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page)

    page.get_by_label("Turn the view of camera 1").focus()
    for _ in range(11):
        page.keyboard.press("ArrowRight")

    assert value(page, "heading_1") == "55"
    expect(page.locator("#map-said")).to_have_text("Looks north-east.")
    assert page.get_by_label("Turn the view of camera 1").get_attribute("aria-valuetext") == "Looks north-east."
    page.locator("#heading_1").select_option("s")
    assert page.get_by_label("Turn the view of camera 1").input_value() == "180"


def test_a_view_is_turned_by_its_handle(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page)
    page.locator("#heading_1").select_option("n")

    drag(page, page.locator(".map-handle").first, 120, 130)

    assert 90 <= int(value(page, "heading_1")) <= 180 or value(page, "heading_1") in ("e", "se", "s")


def test_cameras_are_added_and_taken_away_with_their_pins(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page, cameras="2")
    page.locator("#heading_2").select_option("e")

    page.get_by_role("button", name="Add a camera").click()
    expect(pin(page, 3)).to_be_visible()
    assert value(page, "cameras") == "3"
    page.get_by_role("button", name="Take camera 1 off this form").click()

    expect(page.locator(".map-pin")).to_have_count(2)
    assert value(page, "cameras") == "2"
    assert value(page, "heading_1") == "e"


def test_what_the_map_says_is_understood(windows: Windows, outside: Outside) -> None:
    page, phone = windows.open(), new_phone()
    on_the_map(page)
    page.locator("#phone").fill(phone)
    page.locator("#retention_days").fill("14")
    page.locator("#kind_1").select_option("doorbell")
    page.locator("#heading_1").select_option("ne")
    pin(page).focus()
    page.keyboard.press("Shift+ArrowLeft")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Continue").click()

    understood = page.get_by_role("region", name="This is what we understood")
    expect(understood).to_contain_text("Doorbell, looks north-east, outdoors, 10 m west of the address")
    expect(understood.locator("svg")).to_be_visible()
    page.get_by_label("Code from our message").fill(code_for(outside, phone))
    page.get_by_role("button", name="Register my cameras").click()
    page.get_by_role("link", name="See my cameras").click()

    expect(page.get_by_text("Its pin is 10 m from the address.")).to_be_visible()


def test_without_javascript_a_picture_shows_it_and_buttons_move_it(windows: Windows, outside: Outside) -> None:
    page, phone = windows.open(java_script_enabled=False, width=320), new_phone()
    page.goto("/register")
    page.locator("#phone").fill(phone)
    page.locator("#address").fill(HERE)
    page.locator("#cameras").fill("1")
    page.locator("#retention_days").fill("14")
    page.get_by_role("button", name="Show it on the map").click()

    expect(page.locator("svg.streets")).to_be_visible()
    page.get_by_role("button", name="Move the pin of camera 1 5 meters north").click()
    page.get_by_role("button", name="Add a camera").click()
    expect(page.get_by_text("5 m north of the address")).to_be_visible()
    page.locator("#heading_2").select_option("street")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Continue").click()

    expect(page.get_by_text("5 m north of the address")).to_be_visible()
    text_the_word(page, outside, phone)
    expect(page.get_by_role("heading", name="Your cameras are registered")).to_be_visible()


@pytest.mark.parametrize("missing", ["webgl", "library"])
def test_where_the_map_cannot_be_had_the_picture_takes_its_place(windows: Windows, missing: str) -> None:
    page = windows.open()
    if missing == "webgl":
        page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    else:
        page.route("**/static/maplibre-gl-*.mjs", lambda route: route.abort())
    page.goto("/register")
    page.locator("#cameras").fill("1")
    page.locator("#address").fill(HERE)
    page.locator("#look").click()

    expect(page.locator("svg.streets")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()
    expect(page.get_by_role("button", name="Move the pin of camera 1 5 meters north")).to_be_visible()


def test_where_the_look_up_fails_the_form_says_so_and_still_works(windows: Windows) -> None:
    page = windows.open()
    page.route("**/register/look", lambda route: route.abort())
    page.goto("/register")
    page.locator("#address").fill(HERE)
    page.locator("#look").click()

    expect(page.get_by_text("The map cannot be reached")).to_be_attached()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("alert").wait_for()


def test_of_several_places_one_is_chosen_and_shown(windows: Windows) -> None:
    page = windows.open()
    page.goto("/register")
    page.locator("#address").fill("1010 Roxleigh Rd, Towson")
    page.locator("#look").click()
    page.get_by_role("radio", name="1008 Roxleigh Rd").check()

    page.locator("#map[data-ready]").wait_for()
    expect(page.locator("#spot")).to_contain_text("1008 Roxleigh Rd, Towson")
    assert value(page, "choice") == page.locator("#spot b").inner_text()


def test_who_goes_back_finds_the_pin_where_it_was(windows: Windows) -> None:
    page = windows.open()
    on_the_map(page)
    page.locator("#phone").fill(new_phone())
    page.locator("#retention_days").fill("14")
    pin(page).focus()
    page.keyboard.press("Shift+ArrowLeft")
    said = value(page, "pin_1")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Go back and change something").click()

    page.locator("#map[data-ready]").wait_for()
    assert value(page, "pin_1") == said
    expect(pin(page)).to_have_attribute("aria-label", re.compile("10 m west of the address"))


def test_nothing_comes_from_elsewhere_and_the_library_only_when_it_is_needed(windows: Windows, stack: Any) -> None:
    page = windows.open()
    asked: list[str] = []
    refused: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto("/register")
    assert not any("maplibre" in url for url in asked)

    on_the_map(page)

    assert any("maplibre" in url for url in asked)
    assert [url for url in asked if not url.startswith((stack["base_url"], "blob:"))] == []
    assert refused == []


@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark", "width": 320}, {"locale": "es-US", "width": 320}],
    ids=["light, wide", "dark, 320 pixels", "Spanish, 320 pixels"],
)
def test_the_form_with_its_map_is_clean(windows: Windows, look: dict[str, Any]) -> None:
    page = windows.open(**look)
    on_the_map(page, cameras="3")
    page.locator("#heading_1").select_option("street")
    page.locator("#kind_2").select_option("turning")

    must_be_clean(page)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_form_with_its_plain_picture_is_clean(windows: Windows, language: str) -> None:
    page = windows.open(width=320, locale=language)
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto("/register")
    page.locator("#cameras").fill("2")
    page.locator("#address").fill(HERE)
    page.locator("#look").click()
    page.locator("svg.streets").wait_for()

    must_be_clean(page)
