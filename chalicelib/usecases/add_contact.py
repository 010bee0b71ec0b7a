"""One owner, a phone and a mailbox: each is proved by whoever holds it, and only then belongs to the owner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.owner import ContactKey, Household, OwnerId
from chalicelib.domain.token import hashed

from .anew import anew
from .offer_mailbox import LINK, LINK_LIFE, OfferMailbox, count_named, room
from .prove_phone import Proven

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class AddContact:
    """Adds phones and mailboxes to owners."""

    registry: ports.Registry
    scratch: ports.Scratch
    outbox: ports.Outbox
    outbox_queue: ports.Queue
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency
    base_url: str

    def offer(self, household: Household, address: str, *, language: str) -> None:
        """Write to a mailbox that an owner names, and ask whether it is theirs.

        Raises Refused for field `email` where this mailbox was written to too often, or the owner has too many
        contacts. Whether it belongs to somebody else never shows here: its holder is told, and nobody else.
        """

        def decide() -> None:
            made = self._offers().make(household, address, language=language)
            if made.changes:
                self.transactions.commit(made.changes)
            if made.owed:
                self.outbox_queue.send([{"message": message_id} for message_id in made.owed])

        anew(decide)

    def look(self, token: str) -> None:
        """Raise NotFound where this link adds nothing any more."""
        self._link(token)

    def confirm(self, token: str) -> None:
        """Add the mailbox whose holder pressed the button, with consent to write there.

        Raises NotFound where the link ran out or was used, Refused where the mailbox stopped, belongs to somebody, or
        the owner has too many contacts.
        """

        def decide() -> None:
            link = self._link(token)
            household = self.registry.household(OwnerId(link["owner"]))
            if household is None:
                raise NotFound
            spend = self.scratch.put(LINK, hashed(token), {"spent": True}, expires_at=self.clock.now() + LINK_LIFE,
                                     version=link["version"])  # fmt: skip
            self._add(household, ContactKey(link["key"]), spend)

        anew(decide)

    def name_phone(self, household: Household) -> None:
        """Count a phone that an owner names, before its code goes out; raises Refused for field `phone`."""
        count_named(household.owner.owner_id, scratch=self.scratch, now=self.clock.now(), field="phone")

    def add_phone(self, household: Household, proven: Proven) -> None:
        """Add a phone whose code was typed in; raises Refused as `confirm` does."""
        key = self.registry.key_of("sms", proven.phone)

        def decide() -> None:
            current = self.registry.household(household.owner.owner_id)
            if current is None:
                raise NotFound
            self._add(current, key, proven.spend)

        try:
            anew(decide)
        except Conflict as conflict:
            raise Refused("web.error.code_expired", field="code") from conflict

    def _add(self, household: Household, key: ContactKey, spend: ports.Change) -> None:
        contact, owner = self.registry.contact(key), household.owner
        if contact and contact.owner_id == owner.owner_id:
            return
        if contact is None or contact.consent == "stopped" or contact.owner_id:
            raise Refused("web.error.contact_elsewhere", field="code", desk=self.agency.desk())
        room(household)
        grown = replace(owner, contact_keys=(*owner.contact_keys, key), version=owner.version + 1)
        attach = self.registry.attach_contact(key, owner.owner_id, consent_at=self.clock.now())
        self.transactions.commit([spend, self.registry.change_owner(grown), attach])

    def _offers(self) -> OfferMailbox:
        return OfferMailbox(
            registry=self.registry, scratch=self.scratch, outbox=self.outbox, ids=self.ids, agency=self.agency,
            base_url=self.base_url, now=self.clock.now(),
        )  # fmt: skip

    def _link(self, token: str) -> dict[str, Any]:
        link = self.scratch.get(LINK, hashed(token), now=self.clock.now())
        if link is None or "owner" not in link:
            raise NotFound
        return link
