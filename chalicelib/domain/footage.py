"""Which footage a camera still holds, and when it is overwritten: what decides whom to ask first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from .camera import Match
from .incident import Window


@dataclass(frozen=True, slots=True)
class Footage:
    """What was recorded in a window, as it stands at a time; without a window, each camera's own along a path counts.

    It is overwritten as long after the window's end as the camera keeps footage.
    """

    at: datetime
    window: Window | None = None

    def overwritten_at(self, match: Match) -> datetime:
        """Give when a camera overwrites it; raises ValueError where neither the camera nor this has a window."""
        window = match.window or self.window
        if window is None:
            raise ValueError("only along a path has every camera a window of its own")
        return window.end + timedelta(days=match.retention_days)

    def held_by(self, match: Match) -> bool:
        """Say whether a camera still holds it."""
        return self.overwritten_at(match) > self.at
