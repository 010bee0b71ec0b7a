"""From `/footage` to the owners' texts: preview, Send, asks, and what the channel sees."""

from __future__ import annotations

import json
from datetime import timedelta

from chalicelib.domain.incident import RequestId
from chalicelib.domain.owner import OwnerId
from tests import builders
from tests.channel.slack.office import COMPLETE, Office, action_ids, value_of

GONE = builders.a_camera(retention_days=1)


def text_of(message: dict[str, object]) -> str:
    return json.dumps(message, ensure_ascii=False)


def test_a_complete_command_is_answered_with_nothing_over_http(office: Office) -> None:
    answer = office.command(COMPLETE)

    assert (answer["statusCode"], answer["body"]) == (200, "")


def test_a_complete_command_brings_an_ephemeral_preview_to_the_response_url(office: Office) -> None:
    office.world.household()

    preview = office.preview()

    assert preview["response_type"] == "ephemeral"
    assert action_ids(preview) == {"send_request", "edit_request", "cancel_request"}
    assert office.world.chat.calls[-1][1]["response_url"] == "https://hooks.slack.com/commands/TEXAMPLE/1/a"


def test_a_preview_counts_cameras_owners_and_overwritten_recorders(office: Office) -> None:
    office.world.household(cameras=[builders.a_camera(1), builders.a_camera(2)])
    office.world.household(builders.OTHER_PHONE, cameras=[builders.a_camera(retention_days=1)])
    office.world.clock.pass_time(days=1)

    shown = text_of(office.preview())

    assert "Cameras inside: 3\\nOwners inside: 2\\nOwners who will be asked: 1" in shown
    assert "overwritten this time: 1" in shown


def test_a_preview_says_how_many_cameras_come_from_public_lists(office: Office) -> None:
    office.world.household()
    assert "public lists" not in text_of(office.preview())

    listed = builders.a_camera()
    office.world.commit(office.world.registry.add_camera(OwnerId("0abcdefghij"), listed))

    shown = text_of(office.preview())
    assert "Cameras inside: 2\\nOwners inside: 1\\nOwners who will be asked: 1" in shown
    assert "from public lists. Nobody can be asked about these here: 1" in shown


def test_a_preview_shows_the_very_text_that_is_sent(office: Office) -> None:
    office.world.household()
    preview = office.preview()

    office.press("send_request", value_of(preview, "send_request"))
    office.work()
    office.world.deliver()

    assert json.dumps(office.world.texts.to(builders.PHONE)[0])[1:-1] in text_of(preview)


def test_a_preview_names_the_block_and_never_the_door(office: Office) -> None:
    office.world.household()

    preview = text_of(office.preview())

    assert "1000 block of Roxleigh Rd" in preview
    assert "1009" not in preview


def test_a_preview_is_audited_before_it_is_shown(office: Office) -> None:
    office.world.household()

    office.preview()

    rows = [entry for entry, _ in office.world.audit.rows("2026-11-21")]
    assert [(row.deed, row.actor, row.case_number, row.count) for row in rows] == [
        ("preview", "UDETECTIVE", "26-01234", 1)
    ]


def test_where_nobody_can_be_asked_there_is_no_button_to_send(office: Office) -> None:
    preview = office.preview()

    assert action_ids(preview) == {"edit_request", "cancel_request"}
    assert "nobody to ask" in text_of(preview)


def test_a_place_that_nobody_knows_is_said_with_a_button_that_opens_the_form(office: Office) -> None:
    shown = office.preview(COMPLETE.replace("1009 Roxleigh Rd", "1 Nowhere Ln"))

    assert action_ids(shown) == {"edit_request"}
    assert "do not know this place" in text_of(shown)


def test_sending_texts_every_owner_once_whatever_the_number_of_cameras(office: Office) -> None:
    office.world.household(cameras=[builders.a_camera(1), builders.a_camera(2)])
    office.world.household(builders.OTHER_PHONE)

    office.send()
    office.world.deliver()

    assert sorted(text.to for text in office.world.texts.sent) == [builders.PHONE, builders.OTHER_PHONE]


def test_who_is_overwritten_soonest_is_asked_first_and_who_is_overwritten_already_not_at_all(office: Office) -> None:
    office.world.household("+14105550151", cameras=[builders.a_camera(retention_days=30)])
    office.world.household("+14105550152", cameras=[builders.a_camera(retention_days=7)])
    office.world.household("+14105550153", cameras=[builders.a_camera(retention_days=1)])
    office.world.clock.pass_time(days=1)

    office.send()
    office.world.deliver()

    assert [text.to for text in office.world.texts.sent] == ["+14105550152", "+14105550151"]


def test_who_stopped_is_not_asked(office: Office) -> None:
    stopped = office.world.household().contacts[0]
    office.world.household(builders.OTHER_PHONE)
    change = office.world.registry.set_consent(stopped.key, "stopped", at=office.world.clock.now(), by="keyword")
    office.world.commit(change)

    office.send()
    office.world.deliver()

    assert [text.to for text in office.world.texts.sent] == [builders.OTHER_PHONE]


def test_who_stops_between_plan_and_ask_is_not_asked(office: Office) -> None:
    contact = office.world.household().contacts[0]
    draft = value_of(office.preview(), "send_request")
    office.press("send_request", draft)
    households = office.world.registry.households

    def stopping(owner_ids):
        found = households(owner_ids)
        office.world.commit(
            office.world.registry.set_consent(contact.key, "stopped", at=office.world.clock.now(), by="words")
        )
        return found

    office.world.registry.households = stopping
    office.work()

    assert office.world.requests.asks(RequestId(draft)) == []
    assert [body["message"] for body in office.world.queue.bodies] == [f"{draft}-board"]


def test_the_officer_is_told_how_many_were_asked_in_place_of_the_preview(office: Office) -> None:
    office.world.household()

    office.send()

    told = office.world.chat.answers()[-1]
    assert told["replace_original"] is True
    assert "Owners asked: 1." in told["text"]


def test_the_channel_gets_one_message_that_keeps_count(office: Office) -> None:
    office.world.household()

    office.send()
    office.world.deliver()

    posts = [arguments for method, arguments in office.world.chat.calls if method == "post"]
    assert [post["channel"] for post in posts] == [builders.CHANNEL]
    assert "Owners asked: 1 of 1. Answers: 0." in text_of(posts[0]["payload"])


def test_in_quiet_hours_the_asks_wait_and_the_officer_is_told_until_when(office: Office) -> None:
    office.world.household()
    office.world.clock.pass_time(hours=11)

    draft = office.send()

    message = office.world.outbox.message(f"{draft}-{office.world.requests.asks(RequestId(draft))[0].owner_id}")
    assert message.due_at == office.world.clock.now() + timedelta(hours=9)
    assert "Sun Nov 22, 8:00 AM EST" in office.world.chat.answers()[-1]["text"]
    assert [body["message"] for body in office.world.queue.bodies] == [f"{draft}-board"]


def test_a_press_without_message_state_and_response_url_sends_too(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "send_request")

    office.press("send_request", draft, response_url=None, channel=None, container=None)
    office.work()

    assert len(office.world.requests.asks(RequestId(draft))) == 1
    assert office.world.chat.calls[-1][0] == "post_ephemeral"


def test_cancelling_forgets_the_draft(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "send_request")

    office.press("cancel_request", draft)
    office.press("send_request", draft)
    office.work()

    assert office.world.requests.request(RequestId(draft)) is None
    assert "Nothing was sent" in office.world.chat.answers()[-1]["text"]


def test_a_preview_older_than_an_hour_sends_nothing(office: Office) -> None:
    office.world.household()
    draft = value_of(office.preview(), "send_request")
    office.world.clock.pass_time(hours=2)

    office.press("send_request", draft)
    office.work()

    assert office.world.requests.request(RequestId(draft)) is None
    assert "more than an hour old" in office.world.chat.answers()[-1]["text"]


def test_what_was_meant_by_yesterday_stays_when_midnight_passes(office: Office) -> None:
    office.world.household()
    office.world.clock.pass_time(hours=11, minutes=30)
    draft = value_of(office.preview(COMPLETE.replace("2026-11-20", "yesterday")), "send_request")
    office.world.clock.pass_time(minutes=50)

    office.press("send_request", draft)
    office.work()

    window = office.world.requests.request(RequestId(draft)).question.window
    assert window.start.isoformat() == "2026-11-21T02:00:00+00:00"
