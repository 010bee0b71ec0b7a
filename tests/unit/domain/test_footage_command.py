"""What is understood of a line after `/footage`, and what is said about the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.draft import Draft
from chalicelib.domain.footage_command import Command, read_command
from tests import builders
from tests.fakes import NOON

AGENCY = builders.an_agency()
WHEN = "2026-11-20 21:00-23:00"


def read(text: str) -> Command:
    return read_command(text, agency=AGENCY, now=NOON)


def problems(text: str) -> dict[str, str]:
    return {problem.field: problem.reason for problem in read(text).problems}


@pytest.mark.parametrize(
    "place", ["1009 Roxleigh Rd", "1009 Roxleigh Rd, Towson", "York Rd & Joppa Rd", "39.40, -76.58"]
)
@pytest.mark.parametrize("look_for", ["man in a red jacket", "man in a red jacket, white van", ""])
def test_a_complete_line_is_understood_whatever_commas_place_and_description_hold(place: str, look_for: str) -> None:
    command = read(f"26-01234, {place}, 300 m, {WHEN}, burglary, {look_for}".rstrip(", "))

    assert command.problems == ()
    assert command.draft == Draft(
        case_number="26-01234", place=place, radius="300 m", window=WHEN, category="burglary", look_for=look_for
    )


@pytest.mark.parametrize(
    "text",
    [
        f"26-01234, 300 m, 1009 Roxleigh Rd, {WHEN}, burglary, red car",
        f"26-01234, 1009 Roxleigh Rd, burglary, red car, 300 m, {WHEN}",
        f"case 26-01234,1009 Roxleigh Rd,within 300 m,{WHEN},BURGLARY,red car",
        f"1009 Roxleigh Rd, 26-01234, 300 m, {WHEN}, burglary, red car",
    ],
)
def test_parts_with_a_pattern_are_found_wherever_they_stand(text: str) -> None:
    command = read(text)

    assert command.problems == ()
    assert (command.draft.place, command.draft.look_for) == ("1009 Roxleigh Rd", "red car")


def test_a_date_with_a_comma_of_its_own_stays_whole() -> None:
    assert read("26-01234, 1 Example Rd, 300 m, Fri Nov 20, 2026, 9-11pm, theft").draft.window == (
        "Fri Nov 20, 2026, 9-11pm"
    )


@pytest.mark.parametrize("radius", ["300 m", "300m", "0.3 km", "1000 ft", "0.25 mi", "500 yards", "within 300 meters"])
def test_every_unit_is_understood(radius: str) -> None:
    assert problems(f"26-01234, 1 Example Rd, {radius}, {WHEN}, theft") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"261234, 1 Example Rd, 300 m, {WHEN}, theft", {"case_number": "slack.case_malformed"}),
        (f"\u0662\u0666-01234, 1 Example Rd, 300 m, {WHEN}, theft", {"case_number": "slack.case_malformed"}),
        (f"1 Example Rd, 300 m, {WHEN}, theft", {"case_number": "slack.case_missing"}),
        (f"26-01234, 300 m, {WHEN}, theft, red car", {"place": "slack.place_missing"}),
        (f"26-01234, 1 Example Rd, 300, {WHEN}, theft", {"radius": "slack.radius_unit"}),
        (f"26-01234, 1 Example Rd, 0 m, {WHEN}, theft", {"radius": "slack.radius_range"}),
        (f"26-01234, 1 Example Rd, -5 m, {WHEN}, theft", {"radius": "slack.radius_range"}),
        (f"26-01234, 1 Example Rd, 500 km, {WHEN}, theft", {"radius": "slack.radius_range"}),
        (f"26-01234, 1 Example Rd, {WHEN}, theft", {"radius": "slack.radius_missing"}),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}, protest, red", {"category": "slack.category_unknown"}),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}, burglery", {"category": "slack.category_unknown"}),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}", {"category": "slack.category_missing"}),
        ("26-01234, 1 Example Rd, 300 m, theft", {"window": "slack.window_missing"}),
        ("26-01234, 1 Example Rd, 300 m, 9-11, theft", {"window": "slack.window_am_or_pm"}),
        ("26-01234, 1 Example Rd, 300 m, 2027-11-20 21:00-23:00, theft", {"window": "slack.window_future"}),
        (
            "26-01234, 1 Example Rd, 300 m, 2026-10-01 21:00 - 2026-10-31 21:00, theft",
            {"window": "slack.window_too_long"},
        ),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}, theft, call 410 555 0101", {"look_for": "slack.look_for_private"}),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}, theft, a@example.org", {"look_for": "slack.look_for_private"}),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}, theft, www.example.org", {"look_for": "slack.look_for_private"}),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}, theft, near 12 Elm St", {"look_for": "slack.look_for_private"}),
        (f"26-01234, 1 Example Rd, 300 m, {WHEN}, theft, {'x' * 201}", {"look_for": "slack.look_for_long"}),
    ],
)
def test_what_is_wrong_is_named_by_its_field(text: str, expected: dict[str, str]) -> None:
    assert problems(text) == expected


def test_a_misspelt_category_is_not_taken_for_a_description() -> None:
    draft = read(f"26-01234, 1 Example Rd, 300 m, {WHEN}, burglery, red car").draft

    assert (draft.category, draft.look_for) == ("burglery", "red car")


@pytest.mark.parametrize(
    ("text", "verb", "argument"),
    [
        ("help", "help", ""), ("HELP", "help", ""), ("status", "status", ""), ("status BCDF", "status", "BCDF"),
        ("status 26-01234", "status", "26-01234"), (" close  bcdf ", "close", "bcdf"), ("close", "close", ""),
        ("open", "open", ""), ("open BCDF", "open", "BCDF"), ("", "ask", ""), ("close the road, please", "ask", ""),
    ],
)  # fmt: skip
def test_verbs(text: str, verb: str, argument: str) -> None:
    command = read(text)

    assert (command.verb, command.argument) == (verb, argument)


def test_what_lies_beyond_three_thousand_characters_is_not_read() -> None:
    assert read("x" * 3000 + ", 26-01234").draft.case_number == "x" * 3000


@given(st.text(max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    assert read(text).verb in ("ask", "help", "status", "close", "open")


@given(
    st.lists(
        st.sampled_from(["26-01234", "300 m", "300", WHEN, "9-11", "theft", "a place", "Fri Nov 20", "", "-", "x"])
    )
)
def test_no_order_of_parts_makes_it_raise(parts: list[str]) -> None:
    assert isinstance(read(", ".join(parts)), Command)
