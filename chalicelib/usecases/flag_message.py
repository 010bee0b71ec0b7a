"""A message that may mean leaving, and may not: kept for a supervisor, who decides; Slack is told that there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.officer import Officer
from chalicelib.domain.outbox import MessageId
from chalicelib.domain.owner import ContactKey

from .change_consent import stop
from .desk_list import DeskList, DeskNotes

if TYPE_CHECKING:
    from chalicelib import ports

FLAG = "flag"
"""The list of flagged contacts: what each of them wrote, by the contact's key."""
MOST_LETTERS, MOST_MESSAGES = 20_000, 5
"""Of all messages of one contact together: the latest stand there whole."""
MOST_SHOWN = 50
TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """Keeps flagged messages, by whichever channel they came."""

    scratch: ports.Scratch
    notes: DeskNotes

    def keep(self, text: str, key: ContactKey, *, now: datetime) -> tuple[list[ports.Change], tuple[MessageId, ...]]:
        """Give the changes, and the note to queue; labels `flag`, `trace`, `message`.

        One entry a contact holds its latest messages.
        """
        before = self.scratch.get(FLAG, key, now=now)
        value = {"at": now.isoformat(), "texts": _latest([*(before["texts"] if before else []), text])}
        waits = DeskList(scratch=self.scratch, kind=FLAG).put(
            key, value, of=key, now=now, version=before["version"] if before else None
        )
        note, owed = self.notes.owe("flags", now=now)
        return [*waits, *note], owed


def _latest(texts: list[str]) -> list[str]:
    """Leave out, or cut, the oldest of what one contact wrote."""
    kept: list[str] = []
    room = MOST_LETTERS
    for text in reversed(texts[-MOST_MESSAGES:]):
        if room > 0:
            kept.insert(0, text[:room])
            room -= len(text)
    return kept


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
        """Give what waits, the oldest of these first, MOST_SHOWN at most: the others come once some are decided.

        Raises Refused for whoever is no supervisor.
        """
        now = self._checked(officer)
        found = [_flagged(ContactKey(name), value) for name, value in self._list().page(now=now, most=MOST_SHOWN)]
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
            if self.scratch.get(FLAG, key, now=now) is None:
                raise NotFound
            entry = AuditEntry(
                deed="judge_flag", actor=officer.officer_id, at=now, subject=key, count=1,
                detail="leaves" if leaves else "nothing",
            )  # fmt: skip
            changes = self._stop(key, now) if leaves else []
            try:
                return self.transactions.commit([*self._list().take_off(key), *changes, self.audit.record(entry)])
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

    def _list(self) -> DeskList:
        return DeskList(scratch=self.scratch, kind=FLAG)


def _flagged(key: ContactKey, value: dict[str, Any]) -> Flagged:
    return Flagged(key, datetime.fromisoformat(value["at"]), tuple(value["texts"]))
