"""What is owed, what was looked at, what expires, and who may look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from chalicelib.domain.agency import Agency
from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.officer import Officer, OfficerId
from chalicelib.domain.outbox import Message, MessageId

from .transactions import Change


class Outbox(Protocol):
    """Messages owed, and their delivery."""

    def owe(self, message: Message) -> Change:
        """Label `message`; conflicts where the id exists already."""

    def message(self, message_id: MessageId) -> Message | None: ...

    def drop(self, message: Message, *, reason: str) -> Change:
        """From owed to dropped; label `message`; conflicts where it is not owed any more."""

    def claim(self, message: Message, *, now: datetime, lease: timedelta) -> Change:
        """Label `message`; conflicts unless it is owed, or claimed (and never attempted) with its lease run out."""

    def attempt(self, message: Message, *, now: datetime) -> None:
        """Write down that the provider will now be called; raises Conflict where the lease ran out meanwhile."""

    def move(self, message_id: MessageId, to: str, *, provider_id: str = "", reason: str = "") -> bool:
        """Move forward by RANK; False where it stands there or further already. Final states stay."""

    def undeliver(self, message: Message, *, reason: str, provider_id: str = "", delivered: bool = False) -> Change:
        """From any state that is not final, and where `delivered` from delivered too; label `undelivered`.

        Conflicts where it was dropped, or is undelivered already.
        """

    def doubt(self, message: Message, *, until: datetime, reason: str = "") -> None:
        """From attempted or unknown to unknown, to be looked into at `until`; nothing where it moved on meanwhile."""

    def put_back(self, message: Message, *, due_at: datetime) -> None:
        """Back to owed, since the provider has surely not taken it; nothing where it moved on meanwhile."""

    def due(self, *, now: datetime, limit: int = 100) -> list[Message]:
        """Those owed and due, and those stuck in claimed, attempted or unknown with their lease run out."""


class Queue(Protocol):
    def send(self, bodies: Sequence[dict[str, Any]]) -> None:
        """Put each on the queue; bodies hold ids only, and get their version `v`."""

    def show_again(self, receipt: str, *, after_s: int) -> None:
        """Let a message that is being worked off come again after so many seconds; never raises for the queue."""


class AuditLog(Protocol):
    def record(self, entry: AuditEntry) -> Change:
        """Label `audit`; conflicts where somebody else wrote this shard's next row first: record it anew."""

    def write(self, entry: AuditEntry) -> None:
        """Record by itself, trying again where shards collide."""

    def rows(self, day: str) -> list[tuple[AuditEntry, str]]: ...

    def broken_links(self, day: str) -> list[str]:
        """Name every row of the day that was changed, or does not follow from a row that should still be there."""


class Scratch(Protocol):
    """What expires: every reader checks the expiry itself."""

    def get(self, kind: str, name: str, *, now: datetime) -> dict[str, Any] | None:
        """Give the value, its number added as `version`; none where there is none or it expired."""

    def put(
        self, kind: str, name: str, value: dict[str, Any], *, expires_at: datetime, version: int | None = None
    ) -> Change:
        """Label = kind; without `version` it conflicts where an unexpired one exists.

        Version 0 writes whatever stands there; a higher n conflicts unless the stored `version` is n, and writes n + 1.
        """

    def remove(self, kind: str, name: str) -> Change: ...

    def trace(self, of: str, kind: str, name: str, *, expires_at: datetime) -> Change:
        """Note that this value speaks of somebody (`of`: a contact's key, an owner's id); label `trace`."""

    def traced(self, of: str, *, now: datetime) -> list[tuple[str, str]]:
        """Give kind and name of every value traced to `of` that has not expired."""

    def latest(self, of: str, kind: str, *, now: datetime, most: int, before: str = "~") -> list[str]:
        """Give the names of the last values of a kind traced to `of`, from below `before` down; reads no more than
        those, however many there are.
        """

    def untrace(self, of: str, kind: str, name: str) -> Change:
        """Take back a trace; label `trace`. What was not there is no conflict."""

    def forget(self, of: str) -> None:
        """Remove every value traced to somebody, and its trace; what is cut off is finished by doing it again."""

    def take(self, kind: str, name: str, *, now: datetime) -> dict[str, Any] | None:
        """Read and delete in one step, so that only one taker gets it."""

    def count(self, kind: str, name: str, *, now: datetime, expires_at: datetime, by: int = 1) -> int:
        """Add to a counter that expires, and give its new value."""


class Agencies(Protocol):
    """The agency's configuration and its officers."""

    def agency(self) -> Agency:
        """Cached for a minute."""

    def change_agency(self, table: Mapping[str, Any], *, was: int) -> list[Change]:
        """Write agency.toml's contents as the next version; label `agency`; conflicts unless `was` is the current one.

        Version 0 means that there is none yet. Raises ValueError as `agency_from` does.
        """

    def officer(self, officer_id: OfficerId) -> Officer | None:
        """None where the id is not listed; a disabled officer is returned as disabled."""

    def officers(self) -> list[Officer]: ...

    def put_officer(self, officer: Officer) -> Change: ...
