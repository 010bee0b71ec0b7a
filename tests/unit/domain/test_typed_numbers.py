"""Numbers in fields of a form: figures, and what people write instead; nothing is guessed."""

from __future__ import annotations

import pytest

from chalicelib.domain.typed_numbers import count_typed, days_typed


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("14", 14), (" 30 ", 30), ("14 days", 14), ("two weeks", 14), ("2wks", 14), ("a month", 30), ("Un mes", 30),
        ("30d\u00edas", 30), ("about 30 days", 30), ("7-10 days", 7), ("7 \u2013 10 days", 7), ("24 hours", 1),
        ("1000", 1000),
    ],
)  # fmt: skip
def test_days_are_read_in_figures_and_in_words(typed: str, days: int) -> None:
    assert days_typed(typed, 1000) == days


@pytest.mark.parametrize(
    "typed",
    ["", " ", "0", "0 days", "-3", "14,5", "1e3", "1001", "1001 days", "not sure", "soon", "\u0663", "x" * 5000],
)
def test_what_names_no_days_is_none(typed: str) -> None:
    assert days_typed(typed, 1000) is None


@pytest.mark.parametrize(
    ("typed", "count"),
    [("2", 2), ("two", 2), ("Two cameras", 2), ("dos c\u00e1maras", 2), ("about three", 3), ("50", 50)],
)
def test_how_many_is_read_in_figures_and_in_words(typed: str, count: int) -> None:
    assert count_typed(typed, 50) == count


@pytest.mark.parametrize(
    "typed", ["", "0", "51", "ninety", "24 hours", "a month", "one doorbell and 2 cams", "2-3", "\u0663"]
)
def test_what_names_no_count_is_none(typed: str) -> None:
    assert count_typed(typed, 50) is None
