"""Somebody wants no more texts, or wants them again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.owner import Channel, Consent, Contact, ContactKey, StoppedBy

from .anew import anew

if TYPE_CHECKING:
    from chalicelib import ports

CARRIER_ANSWERS: tuple[StoppedBy, ...] = ("keyword", "provider")
"""Where the carrier blocks the number as well, it answers START by itself, and drops what we say before it."""


def stop(  # noqa: PLR0913  (what one contact is written down with)
    contact: Contact | None,
    key: ContactKey,
    address: str,
    *,
    by: StoppedBy,
    cause: str,
    now: datetime,
    registry: ports.Registry,
    channel: Channel = "sms",
    language: str = "",
) -> list[ports.Change]:
    """Give the changes after which nothing is sent to this address: none where it stopped, and knows it, already, or
    where this very text stopped it before.

    Somebody unknown is written down as stopped, with the `language` in which they said so. A keyword replaces an
    earlier stop in words, since from then on the carrier blocks too. Labels: `contact`, `consent`.

    A stop is never too old: where the last change was written by a clock that runs ahead of ours, it takes that time.
    """
    if contact is None:
        causes = frozenset({cause} if cause else ())
        stopped = Contact(key=key, channel=channel, address=address, consent="stopped", consent_at=now, stopped_by=by,
                          causes=causes, language=language)  # fmt: skip
        return [registry.add_contact(stopped)]
    if cause in contact.causes:
        return []
    if contact.consent == "stopped" and (by != "keyword" or contact.stopped_by == "keyword"):
        return []
    at = max(now, contact.consent_at)
    return [registry.set_consent(contact.key, "stopped", at=at, by=by, cause=cause)]


def stop_on_page(
    key: ContactKey, *, registry: ports.Registry, transactions: ports.Transactions, clock: ports.Clock
) -> None:
    """Stop texts to one contact at once; a contact that stopped stays so. Nothing is sent to say it: the page does."""

    def decide() -> None:
        contact = registry.contact(key)
        if contact is None:
            return
        if changes := stop(contact, key, contact.address, by="page", cause="", now=clock.now(), registry=registry):
            transactions.commit(changes)

    anew(decide)


def start(contact: Contact, address: str, *, cause: str, now: datetime, registry: ports.Registry) -> list[ports.Change]:
    """Give the changes that let texts go to somebody who stopped: with consent as before, if they are registered.

    None where this very text did so before. Who deleted everything after the stop has only a key here: the address
    that they write from is noted again.
    """
    if cause in contact.causes:
        return []
    consent: Consent = "given" if contact.owner_id else "unconfirmed"
    return [registry.set_consent(contact.key, consent, at=now, cause=cause, address=address)]
