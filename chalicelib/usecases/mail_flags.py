"""Mail that a person must read: kept in full for the desk, and the channel is told that there is some, not what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import NotFound
from chalicelib.domain.mail import InboundMail
from chalicelib.domain.mail_html import text_of_html
from chalicelib.domain.officer import Officer
from chalicelib.domain.outbox import Message, MessageId
from chalicelib.domain.owner import ContactKey

if TYPE_CHECKING:
    from chalicelib import ports

FLAGGED = "flagged"
KEPT = timedelta(days=30)
MOST_LETTERS = 20_000
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFlags:
    """Keeps what was not understood, or held back, by the mail's name; the same mail is kept once."""

    scratch: ports.Scratch
    outbox: ports.Outbox
    agency: Agency
    base_url: str
    channel_id: str

    def keep(self, mail: InboundMail, name: str, key: ContactKey, *, why: str, now: datetime) -> list[ports.Change]:
        """Give the changes; the channel is told at most once an hour."""
        value = {
            "at": now.isoformat(), "why": why, "from": mail.sender, "subject": mail.subject,
            "text": (mail.plain or text_of_html(mail.html))[:MOST_LETTERS],
            "files": [each.name for each in mail.attachments[:20]],
        }  # fmt: skip
        until = now + KEPT
        note = self._note(now)
        return [
            self.scratch.put(FLAGGED, name, value, expires_at=until),
            self.scratch.trace(FLAGGED, FLAGGED, name, expires_at=until),
            self.scratch.trace(key, FLAGGED, name, expires_at=until),
            *([] if self.outbox.message(note.message_id) else [self.outbox.owe(note)]),
        ]

    def note_of(self, now: datetime) -> MessageId:
        """Name the note of this hour."""
        return MessageId(f"note-mail-{now:%Y%m%d%H}")

    def _note(self, now: datetime) -> Message:
        import json

        text = words.say("note.mail", self.agency.spoken(), link=f"{self.base_url}/desk/mail")
        return Message(
            message_id=self.note_of(now),
            kind="note",
            body=json.dumps({"channel": self.channel_id, "text": text}),
            created_at=now,
            due_at=now,
            expires_at=now + timedelta(days=1),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FlaggedMail:
    """Shows it to officers. The record of the look is written first: where it cannot be, nothing is given."""

    scratch: ports.Scratch
    audit: ports.AuditLog
    transactions: ports.Transactions
    clock: ports.Clock

    def list(self, officer: Officer) -> list[dict[str, Any]]:
        """Give the mails that wait, newest first, in full; `name` is what `done` takes."""
        now = self.clock.now()
        names = [name for kind, name in self.scratch.traced(FLAGGED, now=now) if kind == FLAGGED]
        found = [value | {"name": name} for name in names if (value := self.scratch.get(FLAGGED, name, now=now))]
        shown = sorted(found, key=lambda value: str(value["at"]), reverse=True)[:MOST_SHOWN]
        self.audit.write(
            AuditEntry(deed="view_mail", actor=officer.officer_id, at=now, subject="desk", count=len(shown))
        )
        return shown

    def done(self, officer: Officer, name: str) -> None:
        """Take a mail off the list, on record; raises NotFound where somebody else did before."""
        now = self.clock.now()
        if self.scratch.get(FLAGGED, name, now=now) is None:
            raise NotFound
        entry = AuditEntry(
            deed="judge_flag", actor=officer.officer_id, at=now, subject=name, count=1, detail="mail done"
        )
        self.transactions.commit([self.scratch.remove(FLAGGED, name), self.audit.record(entry)])
