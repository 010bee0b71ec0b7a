"""One owner, a phone and a mailbox: each is proved by whoever holds it, and only then belongs to the owner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.letter import Letter
from chalicelib.domain.outbox import Kind, Message, MessageId
from chalicelib.domain.owner import Contact, ContactKey, Household, OwnerId
from chalicelib.domain.token import hashed
from chalicelib.words.letters import confirm_letter, confirm_subject, taken_letter, taken_subject

from .prove_phone import Proven

if TYPE_CHECKING:
    from chalicelib import ports

MAX_CONTACTS = 5
LINK_LIFE = timedelta(days=1)
LINK = "mail_link"
TRIES = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """What to commit, and the messages to queue afterwards; nothing where nobody is to be written to."""

    changes: list[ports.Change]
    owed: tuple[MessageId, ...] = ()


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
        for _ in range(TRIES):
            made = self.offering(household, address, language=language)
            try:
                if made.changes:
                    self.transactions.commit(made.changes)
            except Conflict:
                continue
            if made.owed:
                self.outbox_queue.send([{"message": message_id} for message_id in made.owed])
            return
        raise Conflict("contact")

    def offering(self, household: Household, address: str, *, language: str) -> Offer:
        """Give what `offer` commits, for a conversation that writes its own transaction; see there."""
        now, key = self.clock.now(), self.registry.key_of("email", address)
        self._room(household)
        sent = self.scratch.count("code_sends", key, now=now, expires_at=now + timedelta(hours=1))
        if sent > self.agency.limits.codes_per_contact_per_hour:
            raise Refused("web.error.mails_often", field="email")
        contact = self.registry.contact(key)
        spoken = self.agency.spoken(contact.language if contact else language)
        if contact and (contact.consent == "stopped" or contact.owner_id == household.owner.owner_id):
            return Offer([])
        if contact and contact.owner_id:
            letter, subject = taken_letter(agency=self.agency, language=spoken), taken_subject
            message = self._message("notice", key, letter, subject(agency=self.agency, language=spoken), now)
            return Offer([self.outbox.owe(message)], (message.message_id,))
        return self._ask(household.owner.owner_id, key, contact, address, spoken)

    def look(self, token: str) -> None:
        """Raise NotFound where this link adds nothing any more."""
        self._link(token)

    def confirm(self, token: str) -> None:
        """Add the mailbox whose holder pressed the button, with consent to write there.

        Raises NotFound where the link ran out or was used, Refused where the mailbox stopped, belongs to somebody, or
        the owner has too many contacts.
        """
        for _ in range(TRIES):
            link = self._link(token)
            household = self.registry.household(OwnerId(link["owner"]))
            if household is None:
                raise NotFound
            spend = self.scratch.put(LINK, hashed(token), {"spent": True}, expires_at=self.clock.now() + LINK_LIFE,
                                     version=link["version"])  # fmt: skip
            if self._add(household, ContactKey(link["key"]), spend):
                return
        raise Conflict("contact")

    def add_phone(self, household: Household, proven: Proven) -> None:
        """Add a phone whose code was typed in; raises Refused as `confirm` does."""
        current: Household | None = household
        for _ in range(TRIES):
            if current is None:
                raise NotFound
            if self._add(current, self.registry.key_of("sms", proven.phone), proven.spend):
                return
            current = self.registry.household(household.owner.owner_id)
        raise Refused("web.error.code_expired", field="code")

    def _add(self, household: Household, key: ContactKey, spend: ports.Change) -> bool:
        """False where something changed meanwhile: to be decided anew."""
        contact, owner = self.registry.contact(key), household.owner
        if contact and contact.owner_id == owner.owner_id:
            return True
        if contact is None or contact.consent == "stopped" or contact.owner_id:
            raise Refused("web.error.contact_elsewhere", field="code", desk=self.agency.desk())
        self._room(household)
        grown = replace(owner, contact_keys=(*owner.contact_keys, key), version=owner.version + 1)
        attach = self.registry.attach_contact(key, owner.owner_id, consent_at=self.clock.now())
        try:
            self.transactions.commit([spend, self.registry.change_owner(grown), attach])
        except Conflict:
            return False
        return True

    def _room(self, household: Household) -> None:
        if len(household.owner.contact_keys) >= MAX_CONTACTS:
            raise Refused("web.error.contacts_many", field="email", most=MAX_CONTACTS)

    def _ask(self, owner_id: OwnerId, key: ContactKey, contact: Contact | None, address: str, language: str) -> Offer:
        now, token = self.clock.now(), self.ids.token()
        letter = confirm_letter(f"{self.base_url}/me/mailbox/{token}", agency=self.agency, language=language)
        subject = confirm_subject(agency=self.agency, language=language)
        message = self._message("code", key, letter, subject, now)
        until, value = now + LINK_LIFE, {"owner": owner_id, "key": key}
        known = Contact(key=key, channel="email", address=address, consent_at=now, language=language)
        changes = [
            *([] if contact else [self.registry.add_contact(known)]),
            self.scratch.put(LINK, hashed(token), value, expires_at=until),
            *(self.scratch.trace(whose, LINK, hashed(token), expires_at=until) for whose in (key, owner_id)),
            self.outbox.owe(message),
        ]
        return Offer(changes, (message.message_id,))

    def _message(self, kind: Kind, key: ContactKey, letter: Letter, subject: str, now: datetime) -> Message:
        return Message(
            message_id=MessageId(f"{kind}-{self.ids.short(16)}"),
            kind=kind,
            body=letter.body(),
            created_at=now,
            due_at=now,
            expires_at=now + LINK_LIFE,
            contact_key=key,
            subject=subject,
        )

    def _link(self, token: str) -> dict[str, Any]:
        link = self.scratch.get(LINK, hashed(token), now=self.clock.now())
        if link is None or "owner" not in link:
            raise NotFound
        return link
