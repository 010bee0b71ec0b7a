"""Everything that is shown keeps to the limits of Block Kit, as the local Slack checks them."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.domain.place import Several
from local.vendors.slack.rules import faults, surprises
from tests import builders
from tests.channel.slack.office import COMPLETE, Office, filled, value_of

LONG = f"26-01234, {'A very long place ' * 20}, 300 m, 2026-11-20 21:00-23:00, burglary, {'x&<>' * 60}"


def shown(office: Office) -> list[tuple[str, dict[str, Any]]]:
    return [(method, arguments.get("view") or arguments["payload"]) for method, arguments in office.world.chat.calls]


def complaints(office: Office) -> list[str]:
    found = []
    for method, payload in shown(office):
        found += faults(payload["blocks"], most=100 if method == "open_view" else 50)
        found += surprises(payload["blocks"])
    return found


@pytest.mark.parametrize(
    "text", ["", "x", LONG, "26-01234, 1009 Roxleigh Rd, 9-11, burglery", "x" * 3000, ",,,,", "&<>" * 900]
)
def test_whatever_was_typed_the_form_can_be_opened(office: Office, text: str) -> None:
    office.command(text)

    assert [method for method, _ in shown(office)] == ["open_view"]
    assert complaints(office) == []


def test_a_whole_loop_keeps_to_the_limits(office: Office) -> None:
    office.world.household()
    many = tuple(builders.an_address(number=str(number), city="A LONG NAME FOR A TOWN") for number in range(2000, 2005))
    office.world.gazetteer.knows("somewhere", Several(many))
    office.preview(COMPLETE.replace("1009 Roxleigh Rd", "somewhere"))
    draft = office.send(COMPLETE.replace("300 m", "2 mi").replace("man in a red jacket", "&<>" * 60))
    office.press("approve_request", draft, user=builders.SUPERVISOR)
    office.work()
    office.world.deliver()
    for deed in ("status", "open", "close ZZZZ"):
        office.command(deed)
        office.work()

    assert len(shown(office)) >= 8
    assert complaints(office) == []


def test_ten_requests_fit_into_one_status(office: Office) -> None:
    office.world.household()
    for minute in range(11):
        office.send(COMPLETE.replace("21:00", f"21:{minute:02}"))

    office.command("status")
    office.work()

    assert len(office.world.chat.answers()[-1]["blocks"]) == 11
    assert complaints(office) == []


def test_the_form_accepts_what_its_own_edit_filled_in(office: Office) -> None:
    office.world.household()
    office.press("edit_request", value_of(office.preview(), "edit_request"))
    view = office.world.chat.views()[-1]
    initial = {
        block["block_id"]: next(
            (
                block["element"][name]
                for name in ("initial_value", "initial_date", "initial_time")
                if name in block["element"]
            ),
            "",
        )
        for block in view["blocks"]
        if "block_id" in block
    }

    office.submit(view["private_metadata"], filled(**{**initial, "category": "burglary"}))

    assert [body["job"] for body in office.world.slack_queue.bodies] == ["preview"]
