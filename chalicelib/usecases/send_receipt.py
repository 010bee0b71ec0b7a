"""Owe an owner one receipt for the files that were kept: with their hashes, once all that were announced are here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.asking import reachable
from chalicelib.domain.errors import Conflict
from chalicelib.domain.exhibit import STALE, Exhibit, HistoryEntry, is_going_on
from chalicelib.domain.incident import Ask, RequestId
from chalicelib.domain.outbox import Message, MessageId
from chalicelib.domain.owner import ContactKey, OwnerId
from chalicelib.words.letters import ask_subject, follow_up, receipt_letter
from chalicelib.words.texting import text_of

if TYPE_CHECKING:
    from chalicelib import ports

RECEIPT_LIFE = timedelta(days=3)
HASHES_IN_A_TEXT = 3
"""So many full hashes fit into two segments of GSM-7."""
TRIES = 5


@dataclass(frozen=True, slots=True)
class _Said:
    """What a receipt says, the change that makes its link, and to whom it goes."""

    body: str
    link: list[ports.Change]
    to: ContactKey
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReceipt:
    """Writes receipts. One that waits for files still on their way is replaced when the next of them is kept."""

    registry: ports.Registry
    exhibits: ports.Exhibits
    requests: ports.Requests
    outbox: ports.Outbox
    outbox_queue: ports.Queue
    scratch: ports.Scratch
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency
    base_url: str

    def send(self, request_id: RequestId, owner_id: OwnerId) -> None:
        """Owe what is due for this ask, if anything; again owes nothing more."""
        for _ in range(TRIES):
            try:
                return self._owe(request_id, owner_id)
            except Conflict:  # Another file of this ask was kept at the same moment: look again.
                continue
        raise Conflict("receipt")

    def _owe(self, request_id: RequestId, owner_id: OwnerId) -> None:
        now = self.clock.now()
        ask = self.requests.ask(request_id, owner_id)
        name = f"{request_id}-{owner_id}"
        last = self.scratch.get("receipt", name, now=now) or {"version": None, "message": "", "held": [], "told": []}
        waiting = self._still_waiting(last, now)
        told = set(last["told"]) | (set() if waiting else set(last["held"]))
        files = self.exhibits.of_ask(request_id, owner_id)
        new = [each for each in files if each.state == "kept" and each.exhibit_id not in told]
        ids = [each.exhibit_id for each in new]
        if ask is None or not new or (waiting and set(ids) == set(last["held"])):
            return
        coming = [each.announced_at + STALE for each in files if is_going_on(each, now)]
        message, link = self._message(ask, new, now, due_at=max(coming, default=now))
        value = {"message": message.message_id, "held": ids, "told": sorted(told)}
        guard = self.scratch.put(
            "receipt", name, value, expires_at=ask.expires_at + RECEIPT_LIFE, version=last["version"]
        )
        touches = [change for each in new if not each.receipt_at for change in self._receipted(each, now)]
        self.transactions.commit([guard, self.outbox.owe(message), *link, *touches])
        if waiting:  # Only now: should we stop here, its owner hears twice rather than never.
            self.outbox.move(waiting, "dropped", reason="replaced")
        if not coming:
            self.outbox_queue.send([{"message": message.message_id}])

    def _still_waiting(self, last: dict[str, Any], now: datetime) -> MessageId | None:
        message = self.outbox.message(last["message"]) if last["message"] else None
        return message.message_id if message and message.state == "owed" and message.due_at > now else None

    def _receipted(self, exhibit: Exhibit, now: datetime) -> list[ports.Change]:
        entry = HistoryEntry("receipt", now, "system")
        return self.exhibits.change(replace(exhibit, receipt_at=now), entry, was="kept")

    def _message(
        self, ask: Ask, new: Sequence[Exhibit], now: datetime, *, due_at: datetime
    ) -> tuple[Message, list[ports.Change]]:
        said = self._said(ask, new)
        message = Message(
            message_id=MessageId(f"receipt-{self.ids.short(16)}"),
            kind="receipt",
            body=said.body,
            created_at=now,
            due_at=due_at,
            expires_at=due_at + RECEIPT_LIFE,
            contact_key=said.to,
            request_id=ask.request_id,
            owner_id=ask.owner_id,
            subject=said.subject,
        )
        return message, said.link

    def _said(self, ask: Ask, new: Sequence[Exhibit]) -> _Said:
        """Say it by text or mail, as the owner was asked; to whom else it may go where that contact is gone."""
        contact = self.registry.contact(ask.contact_key)
        if contact is None or contact.owner_id != ask.owner_id:
            household = self.registry.household(ask.owner_id)
            contact = reachable(household) if household else None
        language = self.agency.spoken(contact.language if contact else "")
        to = contact.key if contact else ask.contact_key
        if contact and contact.channel == "email":
            return self._mailed(ask, new, language, to)
        return self._texted(ask, new, language, to)

    def _mailed(self, ask: Ask, new: Sequence[Exhibit], language: str, to: ContactKey) -> _Said:
        token = self.ids.token()
        letter = receipt_letter(
            [each.sha256 for each in new], code=ask.code, agency=self.agency, language=language,
            link=f"{self.base_url}/r/{token}",
        )  # fmt: skip
        subject = follow_up(ask_subject(ask.code, agency=self.agency, language=language))
        return _Said(letter.body(), [self.requests.add_link(token, ask)], to, subject)

    def _texted(self, ask: Ask, new: Sequence[Exhibit], language: str, to: ContactKey) -> _Said:
        """Put the hashes into the text; where they are too many, a fresh link to the page that shows them."""
        values: dict[str, object] = {"code": ask.code, "count": len(new)}
        if len(new) <= HASHES_IN_A_TEXT:
            values["hashes"] = "\n".join(f"SHA-256 {each.sha256}" for each in new)
            msgid = "web.text.receipt_one" if len(new) == 1 else "web.text.receipt_few"
            return _Said(text_of(msgid, agency=self.agency, language=language, **values), [], to)
        token = self.ids.token()
        values["link"] = f"{self.base_url}/r/{token}"
        text = text_of("web.text.receipt_many", agency=self.agency, language=language, **values)
        return _Said(text, [self.requests.add_link(token, ask)], to)
