"""The supervisors' page of messages that may mean leaving."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from tests import builders
from tests.channel.web.visitor import Page, Visitor
from tests.world import World

LINK = "a-link-from-slack"


def enter(visitor: Visitor, world: World, officer: str) -> Page:
    world.officers()
    name = hashlib.sha256(LINK.encode()).hexdigest()
    value = {"officer": officer, "request": ""}
    world.commit(world.scratch.put("sign_in", name, value, expires_at=world.clock.now() + timedelta(minutes=5)))
    return visitor.post(f"/desk/in/{LINK}", stamp=visitor.get(f"/desk/in/{LINK}").stamp())


def flag(world: World, text: str) -> str:
    from chalicelib.usecases.desk_list import DeskNotes
    from chalicelib.usecases.flag_message import Flags

    contact = world.household().contacts[0]
    flags = Flags(scratch=world.scratch, notes=DeskNotes(**world.ports("outbox", "agency"), base_url="", channel_id=""))
    changes, _ = flags.keep(text, contact.key, now=world.clock.now())
    world.commit(*changes)
    return contact.key


def test_a_supervisor_reads_a_message_and_stops_whoever_wrote_it(visitor: Visitor, wired: World) -> None:
    key = flag(wired, "who is this <b>anyway</b>")
    desk = enter(visitor, wired, builders.SUPERVISOR)
    assert "/desk/flags" in desk.text

    page = visitor.get("/desk/flags")
    assert "who is this <b>anyway</b>" in page.words()
    assert "<b>anyway" not in page.text
    assert builders.PHONE not in page.text
    after = visitor.post("/desk/flags", stamp=page.stamp(), key=key, deed="leaves")

    assert "Nothing waits for you here." in after.words()
    contact = wired.registry.contact(key)
    assert contact.consent == "stopped"


def test_a_detective_is_not_shown_any(visitor: Visitor, wired: World) -> None:
    flag(wired, "who is this")
    desk = enter(visitor, wired, builders.DETECTIVE)

    page = visitor.get("/desk/flags")

    assert "/desk/flags" not in desk.text
    assert page.status == 422
    assert "who is this" not in page.text


def test_without_a_session_nothing_is_shown(visitor: Visitor, wired: World) -> None:
    flag(wired, "who is this")

    assert visitor.get("/desk/flags").status == 403


def test_a_form_that_is_not_ours_stops_nobody(visitor: Visitor, wired: World) -> None:
    key = flag(wired, "who is this")
    enter(visitor, wired, builders.SUPERVISOR)

    assert visitor.post("/desk/flags", stamp="", key=key, deed="leaves").status == 403
    contact = wired.registry.contact(key)
    assert contact.consent == "given"
