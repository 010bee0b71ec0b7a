"""A registration that is not yet confirmed, and the cameras it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .camera import MAX_CAMERAS, MAX_RETENTION_DAYS, Camera, CameraId
from .place import Address
from .view import DEGREES, View

if TYPE_CHECKING:  # what a conversation was kept as is read without the grammar of registrations
    from .registration_words import Slots

UNSURE_DAYS = 30
"""What is noted for an owner who does not know: what the common cloud plans keep. It is said back before it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an owner said so far; none is not yet said. There are never more views than cameras."""

    address: Address | None = None
    count: int | None = None
    days: int | None = None
    views: tuple[View, ...] = ()
    name: str = ""
    kept: tuple[int, ...] = ()
    """The days of each camera, where they differ; then `days` are the fewest."""

    def told(self, slots: Slots) -> Draft:
        """Give the draft with what a message said, but for the address, which has to be found first."""
        count = min(slots.count, MAX_CAMERAS) if slots.count else self.count
        views = slots.views or self.views
        return replace(
            self,
            count=count,
            days=min(max(slots.days, 1), MAX_RETENTION_DAYS) if slots.days else self.days,
            views=views[:count] if count else views,
            kept=() if slots.days or count != self.count else self.kept,
            name=slots.name or self.name,
        )

    def view(self, number: int) -> View:
        """Give the view of the camera with this number, from 1."""
        return self.views[number - 1] if number <= len(self.views) else View()

    def keeping(self, each: Mapping[int, int]) -> Draft:
        """Give the draft with what was said of how long each camera keeps, by number; for the others as it was."""
        if not each or not self.count:
            return self
        kept = tuple(each.get(at, self.days_of(at)) for at in range(1, self.count + 1))
        return replace(self, kept=kept if len(set(kept)) > 1 else (), days=min(kept))

    def days_of(self, number: int) -> int:
        """Give how many days the camera with this number keeps, from 1."""
        return self.kept[number - 1] if number <= len(self.kept) else self.days or UNSURE_DAYS

    def complete(self) -> bool:
        """Say whether nothing but the owner's OK is missing."""
        return self.address is not None and self.count is not None and self.days is not None

    def cameras(self, *, first: int, street: int | None) -> tuple[Camera, ...]:
        """Make the cameras, numbered from `first`; `street` is the heading from the house to its street, if known."""
        assert self.address is not None
        assert self.days is not None
        return tuple(
            Camera(
                camera_id=CameraId(f"c{first + at}"),
                address=self.address,
                retention_days=self.days_of(at + 1),
                heading=heading(self.view(at + 1), street=street),
                indoor=self.view(at + 1).indoor is True,
                kind=self.view(at + 1).kind,
            )
            for at in range(self.count or 0)
        )


def heading(view: View, *, street: int | None) -> int | None:
    """Give a view's heading in degrees; the street's side and the back are known only where the street's heading is."""
    if view.way in DEGREES:
        return DEGREES[str(view.way)]
    if view.way is None or street is None:
        return None
    return street if view.way == "street" else (street + 180) % 360
