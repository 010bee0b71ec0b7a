"""An owner leaves by the pages: no more texts, or everything about them deleted."""

from __future__ import annotations

from chalicelib import ports
from chalicelib.domain.errors import Conflict
from chalicelib.domain.owner import ContactKey, Household

from .change_consent import stop
from .leave import leave

TRIES = 5


def stop_texts(
    key: ContactKey, *, registry: ports.Registry, transactions: ports.Transactions, clock: ports.Clock
) -> None:
    """Stop texts to one contact at once; a contact that stopped stays so. Nothing is sent to say it: the page does."""
    for _ in range(TRIES):
        contact = registry.contact(key)
        if contact is None or contact.consent == "stopped":
            return
        now = clock.now()
        try:
            transactions.commit(stop(contact, key, contact.address, by="page", cause="", now=now, registry=registry))
        except Conflict:
            continue
        return
    raise Conflict("consent")


def delete_everything(
    household: Household,
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    audit: ports.AuditLog,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> None:
    """Remove owner, cameras, contacts and conversations; exhibits, the audit's ids and the key of a STOP are left."""
    current: Household | None = household
    for _ in range(TRIES):
        if current is None:
            return
        try:
            transactions.commit(leave(current, registry=registry, scratch=scratch, audit=audit, now=clock.now()))
        except Conflict:
            current = registry.household(household.owner.owner_id)
        else:
            return
    raise Conflict("owner")
