"""An owner leaves by the pages: no more texts, or everything about them deleted."""

from __future__ import annotations

from chalicelib import ports
from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import Conflict
from chalicelib.domain.owner import ContactKey, Household

TRIES = 5


def stop_texts(
    key: ContactKey, *, registry: ports.Registry, transactions: ports.Transactions, clock: ports.Clock
) -> None:
    """Stop texts to one contact at once; a contact that stopped stays so. Nothing is sent to say it: the page does."""
    try:
        transactions.commit([registry.set_consent(key, "stopped", at=clock.now(), by="page")])
    except Conflict:
        contact = registry.contact(key)
        if contact is not None and contact.consent != "stopped":
            raise


def delete_everything(
    household: Household,
    *,
    registry: ports.Registry,
    audit: ports.AuditLog,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> None:
    """Remove owner, cameras and contacts; only the audit's ids, exhibits, and the key of a STOP are left."""
    for _ in range(TRIES):
        now = clock.now()
        entry = AuditEntry(
            deed="owner_deleted", actor="owner", at=now, subject=household.owner.owner_id, count=len(household.cameras)
        )
        try:
            return transactions.commit([*registry.remove_household(household, at=now), audit.record(entry)])
        except Conflict:
            fresh = registry.household(household.owner.owner_id)
            if fresh is None:
                return None
            household = fresh
    raise Conflict("owner")
