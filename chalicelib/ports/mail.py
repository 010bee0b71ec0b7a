"""The bucket that raw mail lies in."""

from __future__ import annotations

from typing import Protocol


class RawMails(Protocol):
    """Raw mail, as the provider put it there."""

    def read(self, bucket: str, key: str, version_id: str) -> bytes | None:
        """Give the first 40 MB and one byte; none where it is gone."""
