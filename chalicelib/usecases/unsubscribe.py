"""Somebody leaves our mail by the token that every mail carries: at once, again without harm, and for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.domain.errors import NotFound
from chalicelib.domain.leave_token import LeaveTokens
from chalicelib.domain.owner import ContactKey, StoppedBy

from .anew import anew
from .change_consent import stop

if TYPE_CHECKING:
    from chalicelib import ports


def unsubscribe(
    token: str,
    *,
    leaving: LeaveTokens,
    registry: ports.Registry,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> None:
    """Stop mail to whoever this token was made for; raises NotFound for what we never made.

    Nothing is sent to say so: the page does. Whoever was forgotten meanwhile leaves the key and the STOP.
    """
    key = leaving.read(token)
    if key is None:
        raise NotFound("token")

    def decide() -> None:
        if changes := stop_mail(key, by="page", cause="", registry=registry, clock=clock):
            transactions.commit(changes)

    anew(decide)


def stop_mail(
    key: ContactKey, *, by: StoppedBy, cause: str, registry: ports.Registry, clock: ports.Clock
) -> list[ports.Change]:
    """Give the changes that stop mail to a contact, known or forgotten; none where it stopped before."""
    contact = registry.contact(key)
    address = contact.address if contact else ""
    return stop(contact, key, address, by=by, cause=cause, now=clock.now(), registry=registry, channel="email")
