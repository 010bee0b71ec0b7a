"""Hears leaving and coming back in a text, before anything else; an owner's clear wish about when is neither."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.domain import optout
from chalicelib.domain.commands import command_of
from chalicelib.domain.owner import Contact
from chalicelib.domain.wish_said import Pause
from chalicelib.domain.wish_words import read as read_wishes

from .change_consent import CARRIER_ANSWERS, start, stop
from .limits import local_day
from .talk import Outcome, Talk, Writer, say

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from .receive_text import InboundText


MOST_CONFIRMED = 5
"""So often a day is a STOP in words confirmed, whatever else was spent."""


@dataclass(frozen=True, slots=True)
class HearConsent:
    """Decides about consent alone; the talk says what else is to be said."""

    talk: Talk

    def hear(self, text: InboundText, writer: Writer) -> Outcome | None:
        """Decide about leaving and coming back, before anything else; none where the text says nothing about it."""
        reading = self._reading(text, writer)
        contact = writer.contact
        if reading in ("stop_keyword", "stop_words"):
            return self._stop(text, writer, by_keyword=reading == "stop_keyword")
        if contact and contact.consent == "stopped":
            if reading != "start" and not optout.opts_in(text.body):
                return self._silent(text, contact, writer)
            changes = start(contact, text.sender, cause=text.message_id, now=writer.now, registry=self.talk.registry)
            told = text.taken_as is not None or contact.stopped_by in CARRIER_ANSWERS or not changes
            return Outcome(replies=() if told else say("sms.started"), changes=changes)
        if reading == "start":
            return self._started(text, writer)
        return Outcome(changes=writer.introduction(self.talk.registry)) if reading == "help_keyword" else None

    def _started(self, text: InboundText, writer: Writer) -> Outcome:
        """Say to somebody who never stopped that texts are on; who paused them has them again."""
        if self._paused(writer):
            outcome = self.talk.answer("RESUME", 0, writer)
            return replace(outcome, replies=()) if text.taken_as else outcome
        replies = () if text.taken_as else say("sms.already_started")
        return Outcome(replies=replies, changes=writer.introduction(self.talk.registry))

    def _reading(self, text: InboundText, writer: Writer) -> optout.Reading | None:
        """Read consent out of a text, in which an owner's clear wish about when and how to be asked is none."""
        reading = text.taken_as or optout.read(text.body)
        wishes = text.taken_as is None and reading in ("stop_words", "start") and self.wishes(text, writer)
        return None if wishes else reading

    def wishes(self, text: InboundText, writer: Writer) -> bool:
        """Say whether somebody who gets our texts wishes something about them, and does not leave."""
        zone = self.talk.agency.zone()
        return owner_wishes(text.body, writer, zone=zone) or _only_pauses(text.body, writer, zone=zone)

    def _paused(self, writer: Writer) -> bool:
        owner_id = writer.contact.owner_id if writer.contact else None
        household = self.talk.registry.household(owner_id) if owner_id else None
        return household is not None and household.owner.wishes.paused(writer.now)

    def _silent(self, text: InboundText, contact: Contact, writer: Writer) -> Outcome:
        """Say nothing to somebody who stopped; but forget the number of a stranger who asks for it."""
        if contact.owner_id or not contact.address or command_of(text.body) != "delete":
            return Outcome()
        return self.talk.left(None, writer)

    def _stop(self, text: InboundText, writer: Writer, *, by_keyword: bool) -> Outcome:
        changes = stop(
            writer.contact,
            writer.key,
            writer.address,
            by="keyword" if by_keyword else "words",
            cause=text.message_id,
            now=writer.now,
            registry=self.talk.registry,
            language=writer.language,
        )
        told = not by_keyword and changes and self._may_confirm(writer)
        return Outcome(replies=say("sms.stopped") if told else (), changes=changes, free=True)

    def _may_confirm(self, writer: Writer) -> bool:
        """Count a confirmation: who leaves again and again is not told each time; leaving counts all the same."""
        day, scratch = local_day(self.talk.agency, writer.now), self.talk.scratch
        until = writer.now + timedelta(days=2)
        return scratch.count("stop_told", f"{writer.key}-{day}", now=writer.now, expires_at=until) <= MOST_CONFIRMED


def owner_wishes(body: str, writer: Writer, *, zone: ZoneInfo) -> bool:
    """Say whether an owner who may be written to there wishes something about when and how, and says nothing else."""
    contact = writer.contact
    if contact is None or contact.owner_id is None or contact.consent == "stopped":
        return False
    return bool(read_wishes(body, now=writer.now, zone=zone))


def _only_pauses(body: str, writer: Writer, *, zone: ZoneInfo) -> bool:
    """Say whether somebody without cameras, to whom nothing goes unless they write, wants a pause and says its end.

    Who would stop for good by it got no answer any more when they come back to register.
    """
    if writer.contact and (writer.contact.owner_id or writer.contact.consent == "stopped"):
        return False
    wished = read_wishes(body, now=writer.now, zone=zone)
    return bool(wished) and all(isinstance(wish, Pause) and not wish.ends_unsaid for wish in wished)
