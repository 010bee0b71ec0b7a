"""An owner takes a phone or a mailbox off again, or says which of them is to be written to first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, get_args

from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.owner import ContactKey, Household, OwnerId
from chalicelib.domain.token import hashed
from chalicelib.domain.wishes import Wishes

from .leave import CONVERSATION
from .offer_mailbox import LINK

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5
Way = Literal["sms_first", "email_first", "sms_only", "email_only"]
WAYS: tuple[Way, ...] = get_args(Way)


def way_of(wishes: Wishes) -> Way:
    """Give what an owner chose; who chose nothing is texted first."""
    if wishes.only:
        return "email_only" if wishes.only == "email" else "sms_only"
    return "email_first" if wishes.prefers == "email" else "sms_first"


def prefer(household: Household, way: str, *, registry: ports.Registry, transactions: ports.Transactions) -> None:
    """Write down which contact is asked first, or alone.

    Raises Refused for field `way` where it is none of WAYS, or names a channel alone that the owner does not have.
    """
    if way not in WAYS:
        raise Refused("web.error.way", field="way")
    channel, _, how = way.partition("_")
    only = channel if how == "only" else ""
    if only and only not in {contact.channel for contact in household.contacts if contact.consent == "given"}:
        raise Refused("web.error.way_missing", field="way")
    current: Household | None = household
    for _ in range(TRIES):
        if current is None:
            raise NotFound
        owner = current.owner
        wishes = replace(owner.wishes, only=only, prefers=channel)
        try:
            return transactions.commit(
                [registry.change_owner(replace(owner, wishes=wishes, version=owner.version + 1))]
            )
        except Conflict:
            current = registry.household(owner.owner_id)
    raise Conflict("owner")


def remove_contact(
    household: Household,
    key: str,
    *,
    session: str,
    registry: ports.Registry,
    scratch: ports.Scratch,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> None:
    """Take a contact off its owner and forget its address; a STOP of it stays.

    It may have been lost, or somebody else's: what was begun from it goes, and every session but `session`, with the
    links that would add a mailbox.

    Raises Refused for the last one: without any, nobody could get in any more; leaving is `delete_everything`.
    Raises NotFound where it is none of this owner's. Asks that went there stay open on their pages.
    """
    current: Household | None = household
    for _ in range(TRIES):
        contact = next((each for each in current.contacts if each.key == key), None) if current else None
        if current is None or contact is None:
            raise NotFound
        if len(current.contacts) == 1:
            raise Refused("web.error.contact_last", field="contact")
        owner = current.owner
        left = tuple(each for each in owner.contact_keys if each != ContactKey(key))
        remaining = {each.channel for each in current.contacts if each.key != key}
        wishes = owner.wishes if owner.wishes.only in ("", *remaining) else replace(owner.wishes, only="")
        changed = replace(owner, contact_keys=left, wishes=wishes, version=owner.version + 1)
        _shut_out(owner.owner_id, contact.key, session=session, scratch=scratch, now=clock.now())
        forgotten = registry.forget_contact(contact, at=clock.now())
        try:
            return transactions.commit(
                [registry.change_owner(changed), forgotten, scratch.remove(CONVERSATION, contact.key)]
            )
        except Conflict:
            current = registry.household(owner.owner_id)
    raise Conflict("owner")


def _shut_out(owner_id: OwnerId, key: ContactKey, *, session: str, scratch: ports.Scratch, now: datetime) -> None:
    """Forget what speaks of a contact, and let nobody on who is not the one that takes it off; done again, no harm."""
    scratch.forget(key)
    for kind, name in scratch.traced(owner_id, now=now):
        if kind in ("session", LINK) and name != hashed(session):
            scratch.take(kind, name, now=now)
