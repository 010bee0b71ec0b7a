"""Show that a phone, or a mailbox, is in the hands of whoever fills in a form: six digits, one use, ten minutes."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from chalicelib.domain.agency import Agency
from chalicelib.domain.crowd import prefix_of
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.outbox import NOBODY, Message, MessageId
from chalicelib.domain.owner import Channel, Contact, ContactKey
from chalicelib.domain.phone import PhoneNumber
from chalicelib.domain.token import hashed
from chalicelib.words.letters import code_letter, code_subject
from chalicelib.words.texting import text_of

from .limits import codes_over
from .spending import may_spend

if TYPE_CHECKING:
    from chalicelib import ports

CODE_LIFE = timedelta(minutes=10)
CODE_TRIES = 5
Purpose = Literal["register", "sign_in", "add_phone"]


@dataclass(frozen=True, slots=True)
class Proven:
    """What the form held, by whom, and the change that uses the code up: it belongs into the caller's transaction.

    `phone` is an email address where the channel says so. `language` is that of the page with the form.
    """

    phone: PhoneNumber
    held: dict[str, Any]
    spend: ports.Change
    language: str = ""
    channel: Channel = "sms"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvePhone:
    """Sends codes and checks them. `form` is the random token of one browser's form: a code works there only.

    `language` is that of the page: the code comes in it, and a number that is new to us is written to in it.
    """

    registry: ports.Registry
    scratch: ports.Scratch
    outbox: ports.Outbox
    outbox_queue: ports.Queue
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency
    language: str = ""

    def send(
        self, form: str, phone: str, held: Mapping[str, Any], *, purpose: Purpose, channel: Channel = "sms"
    ) -> None:
        """Send a code, whoever asks; whether it goes out never shows here, so that nobody learns who is registered.

        Raises Refused for field `phone` where as many codes were asked for with this number as the agency allows in an
        hour or a day, or where so much was spent on strangers today that no more is. Who signs in is none: a code to
        somebody who is no owner is owed all the same, at the same cost of time, and the sender drops it.
        """
        now = self.clock.now()
        key = self.registry.key_of(channel, phone)
        self._count_sending(key, phone if channel == "sms" and purpose != "sign_in" else "", now)
        code = self.ids.digits(6)
        value = {"purpose": purpose, "phone": phone, "held": dict(held), "code": _sealed(form, code),
                 "tries": self.ids.short(12), "language": self.language, "channel": channel}  # fmt: skip
        hold = [
            self.scratch.put("code", hashed(form), value, expires_at=now + CODE_LIFE, version=0),
            self.scratch.trace(key, "code", hashed(form), expires_at=now + CODE_LIFE),
        ]
        message = self._message(key, code, now, channel)
        if purpose != "sign_in" and channel == "sms":
            self._spend(message, phone, now)
        try:
            self.transactions.commit([*hold, *self._sending(key, phone, message, purpose, channel)])
        except Conflict:  # The contact came into being, or stopped, meanwhile.
            self.transactions.commit([*hold, *self._sending(key, phone, message, purpose, channel)])
        self.outbox_queue.send([{"message": message.message_id}])

    def send_again(self, form: str, *, purpose: Purpose) -> None:
        """Text a new code for what the form holds; raises Refused where it holds nothing any more."""
        value = self._value(form, purpose)
        self.send(form, value["phone"], value["held"], purpose=purpose, channel=value.get("channel", "sms"))

    def waiting(self, form: str, *, purpose: Purpose) -> tuple[PhoneNumber, dict[str, Any]] | None:
        """Give whose code this form waits for, and what it holds; none where it waits for none."""
        value = self.scratch.get("code", hashed(form), now=self.clock.now()) if form else None
        return (PhoneNumber(value["phone"]), value["held"]) if value and value["purpose"] == purpose else None

    def check(self, form: str, code: str, *, purpose: Purpose) -> Proven:
        """Compare the code; raises Refused for field `code` where it is wrong, too old, used up or tried too often."""
        now = self.clock.now()
        value = self._value(form, purpose)
        if self.scratch.count("code_tries", value["tries"], now=now, expires_at=now + CODE_LIFE) > CODE_TRIES:
            raise Refused("web.error.code_tries", field="code")
        if not hmac.compare_digest(value["code"], _sealed(form, "".join(code.split()))):
            raise Refused("web.error.code_wrong", field="code")
        spend = self.scratch.put(
            "code", hashed(form), {"purpose": "used"}, expires_at=now + CODE_LIFE, version=value["version"]
        )
        return Proven(
            PhoneNumber(value["phone"]), value["held"], spend, value.get("language", ""), value.get("channel", "sms")
        )

    def _spend(self, message: Message, phone: str, now: datetime) -> None:
        assert message.contact_key
        spent = may_spend(
            message.body, key=message.contact_key, phone=phone, scratch=self.scratch, agency=self.agency, now=now
        )
        if spent != "yes":
            raise Refused("web.error.codes_stopped", field="phone")

    def _value(self, form: str, purpose: Purpose) -> dict[str, Any]:
        value = self.scratch.get("code", hashed(form), now=self.clock.now()) if form else None
        if value is None or value["purpose"] != purpose:
            raise Refused("web.error.code_expired", field="code")
        return value

    def _count_sending(self, key: ContactKey, phone: str, now: datetime) -> None:
        """Count by the number, then by its prefix where a `phone` is given: codes to sign in go to owners alone."""
        if over := codes_over(key, scratch=self.scratch, agency=self.agency, now=now):
            raise Refused("web.error.codes_often" if over == "hour" else "web.error.codes_today", field="phone")
        if not phone:
            return
        near = self.scratch.count("code_prefix", prefix_of(phone), now=now, expires_at=now + timedelta(days=1))
        if near > self.agency.limits.registrations_per_prefix_per_day:
            raise Refused("web.error.codes_stopped", field="phone")

    def _sending(
        self, key: ContactKey, phone: str, message: Message, purpose: Purpose, channel: Channel
    ) -> list[ports.Change]:
        """Give the changes that owe the code, as many for whomever: the sender asks for consent, and for the owner."""
        contact = self.registry.contact(key)
        if purpose == "sign_in":
            owner_id = contact.owner_id if contact else None
            return [self.outbox.owe(replace(message, owner_id=owner_id or NOBODY))]
        if contact is None:
            added = Contact(
                key=key, channel=channel, address=phone, consent_at=message.created_at, language=self.language
            )
            return [self.registry.add_contact(added), self.outbox.owe(message)]
        return [self.registry.check_consent(key, allowed=(contact.consent,)), self.outbox.owe(message)]

    def _message(self, key: ContactKey, code: str, now: datetime, channel: Channel) -> Message:
        spoken, subject = self.agency.spoken(self.language), ""
        if channel == "sms":
            body = text_of("web.text.code", agency=self.agency, language=spoken, code=code)
        else:
            body = code_letter(code, agency=self.agency, language=spoken).body()
            subject = code_subject(agency=self.agency, language=spoken)
        return Message(
            message_id=MessageId(f"code-{self.ids.short(16)}"),
            kind="code",
            body=body,
            created_at=now,
            due_at=now,
            expires_at=now + CODE_LIFE,
            contact_key=key,
            subject=subject,
        )


def _sealed(form: str, code: str) -> str:
    """Hash the code together with the form's secret, for six digits alone are soon guessed from their hash."""
    return hashed(f"{form}:{code}")
