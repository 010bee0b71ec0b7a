"""Requests, asks, answers, exhibits and the files themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.domain.exhibit import Exhibit, ExhibitId, HistoryEntry
from chalicelib.domain.incident import Ask, Request, RequestId, Tally
from chalicelib.domain.owner import OwnerId
from chalicelib.domain.photo import Photo, PhotoId

from .transactions import Change


class Requests(Protocol):
    """Cases, requests, asks and answers."""

    def request(self, request_id: RequestId) -> Request | None: ...

    def by_code(self, code: str) -> Request | None: ...

    def recent(self, *, limit: int = 50) -> list[Request]:
        """Newest first."""

    def add_request(self, request: Request) -> list[Change]:
        """Labels `request` and `code`; conflicts where either exists."""

    def move_request(self, request: Request, *, was: str) -> Change:
        """Write its new state (and approver); label `request`; conflicts unless the stored state is `was`."""

    def check_open(self, request_id: RequestId) -> Change:
        """Write nothing; label `request`; conflicts unless the request is open."""

    def keep_as_long_as_files(self, request: Request) -> list[Change]:
        """Let a request with a file stay as long as any file of it may; labels `request`, `code`; both must exist."""

    def set_slack_ts(self, request_id: RequestId, ts: str) -> None: ...

    def add_ask(self, ask: Ask) -> Change:
        """Label `ask`; conflicts where this owner was asked already."""

    def ask(self, request_id: RequestId, owner_id: OwnerId) -> Ask | None: ...

    def asks(self, request_id: RequestId) -> list[Ask]: ...

    def open_asks(self, owner_id: OwnerId, *, now: datetime) -> list[Ask]:
        """An owner's asks that are neither closed nor expired, answered or not, newest first."""

    def change_ask(self, ask: Ask) -> Change:
        """Write answer and state; label `ask`; conflicts unless `ask.version` follows the stored one."""

    def add_link(self, token: str, ask: Ask) -> Change:
        """Let `token` (stored as a hash) open this ask until it expires; label `link`."""

    def ask_by_token(self, token: str, *, now: datetime) -> Ask | None:
        """None where the token never existed, expired, or was taken back: all alike."""

    def tally(self, request_id: RequestId) -> Tally: ...

    def figures(self) -> dict[str, int]:
        """Count `requests`, `asks` and `answers`."""


class Exhibits(Protocol):
    """Files handed in, their history, and the bucket that holds them."""

    def announce(self, exhibit: Exhibit, entry: HistoryEntry) -> list[Change]: ...

    def of_request(self, request_id: RequestId) -> list[Exhibit]: ...

    def of_ask(self, request_id: RequestId, owner_id: OwnerId) -> list[Exhibit]: ...

    def exhibit(self, request_id: RequestId, exhibit_id: ExhibitId) -> Exhibit | None: ...

    def change(self, exhibit: Exhibit, entry: HistoryEntry, *, was: str) -> list[Change]:
        """Write the exhibit and add to its history; label `exhibit`; conflicts unless the stored state is `was`."""

    def add_history(self, exhibit: Exhibit, entry: HistoryEntry) -> Change: ...

    def history(self, request_id: RequestId, exhibit_id: ExhibitId) -> list[HistoryEntry]: ...

    def figures(self) -> dict[str, int]:
        """Count `exhibits` that arrived."""


class EvidenceFiles(Protocol):
    """The bucket: uploads in parts straight to it, hashing, locking, reading. Never rewriting."""

    def origin(self) -> str:
        """Give the origin that browsers send files to and fetch them from: `https://bucket.s3.amazonaws.com`."""

    def start_upload(self, exhibit: Exhibit) -> str:
        """Begin a multipart upload; give its upload id."""

    def part_urls(self, exhibit: Exhibit, part_numbers: Sequence[int]) -> dict[int, str]:
        """Presign the upload of these parts for 15 minutes."""

    def parts(self, exhibit: Exhibit) -> dict[int, int]:
        """Give the size in bytes of every part that has arrived."""

    def finish_upload(self, exhibit: Exhibit) -> None:
        """Put the parts together; again is no error. Raises Refused where the sum is not what was announced."""

    def put_once(self, exhibit: Exhibit, content: bytes) -> None:
        """Put a whole file where none lies yet; again changes nothing."""

    def abandon_upload(self, exhibit: Exhibit) -> None: ...

    def form_fields(self, exhibit: Exhibit, *, done_url: str) -> tuple[str, dict[str, str]]:
        """Presign a plain form's POST: its action and its hidden fields; S3 sends the browser on to `done_url`."""

    def digest(self, object_key: str, version_id: str) -> tuple[str, int]:
        """Read the whole object; give SHA-256 in hex and the size in bytes."""

    def lock(self, object_key: str, version_id: str, *, until: datetime) -> None:
        """Set retention in governance mode. Doing it again is no error."""

    def download_url(self, exhibit: Exhibit) -> str:
        """Presign a download as an attachment for 60 seconds."""


class Photos(Protocol):
    """The bucket of photos that owners gave of their cameras' views. Nothing there is ever locked or versioned."""

    def origin(self) -> str:
        """Give the origin that browsers fetch them from."""

    def put(self, photo_id: PhotoId, photo: Photo) -> None: ...

    def url(self, photo_id: PhotoId) -> str:
        """Presign a look for five minutes."""

    def remove(self, photos: Sequence[PhotoId]) -> None:
        """Delete them; what is gone is no error. Raises for what could not be deleted: it is to be tried again."""
