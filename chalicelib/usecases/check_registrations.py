"""Once a day, a page of the registry at each tick: ask owners whether their registration is still right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib import words
from chalicelib.domain import describing
from chalicelib.domain.agency import Agency
from chalicelib.domain.asking import reachable
from chalicelib.domain.checking import check_due
from chalicelib.domain.errors import Conflict
from chalicelib.domain.outbox import Message, MessageId
from chalicelib.domain.owner import Contact, Household
from chalicelib.domain.reply import sentence
from chalicelib.words.texting import compose

if TYPE_CHECKING:
    from chalicelib import ports

WALK = "walk"
AT_ONCE = 2000
"""Items of the registry that one tick reads, about a megabyte: a million items take eight hours of a day."""
CHECK_LIFE = timedelta(days=7)
"""A question that could not be sent for so long is left; the next one follows."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many owners were looked at, and how many of them are now asked."""

    looked_at: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRegistrations:
    """Walks through the registry once a local day; where it is cut off, the next tick goes on from there."""

    registry: ports.Registry
    outbox: ports.Outbox
    outbox_queue: ports.Queue
    scratch: ports.Scratch
    transactions: ports.Transactions
    clock: ports.Clock
    agency: Agency

    def tick(self) -> Checked:
        """Look at the next page of owners and ask those that are due; nothing where today's walk is over."""
        now = self.clock.now()
        day = now.astimezone(self.agency.zone()).date().isoformat()
        mark = self.scratch.get(WALK, day, now=now)
        if mark and mark["over"]:
            return Checked()
        owners, after = self.registry.walk_owners(after=mark["after"] if mark else "", limit=AT_ONCE)
        due = [owner.owner_id for owner in owners if check_due(owner, now)]
        households = self.registry.households(due).values() if due else ()
        owed = [message for household in households if (message := self._ask(household, now))]
        self._mark(day, after, version=mark["version"] if mark else None, now=now)
        if owed:
            self.outbox_queue.send([{"message": message.message_id} for message in owed if message.due_at <= now])
        return Checked(len(owners), len(owed))

    def _ask(self, household: Household, now: datetime) -> Message | None:
        """Owe the question and count it, in one transaction; nothing to those who may not be written to."""
        owner, contact = household.owner, reachable(household)
        if contact is None or not household.cameras:
            return None
        message = self._message(household, contact, now)
        counted = replace(owner, checked_at=now, checks=owner.checks + 1, version=owner.version + 1)
        changes = [
            self.registry.change_owner(counted),
            self.registry.check_consent(contact.key, allowed=("given",)),
            self.outbox.owe(message),
        ]
        try:
            self.transactions.commit(changes)
        except Conflict:  # Somebody changed something meanwhile: tomorrow is another day.
            return None
        return message

    def _message(self, household: Household, contact: Contact, now: datetime) -> Message:
        """Name no place in it: the number may be somebody else's by now."""
        owner = household.owner
        language = self.agency.spoken(contact.language)
        due_at = owner.wishes.time_to_ask(self.agency.sending_time(now), self.agency.zone())
        question = sentence("sms.check", cameras=describing.cameras(len(household.cameras)))
        by_mail = contact.channel == "email"
        return Message(
            message_id=MessageId(f"check-{owner.owner_id}-{now:%Y%m%d}"),
            kind="notice",
            body=compose([question], agency=self.agency, language=language),
            created_at=now,
            due_at=due_at,
            expires_at=due_at + CHECK_LIFE,
            contact_key=contact.key,
            owner_id=owner.owner_id,
            subject=words.say("mail.check.subject", language, agency=self.agency.short_name) if by_mail else "",
        )

    def _mark(self, day: str, after: str, *, version: int | None, now: datetime) -> None:
        value = {"after": after, "over": not after}
        put = self.scratch.put(WALK, day, value, expires_at=now + timedelta(days=2), version=version)
        try:
            self.transactions.commit([put])
        except Conflict:  # Another tick read the same page: whom it asked is asked once all the same.
            return
