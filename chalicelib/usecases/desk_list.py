"""What waits for a person at the desk: kept for 30 days, listed, and the channel in Slack told that there is some."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.outbox import MessageId, owed_note
from chalicelib.domain.owner import ContactKey, OwnerId

if TYPE_CHECKING:
    from chalicelib import ports

KEPT = timedelta(days=30)
Page = Literal["flags", "mail", "homes"]
_NOTES: dict[Page, str] = {"flags": "note.flag", "mail": "note.mail", "homes": "note.homes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNotes:
    """Tells officers. `channel_id` is the agency's channel in Slack, empty where it has none."""

    outbox: ports.Outbox
    agency: Agency
    base_url: str
    channel_id: str

    def owe(self, page: Page, *, now: datetime) -> tuple[list[ports.Change], tuple[MessageId, ...]]:
        """Give the note that something waits at a page, and what to queue: one an hour, and nobody's words.

        Nothing where there is no channel. Label `message`.
        """
        name = MessageId(f"note-{page}-{now:%Y%m%d%H}")
        if not self.channel_id or self.outbox.message(name):
            return [], ()
        text = words.say(_NOTES[page], self.agency.spoken(), link=f"{self.base_url}/desk/{page}")
        note = owed_note(name, {"channel": self.channel_id, "text": text}, now=now, expires_at=now + timedelta(days=1))
        return [self.outbox.owe(note)], (name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskList:
    """One list in scratch: values of one kind, which goes by the list's name, traced to it and to whoever wrote."""

    scratch: ports.Scratch
    kind: str

    def put(
        self, name: str, value: dict[str, Any], *, of: ContactKey | OwnerId, now: datetime, version: int | None = None
    ) -> list[ports.Change]:
        """Give the changes that let something wait here; see `Scratch.put` for `version`. Labels: the kind, `trace`."""
        until = now + KEPT
        return [
            self.scratch.put(self.kind, name, value, expires_at=until, version=version),
            self.scratch.trace(self.kind, self.kind, name, expires_at=until),
            self.scratch.trace(of, self.kind, name, expires_at=until),
        ]

    def page(self, *, now: datetime, most: int, before: str = "~") -> list[tuple[str, dict[str, Any]]]:
        """Give at most so many, the last names first, from below `before` on; what went meanwhile is passed over."""
        found: list[tuple[str, dict[str, Any]]] = []
        while len(found) < most and (
            names := self.scratch.latest(self.kind, self.kind, now=now, most=most, before=before)
        ):
            before = names[-1]
            values = ((name, self.scratch.get(self.kind, name, now=now)) for name in names)
            found += [(name, value) for name, value in values if value]
        return found[:most]

    def take_off(self, name: str) -> list[ports.Change]:
        """Give the changes after which it waits no more. Labels: the kind, `trace`."""
        return [self.scratch.remove(self.kind, name), self.scratch.untrace(self.kind, self.kind, name)]
