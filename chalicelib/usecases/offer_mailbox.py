"""Write to a mailbox that an owner names, and ask its holder whether it is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Refused
from chalicelib.domain.letter import Letter
from chalicelib.domain.outbox import Kind, Message, MessageId
from chalicelib.domain.owner import Contact, ContactKey, Household, OwnerId
from chalicelib.domain.token import hashed
from chalicelib.words.letters import confirm_letter, confirm_subject, taken_letter, taken_subject

from .limits import codes_over

if TYPE_CHECKING:
    from chalicelib import ports

MAX_CONTACTS = 5
MOST_NAMED_A_DAY = 10
"""Phones and mailboxes: enough for who mistypes, too few to have us write to strangers until providers refuse us."""
LINK_LIFE = timedelta(days=1)
LINK = "mail_link"


@dataclass(frozen=True, slots=True)
class Offer:
    """What to commit, and the messages to queue afterwards; nothing where nobody is to be written to."""

    changes: list[ports.Change]
    owed: tuple[MessageId, ...] = ()


def room(household: Household) -> None:
    """Raise Refused where an owner has as many contacts as one may have."""
    if len(household.owner.contact_keys) >= MAX_CONTACTS:
        raise Refused("web.error.contacts_many", field="email", most=MAX_CONTACTS)


def count_named(owner_id: OwnerId, *, scratch: ports.Scratch, now: datetime, field: str) -> None:
    """Count a phone or a mailbox that an owner names; raises Refused for this field beyond MOST_NAMED_A_DAY."""
    named = scratch.count("named", owner_id, now=now, expires_at=now + timedelta(days=1))
    if named > MOST_NAMED_A_DAY:
        raise Refused("web.error.named_today", field=field)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMailbox:
    """Makes the mail and its link, as of one time. Whether the mailbox is somebody else's, its holder alone is told."""

    registry: ports.Registry
    scratch: ports.Scratch
    outbox: ports.Outbox
    ids: ports.Ids
    agency: Agency
    base_url: str
    now: datetime

    def make(self, household: Household, address: str, *, language: str) -> Offer:
        """Give what asks; nothing for a mailbox that is theirs already, or that stopped.

        Raises Refused for field `email` where this mailbox was written to too often, or the owner named too many today,
        or has too many contacts. Labels: `contact`, `mail_link`, `trace`, `message`.
        """
        now, key = self.now, self.registry.key_of("email", address)
        room(household)
        owner_id = household.owner.owner_id
        count_named(owner_id, scratch=self.scratch, now=now, field="email")
        if over := codes_over(key, scratch=self.scratch, agency=self.agency, now=now):
            raise Refused("web.error.mails_often" if over == "hour" else "web.error.mails_today", field="email")
        contact = self.registry.contact(key)
        spoken = self.agency.spoken(contact.language if contact else language)
        if contact and (contact.consent == "stopped" or contact.owner_id == owner_id):
            return Offer([])
        if contact and contact.owner_id:
            letter, subject = taken_letter(agency=self.agency, language=spoken), taken_subject
            message = self._message("notice", key, letter, subject(agency=self.agency, language=spoken), now)
            return Offer([self.outbox.owe(message)], (message.message_id,))
        return self._ask(owner_id, key, contact, address, spoken)

    def _ask(self, owner_id: OwnerId, key: ContactKey, contact: Contact | None, address: str, language: str) -> Offer:
        now, token = self.now, self.ids.token()
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
