"""An owner leaves: everything about them goes, in one transaction with the audit's row that says so."""

from __future__ import annotations

from datetime import datetime

from chalicelib import ports
from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.owner import Household

CONVERSATION = "conversation"
"""The kind under which a contact's conversation lies in scratch, by the contact's key."""


def leave(
    household: Household,
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    audit: ports.AuditLog,
    now: datetime,
) -> list[ports.Change]:
    """Give the changes that remove owner, cameras, addresses and conversations; exhibits stay with their case.

    The audit's row holds ids only. Labels: `owner`, `camera`, `contact`, `conversation`, `audit`.
    """
    entry = AuditEntry(
        deed="owner_deleted", actor="owner", at=now, subject=household.owner.owner_id, count=len(household.cameras)
    )
    conversations = [scratch.remove(CONVERSATION, contact.key) for contact in household.contacts]
    return [*registry.remove_household(household, at=now), *conversations, audit.record(entry)]
