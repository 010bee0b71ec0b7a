"""A proof of work: dear to find, cheap to check, and never an error."""

from __future__ import annotations

import pytest

from chalicelib.domain.proof_of_work import proves


def test_a_number_found_by_another_program_proves_it() -> None:
    # Found by static/work.js, run by node.
    assert proves("stamp.1234-xyz", "188758", bits=18)
    assert proves("a" * 200, "8947", bits=12)


def test_about_one_number_in_two_to_the_bits_does() -> None:
    found = sum(proves("challenge", str(number), bits=6) for number in range(6400))

    assert 60 < found < 140


def test_a_proof_is_for_its_own_challenge() -> None:
    assert not proves("stamp.1234-xyy", "188758", bits=18)


@pytest.mark.parametrize("work", ["", "-1", "1.5", "1e9", "\u0663", "9" * 21, " 188758", "188758\n"])
def test_what_is_no_number_proves_nothing(work: str) -> None:
    assert not proves("stamp.1234-xyz", work, bits=18)


def test_where_no_work_is_asked_for_none_is_needed() -> None:
    assert proves("challenge", "", bits=0)
