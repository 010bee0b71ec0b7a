"""Which cameras within an area are wanted: judged by what the index holds, without reading the table."""

from __future__ import annotations

from dataclasses import dataclass

from .camera_key import CameraFacts
from .geofence import is_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What must hold of a camera; what is none does not matter.

    `kept_days`: footage that is this old must still be there. `looking`: from one heading clockwise to another; a
    camera without a heading may look anywhere.
    """

    kept_days: float | None = None
    indoor: bool | None = None
    working: bool | None = None
    looking: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if self.kept_days is not None and not (is_number(self.kept_days) and self.kept_days >= 0):
            raise ValueError(f"footage is nothing or more days old, not {self.kept_days!r:.40}")
        if self.looking is not None and not all(0 <= heading < 360 for heading in self.looking):
            raise ValueError(f"headings lie between 0 and 359 degrees, not {self.looking!r:.40}")

    def holds(self, facts: CameraFacts) -> bool:
        """Say whether a camera is wanted."""
        return (
            (self.kept_days is None or facts.retention_days >= self.kept_days)
            and self.indoor in (None, facts.indoor)
            and self.working in (None, facts.working)
            and self._looks_right(facts.heading)
        )

    def _looks_right(self, heading: int | None) -> bool:
        if self.looking is None or heading is None:
            return True
        first, last = self.looking
        return (heading - first) % 360 <= (last - first) % 360


ALL = Wanted()
