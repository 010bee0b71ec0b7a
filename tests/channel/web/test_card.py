"""The card for the door: two codes that lead where they say, what the police can and cannot do, in both languages."""

from __future__ import annotations

import re

import pytest

from chalicelib.channels.web.qr import qr_path
from tests.channel.web.visitor import Visitor


def test_the_card_says_who_asks_where_to_go_and_how_to_leave(visitor: Visitor) -> None:
    page = visitor.get("/card")
    said = page.words()

    assert ">porchlight.example<wbr>/register<" in page.text, "a narrow card breaks it there and nowhere else"
    for part in ("Example County Police", "text REGISTER to 410-555-0100",
                 "cannot see through it", "never ask for a password", "call 410-555-0100", "STOP"):  # fmt: skip
        assert part in said


def test_the_card_is_there_in_spanish(visitor: Visitor) -> None:
    page = visitor.get("/card?lang=es")

    assert "¿Tiene una cámara?" in page.words()
    assert "envíe REGISTRAR al 410-555-0100" in page.words()
    assert '<html lang="es">' in page.text


def test_the_codes_are_pictures_with_words_for_those_who_listen(visitor: Visitor) -> None:
    page = visitor.get("/card")

    assert 'aria-label="QR code that opens porchlight.example/register"' in page.text
    assert 'aria-label="QR code that writes a text to 410-555-0100"' in page.text
    assert page.text.count('aria-hidden="true"') == 3


@pytest.mark.parametrize("text", ["https://porchlight.example/register?lang=en", "SMSTO:+14105550100:REGISTER"])
def test_a_code_has_its_quiet_border_and_its_three_corners(text: str) -> None:
    code = qr_path(text)
    dark = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1", code.path)}

    assert min(min(place) for place in dark) == 4
    assert max(max(place) for place in dark) == code.side - 5
    last = code.side - 5
    for x, y in ((4, 4), (last - 6, 4), (4, last - 6)):
        assert {(x + step, y) for step in range(7)} <= dark
        assert (x + 1, y + 1) not in dark
