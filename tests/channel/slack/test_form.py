"""The form: opens with what was understood, and says what is wrong beside each field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.domain.place import Outside, Point, Several, Unknown
from tests import builders
from tests.channel.slack.office import COMPLETE, Office, action_ids, filled, payload, value_of


def blocks_of(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {block["block_id"]: block for block in view["blocks"] if "block_id" in block}


def opened(office: Office, text: str) -> dict[str, Any]:
    answer = office.command(text)
    assert (answer["statusCode"], answer["body"]) == (200, "")
    return office.world.chat.views()[-1]


def errors(office: Office, **changes: str) -> dict[str, str]:
    metadata = opened(office, "")["private_metadata"]
    answer = json.loads(office.submit(metadata, filled(**changes))["body"])
    assert answer["response_action"] == "errors"
    assert office.world.slack_queue.bodies == []
    return answer["errors"]


def test_a_bare_command_opens_an_empty_form_without_complaints(office: Office) -> None:
    view = opened(office, "")

    fields = blocks_of(view)
    assert view["callback_id"] == "question_form"
    assert list(fields) == [
        "case_number", "category", "place", "radius", "start_date", "start_time", "end_date", "end_time", "look_for",
    ]  # fmt: skip
    assert "hint" not in fields["case_number"]


def test_an_incomplete_command_opens_the_form_with_what_was_understood(office: Office) -> None:
    fields = blocks_of(opened(office, "26-01234, 1009 Roxleigh Rd, Towson, yesterday 9pm-11pm, Burglary, red car"))

    assert fields["case_number"]["element"]["initial_value"] == "26-01234"
    assert fields["place"]["element"]["initial_value"] == "1009 Roxleigh Rd, Towson"
    assert fields["category"]["element"]["initial_option"]["value"] == "burglary"
    assert fields["start_date"]["element"]["initial_date"] == "2026-11-20"
    assert fields["start_time"]["element"]["initial_time"] == "21:00"
    assert fields["end_time"]["element"]["initial_time"] == "23:00"
    assert fields["look_for"]["element"]["initial_value"] == "red car"
    assert "how far around" in fields["radius"]["hint"]["text"]


def test_a_wrong_command_opens_the_form_with_the_problem_beside_its_field(office: Office) -> None:
    fields = blocks_of(opened(office, "261234, 1009 Roxleigh Rd, 300, 9-11, burglary"))

    assert "26-01234" in fields["case_number"]["hint"]["text"]
    assert "300 of what?" in fields["radius"]["hint"]["text"]
    assert "am or pm" in fields["start_date"]["hint"]["text"]
    assert "You wrote: 9-11" in fields["start_date"]["hint"]["text"]


def test_a_form_filled_in_well_brings_a_preview_to_the_commands_response_url(office: Office) -> None:
    office.world.household()
    metadata = opened(office, "")["private_metadata"]

    answer = office.submit(metadata, filled())
    office.work()

    assert (answer["statusCode"], answer["body"]) == (200, "")
    assert "send_request" in action_ids(office.world.chat.answers()[-1])


def test_the_last_day_may_be_left_out_for_the_same_night(office: Office) -> None:
    office.world.household()
    metadata = opened(office, "")["private_metadata"]

    office.submit(metadata, filled(start_date="2026-11-19", end_date="", end_time="02:00"))
    office.work()

    assert "Thu Nov 19 2026, 9:00 PM-Fri Nov 20 2026, 2:00 AM EST" in json.dumps(office.world.chat.answers()[-1])


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"case_number": "1234"}, "case_number", "26-01234"),
        ({"case_number": ""}, "case_number", "26-01234"),
        ({"category": ""}, "category", "burglary"),
        ({"place": ""}, "place", "where"),
        ({"radius": "0 m"}, "radius", "from 10 m to 5000 m"),
        ({"radius": "500 km"}, "radius", "from 10 m to 5000 m"),
        ({"radius": "300"}, "radius", "m, km, ft"),
        ({"radius": "far"}, "radius", "a number and a unit"),
        ({"start_date": "2026-11-22", "end_date": "2026-11-22"}, "start_date", "not over yet"),
        ({"start_date": "2026-10-21"}, "start_date", "168 hours"),
        ({"end_date": "2026-11-19"}, "start_date", "end comes before the start"),
        ({"end_time": "21:00"}, "start_date", "same moment"),
        ({"start_time": ""}, "start_date", "from when to when"),
        ({"look_for": "call 410-555-0101"}, "look_for", "phone numbers"),
        ({"look_for": "lives at 12 Example Rd"}, "look_for", "street addresses"),
        ({"look_for": "x" * 201}, "look_for", "under 200"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    office: Office, changes: dict[str, str], field: str, words: str
) -> None:
    found = errors(office, **changes)

    assert list(found) == [field]
    assert words in found[field]


def test_everything_that_is_wrong_is_said_at_once(office: Office) -> None:
    assert set(errors(office, case_number="x", radius="0 m", place="nowhere", end_time="")) == {
        "case_number", "radius", "place", "start_date",
    }  # fmt: skip


def test_a_place_outside_the_boundary_is_said_beside_it(office: Office) -> None:
    office.world.gazetteer.knows("Elsewhere", Outside(builders.an_address()))
    office.world.gazetteer.edge = (Point(0, 0), Point(1, 1))

    assert "outside the area" in errors(office, place="Elsewhere")["place"]
    assert "outside the area" in errors(office, place="1009 Roxleigh Rd")["place"]


def test_an_ambiguous_or_unknown_place_is_answered_with_what_was_found(office: Office) -> None:
    other = builders.an_address(city="PARKVILLE", postcode="21234")
    office.world.gazetteer.knows("1009 Roxleigh", Several((builders.an_address(), other)))
    office.world.gazetteer.knows("1009 Roxley", Unknown((builders.an_address(),)))

    assert "Parkville 21234" in errors(office, place="1009 Roxleigh")["place"]
    assert "Did you mean" in errors(office, place="1009 Roxley")["place"]


def test_edit_opens_the_form_with_the_draft_and_its_preview_comes_to_the_press(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "edit_request")

    office.press("edit_request", draft)
    view = office.world.chat.views()[-1]
    office.submit(view["private_metadata"], filled(radius="200 m"))
    office.work()

    assert blocks_of(view)["place"]["element"]["initial_value"] == "1009 Roxleigh Rd"
    assert office.world.chat.calls[-1][1]["response_url"] == "https://hooks.slack.com/actions/TEXAMPLE/1/b"
    assert "Within 200 m" in json.dumps(office.world.chat.answers()[-1])


def test_without_a_response_url_the_preview_is_shown_in_the_channel_to_that_officer_alone(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "edit_request")
    office.press("edit_request", draft, response_url=None)

    office.submit(office.world.chat.views()[-1]["private_metadata"], filled())
    office.work()

    method, arguments = office.world.chat.calls[-1]
    assert (method, arguments["channel"], arguments["user"]) == ("post_ephemeral", builders.CHANNEL, "UDETECTIVE")


def test_a_form_that_lay_open_too_long_says_so(office: Office) -> None:
    metadata = opened(office, "")["private_metadata"]
    office.world.clock.pass_time(hours=2)

    answer = json.loads(office.submit(metadata, filled())["body"])

    assert answer["response_action"] == "update"
    assert "more than an hour old" in json.dumps(answer["view"])


def test_a_form_handed_in_by_somebody_else_is_refused(office: Office) -> None:
    metadata = opened(office, "")["private_metadata"]

    for user in ("USTRANGER", builders.SUPERVISOR):
        answer = json.loads(office.submit(metadata, filled(), user=user)["body"])
        assert answer["response_action"] == "update"
    assert office.world.slack_queue.bodies == []


def test_a_form_that_cannot_be_checked_says_so_and_keeps_what_was_typed(office: Office) -> None:
    metadata = opened(office, "")["private_metadata"]
    office.world.slack_queue.trouble.before.append(RuntimeError())

    answer = json.loads(office.submit(metadata, filled())["body"])

    assert "try again" in answer["errors"]["case_number"]


def test_a_command_that_cannot_be_queued_says_so_in_plain_words(office: Office) -> None:
    office.world.slack_queue.trouble.before.append(RuntimeError())

    answer = office.command(COMPLETE)

    assert (answer["statusCode"], "try again" in answer["body"]) == (200, True)


def test_what_was_typed_can_neither_mention_nor_link_nor_format(office: Office) -> None:
    office.world.household()

    office.preview(
        COMPLETE.replace("man in a red jacket", "<!channel> *bold* <https://example.org|x>".replace("://", ":"))
    )

    shown = json.dumps(office.world.chat.answers()[-1])
    assert "<!channel>" not in shown
    assert "mrkdwn" not in shown


def test_a_form_without_the_kind_of_its_view_is_taken_too(office: Office) -> None:
    body = payload("view_submission")
    del body["view"]["type"]
    body["view"] |= {"private_metadata": opened(office, "")["private_metadata"], "state": {"values": filled()}}

    assert office.interact(body)["statusCode"] == 200
    assert [queued["job"] for queued in office.world.slack_queue.bodies] == ["preview"]
