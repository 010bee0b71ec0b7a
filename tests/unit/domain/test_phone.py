"""Phone numbers as people write them."""

from __future__ import annotations

import pytest

from chalicelib.domain.phone import last_digits, phone_number, typed_phone


@pytest.mark.parametrize(
    "text",
    ["4105550142", "(410) 555-0142", "410.555.0142", "+1 410 555 0142", "1-410-555-0142", " 410\u2011555\u20130142 "],
)
def test_the_same_number_is_read_however_it_is_written(text: str) -> None:
    assert phone_number(text) == "+14105550142"


@pytest.mark.parametrize(
    "text",
    ["", "911", "410555014", "41055501422", "1105550142", "4101550142", "+442079460000", "410555014x",
     "\u0664105550142", "+1+14105550142", "900-555-0142", "876-555-0142", "1 (800) 555-0142"],
)  # fmt: skip
def test_what_is_no_number_here_is_refused(text: str) -> None:
    assert phone_number(text) is None


@pytest.mark.parametrize(
    "text",
    ["(410) 555-0142", "tel:410-555-0142", "cell: +1 410 555 0142", "410-555-0142 (mobile)", "410/555/0142",
     "\uff14\uff11\uff10\uff15\uff15\uff15\uff10\uff11\uff14\uff12", "mi cel 410_555_0142."],
)  # fmt: skip
def test_a_field_for_a_number_is_read_with_words_and_signs_around_it(text: str) -> None:
    assert typed_phone(text) == "+14105550142"


@pytest.mark.parametrize("text", ["", "410 555 O142", "410-555-0142 ext 3", "410-555-0142 or 443-555-0143", "4" * 5000])
def test_a_field_with_more_or_less_than_a_number_is_refused(text: str) -> None:
    assert typed_phone(text) is None


def test_two_digits_are_all_that_is_shown_of_a_number() -> None:
    assert last_digits("+14105550142") == "42"
