"""The officers' page: in by a link that works once, every look on record first, out when disabled."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.exhibit import HistoryEntry
from chalicelib.domain.incident import Answer
from tests import builders
from tests.channel.web.conftest import Asked
from tests.channel.web.visitor import Page, Visitor
from tests.world import EVIDENCE_BUCKET, World

LINK = "a-link-from-slack"
REQUEST = "/desk/requests/request1"


def put_link(world: World, *, request: str = "") -> None:
    name = hashlib.sha256(LINK.encode()).hexdigest()
    value = {"officer": builders.DETECTIVE, "request": request}
    world.commit(world.scratch.put("sign_in", name, value, expires_at=world.clock.now() + timedelta(minutes=5)))


def enter(visitor: Visitor, world: World, *, request: str = "") -> Page:
    world.officers()
    put_link(world, request=request)
    return visitor.post(f"/desk/in/{LINK}", stamp=visitor.get(f"/desk/in/{LINK}").stamp())


def deeds(world: World) -> list[Any]:
    return [entry for entry, _ in world.audit.rows(f"{world.clock.now():%Y-%m-%d}")]


@pytest.fixture
def exhibit(asked: Asked, wired: World) -> Any:
    return keep_one(asked, wired)


def keep_one(asked: Asked, world: World) -> Any:
    from chalicelib.channels.jobs import ingest

    announced = builders.an_exhibit(owner_id=asked.ask.owner_id)
    world.commit(*world.exhibits.announce(announced, HistoryEntry("announced", world.clock.now(), "owner")))
    stored = world.s3.put_object(Bucket=EVIDENCE_BUCKET, Key=announced.object_key, Body=b"hello world")
    ingest._keeper().keep(announced.object_key, stored["VersionId"])
    return asked.files()[0]


@pytest.mark.parametrize("path", ["/desk", REQUEST])
def test_without_a_session_nothing_is_shown_but_how_to_get_in(visitor: Visitor, asked: Asked, path: str) -> None:
    page = visitor.get(path)

    assert page.status == 403
    assert "/footage open" in page.words()
    assert "BCDF" not in page.text


def test_following_the_link_does_not_use_it_up(visitor: Visitor, wired: World) -> None:
    wired.officers()
    put_link(wired)
    for _ in range(3):
        visitor.get(f"/desk/in/{LINK}")
        visitor.head(f"/desk/in/{LINK}")

    page = visitor.post(f"/desk/in/{LINK}", stamp=visitor.get(f"/desk/in/{LINK}").stamp())

    assert "Signed in as Example Detective" in page.words()


def test_the_link_works_once(visitor: Visitor, other_visitor: Visitor, wired: World) -> None:
    wired.officers()
    put_link(wired)
    stamp = visitor.get(f"/desk/in/{LINK}").stamp()
    visitor.post(f"/desk/in/{LINK}", stamp=stamp)

    assert other_visitor.post(f"/desk/in/{LINK}", stamp=stamp).status == 403
    assert other_visitor.get("/desk").status == 403


def test_the_link_works_for_five_minutes(visitor: Visitor, wired: World) -> None:
    wired.officers()
    put_link(wired)
    stamp = visitor.get(f"/desk/in/{LINK}").stamp()
    wired.clock.pass_time(minutes=5)

    assert visitor.post(f"/desk/in/{LINK}", stamp=stamp).status == 403


def test_a_link_to_one_request_leads_there(visitor: Visitor, asked: Asked, wired: World) -> None:
    assert "Request BCDF" in enter(visitor, wired, request="request1").words()


def test_the_desk_lists_requests_and_how_they_stand(visitor: Visitor, asked: Asked, wired: World) -> None:
    words = enter(visitor, wired).words()

    for said in ("BCDF", "26-01234", "1000 block of Roxleigh Rd", "Open"):
        assert said in words


def test_answers_show_the_block_and_never_who_it_is(visitor: Visitor, asked: Asked, wired: World) -> None:
    stamp = visitor.get(asked.path).stamp()
    visitor.post(f"{asked.path}/answer", stamp=stamp, answer=Answer.NOTHING)
    enter(visitor, wired)

    page = visitor.get(REQUEST)

    assert "Owner 1 There is nothing on it" in page.words()
    assert "1000 block of Roxleigh Rd, direction not known, outdoors" in page.words()
    for private in ("Example Neighbor", "0142", asked.ask.owner_id, asked.ask.contact_key):
        assert private not in page.text


def test_exhibits_are_shown_with_hash_and_history(visitor: Visitor, asked: Asked, exhibit: Any, wired: World) -> None:
    enter(visitor, wired)

    words = visitor.get(REQUEST).words()

    assert "front door.mp4" in words
    assert hashlib.sha256(b"hello world").hexdigest() in words
    for touch in ("Announced by the owner", "Hash computed", "Locked against change", "Receipt made out to the owner"):
        assert touch in words


def test_every_look_is_on_record(visitor: Visitor, asked: Asked, exhibit: Any, wired: World) -> None:
    enter(visitor, wired)
    visitor.get(REQUEST)

    rows = [(entry.deed, entry.actor, entry.case_number, entry.subject, entry.count) for entry in deeds(wired)]

    assert ("status", "UDETECTIVE", "", "desk", 1) in rows
    assert ("view_request", "UDETECTIVE", "26-01234", "request1", 1) in rows
    assert ("view_answers", "UDETECTIVE", "26-01234", "request1", 1) in rows
    assert ("view_exhibit", "UDETECTIVE", "26-01234", "request1", 1) in rows


def test_a_download_is_on_record_before_the_address_is_given(
    visitor: Visitor, asked: Asked, exhibit: Any, wired: World
) -> None:
    enter(visitor, wired)
    stamp = visitor.get(REQUEST).stamp()

    page = visitor.post_only(f"{REQUEST}/exhibits/exhibit1/download", stamp=stamp)

    assert page.status == 303
    assert exhibit.object_key in page.headers["location"]
    assert exhibit.version_id in page.headers["location"]
    assert deeds(wired)[-1].deed == "download"
    touches = [(entry.touch, entry.by) for entry in wired.exhibits.history("request1", "exhibit1")]
    assert ("downloaded", "UDETECTIVE") in touches


@pytest.mark.parametrize("path", ["/desk", REQUEST])
def test_where_the_record_cannot_be_written_nothing_is_shown(
    visitor: Visitor, asked: Asked, exhibit: Any, wired: World, path: str
) -> None:
    enter(visitor, wired)
    wired.dynamodb.delete_table(TableName="audit")

    page = visitor.get(path)

    assert page.status == 503
    assert "BCDF" not in page.text
    assert "front door" not in page.text


def test_without_a_record_there_is_no_download(visitor: Visitor, asked: Asked, exhibit: Any, wired: World) -> None:
    enter(visitor, wired)
    stamp = visitor.get(REQUEST).stamp()
    wired.dynamodb.delete_table(TableName="audit")

    page = visitor.post_only(f"{REQUEST}/exhibits/exhibit1/download", stamp=stamp)

    assert page.status == 503
    assert "location" not in page.headers


def test_a_download_needs_the_page_that_offers_it(visitor: Visitor, asked: Asked, exhibit: Any, wired: World) -> None:
    enter(visitor, wired)

    assert visitor.post_only(f"{REQUEST}/exhibits/exhibit1/download").status == 403


@pytest.mark.parametrize("path", ["/desk/requests/never", "/desk/requests/link%23abc", "/desk/requests/%20"])
def test_a_request_that_does_not_exist_is_404(visitor: Visitor, wired: World, path: str) -> None:
    enter(visitor, wired)

    assert visitor.get(path).status == 404


def test_a_file_that_is_not_kept_yet_cannot_be_downloaded(visitor: Visitor, asked: Asked, wired: World) -> None:
    enter(visitor, wired)
    announced = builders.an_exhibit(owner_id=asked.ask.owner_id)
    wired.commit(*wired.exhibits.announce(announced, HistoryEntry("announced", wired.clock.now(), "owner")))
    stamp = visitor.get(REQUEST).stamp()

    assert visitor.post_only(f"{REQUEST}/exhibits/exhibit1/download", stamp=stamp).status == 404


def test_a_disabled_officer_is_out_at_once(visitor: Visitor, asked: Asked, wired: World) -> None:
    enter(visitor, wired)
    wired.commit(wired.agencies.put_officer(builders.an_officer(disabled=True)))

    assert visitor.get("/desk").status == 403
    assert visitor.get(REQUEST).status == 403


def test_a_session_ends_when_idle_and_after_twelve_hours_at_most(visitor: Visitor, wired: World) -> None:
    enter(visitor, wired)
    for _ in range(24):
        wired.clock.pass_time(minutes=29)
        assert visitor.get("/desk").status == 200
    wired.clock.pass_time(minutes=25)

    assert visitor.get("/desk").status == 403


def test_a_session_ends_after_thirty_idle_minutes(visitor: Visitor, wired: World) -> None:
    enter(visitor, wired)
    wired.clock.pass_time(minutes=30)

    assert visitor.get("/desk").status == 403


def test_signing_out_ends_the_session_itself(visitor: Visitor, wired: World) -> None:
    page = enter(visitor, wired)
    cookies = dict(visitor.cookies)
    visitor.post("/desk/out", stamp=page.stamp())
    visitor.cookies = cookies

    assert visitor.get("/desk").status == 403
