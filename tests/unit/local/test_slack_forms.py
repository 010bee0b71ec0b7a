"""From what was typed to state.values, and the limits of Block Kit."""

from __future__ import annotations

import pytest

from local.vendors.slack.forms import REQUIRED, complaints, state_of
from local.vendors.slack.rules import faults


def plain(text: str) -> dict:
    return {"type": "plain_text", "text": text}


ROBBERY, BURGLARY = ({"text": plain(name), "value": name.lower()} for name in ("Robbery", "Burglary"))


def block(kind: str, *, optional: bool = False, **more) -> dict:
    element = {"type": kind, "action_id": "a", **more}
    return {"type": "input", "block_id": "b", "label": plain("Label"), "element": element, "optional": optional}


@pytest.mark.parametrize(
    ("kind", "more", "raw", "key", "value"),
    [
        ("plain_text_input", {}, "red jacket", "value", "red jacket"),
        ("plain_text_input", {}, "", "value", None),
        ("number_input", {}, "300", "value", "300"),
        ("static_select", {"options": [ROBBERY, BURGLARY]}, "burglary", "selected_option", BURGLARY),
        ("static_select", {"options": [ROBBERY]}, "", "selected_option", None),
        ("radio_buttons", {"options": [ROBBERY]}, "robbery", "selected_option", ROBBERY),
        ("checkboxes", {"options": [ROBBERY, BURGLARY]}, ["robbery"], "selected_options", [ROBBERY]),
        ("checkboxes", {"options": [ROBBERY]}, [], "selected_options", []),
        ("datepicker", {}, "2026-11-20", "selected_date", "2026-11-20"),
        ("timepicker", {}, "21:00", "selected_time", "21:00"),
        ("datetimepicker", {}, "1795140000", "selected_date_time", 1795140000),
        ("datetimepicker", {}, "", "selected_date_time", None),
    ],
)
def test_each_input_has_slacks_shape(kind, more, raw, key, value):
    assert state_of([block(kind, **more)], {"b": {"a": raw}}) == {"b": {"a": {"type": kind, key: value}}}


@pytest.mark.parametrize(
    ("kind", "more", "key", "value"),
    [
        ("plain_text_input", {"initial_value": "x"}, "value", "x"),
        ("static_select", {"options": [ROBBERY], "initial_option": ROBBERY}, "selected_option", ROBBERY),
        ("datetimepicker", {"initial_date_time": 1795140000}, "selected_date_time", 1795140000),
        ("checkboxes", {"options": [ROBBERY]}, "selected_options", []),
    ],
)
def test_an_untouched_input_has_its_initial_value(kind, more, key, value):
    assert state_of([block(kind, **more)], {}) == {"b": {"a": {"type": kind, key: value}}}


@pytest.mark.parametrize(
    ("made", "raw", "sentence"),
    [
        (block("plain_text_input"), "", REQUIRED),
        (block("plain_text_input", optional=True), "", None),
        (block("plain_text_input", min_length=3), "ab", "Must be at least 3 characters."),
        (block("plain_text_input", max_length=3), "abcd", "Must be at most 3 characters."),
        (block("number_input"), "many", "Please enter a number."),
        (block("number_input"), "2.5", "Please enter a whole number."),
        (block("number_input", is_decimal_allowed=True), "2.5", None),
        (block("number_input", min_value="50"), "10", "Please enter a number of at least 50."),
        (block("number_input", max_value="800"), "900", "Please enter a number of at most 800."),
    ],
)
def test_slacks_own_client_complains_before_it_submits(made, raw, sentence):
    found = complaints([made], state_of([made], {"b": {"a": raw}}))

    assert found == ({"b": sentence} if sentence else {})


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "section"},
        {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}},
        {"type": "section", "text": {"type": "mrkdwn", "text": ""}},
        {"type": "section", "fields": [plain("x")] * 11},
        {"type": "section", "fields": [plain("x" * 2001)]},
        {"type": "header", "text": plain("x" * 151)},
        {"type": "context", "elements": [plain("x")] * 11},
        {"type": "actions", "elements": []},
        {"type": "actions", "elements": [{"type": "button", "text": plain("x" * 76)}]},
        {"type": "actions", "elements": [{"type": "button", "text": plain("x"), "value": "x" * 2001}]},
        {"type": "actions", "elements": [{"type": "button", "text": plain("x"), "style": "green"}]},
        {
            "type": "actions",
            "elements": [{"type": "button", "text": plain("x"), "confirm": {"title": plain("x" * 101)}}],
        },
        block("static_select", options=[]),
        block("static_select", options=[ROBBERY], initial_option=BURGLARY),
        block("radio_buttons", options=[ROBBERY] * 11),
        block("plain_text_input", placeholder=plain("x" * 151)),
    ],
)
def test_a_block_beyond_slacks_limits_is_refused(broken):
    assert list(faults([broken], most=50))


def test_two_blocks_with_one_id_are_refused():
    assert list(faults([{"type": "divider", "block_id": "x"}] * 2, most=50))


def test_blocks_within_the_limits_are_taken():
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}, {"type": "divider"}]

    assert list(faults([*blocks, block("static_select", options=[ROBBERY], initial_option=ROBBERY)], most=50)) == []
