"""The form that asks a question: what was understood already, and beside each field what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.draft import MAX_LOOK_FOR, MAX_PLACE, Draft, read_category
from chalicelib.domain.errors import Refused
from chalicelib.domain.times import read_window
from chalicelib.words import naming
from chalicelib.words.blocks import Block, context, escaped, plain

from .speech import language, say

CALLBACK_ID = "question_form"
LONGEST_HINT = 2000


def question_form(
    draft: Draft, problems: Sequence[Refused], *, agency: Agency, now: datetime, metadata: str
) -> dict[str, Any]:
    """Give the form; `metadata` comes back with it. An empty draft has no problems yet."""
    hints = sentences(problems) if draft != Draft() else {}
    return {
        "type": "modal",
        "callback_id": CALLBACK_ID,
        "private_metadata": metadata,
        "title": plain(say("slack.form.title"), most=24),
        "submit": plain(say("slack.form.submit"), most=24),
        "close": plain(say("slack.form.cancel"), most=24),
        "blocks": [
            context(say("slack.form.intro", zone=_zone(agency, now))),
            _input("case_number", _line(draft.case_number, placeholder=agency.case_number_example), hints),
            _input("category", _categories(draft, agency), hints),
            _input("place", _line(draft.place, most=MAX_PLACE), hints, hint=say("slack.form.place.hint")),
            _input("radius", _line(draft.radius), hints, hint=say("slack.form.radius.hint")),
            *_window(draft, agency, now, hints),
            _input("look_for", _line(draft.look_for, most=MAX_LOOK_FOR), hints,
                   hint=say("slack.form.look_for.hint"), optional=True),
        ],
    }  # fmt: skip


def sentences(problems: Sequence[Refused]) -> dict[str, str]:
    """Say each problem, by the block that it belongs to; the window's stands beside its first day."""
    said = ((problem.field or "case_number", say(problem.reason, **problem.values)) for problem in problems)
    return {"start_date" if field == "window" else field: sentence for field, sentence in said}


def refusal_view(sentence: str) -> dict[str, Any]:
    """Give a form that only says a sentence."""
    return {
        "type": "modal",
        "title": plain(say("slack.form.title"), most=24),
        "close": plain(say("slack.form.cancel"), most=24),
        "blocks": [{"type": "section", "text": plain(sentence)}],
    }


def _window(draft: Draft, agency: Agency, now: datetime, hints: Mapping[str, str]) -> list[Block]:
    """Times come in zone-less pickers, since a date-time picker shows each officer the zone of their own computer."""
    try:
        window = read_window(draft.window, zone=agency.zone(), now=now)
    except Refused:
        days, times = ["", ""], ["", ""]
    else:
        ends = [moment.astimezone(agency.zone()) for moment in (window.start, window.end)]
        days, times = [f"{end:%Y-%m-%d}" for end in ends], [f"{end:%H:%M}" for end in ends]
    typed = say("slack.form.typed", given=draft.window) if draft.window and not days[0] else ""
    beside = {**hints, "start_date": f"{hints['start_date']} {typed}".strip()} if "start_date" in hints else hints
    return [
        _input("start_date", _picker("date", days[0]), beside),
        _input("start_time", _picker("time", times[0]), beside),
        _input("end_date", _picker("date", days[1]), beside, hint=say("slack.form.end_date.hint"), optional=True),
        _input("end_time", _picker("time", times[1]), beside),
    ]


def _input(field: str, element: Block, hints: Mapping[str, str], *, hint: str = "", optional: bool = False) -> Block:
    block = {
        "type": "input",
        "block_id": field,
        "label": plain(say(f"slack.form.{field}")),
        "element": {**element, "action_id": field},
        "optional": optional,
    }
    beside = hints.get(field, hint)
    return {**block, "hint": plain(beside, most=LONGEST_HINT)} if beside else block


def _line(initial: str, *, most: int = 60, placeholder: str = "") -> Block:
    element: Block = {"type": "plain_text_input", "max_length": most}
    if initial:
        element["initial_value"] = initial[:most]
    return {**element, "placeholder": plain(placeholder, most=150)} if placeholder else element


def _categories(draft: Draft, agency: Agency) -> Block:
    spoken = language()
    options = [
        {"text": plain(naming.category(category, spoken), most=75), "value": category[:150]}
        for category in agency.categories
    ]
    element: Block = {"type": "static_select", "options": options}
    try:
        chosen = read_category(draft.category, agency)
    except Refused:
        return element
    return {**element, "initial_option": options[agency.categories.index(chosen)]}


def _picker(kind: str, initial: str) -> Block:
    return {"type": f"{kind}picker", **({f"initial_{kind}": initial} if initial else {})}


def _zone(agency: Agency, now: datetime) -> str:
    return escaped(now.astimezone(agency.zone()).tzname() or agency.time_zone)
