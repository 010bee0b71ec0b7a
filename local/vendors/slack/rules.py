"""What the playground can draw, and the limits of Block Kit (docs.slack.dev/reference/block-kit)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from local.vendors.slack.blocks import Block, Element, elements_of

BLOCKS = {
    "section": {"text", "fields", "accessory", "expand"},
    "header": {"text"},
    "context": {"elements"},
    "divider": set(),
    "actions": {"elements"},
    "input": {"label", "element", "hint", "optional"},
}
CHOICE = {"options", "initial_option", "confirm", "focus_on_load"}
ELEMENTS = {
    "mrkdwn": {"text", "verbatim"},
    "plain_text": {"text", "emoji"},
    "button": {"text", "value", "style", "confirm", "url", "accessibility_label"},
    "plain_text_input": {"initial_value", "multiline", "min_length", "max_length", "placeholder", "focus_on_load"},
    "number_input": {
        "is_decimal_allowed", "initial_value", "min_value", "max_value", "placeholder", "focus_on_load",
    },
    "static_select": CHOICE | {"placeholder"},
    "radio_buttons": CHOICE,
    "checkboxes": {"options", "initial_options", "confirm", "focus_on_load"},
    "datepicker": {"initial_date", "placeholder", "confirm", "focus_on_load"},
    "timepicker": {"initial_time", "placeholder", "timezone", "confirm", "focus_on_load"},
    "datetimepicker": {"initial_date_time", "confirm", "focus_on_load"},
}  # fmt: skip
MOST_ELEMENTS = {"context": 10, "actions": 25}
MOST_OPTIONS = {"static_select": 100, "radio_buttons": 10, "checkboxes": 10}
LONGEST_TEXT = {"section": 3000, "header": 150, "button": 75, "label": 2000, "hint": 2000, "placeholder": 150}
LONGEST_CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}


def surprises(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield each kind of block, element or field that the playground does not draw."""
    for block in blocks:
        kind = block.get("type", "")
        if kind not in BLOCKS:
            yield f"block {kind}"
            continue
        yield from (f"{kind}.{name}" for name in set(block) - BLOCKS[kind] - {"type", "block_id"})
        for element in elements_of(block):
            yield from surprises_of(element)


def surprises_of(element: Element) -> Iterator[str]:
    kind = element.get("type", "")
    if kind not in ELEMENTS:
        yield f"element {kind}"
    else:
        yield from (f"{kind}.{name}" for name in set(element) - ELEMENTS[kind] - {"type", "action_id"})


def faults(blocks: Sequence[Block], *, most: int) -> Iterator[str]:
    """Yield each limit that these blocks break, as a sentence; `most` is 50 in a message and 100 in a form."""
    if len(blocks) > most:
        yield f"no more than {most} items allowed [json-pointer:/blocks]"
    twice = [name for name, times in Counter(block.get("block_id") for block in blocks).items() if name and times > 1]
    yield from (f"duplicate block_id {name}" for name in twice)
    for index, block in enumerate(blocks):
        for fault in faults_of(block):
            yield f"{fault} [json-pointer:/blocks/{index}]"


def faults_of(block: Block) -> Iterator[str]:
    kind = block.get("type", "")
    yield from too_long(block, "text", LONGEST_TEXT.get(kind, 3000))
    for name in ("label", "hint"):
        yield from too_long(block, name, LONGEST_TEXT[name])
    if kind == "section" and not block.get("text") and not block.get("fields"):
        yield "section needs text or fields"
    if len(block.get("fields", [])) > 10:
        yield "no more than 10 fields"
    for text in block.get("fields", []):
        yield from too_long({"field": text}, "field", 2000)
    elements = list(elements_of(block))
    if kind in MOST_ELEMENTS and not 1 <= len(elements) <= MOST_ELEMENTS[kind]:
        yield f"{kind} takes 1 to {MOST_ELEMENTS[kind]} elements"
    for element in elements:
        yield from faults_of_element(element)


def faults_of_element(element: Element) -> Iterator[str]:
    kind = element.get("type", "")
    if kind == "button":
        yield from too_long(element, "text", LONGEST_TEXT["button"])
    yield from too_long(element, "value", 2000)
    yield from too_long(element, "action_id", 255)
    yield from too_long(element, "placeholder", LONGEST_TEXT["placeholder"])
    for name, longest in LONGEST_CONFIRM.items():
        yield from too_long(element.get("confirm", {}), name, longest)
    if element.get("style", "primary") not in ("primary", "danger"):
        yield "style is primary or danger"
    if kind in MOST_OPTIONS:
        yield from faults_of_options(element)


def faults_of_options(element: Element) -> Iterator[str]:
    options, most = element.get("options", []), MOST_OPTIONS[element["type"]]
    if not 1 <= len(options) <= most:
        yield f"{element['type']} takes 1 to {most} options"
    for option in options:
        yield from too_long(option, "text", 75)
        yield from too_long(option, "value", 150)
    chosen = element.get("initial_options", []) + ([element["initial_option"]] if "initial_option" in element else [])
    if any(option not in options for option in chosen):
        yield "an initial option must be one of the options"


def too_long(holder: dict[str, Any], name: str, longest: int) -> Iterator[str]:
    """Yield a fault where a text (bare or a text object) is empty or longer than Slack takes."""
    if name not in holder:
        return
    value = holder[name]
    text = value.get("text", "") if isinstance(value, dict) else value
    if not isinstance(text, str) or len(text) > longest:
        yield f"{name} must be less than {longest + 1} characters"
    elif isinstance(value, dict) and not text:
        yield f"{name} must be more than 0 characters"
