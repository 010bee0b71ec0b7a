"""Registering on the web at no cost to us: the phone texts a word from the page, which proves its number as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.domain import describing
from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import MAX_CAMERAS
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.phone import PhoneNumber
from chalicelib.domain.registration_form import registration_from
from chalicelib.domain.reply import Sentence, sentence
from chalicelib.domain.token import hashed
from chalicelib.domain.web_word import web_word

from .limits import may_register
from .register_household import household_by_form
from .sign_in_owner import new_session
from .talk import Outcome, Writer

if TYPE_CHECKING:
    from chalicelib import ports

FORM, WORD = "web_form", "web_word"
LIFE = timedelta(minutes=15)
"""Whoever is brought to text the word of somebody else's page must be brought to it within these minutes."""
TRIES = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """A form that waits for its text: the word to send, the phone to send it from, and whether it came."""

    word: str
    phone: PhoneNumber
    held: dict[str, Any]
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishByText:
    """Holds forms and finishes them. `form` is the random token of one browser's form."""

    registry: ports.Registry
    scratch: ports.Scratch
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency

    def hold(self, form: str, phone: PhoneNumber, held: Mapping[str, Any], *, language: str) -> None:
        """Hold a form for LIFE under a word of its own; what it held before is replaced."""
        now, name = self.clock.now(), hashed(form)
        expires_at = now + LIFE
        for _ in range(TRIES):
            word = self.ids.request_code()
            value = {"word": word, "phone": phone, "held": dict(held), "language": language, "done": False}
            key = self.registry.key_of("sms", phone)
            changes = [
                self.scratch.put(FORM, name, value, expires_at=expires_at, version=0),
                self.scratch.put(WORD, word, {"form": name}, expires_at=expires_at),
                self.scratch.trace(key, FORM, name, expires_at=expires_at),
            ]
            try:
                return self.transactions.commit(changes)
            except Conflict:  # the word is another form's
                continue
        raise Conflict(WORD)

    def waiting(self, form: str) -> Waiting | None:
        """Give what this form waits for; none where it waits for nothing, or its time is over."""
        value = self.scratch.get(FORM, hashed(form), now=self.clock.now()) if form else None
        return Waiting(value["word"], PhoneNumber(value["phone"]), value["held"], value["done"]) if value else None

    def finish(self, body: str, writer: Writer) -> Outcome | None:
        """Register what the form held, for whoever texts its word from its phone; none where this is no such text."""
        led, value = self._led(body, writer.now)
        if led is None or value is None:
            return None
        if value["phone"] != writer.address:
            return Outcome(replies=(sentence("sms.web.other_phone"),), changes=writer.introduction(self.registry))
        if value["done"]:
            return Outcome(replies=(_thanks(value, is_new=value["first"]),))
        return self._register(led["form"], value, writer)

    def enter(self, form: str) -> str:
        """Use a finished form up: give the token of a session, once, for whoever registered with it for the first time.

        Empty for an owner from before: who texted the word may have been brought to it, and what was registered
        earlier is only for whoever reads a code on that phone. Raises Refused where nobody has the phone any more.
        """
        name, now, token = hashed(form), self.clock.now(), self.ids.token()
        value = self.scratch.get(FORM, name, now=now)
        if value is None or not value.get("new"):
            return ""
        used = self.scratch.put(FORM, name, value | {"new": False}, expires_at=now + LIFE, version=value["version"])
        phone = PhoneNumber(value["phone"])
        session = new_session(token, phone, registry=self.registry, scratch=self.scratch, now=now)
        try:
            self.transactions.commit([used, *session])
        except Conflict:  # another tab was first
            return ""
        return token

    def language_of(self, body: str, now: datetime) -> str:
        """Give the language of the page whose word this text is; empty where it is none."""
        _, value = self._led(body, now)
        return str(value["language"]) if value else ""

    def _led(self, body: str, now: datetime) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
        """Give what this word leads to, and the form that it finishes."""
        word = web_word(body)
        led = self.scratch.get(WORD, word, now=now) if word else None
        return led, self.scratch.get(FORM, led["form"], now=now) if led else None

    def _register(self, form: str, value: dict[str, Any], writer: Writer) -> Outcome:
        if not may_register(
            writer.channel, writer.address, writer.key, scratch=self.scratch, agency=self.agency, now=writer.now
        ):
            return Outcome(replies=(sentence("sms.too_many"),), changes=writer.introduction(self.registry))
        try:
            changes = household_by_form(
                value["held"], writer.known(), is_new=writer.contact is None, language=value["language"],
                registry=self.registry, scratch=self.scratch, ids=self.ids, agency=self.agency, now=writer.now,
            )  # fmt: skip
        except Refused:
            return Outcome(replies=(sentence("sms.too_many_cameras", most=MAX_CAMERAS, had=self._had(writer)),))
        is_new = writer.contact is None or writer.contact.owner_id is None
        finished = value | {"done": True, "first": is_new, "new": is_new}
        done = self.scratch.put(FORM, form, finished, expires_at=writer.now + LIFE, version=value["version"])
        return Outcome(replies=(_thanks(value, is_new=is_new),), changes=[done, *changes])

    def _had(self, writer: Writer) -> int:
        owner_id = writer.contact.owner_id if writer.contact else None
        household = self.registry.household(owner_id) if owner_id else None
        return len(household.cameras) if household else 0


def _thanks(value: Mapping[str, Any], *, is_new: bool) -> Sentence:
    """Say what was registered and where, and what to do if somebody else told them to send it."""
    form = registration_from(value["held"])
    cameras, place = describing.cameras(len(form.cameras)), form.address.line()
    return sentence("sms.web.registered" if is_new else "sms.web.added", cameras=cameras, place=place)
