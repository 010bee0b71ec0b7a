"""Texts into a world on moto, and reads what comes back."""

from __future__ import annotations

import re
from typing import Any

from chalicelib.usecases.receive_text import InboundText, ReceiveText
from tests import builders
from tests.world import World

BASE_URL = "https://porchlight.example"
HOME = builders.an_address()


class Phone:
    """One resident's phone: `texts("...")` gives the reply."""

    def __init__(self, world: World, number: str = builders.PHONE) -> None:
        self.world, self.number, self._sent = world, number, 0
        world.gazetteer.knows("1009 Roxleigh Rd Towson", HOME)

    def texts(self, body: str, *, message_id: str = "", pictures: int = 0) -> str:
        self._sent += 1
        self.world.clock.pass_time(seconds=1)
        message_id = message_id or f"SM{self.number[-2:]}{self._sent:030d}"
        text = InboundText(message_id=message_id, sender=self.number, body=body, pictures=pictures)
        return receiver(self.world).receive(text)

    def registers(self) -> None:
        self.texts("REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days")
        self.texts("OK")
        for _ in range(3):
            self.texts("OK")

    @property
    def contact(self) -> Any:
        return self.world.registry.contact(self.world.registry.key_of("sms", self.number))

    @property
    def household(self) -> Any:
        return self.world.registry.household(self.contact.owner_id)


def receiver(world: World, **changes: Any) -> ReceiveText:
    ports = world.ports("registry", "requests", "scratch", "outbox", "audit", "transactions", "clock", "ids", "agency")
    return ReceiveText(
        **{
            **ports,
            "outbox_queue": world.queue,
            "locate": world.gazetteer.find,
            "base_url": BASE_URL,
            "channel_id": builders.CHANNEL,
            **changes,
        }
    )


def ask(world: World, owner_id: str, request_id: str = "request1", code: str = "BCDF") -> None:
    """Put an open request and its ask to this owner into the world."""
    request = builders.a_request(request_id, code=code)
    asked = builders.an_ask(request_id, owner_id, code=code)
    world.commit(*world.requests.add_request(request), world.requests.add_ask(asked))


def link_in(reply: str) -> str:
    """Give the token of the link in a reply."""
    found = re.search(rf"{BASE_URL}/r/(\S+)", reply)
    assert found
    return found[1]
