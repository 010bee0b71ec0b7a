"""Somebody leaves, by text or on the pages: everything about them goes; exhibits stay with their case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.incident import Ask
from chalicelib.domain.outbox import MessageId, ask_message_id, second_ask_message_id
from chalicelib.domain.owner import Contact, Household

from .anew import anew

if TYPE_CHECKING:
    from chalicelib import ports

CONVERSATION = "conversation"
"""The kind under which a contact's conversation lies in scratch, by the contact's key."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What to commit, and whose traces in scratch are to be removed just before: that can be done again, in parts."""

    changes: list[ports.Change]
    traces: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Decides what goes: codes, sessions, replies and conversations, asks and what was to be sent, and the people."""

    registry: ports.Registry
    requests: ports.Requests
    outbox: ports.Outbox
    scratch: ports.Scratch
    audit: ports.AuditLog

    def household(self, household: Household, *, now: datetime) -> Leaving:
        """Give what removes an owner, who is asked and sent nothing more; the audit's row holds ids only.

        Labels: `owner`, `camera`, `contact`, `conversation`, `ask`, `message`, `audit`.
        """
        owner_id = household.owner.owner_id
        entry = AuditEntry(deed="owner_deleted", actor="owner", at=now, subject=owner_id, count=len(household.cameras))
        asks = self.requests.open_asks(owner_id, now=now)
        changes = [
            *self.registry.remove_household(household, at=now),
            *(self.scratch.remove(CONVERSATION, contact.key) for contact in household.contacts),
            *(change for ask in asks for change in self._close(ask, now)),
            self.audit.record(entry),
        ]
        return Leaving(changes, (*(contact.key for contact in household.contacts), owner_id))

    def contact(self, contact: Contact, *, now: datetime) -> Leaving:
        """Give what removes a contact that nobody owns. Labels: `contact`, `conversation`."""
        forgotten = self.registry.forget_contact(contact, at=now)
        return Leaving([forgotten, self.scratch.remove(CONVERSATION, contact.key)], (contact.key,))

    def _close(self, ask: Ask, now: datetime) -> list[ports.Change]:
        """Close an ask, and drop what is owed for it: the ask itself, or a receipt that waits for more files."""
        receipt = self.scratch.get("receipt", f"{ask.request_id}-{ask.owner_id}", now=now)
        names = [
            ask_message_id(ask.request_id, ask.owner_id),
            second_ask_message_id(ask.request_id, ask.owner_id),
            *([MessageId(receipt["message"])] if receipt else []),
        ]
        owed = [message for name in names if (message := self.outbox.message(name)) and message.state == "owed"]
        closed = replace(ask, closed=True, version=ask.version + 1)
        return [self.requests.change_ask(closed), *(self.outbox.drop(message, reason="left") for message in owed)]


def delete_everything(
    household: Household, *, leave: Leave, transactions: ports.Transactions, clock: ports.Clock
) -> None:
    """Remove an owner at once; where somebody else changed something meanwhile, all of it is decided anew."""

    def decide() -> None:
        current = leave.registry.household(household.owner.owner_id)
        if current is None:
            return
        leaving = leave.household(current, now=clock.now())
        for whose in leaving.traces:
            leave.scratch.forget(whose)
        transactions.commit(leaving.changes)

    anew(decide)
