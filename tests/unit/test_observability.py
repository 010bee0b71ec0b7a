"""What stands in a log line: nothing private, and however long it is, it is looked through once."""

from __future__ import annotations

import re

import pytest

from chalicelib.observability import LOOKS_PRIVATE, redact


@pytest.mark.parametrize("private", ["pat@mail.example", "a.b+c@sub.mail.example", "+14105550134", "(410) 555-0134"])
def test_what_looks_like_an_address_or_a_number_is_masked(private):
    said = redact({"error": f"could not write to {private} today"})

    assert private not in said["error"]
    assert "[private]" in said["error"]


def test_values_of_private_names_are_left_out_at_any_depth():
    assert redact({"deep": [{"phone": "x", "count": 1}]}) == {"deep": [{"phone": "[private]", "count": 1}]}


def test_no_part_of_the_mask_runs_on_before_the_sign_of_an_address():
    """Without an end each letter of a long word is begun at anew: seconds for 40,000 letters."""
    before, _, _ = LOOKS_PRIVATE.pattern.rpartition("@")

    assert not re.search(r"@\][+*]", before)
