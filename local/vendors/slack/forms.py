"""Turns what was typed into a form into Slack's `state.values`, and says what Slack itself would not accept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from local.vendors.slack.blocks import Block, Element, elements_of

Values = dict[str, dict[str, dict[str, Any]]]
Raw = Mapping[str, Mapping[str, Any]]
REQUIRED = "Please complete this required field."
# The key under which each kind of element puts its value.
KEYS = {
    "plain_text_input": "value",
    "number_input": "value",
    "static_select": "selected_option",
    "radio_buttons": "selected_option",
    "checkboxes": "selected_options",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
INITIAL = {
    "plain_text_input": "initial_value",
    "number_input": "initial_value",
    "static_select": "initial_option",
    "radio_buttons": "initial_option",
    "checkboxes": "initial_options",
    "datepicker": "initial_date",
    "timepicker": "initial_time",
    "datetimepicker": "initial_date_time",
}


def state_of(blocks: Sequence[Block], raw: Raw) -> Values:
    """Return state.values. `raw` holds strings (lists of them for checkboxes) by block id and action id."""
    values: Values = {}
    for block in blocks:
        for element in elements_of(block):
            if element["type"] in KEYS:
                given = raw.get(block["block_id"], {})
                values.setdefault(block["block_id"], {})[element["action_id"]] = typed(element, given)
    return values


def typed(element: Element, given: Mapping[str, Any]) -> dict[str, Any]:
    kind, action_id = element["type"], element["action_id"]
    empty: list[Any] | None = [] if kind == "checkboxes" else None
    if action_id not in given:
        return {"type": kind, KEYS[kind]: element.get(INITIAL[kind], empty)}
    value = given[action_id]
    return {"type": kind, KEYS[kind]: READERS.get(kind, text_or_none)(element, value)}


def text_or_none(_element: Element, value: Any) -> Any:
    return str(value) or None


def option(element: Element, value: Any) -> Any:
    return next((option for option in element["options"] if option.get("value") == value), None)


def several(element: Element, value: Any) -> Any:
    return [option for option in element["options"] if option.get("value") in value]


def seconds(_element: Element, value: Any) -> Any:
    return int(value) if str(value) else None


READERS: dict[str, Callable[[Element, Any], Any]] = {
    "static_select": option,
    "radio_buttons": option,
    "checkboxes": several,
    "datetimepicker": seconds,
}


def complaints(blocks: Sequence[Block], values: Values) -> dict[str, str]:
    """Return, by block id, what Slack's own client says before it submits a form."""
    found = {}
    for block in blocks:
        if block["type"] == "input":
            element = block["element"]
            value = values[block["block_id"]][element["action_id"]][KEYS[element["type"]]]
            sentence = complaint(element, value, is_optional=bool(block.get("optional")))
            if sentence:
                found[block["block_id"]] = sentence
    return found


def complaint(element: Element, value: Any, *, is_optional: bool) -> str:
    if value in (None, "", []):
        return "" if is_optional else REQUIRED
    if element["type"] == "number_input":
        return number_complaint(element, value)
    if element["type"] == "plain_text_input":
        return length_complaint(element, value)
    return ""


def number_complaint(element: Element, value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return "Please enter a number."
    if not element.get("is_decimal_allowed") and number % 1:
        return "Please enter a whole number."
    if "min_value" in element and number < Decimal(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}."
    if "max_value" in element and number > Decimal(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}."
    return ""


def length_complaint(element: Element, value: str) -> str:
    if len(value) < element.get("min_length", 0):
        return f"Must be at least {element['min_length']} characters."
    if len(value) > element.get("max_length", 3000):
        return f"Must be at most {element.get('max_length', 3000)} characters."
    return ""
