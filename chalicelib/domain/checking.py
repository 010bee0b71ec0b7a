"""When an owner is to be asked whether the registration is still right, and when it counts as unconfirmed."""

from __future__ import annotations

from datetime import datetime, timedelta

from .owner import Contact, Owner

YEAR = timedelta(days=365)
AGAIN = timedelta(days=30)
"""How long a question waits for its answer before it is asked once more."""
CHECK_OPEN = timedelta(days=60)
"""How long an OK that stands alone is taken for the answer."""
MOST_CHECKS = 2
"""So many questions without an answer make a registration unconfirmed; the next one comes after a year."""


def sure_since(owner: Owner) -> datetime:
    """Give when the owner last said that all of it is right: at the latest answer, or when registering."""
    return owner.confirmed_at or owner.registered_at


def check_due(owner: Owner, now: datetime) -> bool:
    """Say whether the owner is to be asked now: a year after the last yes, once more a month later, then each year."""
    if now < sure_since(owner) + YEAR:
        return False
    if owner.checked_at is None or owner.checks == 0:
        return True
    return now >= owner.checked_at + (AGAIN if owner.checks < MOST_CHECKS else YEAR)


def unconfirmed(owner: Owner, now: datetime) -> bool:
    """Say whether nobody answered twice: the cameras may be gone, or look elsewhere by now."""
    return owner.checks >= MOST_CHECKS and owner.checked_at is not None and now >= owner.checked_at + AGAIN


def silent(contact: Contact, now: datetime) -> bool:
    """Say whether nothing came from a phone for a year: it may be somebody else's, since numbers are handed on.

    A mailbox is not handed on in that way.
    """
    return contact.channel == "sms" and now >= (contact.heard_at or contact.consent_at) + YEAR
