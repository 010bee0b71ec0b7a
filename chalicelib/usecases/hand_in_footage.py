"""An owner hands in files: announced here, sent by the browser straight to the bucket, in parts that may be resumed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.exhibit import (
    MAX_BYTES,
    MAX_FILES,
    Exhibit,
    ExhibitId,
    HistoryEntry,
    is_given_up,
    part_count,
    part_size,
    tidy_name,
)

from .view_ask import AskView

if TYPE_CHECKING:
    from chalicelib import ports

URLS_AT_ONCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """Takes files for the ask that a link opened; `view` is that ask."""

    view: AskView
    exhibits: ports.Exhibits
    files: ports.EvidenceFiles
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency

    def announce(self, name: str, size: int) -> Exhibit:
        """Begin an upload in parts of PART_BYTES; raises Refused for what is empty, too large, or one too many."""
        if size <= 0:
            raise Refused("web.error.file_empty", field="files")
        if size > MAX_BYTES:
            raise Refused("web.error.file_large", field="files")
        exhibit = self._new(name, size)
        exhibit = replace(exhibit, upload_id=self.files.start_upload(exhibit))
        return self._write(exhibit)

    def announce_one(self) -> Exhibit:
        """Make room for one file that a plain form will send: nobody knows its name or its size yet."""
        return self._write(self._new(f"footage-{len(self.view.exhibits) + 1}", 0))

    def exhibit(self, exhibit_id: str) -> Exhibit:
        """Give a file of this ask; raises NotFound where it is none of it."""
        for exhibit in self.view.exhibits:
            if exhibit.exhibit_id == exhibit_id:
                return exhibit
        raise NotFound

    def part_urls(self, exhibit_id: str, numbers: Sequence[int]) -> dict[int, str]:
        """Presign the upload of some parts, numbered from 1; raises Refused for parts that the file does not have."""
        exhibit = self._receiving(exhibit_id)
        wanted = sorted(set(numbers))
        if not 1 <= len(wanted) <= URLS_AT_ONCE or wanted[0] < 1 or wanted[-1] > part_count(exhibit):
            raise Refused("web.error.file_parts", field="files")
        return self.files.part_urls(exhibit, wanted)

    def parts_done(self, exhibit: Exhibit) -> list[int]:
        """Give the numbers of the parts that arrived whole: one that was cut off does not count."""
        if exhibit.state != "receiving" or not exhibit.upload_id:
            return []
        try:
            sizes = self.files.parts(exhibit)
        except NotFound:  # The parts were put together, and we stopped before it was written down: finishing does.
            return list(range(1, part_count(exhibit) + 1))
        return [
            number for number in range(1, part_count(exhibit) + 1) if sizes.get(number) == part_size(exhibit, number)
        ]

    def finish(self, exhibit_id: str) -> Exhibit:
        """Put the parts together; doing it again is no error. Raises Refused where parts are missing or cut off."""
        exhibit = self.exhibit(exhibit_id)
        if exhibit.state != "receiving":
            return exhibit
        self.files.finish_upload(exhibit)
        now = self.clock.now()
        arrived = replace(exhibit, state="arrived", arrived_at=now)
        try:
            entry = HistoryEntry("arrived", now, "owner")
            self.transactions.commit(self.exhibits.change(arrived, entry, was="receiving"))
        except Conflict:
            pass  # Keeping it was faster than we were.
        return arrived

    def _new(self, name: str, size: int) -> Exhibit:
        now = self.clock.now()
        if not self.view.is_open():
            raise Refused("web.error.ask_closed", field="files")
        if _standing(self.view.exhibits, now) >= MAX_FILES:
            raise _too_many()
        return Exhibit(
            exhibit_id=ExhibitId(self.ids.short(16)),
            request_id=self.view.ask.request_id,
            owner_id=self.view.ask.owner_id,
            file_name=tidy_name(name),
            size=size,
            announced_at=now,
            keep_until=now + timedelta(days=self.agency.keep.exhibits_days),
        )

    def _write(self, exhibit: Exhibit) -> Exhibit:
        """Count again afterwards: of many announced at once, each that finds too many takes itself back."""
        now = exhibit.announced_at
        self.transactions.commit(self.exhibits.announce(exhibit, HistoryEntry("announced", now, "owner")))
        if _standing(self.exhibits.of_ask(exhibit.request_id, exhibit.owner_id), now) > MAX_FILES:
            refused = HistoryEntry("refused", now, "system")
            self.transactions.commit(self.exhibits.change(replace(exhibit, state="refused"), refused, was="receiving"))
            raise _too_many()
        return exhibit

    def _receiving(self, exhibit_id: str) -> Exhibit:
        exhibit = self.exhibit(exhibit_id)
        if exhibit.state != "receiving" or not exhibit.upload_id:
            raise Refused("web.error.file_here", field="files")
        return exhibit


def _standing(exhibits: Iterable[Exhibit], now: datetime) -> int:
    return sum(not is_given_up(exhibit, now) for exhibit in exhibits)


def _too_many() -> Refused:
    return Refused("web.error.files_many", field="files", most=MAX_FILES)
