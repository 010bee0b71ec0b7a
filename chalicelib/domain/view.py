"""What one camera looks at, as its owner says it: a kind, a way, indoors or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .camera import Kind

Compass = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"]
Way = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw", "street", "back"]
Sight = Literal["", "alley", "driveway", "parking", "garage", "side"]
"""What people say that a camera looks at where it is neither a compass point nor the street or the back yard."""
DEGREES: dict[str, int] = {"n": 0, "ne": 45, "e": 90, "se": 135, "s": 180, "sw": 225, "w": 270, "nw": 315}
"""Degrees clockwise from north."""
COMPASS: tuple[Compass, ...] = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One camera's kind, which way it looks and whether it hangs indoors; none is what nobody said.

    `sees` is the resident's own word, for saying it back; an alley lies in the `back` as well, a side lies nowhere.
    """

    kind: Kind = "unknown"
    way: Way | None = None
    indoor: bool | None = None
    sees: Sight = ""

    def over(self, other: View) -> View:
        """Give this view, completed by what only `other` says."""
        looks = self.way in DEGREES or not (self.way or self.sees)
        points = self.way is None and (not self.sees or other.way in DEGREES)
        return View(
            kind=other.kind if self.kind == "unknown" else self.kind,
            way=other.way if points else self.way,
            indoor=other.indoor if self.indoor is None else self.indoor,
            sees=self.sees or (other.sees if looks else ""),
        )


def nearest_way(degrees: int) -> Compass:
    """Give the compass word that is nearest to a heading."""
    return COMPASS[round(degrees / 45) % 8]
