"""Somebody wants no more texts, or wants them again."""

from __future__ import annotations

from datetime import datetime

from chalicelib import ports
from chalicelib.domain.owner import Channel, Consent, Contact, ContactKey, StoppedBy

CARRIER_ANSWERS: tuple[StoppedBy, ...] = ("keyword", "provider")
"""Where the carrier blocks the number as well, it answers START by itself, and drops what we say before it."""


def stop(
    contact: Contact | None,
    key: ContactKey,
    address: str,
    *,
    by: StoppedBy,
    cause: str,
    now: datetime,
    registry: ports.Registry,
    channel: Channel = "sms",
) -> list[ports.Change]:
    """Give the changes after which nothing is sent to this address: none where it stopped, and knows it, already.

    Somebody unknown is written down as stopped. A keyword replaces an earlier stop in words, since from then on the
    carrier blocks too. Labels: `contact`, `consent`.

    A stop is never too old: where the last change was written by a clock that runs ahead of ours, it takes that time.
    """
    if contact is None:
        stopped = Contact(key=key, channel=channel, address=address, consent="stopped", consent_at=now, stopped_by=by)
        return [registry.add_contact(stopped)]
    if contact.consent == "stopped" and (by != "keyword" or contact.stopped_by == "keyword"):
        return []
    at = max(now, contact.consent_at)
    return [registry.set_consent(contact.key, "stopped", at=at, by=by, cause=cause)]


def start(contact: Contact, address: str, *, cause: str, now: datetime, registry: ports.Registry) -> list[ports.Change]:
    """Give the changes that let texts go to somebody who stopped: with consent as before, if they are registered.

    Who deleted everything after the stop has only a key here: the address that they write from is noted again.
    """
    consent: Consent = "given" if contact.owner_id else "unconfirmed"
    return [registry.set_consent(contact.key, consent, at=now, cause=cause, address=address)]
