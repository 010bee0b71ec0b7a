"""Follow what the mail service reports: delivered, sent back, complained about; whatever the order, however often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.mail_event import MailEvent
from chalicelib.domain.outbox import Message, MessageId

from .anew import anew
from .fall_back import FallBack
from .mail_health import MailHealth, Trouble
from .unsubscribe import stop_mail

if TYPE_CHECKING:
    from chalicelib import ports

_TROUBLE: dict[str, Trouble] = {"hard_bounce": "bounces", "complaint": "complaints"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowMail:
    """Takes events; what was cut off is finished when the event comes again."""

    registry: ports.Registry
    outbox: ports.Outbox
    transactions: ports.Transactions
    clock: ports.Clock
    fall_back: FallBack
    health: MailHealth

    def follow(self, event: MailEvent) -> bool:
        """Do what an event means; False where it is about none of our messages, or nothing new.

        A hard bounce and a complaint stop the contact, whatever the message's state; every bounce is the end of its
        message, and an ask goes the owner's other way. A complaint is an opt-out: nobody is asked elsewhere for it.
        """
        message = self.outbox.message(MessageId(event.message_id))
        if message is None:
            return False
        if event.happening == "delivered":
            return self.outbox.move(message.message_id, "delivered", provider_id=event.provider_id)
        stopped = self._stop(message, event)
        if event.happening == "complaint":
            return stopped
        done = self.fall_back.give_up(
            message, reason=event.happening, provider_id=event.provider_id, delivered=event.happening != "rejected"
        )
        return done or stopped

    def _stop(self, message: Message, event: MailEvent) -> bool:
        trouble = _TROUBLE.get(event.happening)
        if trouble is None or message.contact_key is None:
            return False
        kind: Trouble = trouble

        def decide() -> bool:
            changes = self._changes(message, event, kind)
            if changes:
                self.transactions.commit(changes)
            return bool(changes)

        stopped = anew(decide)
        health = self.health.of(message)
        if stopped and (contact := self.registry.contact(message.contact_key)):
            health.note_domain(contact.address)
        health.judge()
        return stopped

    def _changes(self, message: Message, event: MailEvent, trouble: Trouble) -> list[ports.Change]:
        key, health = message.contact_key, self.health.of(message)
        assert key
        cause = f"{event.provider_id}-{event.happening}"
        changes: list[ports.Change] = []
        if event.happening == "complaint" or self.registry.contact(key):
            changes = stop_mail(key, by="provider", cause=cause, registry=self.registry, clock=self.clock)
        return [*changes, *(health.note(trouble, event.message_id) if event.counts else [])]
