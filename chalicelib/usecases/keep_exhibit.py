"""A file has arrived in the bucket: hash it, lock it, write down that it is kept, tell the detective and its owner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Conflict
from chalicelib.domain.exhibit import MAX_BYTES, Exhibit, ExhibitId, HistoryEntry
from chalicelib.domain.incident import Answer, Ask, Request, RequestId
from chalicelib.domain.outbox import Message, board_update, note_beside, owed_note

from .send_receipt import SendReceipt

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5
NOTE_LIFE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepExhibit:
    """Takes the bucket's word that an object came: at least once, in any order. The object is never rewritten."""

    exhibits: ports.Exhibits
    files: ports.EvidenceFiles
    requests: ports.Requests
    outbox: ports.Outbox
    outbox_queue: ports.Queue
    transactions: ports.Transactions
    clock: ports.Clock
    agency: Agency
    receipts: SendReceipt

    def keep(self, object_key: str, version_id: str) -> None:
        """Keep one version of one object; again changes nothing. What was never announced is left where it lies."""
        request_id, _, exhibit_id = object_key.partition("/")
        exhibit = self.exhibits.exhibit(RequestId(request_id), ExhibitId(exhibit_id))
        if exhibit is None:
            return
        if exhibit.state in ("receiving", "arrived"):
            exhibit = self._take_in(exhibit, version_id)
        elif version_id not in (exhibit.version_id, ""):
            self._note_another(exhibit, version_id)
        if exhibit.state == "kept":
            self.receipts.send(exhibit.request_id, exhibit.owner_id)

    def _take_in(self, exhibit: Exhibit, version_id: str) -> Exhibit:
        """The hash comes first, so that nothing says `kept` which nobody has read to its end."""
        sha256, size = self.files.digest(exhibit.object_key, version_id)
        now = self.clock.now()
        if not 0 < size <= MAX_BYTES:
            return self._refuse(exhibit, version_id, size, now)
        self.files.lock(exhibit.object_key, version_id, until=exhibit.keep_until)
        for _ in range(TRIES):
            if exhibit.state not in ("receiving", "arrived"):
                return exhibit
            kept = replace(exhibit, state="kept", version_id=version_id, sha256=sha256, size=size,
                           arrived_at=exhibit.arrived_at or now)  # fmt: skip
            try:
                return self._write(exhibit, kept, now)
            except Conflict:
                exhibit = self.exhibits.exhibit(exhibit.request_id, exhibit.exhibit_id) or exhibit
        raise Conflict("exhibit")

    def _write(self, was: Exhibit, kept: Exhibit, now: datetime) -> Exhibit:
        changes = self.exhibits.change(kept, HistoryEntry("hashed", now, "system", kept.sha256), was=was.state)
        touches = [HistoryEntry("locked", now, "system", kept.version_id)]
        if was.state == "receiving":
            touches.append(HistoryEntry("arrived", now, "system"))
        changes += [self.exhibits.add_history(kept, touch) for touch in touches]
        changes += self._answering(self.requests.ask(kept.request_id, kept.owner_id), now)
        request = self.requests.request(kept.request_id)
        changes += self.requests.keep_as_long_as_files(request) if request else []
        owed = _news(kept, request, now, self.agency.spoken())
        self.transactions.commit([*changes, *(self.outbox.owe(message) for message in owed)])
        self.outbox_queue.send([{"message": message.message_id} for message in owed])
        return kept

    def _answering(self, ask: Ask | None, now: datetime) -> list[ports.Change]:
        """Who hands in a file has footage, whether or not they said so before."""
        if ask is None or ask.answer is not None:
            return []
        answered = replace(ask, answer=Answer.HAS_FOOTAGE, answered_at=now, version=ask.version + 1)
        return [self.requests.change_ask(answered)]

    def _refuse(self, exhibit: Exhibit, version_id: str, size: int, now: datetime) -> Exhibit:
        refused = replace(exhibit, state="refused", version_id=version_id, size=size, arrived_at=now)
        entry = HistoryEntry("refused", now, "system", f"{size} bytes")
        self.transactions.commit(self.exhibits.change(refused, entry, was=exhibit.state))
        return refused

    def _note_another(self, exhibit: Exhibit, version_id: str) -> None:
        """A second object under the same key does not replace the first: only its coming is written down."""
        told = {entry.detail for entry in self.exhibits.history(exhibit.request_id, exhibit.exhibit_id)}
        if version_id not in told:
            entry = HistoryEntry("refused", self.clock.now(), "system", version_id)
            self.transactions.commit([self.exhibits.add_history(exhibit, entry)])


def _news(kept: Exhibit, request: Request | None, now: datetime, language: str) -> list[Message]:
    """Tell the detective in Slack: the code and how to look, nothing about the owner, not even the file's name."""
    if request is None:
        return []
    note, name, expires_at = note_beside(request, _note_text(request, language)), kept.exhibit_id, now + NOTE_LIFE
    return [
        owed_note(f"note-{name}", note, kept.request_id, now=now, expires_at=expires_at),
        board_update(f"board-{name}", kept.request_id, now=now, expires_at=expires_at),
    ]


def _note_text(request: Request, language: str) -> str:
    return words.say("web.note.kept", language, code=request.code, case_number=request.question.case_number)
