"""Let an owner in who has shown that the phone is theirs, for as long as the session is in use."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.owner import ContactKey, Household, OwnerId
from chalicelib.domain.phone import PhoneNumber
from chalicelib.domain.token import hashed

from .prove_phone import Proven

if TYPE_CHECKING:
    from chalicelib import ports

IDLE = timedelta(minutes=30)


def sign_in_owner(
    proven: Proven,
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    transactions: ports.Transactions,
    clock: ports.Clock,
    ids: ports.Ids,
) -> str:
    """Use the code up and give the token of a new session.

    Raises Refused for field `code` where nobody is registered with this phone, or the code was used meanwhile.
    """
    token = ids.token()
    key = registry.key_of(proven.channel, proven.phone)
    session = _session_of(key, token, registry=registry, scratch=scratch, now=clock.now())
    try:
        transactions.commit([proven.spend, *session])
    except Conflict as error:
        raise Refused("web.error.code_expired", field="code") from error
    return token


def new_session(
    token: str, phone: PhoneNumber, *, registry: ports.Registry, scratch: ports.Scratch, now: datetime
) -> list[ports.Change]:
    """Give the changes that begin a session for whoever registered with this phone; raises Refused without anybody."""
    return _session_of(registry.key_of("sms", phone), token, registry=registry, scratch=scratch, now=now)


def _session_of(
    key: ContactKey, token: str, *, registry: ports.Registry, scratch: ports.Scratch, now: datetime
) -> list[ports.Change]:
    contact = registry.contact(key)
    if contact is None or contact.owner_id is None:
        raise Refused("web.error.code_wrong", field="code")
    return _session(token, contact.owner_id, scratch=scratch, now=now)


def owner_in(
    token: str,
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> Household:
    """Give the household of whoever holds this session, and keep the session alive; raises NotFound without one."""
    now = clock.now()
    session = scratch.get("session", hashed(token), now=now) if token else None
    household = registry.household(OwnerId(session["owner"])) if session else None
    if household is None:
        raise NotFound
    transactions.commit(_session(token, household.owner.owner_id, scratch=scratch, now=now))
    return household


def sign_out(token: str, *, scratch: ports.Scratch, transactions: ports.Transactions) -> None:
    """End the session; ending none is no error."""
    transactions.commit([scratch.remove("session", hashed(token))])


def _session(token: str, owner_id: OwnerId, *, scratch: ports.Scratch, now: datetime) -> list[ports.Change]:
    name, ends = hashed(token), now + IDLE
    return [
        scratch.put("session", name, {"owner": owner_id}, expires_at=ends, version=0),
        scratch.trace(owner_id, "session", name, expires_at=ends),
    ]
