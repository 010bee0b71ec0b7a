"""An officer takes a copy of an exhibit: on record, in the audit and in its history, before there is a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import NotFound
from chalicelib.domain.exhibit import Exhibit, ExhibitId, HistoryEntry
from chalicelib.domain.incident import Request, RequestId
from chalicelib.domain.officer import Officer

from .anew import anew

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadExhibit:
    """Gives addresses to download from; the record comes first, and where it cannot be written there is no address."""

    requests: ports.Requests
    exhibits: ports.Exhibits
    files: ports.EvidenceFiles
    audit: ports.AuditLog
    transactions: ports.Transactions
    clock: ports.Clock

    def address(self, officer: Officer, request_id: str, exhibit_id: str) -> str:
        """Give an address that downloads the file, good for 60 seconds; raises NotFound for what is not kept here."""
        request = self.requests.request(RequestId(request_id))
        exhibit = self.exhibits.exhibit(RequestId(request_id), ExhibitId(exhibit_id))
        if request is None or exhibit is None or exhibit.state != "kept":
            raise NotFound
        self._record(officer, request, exhibit)
        return self.files.download_url(exhibit)

    def _record(self, officer: Officer, request: Request, exhibit: Exhibit) -> None:
        def decide() -> None:
            now = self.clock.now()
            entry = AuditEntry(
                deed="download",
                actor=officer.officer_id,
                at=now,
                case_number=request.question.case_number,
                subject=exhibit.object_key,
                count=1,
            )
            touch = HistoryEntry("downloaded", now, officer.officer_id)
            written = self.exhibits.add_history(exhibit, touch)
            self.transactions.commit([self.audit.record(entry), written])

        anew(decide, tries=TRIES)  # the audit's next row may be taken: then the one after it is written
