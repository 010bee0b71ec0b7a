"""Asks that waited for a silent phone to say that it is still its owner's: now they are put."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.incident import Ask
from chalicelib.domain.outbox import MessageId, ask_message_id
from chalicelib.domain.owner import Contact

from .ask_message import AskWriter

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAsks:
    """Owes what was held back. `base_url` is where the pages are, without a slash at the end."""

    requests: ports.Requests
    outbox: ports.Outbox
    ids: ports.Ids
    agency: Agency
    base_url: str

    def release(
        self, held: Iterable[Ask], contact: Contact, *, now: datetime
    ) -> tuple[list[ports.Change], tuple[MessageId, ...]]:
        """Give the changes and the messages that are then owed; conflicts (`ask`) where an ask changed meanwhile.

        They go out at once: somebody is there, and expects them.
        """
        writer = AskWriter(
            requests=self.requests, outbox=self.outbox, ids=self.ids, agency=self.agency, base_url=self.base_url,
            now=now,
        )  # fmt: skip
        changes: list[ports.Change] = []
        owed: list[MessageId] = []
        for ask in held:
            request = self.requests.request(ask.request_id)
            if request is None or request.state != "open":
                continue
            name = MessageId(f"{ask_message_id(ask.request_id, ask.owner_id)}-released")
            freed = replace(ask, held=False, version=ask.version + 1)
            _, owing = writer.owe(
                request, freed, contact.channel, message_id=name, due_at=now, language=contact.language
            )
            changes += [self.requests.change_ask(freed), *owing]
            owed.append(name)
        return changes, tuple(owed)
