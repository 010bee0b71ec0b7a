"""Let an owner in who has shown that the phone is theirs, while the session is in use, and half a day at most."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.owner import Channel, ContactKey, Household, OwnerId
from chalicelib.domain.token import hashed

from .prove_phone import Proven

if TYPE_CHECKING:
    from chalicelib import ports

IDLE = timedelta(minutes=30)
AT_MOST = timedelta(hours=12)


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
    token: str,
    phone: str,
    *,
    channel: Channel = "sms",
    registry: ports.Registry,
    scratch: ports.Scratch,
    now: datetime,
) -> list[ports.Change]:
    """Give the changes that begin a session for whoever registered with this phone; raises Refused without anybody.

    `phone` is a mailbox where the channel says so.
    """
    return _session_of(registry.key_of(channel, phone), token, registry=registry, scratch=scratch, now=now)


def _session_of(
    key: ContactKey, token: str, *, registry: ports.Registry, scratch: ports.Scratch, now: datetime
) -> list[ports.Change]:
    contact = registry.contact(key)
    if contact is None or contact.owner_id is None:
        raise Refused("web.error.code_wrong", field="code")
    return _session(token, contact.owner_id, scratch=scratch, since=now, now=now, version=None)


def owner_in(
    token: str,
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> Household:
    """Give the household of whoever holds this session, and keep the session alive.

    Raises NotFound without one, after 30 idle minutes, or 12 hours after it began.
    """
    now = clock.now()
    session = scratch.get("session", hashed(token), now=now) if token else None
    household = registry.household(OwnerId(session["owner"])) if session else None
    if session is None or household is None:
        raise NotFound
    since = datetime.fromisoformat(session["since"])
    if now - since >= AT_MOST:
        raise NotFound
    with contextlib.suppress(Conflict):  # another tab kept it alive just now, or ended it: that stands
        owner_id, version = household.owner.owner_id, session["version"]
        transactions.commit(_session(token, owner_id, scratch=scratch, since=since, now=now, version=version))
    return household


def sign_out(token: str, *, scratch: ports.Scratch, transactions: ports.Transactions) -> None:
    """End the session; ending none is no error."""
    transactions.commit([scratch.remove("session", hashed(token))])


def _session(
    token: str, owner_id: OwnerId, *, scratch: ports.Scratch, since: datetime, now: datetime, version: int | None
) -> list[ports.Change]:
    name, ends = hashed(token), min(now + IDLE, since + AT_MOST)
    value = {"owner": owner_id, "since": since.isoformat()}
    return [
        scratch.put("session", name, value, expires_at=ends, version=version),
        scratch.trace(owner_id, "session", name, expires_at=ends),
    ]
