"""Registering on the web without a mobile phone: a mailbox instead, proven by a code that is mailed."""

from __future__ import annotations

import re

import pytest

import app as composed
from chalicelib import wiring
from chalicelib.domain.owner import Contact, Household, OwnerId
from tests import builders
from tests.channel.web.test_registering import GOOD, confirm
from tests.channel.web.visitor import Page, Visitor
from tests.world import World

MAILBOX = "pat@neighbor.example"


def register(visitor: Visitor, **changes: str) -> Page:
    fields = GOOD | {"phone": "", "email": MAILBOX} | changes
    return visitor.post("/register", stamp=visitor.get("/register").stamp(), **fields)


def mailed_code(world: World) -> str:
    world.deliver()
    found = re.findall(r"\b\d{6}\b", world.emails.sent[-1].body)
    return str(found[0])


def contact(world: World) -> Contact | None:
    return world.registry.contact(world.registry.key_of("email", MAILBOX))


def household(world: World) -> Household:
    found = contact(world)
    assert found
    assert found.owner_id
    owned = world.registry.household(found.owner_id)
    assert owned
    return owned


def test_a_mailbox_registers_cameras_and_lets_its_owner_in(visitor: Visitor, wired: World) -> None:
    page = register(visitor)
    assert MAILBOX in page.words()
    assert "1009 Roxleigh Rd, Towson 21286" in page.words()
    assert wired.registry.figures()["cameras"] == 0

    page = confirm(visitor, mailed_code(wired))

    assert "Your cameras are registered" in page.words()
    assert "Reply STOP to our mail" in page.words()
    owned = household(wired)
    assert [(each.channel, each.address, each.consent) for each in owned.contacts] == [("email", MAILBOX, "given")]
    assert len(owned.cameras) == 2
    assert owned.owner.consent_version == wired.agency.consent_version
    assert MAILBOX in visitor.get("/me").words()
    assert wired.texts.sent == []


def test_a_mailbox_in_the_field_for_the_phone_is_taken_too(visitor: Visitor, wired: World) -> None:
    register(visitor, phone="Pat@Neighbor.example ", email="")
    confirm(visitor, mailed_code(wired))

    assert household(wired).contacts[0].address == MAILBOX


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"email": "pat@nowhere"}, "email", "whole email address"),
        ({"phone": "pat@nowhere", "email": ""}, "phone", "whole email address"),
        ({"phone": "410-555-0142"}, "email", "not both"),
        ({"email": ""}, "phone", "mobile phone number, or your email"),
    ],
)
def test_what_is_wrong_with_it_is_said_beside_its_field(
    visitor: Visitor, wired: World, changes: dict[str, str], field: str, said: str
) -> None:
    page = register(visitor, **changes)

    assert page.status == 422
    assert any(said in sentence for sentence in page.described_by(field))
    assert not wired.queue.bodies


def test_who_comes_back_finds_the_mailbox_as_typed(visitor: Visitor) -> None:
    register(visitor)

    page = visitor.get("/register")

    assert f'value="{MAILBOX}"' in page.text
    assert re.search(r"<details[^>]* open", page.text)


def test_a_mailbox_that_is_registered_already_gets_the_cameras_added(visitor: Visitor, wired: World) -> None:
    register(visitor)
    confirm(visitor, mailed_code(wired))

    register(visitor, cameras="1")
    confirm(visitor, mailed_code(wired))

    assert [camera.camera_id for camera in household(wired).cameras] == ["c1", "c2", "c3"]


def test_a_mailbox_that_stopped_gets_no_mail_and_no_cameras(visitor: Visitor, wired: World) -> None:
    wired.contact(MAILBOX, channel="email", owner_id=OwnerId("owner2"), consent="stopped")

    page = register(visitor)
    wired.deliver()

    assert page.status == 200
    assert wired.emails.sent == []
    assert wired.registry.figures()["cameras"] == 0


def test_a_mailbox_that_stops_before_the_code_is_typed_registers_nothing(visitor: Visitor, wired: World) -> None:
    register(visitor)
    code, found = mailed_code(wired), contact(wired)
    assert found
    wired.commit(wired.registry.set_consent(found.key, "stopped", at=wired.clock.now()))

    page = confirm(visitor, code)

    assert page.status == 422
    assert "Mail START to us first" in page.words()
    assert wired.registry.figures()["cameras"] == 0


def test_one_mailbox_gets_three_codes_an_hour(visitor: Visitor, wired: World) -> None:
    pages = [register(visitor) for _ in range(4)]

    assert [page.status for page in pages] == [200, 200, 200, 422]
    assert any("wait an hour" in sentence for sentence in pages[-1].described_by("email"))
    wired.deliver()
    assert len(wired.emails.sent) == 3


def test_forms_without_work_may_ask_for_few_mailed_codes_and_say_what_else_to_do(
    wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.gazetteer.knows("1009 Roxleigh Rd Towson", builders.an_address())
    wired.agency = builders.an_agency(limits={"registrations_by_mail_per_day": 20, "work_bits": 6})
    monkeypatch.setattr(wiring, "agency", lambda: wired.agency)
    idle = [register(Visitor(composed.app), email=f"pat{n}@neighbor.example", work="no") for n in range(3)]

    assert [page.path for page in idle[:2]] == ["/register/confirm"] * 2
    assert idle[2].status == 422
    assert any("Write to" in sentence for sentence in idle[2].described_by("email"))
    assert register(Visitor(composed.app)).path == "/register/confirm"
