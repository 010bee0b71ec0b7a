"""A file that an owner handed in: untouched, hashed, every touch on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Literal, NewType

from .incident import RequestId
from .owner import OwnerId

ExhibitId = NewType("ExhibitId", str)
ExhibitState = Literal["receiving", "arrived", "kept", "refused"]
Touch = Literal["announced", "arrived", "hashed", "locked", "receipt", "viewed", "downloaded", "refused"]

MAX_FILES = 25
MAX_BYTES = 5 * 1024**3
PART_BYTES = 16 * 1024**2
STALE = timedelta(hours=1)
"""A file that was announced so long ago, and has not arrived, is no longer waited for."""
MAX_FILE_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One file; `size` in bytes as announced until it arrived, `sha256` in hex once it was computed.

    `upload_id` is the store's name of an upload still going on; `version_id` that of the object that was kept.
    `keep_until` is decided once, when it is announced: until then the object is locked, and file and history stand.
    """

    exhibit_id: ExhibitId
    request_id: RequestId
    owner_id: OwnerId
    file_name: str
    size: int
    announced_at: datetime
    keep_until: datetime
    state: ExhibitState = "receiving"
    upload_id: str = ""
    version_id: str = ""
    sha256: str = ""
    arrived_at: datetime | None = None
    receipt_at: datetime | None = None

    @property
    def object_key(self) -> str:
        """Where the file lies in the evidence bucket: ids only, chosen by us."""
        return f"{self.request_id}/{self.exhibit_id}"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One touch of an exhibit: what, when, by whom (an officer's id, `owner`, or `system`)."""

    touch: Touch
    at: datetime
    by: str
    detail: str = ""


def part_count(exhibit: Exhibit) -> int:
    """Say how many parts a file of this size has."""
    return ceil(exhibit.size / PART_BYTES)


def part_size(exhibit: Exhibit, number: int) -> int:
    """Give the size in bytes that part `number`, from 1, must have."""
    return min(PART_BYTES, exhibit.size - (number - 1) * PART_BYTES)


def is_going_on(exhibit: Exhibit, now: datetime) -> bool:
    """Say whether a file is still on its way, as far as anybody can tell."""
    return exhibit.state in ("receiving", "arrived") and now - exhibit.announced_at < STALE


def is_given_up(exhibit: Exhibit, now: datetime) -> bool:
    """Say whether a file was refused, or announced and never sent."""
    return exhibit.state == "refused" or (exhibit.state == "receiving" and not is_going_on(exhibit, now))


def tidy_name(name: str) -> str:
    """Give a file's own name without folders and without what cannot be shown in one line."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip(" .")
    return shown[-MAX_FILE_NAME:] or "footage"
