"""The alphabet of texts, their segments, and how they are made to fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.sms import cost_usd, fit, fold, is_gsm7, segments

EMOJI = "\N{THUMBS UP SIGN}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("\N{EURO SIGN}" * 80, 1),
        ("\N{EURO SIGN}" * 81, 2),
        ("é" * 160, 1),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("á" * 134, 2),
        ("á" * 135, 3),
        (EMOJI * 35, 1),
        (EMOJI * 36, 2),
    ],
)
def test_segments_are_counted_as_carriers_charge_them(text, expected):
    assert segments(text) == expected


def test_a_character_of_two_septets_is_not_parted_between_segments():
    text = "a" * 152 + "[" + "a" * 151

    assert segments(text) == 2
    assert segments(text + "a") == 3


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("don’t “quote” me – please…", 'don\'t "quote" me - please...'),
        ("¿Cuántos días? Sí, señor Núñez", "¿Cuantos dias? Si, señor Nuñez"),
        ("caf\N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}", "café"),
        ("ＦＵＬＬ\N{NO-BREAK SPACE}width", "FULL width"),
        (f"thumbs {EMOJI} up", "thumbs up"),
        ("Привет", ""),
        ("one\r\ntwo", "one\ntwo"),
    ],
)
def test_texts_are_written_in_the_cheap_alphabet(text, folded):
    assert fold(text) == folded


def test_what_fits_is_left_alone():
    assert fit("Example Police: all is well.") == "Example Police: all is well."


def test_what_is_too_long_is_cut_at_a_word():
    fitted = fit("word " * 100)

    assert segments(fitted) == 2
    assert fitted.endswith("word...")


@given(st.text(max_size=500), st.integers(1, 3))
def test_whatever_is_fitted_fits(text, segments_at_most):
    fitted = fit(text, segments_at_most=segments_at_most)

    assert is_gsm7(fitted)
    assert segments(fitted) <= segments_at_most


def test_two_segments_cost_twice_as_much_as_one():
    assert cost_usd("a" * 200) == pytest.approx(2 * cost_usd("a"))
