"""Deliver one owed message: handed over once, whatever breaks on the way; never after STOP (docs/delivery.md)."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal
from zlib import crc32

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Conflict, ProviderBusy, ProviderError, ProviderRefused, ProviderSilent
from chalicelib.domain.outbox import NEEDS_CONSENT, STOPPED_AT_PROVIDER, Kind, Message, MessageId
from chalicelib.domain.owner import Consent, Contact
from chalicelib.domain.wishes import Wishes

from .fall_back import FallBack
from .hand_over import Vendors, can_ask, may_come_twice
from .mail_health import MailHealth

if TYPE_CHECKING:
    from chalicelib import ports

Outcome = Literal[
    "missing", "settled", "waiting", "taken", "held", "dropped", "late", "accepted", "busy", "refused", "doubtful",
    "absent", "put_back", "given_up",
]  # fmt: skip
LEASE = timedelta(seconds=30)
CALL = timedelta(seconds=10)
"""How long a vendor may take; a lease with less left is not used."""
SURELY = timedelta(seconds=180)
"""How long after an attempt nobody sends again: as long as a sender may live (120 s) and a vendor's list may lag."""
LOOK_AGAIN = timedelta(seconds=30)
MAX_ATTEMPTS = 6
MAIL_WAITS = timedelta(minutes=15)
"""How often it is looked whether mail may go out again."""
_TRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 15.0, 600.0


def deliver_message(  # noqa: PLR0913  (ports, by keyword)
    message_id: str,
    *,
    outbox: ports.Outbox,
    registry: ports.Registry,
    requests: ports.Requests,
    scratch: ports.Scratch,
    transactions: ports.Transactions,
    texts: ports.Texts,
    emails: ports.Emails,
    chat: ports.Chat,
    agency: Agency,
    clock: ports.Clock,
    ids: ports.Ids,
    base_url: str,
) -> Outcome:
    """Move one message as far as it goes now, and say what became of it; safe at any time and any number of times."""
    vendors = Vendors(
        texts=texts,
        emails=emails,
        chat=chat,
        outbox=outbox,
        requests=requests,
        scratch=scratch,
        transactions=transactions,
        clock=clock,
        agency=agency,
    )
    message = outbox.message(MessageId(message_id))
    if message is None:
        return "missing"
    fall_back = FallBack(
        registry=registry, requests=requests, outbox=outbox, transactions=transactions, clock=clock, ids=ids,
        agency=agency, base_url=base_url,
    )  # fmt: skip
    health = MailHealth(scratch=scratch, transactions=transactions, clock=clock)
    delivery = _Delivery(message, outbox, registry, transactions, clock, agency, vendors, fall_back, health)
    if message.state in ("owed", "claimed"):
        return delivery.send()
    return delivery.settle() if message.state in ("attempted", "unknown") else "settled"


@dataclass(frozen=True, slots=True)
class _Delivery:
    message: Message
    outbox: ports.Outbox
    registry: ports.Registry
    transactions: ports.Transactions
    clock: ports.Clock
    agency: Agency
    vendors: Vendors
    fall_back: FallBack
    health: MailHealth

    def send(self) -> Outcome:
        now = self.clock.now()
        if now >= self.message.expires_at:
            return self._drop("expired")
        if _waits_until(self.message) > now:
            return "waiting"
        return (self._held(now) if self.message.kind == "ask" else None) or self._claim(now)

    def _held(self, now: datetime) -> Outcome | None:
        """Hold an ask until the agency's hours and its owner's wishes of by now allow it; none where they do.

        Dropped where the footage is gone by then; where its owner wants to be asked by another channel, it falls back
        to that one.
        """
        household = self.registry.household(self.message.owner_id) if self.message.owner_id else None
        wishes = household.owner.wishes if household else Wishes()
        contact = self._contact() if wishes.only else None
        if contact and contact.channel != wishes.only:
            self.fall_back.give_up(self.message, reason="wishes")
            return "refused"
        at = wishes.time_to_ask(self.agency.sending_time(now), self.agency.zone())
        at = max(at, self.agency.sending_time(at))
        if at <= now:
            return None
        if at >= self.message.expires_at and wishes.time_to_ask(now, self.agency.zone()) > now:
            return self._drop("wishes")
        self.outbox.put_back(self.message, due_at=at)
        return "held"

    def _claim(self, now: datetime) -> Outcome:
        changes = [self.outbox.claim(self.message, now=now, lease=LEASE)]
        if self.message.contact_key:
            allowed = _allowed(self.message.kind)
            changes.append(self.registry.check_consent(self.message.contact_key, allowed=allowed))
        for _ in range(_TRIES):
            try:
                self.transactions.commit(changes)
            except Conflict as conflict:
                if conflict.labels == {"consent"}:
                    return self._drop("consent")
                if "message" in conflict.labels:
                    break
            else:
                return self._attempt(replace(self.message, state="claimed", lease_until=now + LEASE))
        return "taken"

    def _attempt(self, claimed: Message) -> Outcome:
        contact = self._contact()
        if reason := self._unwanted(claimed, contact):
            return self._drop(reason)
        now = self.clock.now()
        if contact and _is_mail(contact):
            health = self.health.of(claimed)
            if health.refuses(contact.address):
                return self._drop("domain")
            if health.paused():
                self.outbox.put_back(claimed, due_at=now + MAIL_WAITS)
                return "held"
        try:
            self.outbox.attempt(claimed, now=now)
        except Conflict:
            return "taken"
        attempted = replace(claimed, state="attempted", attempts=claimed.attempts + 1, attempted_at=now)
        if self.clock.now() + CALL > (claimed.lease_until or now):
            self.outbox.put_back(attempted, due_at=self.clock.now())
            return "late"
        return self._call(attempted, contact)

    def _unwanted(self, claimed: Message, contact: Contact | None) -> str:
        """Say why it must not go out any more, or nothing."""
        if contact and contact.consent not in _allowed(claimed.kind):
            return "consent"
        if contact and claimed.owner_id not in (None, contact.owner_id):
            return "left"
        # Read, not checked in the claim: a request's asks are claimed at once, and would keep each other waiting there.
        return "closed" if claimed.kind == "ask" and self.vendors.is_closed(claimed) else ""

    def _call(self, attempted: Message, contact: Contact | None) -> Outcome:
        try:
            provider_id = self.vendors.send(attempted, contact)
        except ProviderBusy:
            self.outbox.put_back(attempted, due_at=self.clock.now() + _backoff(attempted))
            return "busy"
        except ProviderRefused as refusal:
            return self._refused(refusal.code, contact)
        except ProviderSilent:
            self.outbox.doubt(attempted, until=self.clock.now() + LOOK_AGAIN)
            return "doubtful"
        self.outbox.move(attempted.message_id, "accepted", provider_id=provider_id)
        if _is_mail(contact):
            self.health.of(attempted).count_sent()
        return "accepted"

    def _refused(self, code: str, contact: Contact | None) -> Outcome:
        if code == STOPPED_AT_PROVIDER and contact:
            stop = self.registry.set_consent(contact.key, "stopped", at=self.clock.now(), by="provider")
            with contextlib.suppress(Conflict):  # a later change of the person's own stands
                self.transactions.commit([stop])
            self.outbox.move(self.message.message_id, "undelivered", reason=code)
        else:
            self.fall_back.give_up(self.message, reason=code)
        return "refused"

    def settle(self) -> Outcome:
        """Find out what became of an attempt whose outcome nobody wrote down."""
        if _waits_until(self.message) > self.clock.now():
            return "waiting"
        contact = self._contact()
        if not can_ask(self.message, contact):
            return self._put_back() if may_come_twice(self.message) else self._give_up()
        try:
            provider_id = self.vendors.look(self.message, contact)
        except ProviderError:  # Nobody can say: hold it rather than send twice.
            self.outbox.doubt(self.message, until=self.clock.now() + LOOK_AGAIN, reason=self.message.reason)
            return "doubtful"
        if provider_id is None:
            return self._absent()
        self.outbox.move(self.message.message_id, "accepted", provider_id=provider_id)
        return "accepted"

    def _absent(self) -> Outcome:
        now = self.clock.now()
        surely = (self.message.attempted_at or now) + SURELY
        if now >= surely and self.message.reason == "absent":
            return self._put_back() if self.message.attempts < MAX_ATTEMPTS else self._give_up()
        reason = "absent" if now >= surely else ""
        self.outbox.doubt(self.message, until=max(surely, now + LOOK_AGAIN), reason=reason)
        return "absent"

    def _put_back(self) -> Outcome:
        self.outbox.put_back(self.message, due_at=self.clock.now())
        return "put_back"

    def _give_up(self) -> Outcome:
        self.outbox.move(self.message.message_id, "undelivered", reason="unknown")
        return "given_up"

    def _drop(self, reason: str) -> Outcome:
        self.outbox.move(self.message.message_id, "dropped", reason=reason)
        return "dropped"

    def _contact(self) -> Contact | None:
        return self.registry.contact(self.message.contact_key) if self.message.contact_key else None


def _allowed(kind: Kind) -> tuple[Consent, ...]:
    return ("given",) if kind in NEEDS_CONSENT else ("given", "unconfirmed")


def _is_mail(contact: Contact | None) -> bool:
    return contact is not None and contact.channel == "email"


def _waits_until(message: Message) -> datetime:
    return message.due_at if message.state == "owed" else message.lease_until or message.due_at


def _backoff(message: Message) -> timedelta:
    """Double the wait with each attempt, spread by the message's id, so that a queue does not knock all at once."""
    wait = min(_FIRST_WAIT * 2 ** (message.attempts - 1), _LONGEST_WAIT)
    return timedelta(seconds=wait * (1 + crc32(message.message_id.encode()) % 100 / 200))
