"""An owner's own page: getting in, seeing, changing, stopping, deleting."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.channels.web.reading import stamp
from tests import builders
from tests.channel.web.conftest import sign_in
from tests.channel.web.visitor import Visitor
from tests.world import World


def test_an_owner_sees_everything_about_them(visitor: Visitor, wired: World) -> None:
    wired.household(cameras=[builders.a_camera(1, heading=100)])

    words = sign_in(visitor, wired).words()

    assert "410-555-0142" in words
    assert "1009 Roxleigh Rd, Towson 21286" in words
    assert "East (100 degrees)" in words


def test_nobody_else_gets_in(visitor: Visitor, other_visitor: Visitor, wired: World) -> None:
    wired.household()
    sign_in(visitor, wired)

    assert "Roxleigh" not in other_visitor.get("/me").words()
    other_visitor.cookies["__Host-porchlight_me"] = "guessed"
    assert "Roxleigh" not in other_visitor.get("/me").words()


def test_a_number_that_nobody_registered_sees_the_same_page_and_gets_no_text(visitor: Visitor, wired: World) -> None:
    wired.household()
    stamp = visitor.get("/me").stamp()

    known = visitor.post("/me", stamp=stamp, phone=builders.PHONE)
    unknown = visitor.post("/me", stamp=stamp, phone=builders.OTHER_PHONE)
    wired.deliver()

    assert known.words().replace("42", "") == unknown.words().replace("43", "")
    assert {text.to for text in wired.texts.sent} == {builders.PHONE}


def test_a_wrong_number_is_said_beside_the_field(visitor: Visitor) -> None:
    page = visitor.post("/me", stamp=visitor.get("/me").stamp(), phone="911")

    assert page.status == 422
    assert any("ten digits" in sentence for sentence in page.described_by("phone"))
    assert 'value="911"' in page.text


def test_a_session_ends_after_thirty_idle_minutes_but_not_while_in_use(visitor: Visitor, wired: World) -> None:
    wired.household()
    sign_in(visitor, wired)

    for _ in range(3):
        wired.clock.pass_time(minutes=29)
        assert "Camera 1" in visitor.get("/me").words()
    wired.clock.pass_time(minutes=30)

    assert "Camera 1" not in visitor.get("/me").words()


def test_an_owner_changes_a_camera(visitor: Visitor, wired: World) -> None:
    household = wired.household()
    page = sign_in(visitor, wired)

    page = visitor.post("/me/cameras/c1", stamp=page.stamp(), retention_days_c1="30", heading_c1="sw",
                        place_c1="indoors", working_c1="no")  # fmt: skip

    assert "Saved." in page.words()
    camera = wired.registry.household(household.owner.owner_id).cameras[0]
    assert (camera.retention_days, camera.heading, camera.indoor, camera.working) == (30, 225, True, False)


def test_a_heading_between_the_compass_points_stays_as_it_is(visitor: Visitor, wired: World) -> None:
    household = wired.household(cameras=[builders.a_camera(1, heading=100)])
    page = sign_in(visitor, wired)

    visitor.post("/me/cameras/c1", stamp=page.stamp(), retention_days_c1="30", heading_c1="as_is")

    assert wired.registry.household(household.owner.owner_id).cameras[0].heading == 100


def test_impossible_days_are_said_beside_the_field(visitor: Visitor, wired: World) -> None:
    wired.household()
    page = sign_in(visitor, wired)

    page = visitor.post("/me/cameras/c1", stamp=page.stamp(), retention_days_c1="forever")

    assert page.status == 422
    assert any("from 1 to 1000" in sentence for sentence in page.described_by("retention_days_c1"))
    assert 'value="forever"' in page.text


def test_an_owner_removes_one_camera_once_they_are_sure(visitor: Visitor, wired: World) -> None:
    household = wired.household(cameras=[builders.a_camera(1), builders.a_camera(2)])
    page = sign_in(visitor, wired)

    page = visitor.post("/me/cameras/c1/remove", stamp=page.stamp())
    assert "Remove camera 1?" in page.words()
    assert wired.registry.figures()["cameras"] == 2

    page = visitor.post("/me/cameras/c1/remove", stamp=page.stamp(), sure="yes")

    assert "The camera was removed" in page.words()
    assert [camera.camera_id for camera in wired.registry.household(household.owner.owner_id).cameras] == ["c2"]


def test_a_camera_that_is_not_theirs_is_one_that_does_not_exist(visitor: Visitor, wired: World) -> None:
    wired.household()
    page = sign_in(visitor, wired)

    assert visitor.post("/me/cameras/c7/remove", stamp=page.stamp()).status == 404
    assert visitor.post("/me/cameras/o/remove", stamp=page.stamp(), sure="yes").status == 404
    assert wired.registry.figures() == {"owners": 1, "cameras": 1}


def test_an_owner_changes_the_name(visitor: Visitor, wired: World) -> None:
    household = wired.household()
    page = sign_in(visitor, wired)

    visitor.post("/me/name", stamp=page.stamp(), name="  Another   Example ")
    visitor.post("/me/name", stamp=page.stamp(), name="")

    found = wired.registry.household(household.owner.owner_id)
    assert (found.owner.name, found.owner.version) == ("", 3)


def test_stopping_on_the_page_works_at_once(visitor: Visitor, wired: World) -> None:
    wired.household()
    page = sign_in(visitor, wired)

    page = visitor.post("/me/stop", stamp=page.stamp())

    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert (contact.consent, contact.stopped_by) == ("stopped", "page")
    assert "We have stopped" in page.words()
    assert "Stopped" in page.words()


def test_deleting_asks_first_and_then_removes_everything(visitor: Visitor, wired: World) -> None:
    wired.household(cameras=[builders.a_camera(1), builders.a_camera(2)])
    sign_in(visitor, wired)
    page = visitor.get("/me/delete")
    assert "Files that you sent stay with their case" in page.words()

    page = visitor.post("/me/delete", stamp=page.stamp())

    assert "We removed your name" in page.words()
    assert wired.registry.figures() == {"owners": 0, "cameras": 0}
    assert wired.registry.contact(wired.registry.key_of("sms", builders.PHONE)) is None
    assert "Camera 1" not in visitor.get("/me").words()
    deeds = [entry.deed for entry, _ in wired.audit.rows(f"{wired.clock.now():%Y-%m-%d}")]
    assert deeds == ["owner_deleted"]


def test_deleting_removes_sessions_codes_and_texts_at_once(
    visitor: Visitor, other_visitor: Visitor, wired: World
) -> None:
    wired.household()
    stamp = sign_in(visitor, wired).stamp()
    other_visitor.post("/me", stamp=other_visitor.get("/me").stamp(), phone=builders.PHONE)
    key = wired.registry.key_of("sms", builders.PHONE)
    until = wired.clock.now() + timedelta(days=1)
    wired.commit(wired.scratch.put("conversation", key, {"step": "address"}, expires_at=until))

    visitor.post("/me/delete", stamp=stamp)

    left = wired.dynamodb.scan(TableName="scratch")["Items"]
    assert {item["pk"]["S"].partition("#")[0] for item in left} <= {
        "code_sends",
        "code_day",
        "sign_in_network",
        "code_tries",
    }


def test_who_stopped_and_deletes_stays_stopped(visitor: Visitor, wired: World) -> None:
    wired.household()
    stamp = sign_in(visitor, wired).stamp()
    visitor.post("/me/stop", stamp=stamp)

    visitor.post("/me/delete", stamp=stamp)

    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert (contact.consent, contact.address, contact.owner_id) == ("stopped", "", None)


def test_a_session_ends_after_twelve_hours_however_much_it_is_used(visitor: Visitor, wired: World) -> None:
    wired.household()
    sign_in(visitor, wired)
    for _ in range(35):
        wired.clock.pass_time(minutes=20)
        assert "Camera 1" in visitor.get("/me").words()

    wired.clock.pass_time(minutes=20)

    assert "Camera 1" not in visitor.get("/me").words()
    assert visitor.post_only("/me/stop", stamp=stamp(visitor.cookies["__Host-porchlight_me"])).status == 404


def test_signing_out_is_not_undone_by_another_tab_that_was_loading(
    visitor: Visitor, wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.household()
    page = sign_in(visitor, wired)
    session = dict(visitor.cookies)
    commit, after = wired.transactions.commit, []

    def slowly(changes: Any) -> None:
        if after:
            after.pop()()
        commit(changes)

    after.append(lambda: visitor.post("/me/out", stamp=page.stamp()))
    monkeypatch.setattr(wired.transactions, "commit", slowly)
    assert "Camera 1" in visitor.get("/me").words()

    visitor.cookies = session
    assert "Camera 1" not in visitor.get("/me").words()


def test_signing_out_ends_the_session_itself(visitor: Visitor, wired: World) -> None:
    wired.household()
    page = sign_in(visitor, wired)
    cookies = dict(visitor.cookies)
    assert "You are signed out" in visitor.post("/me/out", stamp=page.stamp()).words()

    visitor.cookies = cookies

    assert "Camera 1" not in visitor.get("/me").words()


@pytest.mark.parametrize("path", ["/me/cameras/c1", "/me/cameras/c1/remove", "/me/name", "/me/stop", "/me/delete"])
def test_what_another_site_posts_changes_nothing(visitor: Visitor, wired: World, path: str) -> None:
    wired.household()
    sign_in(visitor, wired)

    assert visitor.post(path, name="x").status == 403
    assert visitor.post(path, stamp="0" * 64).status == 403
    assert wired.registry.figures() == {"owners": 1, "cameras": 1}
    assert wired.registry.contact(wired.registry.key_of("sms", builders.PHONE)).consent == "given"
