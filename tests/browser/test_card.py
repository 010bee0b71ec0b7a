"""The card for the door, as it comes out of a printer: four on a sheet, and nothing cut off."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Windows

SHEET = 816, 1056
"""US Letter at 96 dots an inch."""


@pytest.mark.parametrize("language", ["en", "es"])
def test_four_whole_cards_fit_on_a_sheet(windows: Windows, language: str) -> None:
    page = windows.open()
    page.set_viewport_size({"width": SHEET[0], "height": SHEET[1]})
    page.goto(f"/card?lang={language}")
    page.emulate_media(media="print")

    cards = page.locator(".door-card")
    boxes = [card.bounding_box() for card in cards.all()]

    assert len(boxes) == 4
    assert all(box and box["y"] + box["height"] <= SHEET[1] for box in boxes)
    assert cards.evaluate_all("all => all.every(card => card.scrollHeight <= card.clientHeight)")
    assert page.locator(".top").is_hidden()


def test_the_screen_shows_one_card(windows: Windows) -> None:
    page = windows.open(width=320)
    page.goto("/card")

    assert page.locator(".door-card:visible").count() == 1
