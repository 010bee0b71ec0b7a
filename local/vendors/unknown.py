"""What the application said and the local vendors do not know: a test fails on any entry here."""

from __future__ import annotations


class Unknown:
    """A list of surprises, each once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}

    def record(self, vendor: str, what: str) -> None:
        self._seen[vendor, what] = self._seen.get((vendor, what), 0) + 1

    def listing(self) -> list[dict[str, str | int]]:
        """Return vendor, what, and how often it happened."""
        return [{"vendor": vendor, "what": what, "times": times} for (vendor, what), times in self._seen.items()]
