"""An owner with a phone and a mailbox who is asked, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chalicelib.domain.incident import Ask
from chalicelib.domain.outbox import Message, ask_message_id, second_ask_message_id
from chalicelib.domain.owner import Contact, Household
from chalicelib.usecases.ask_message import AskWriter
from tests import builders
from tests.world import World

MAILBOX = "neighbor@example.com"


class OwnerWithBoth:
    """`ask(channel)` asks by one of them; `first` and `second` are the messages of the ask."""

    def __init__(self, world: World, *, wishes: Any = None, email: str = MAILBOX, language: str = "en") -> None:
        self.world = world
        household = world.household()
        self.phone = household.contacts[0]
        key = world.registry.key_of("email", email)
        self.mailbox = builders.a_contact(
            key, channel="email", address=email, owner_id=household.owner.owner_id, consent="given", language=language
        )
        both = (self.phone.key, key)
        self.owner = replace(household.owner, contact_keys=both, version=2)
        if wishes:
            self.owner = replace(self.owner, wishes=wishes)
        world.commit(world.registry.add_contact(self.mailbox), world.registry.change_owner(self.owner))
        self.request = builders.a_request()
        world.commit(*world.requests.add_request(self.request))

    def ask(self, contact: Contact) -> None:
        """Ask through this contact, and hand it over."""
        world = self.world
        ask = builders.an_ask(self.request.request_id, self.owner.owner_id, contact_key=contact.key)
        writer = AskWriter(**world.ports("requests", "outbox", "ids", "agency", "base_url"), now=world.clock.now())
        name = ask_message_id(ask.request_id, ask.owner_id)
        message, owing = writer.owe(
            self.request, ask, contact.channel, message_id=name, due_at=world.clock.now(), language=contact.language
        )
        world.commit(world.requests.add_ask(ask), *owing)
        world.queue.send([{"message": message.message_id}])
        world.deliver()

    def household(self) -> Household:
        found = self.world.registry.household(self.owner.owner_id)
        assert found
        return found

    def asked(self) -> Ask:
        found = self.world.requests.ask(self.request.request_id, self.owner.owner_id)
        assert found
        return found

    @property
    def first(self) -> Message:
        found = self.world.outbox.message(ask_message_id(self.request.request_id, self.owner.owner_id))
        assert found
        return found

    @property
    def second(self) -> Message | None:
        return self.world.outbox.message(second_ask_message_id(self.request.request_id, self.owner.owner_id))

    def sweep(self) -> list[str]:
        from chalicelib.usecases.sweep import sweep

        sweep(**self.world.ports("outbox", "queue", "clock"))
        return self.world.deliver()
