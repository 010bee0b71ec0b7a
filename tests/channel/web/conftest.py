"""The pages in a world on moto, and somebody who visits them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest

import app as composed
from chalicelib.domain.exhibit import Exhibit
from chalicelib.domain.incident import Ask
from chalicelib.domain.owner import Household
from tests import builders
from tests.channel.web.visitor import Page, Visitor
from tests.world import World

LINK = "a-link-that-was-texted"


@pytest.fixture
def visitor(wired: World) -> Visitor:
    wired.gazetteer.knows("1009 Roxleigh Rd Towson", builders.an_address())
    return Visitor(composed.app)


@pytest.fixture
def other_visitor(wired: World) -> Visitor:
    return Visitor(composed.app)


def last_code(world: World) -> str:
    """The six digits of the last code that went out."""
    world.deliver()
    found = re.findall(r"\b\d{6}\b", world.texts.sent[-1].body)
    return str(found[0])


def sign_in(visitor: Visitor, world: World, phone: str = builders.PHONE) -> Page:
    page = visitor.get("/me")
    page = visitor.post("/me", stamp=page.stamp(), phone=phone)
    return visitor.post("/me/code", stamp=page.stamp(), code=last_code(world))


@dataclass
class Asked:
    """A household that was asked, and the link that opens the ask."""

    world: World
    household: Household
    ask: Ask
    path: str = f"/r/{LINK}"

    def now(self) -> Ask:
        found = self.world.requests.ask(self.ask.request_id, self.ask.owner_id)
        assert found
        return found

    def files(self) -> list[Exhibit]:
        return self.world.exhibits.of_ask(self.ask.request_id, self.ask.owner_id)


@pytest.fixture
def asked(wired: World) -> Asked:
    return ask_somebody(wired)


def ask_somebody(world: World, *, link: str = LINK, **request: Any) -> Asked:
    household = world.household()
    asked = builders.a_request(**request)
    ask = builders.an_ask(
        asked.request_id, household.owner.owner_id, contact_key=household.contacts[0].key, code=asked.code
    )
    world.commit(*world.requests.add_request(asked), world.requests.add_ask(ask), world.requests.add_link(link, ask))
    return Asked(world, household, ask, f"/r/{link}")
