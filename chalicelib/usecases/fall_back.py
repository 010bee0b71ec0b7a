"""A message failed for good: it is put down as undelivered, and an ask goes to its owner's other contact, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.asking import reachable
from chalicelib.domain.checking import silent
from chalicelib.domain.errors import Conflict
from chalicelib.domain.incident import Ask
from chalicelib.domain.outbox import Message, second_ask_message_id
from chalicelib.domain.owner import Contact, Household

from .ask_message import AskWriter

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FallBack:
    """Gives up on messages. The second message of an ask waits for the sweeper, a minute at most."""

    registry: ports.Registry
    requests: ports.Requests
    outbox: ports.Outbox
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency
    base_url: str

    def give_up(self, message: Message, *, reason: str, provider_id: str = "", delivered: bool = False) -> bool:
        """Put the message down as undelivered; False where it stood there already, or was dropped.

        An ask that nobody answered is owed to another contact of its owner in the same transaction: never twice, never
        to one that stopped. `delivered` says that it may stand as delivered: a mailbox can send back what it took.
        """
        for _ in range(TRIES):
            down = self.outbox.undeliver(message, reason=reason, provider_id=provider_id, delivered=delivered)
            try:
                self.transactions.commit([down, *self._other_way(message)])
            except Conflict as conflict:
                if "undelivered" in conflict.labels:
                    return False
            else:
                return True
        return self.outbox.move(message.message_id, "undelivered", provider_id=provider_id, reason=reason)

    def _other_way(self, message: Message) -> list[ports.Change]:
        """Give what asks through another contact; nothing where there is none, or nobody is to be asked any more."""
        if message.kind != "ask" or message.request_id is None or message.owner_id is None:
            return []
        if message.message_id == second_ask_message_id(message.request_id, message.owner_id):
            return []
        ask, household = self._asked(message)
        if ask is None or household is None:
            return []
        others = tuple(contact for contact in household.contacts if contact.key != message.contact_key)
        other = reachable(replace(household, contacts=others))
        return self._ask_again(ask, household, other) if other else []

    def _asked(self, message: Message) -> tuple[Ask | None, Household | None]:
        assert message.request_id
        assert message.owner_id
        ask = self.requests.ask(message.request_id, message.owner_id)
        if ask is None or ask.closed or ask.answer or ask.contact_key != message.contact_key:
            return None, None
        return ask, self.registry.household(message.owner_id)

    def _ask_again(self, ask: Ask, household: Household, other: Contact) -> list[ports.Change]:
        request, now = self.requests.request(ask.request_id), self.clock.now()
        due_at = household.owner.wishes.time_to_ask(self.agency.sending_time(now), self.agency.zone())
        if request is None or request.state != "open" or due_at >= min(ask.overwritten_at, ask.expires_at):
            return []
        moved = replace(ask, contact_key=other.key, held=silent(other, now), version=ask.version + 1)
        name = second_ask_message_id(ask.request_id, ask.owner_id)
        language = other.language or household.owner.language
        _, owing = self._writer().owe(request, moved, other.channel, message_id=name, due_at=due_at, language=language)
        return [
            self.requests.change_ask(moved),
            self.requests.check_open(ask.request_id),
            self.registry.check_consent(other.key, allowed=("given",)),
            *owing,
        ]

    def _writer(self) -> AskWriter:
        return AskWriter(
            requests=self.requests, outbox=self.outbox, ids=self.ids, agency=self.agency, base_url=self.base_url,
            now=self.clock.now(),
        )  # fmt: skip
