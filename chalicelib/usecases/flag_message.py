"""A message that may mean leaving, and may not: kept for a supervisor, who decides; Slack is told that there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.officer import Officer
from chalicelib.domain.outbox import Message, MessageId, owed_note
from chalicelib.domain.owner import ContactKey

from .change_consent import stop

if TYPE_CHECKING:
    from chalicelib import ports

FLAG = "flag"
"""The kind under which a flagged contact's messages lie in scratch, by the contact's key."""
KEPT = timedelta(days=30)
MOST_LETTERS, MOST_MESSAGES = 1600, 5
TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """Keeps flagged messages. `channel_id` is the agency's channel in Slack, empty where it has none."""

    scratch: ports.Scratch
    outbox: ports.Outbox
    agency: Agency
    base_url: str
    channel_id: str

    def keep(self, text: str, key: ContactKey, *, now: datetime) -> tuple[list[ports.Change], tuple[MessageId, ...]]:
        """Give the changes, and the note to queue; labels `flag`, `trace`, `message`.

        One entry a contact holds its latest messages; the channel is told at most once an hour, and nobody's words.
        """
        before = self.scratch.get(FLAG, key, now=now)
        texts = [*(before["texts"] if before else []), text[:MOST_LETTERS]][-MOST_MESSAGES:]
        value = {"at": now.isoformat(), "texts": texts}
        until = now + KEPT
        changes = [
            self.scratch.put(FLAG, key, value, expires_at=until, version=before["version"] if before else None),
            self.scratch.trace(FLAG, FLAG, key, expires_at=until),
            self.scratch.trace(key, FLAG, key, expires_at=until),
        ]
        note = self._note(now)
        if not self.channel_id or self.outbox.message(note.message_id):
            return changes, ()
        return [*changes, self.outbox.owe(note)], (note.message_id,)

    def _note(self, now: datetime) -> Message:
        text = words.say("note.flag", self.agency.spoken(), link=f"{self.base_url}/desk/flags")
        return owed_note(
            f"note-flag-{now:%Y%m%d%H}", {"channel": self.channel_id, "text": text}, now=now,
            expires_at=now + timedelta(days=1),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flagged:
    """What one contact wrote that nobody could decide; the latest message last."""

    key: ContactKey
    at: datetime
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlaggedMessages:
    """What a supervisor sees and does. The record is written first, or with the deed: else nothing is shown or done."""

    registry: ports.Registry
    scratch: ports.Scratch
    audit: ports.AuditLog
    transactions: ports.Transactions
    clock: ports.Clock

    def waiting(self, officer: Officer) -> list[Flagged]:
        """Give what waits, oldest first; raises Refused for whoever is no supervisor."""
        now = self._checked(officer)
        keys = [ContactKey(name) for kind, name in self.scratch.traced(FLAG, now=now) if kind == FLAG]
        found = [flagged for key in keys if (flagged := self._flagged(key, now))]
        self.audit.write(
            AuditEntry(deed="view_flags", actor=officer.officer_id, at=now, subject="desk", count=len(found))
        )
        return sorted(found, key=lambda flagged: flagged.at)

    def decide(self, officer: Officer, key: ContactKey, *, leaves: bool) -> None:
        """Stop this contact, or take it for nothing; either way it waits no more.

        Raises Refused for whoever is no supervisor, NotFound where somebody else decided before.
        """
        for _ in range(TRIES):
            now = self._checked(officer)
            if self._flagged(key, now) is None:
                raise NotFound
            entry = AuditEntry(
                deed="judge_flag", actor=officer.officer_id, at=now, subject=key, count=1,
                detail="leaves" if leaves else "nothing",
            )  # fmt: skip
            changes = self._stop(key, now) if leaves else []
            try:
                return self.transactions.commit([self.scratch.remove(FLAG, key), *changes, self.audit.record(entry)])
            except Conflict:
                continue
        raise Conflict("consent")

    def _stop(self, key: ContactKey, now: datetime) -> list[ports.Change]:
        contact = self.registry.contact(key)
        if contact is None:
            return []
        return stop(contact, key, contact.address, by="desk", cause="", now=now, registry=self.registry)

    def _checked(self, officer: Officer) -> datetime:
        if not officer.may_approve():
            raise Refused("web.desk.flags_role")
        return self.clock.now()

    def _flagged(self, key: ContactKey, now: datetime) -> Flagged | None:
        value = self.scratch.get(FLAG, key, now=now)
        return Flagged(key, datetime.fromisoformat(value["at"]), tuple(value["texts"])) if value else None
