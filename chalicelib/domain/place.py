"""Where something is: a point on the earth and an address as the agency knows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .street import readable

Precision = Literal["point", "nearest", "street", "crossing", "coordinates", "interpolated"]
"""`interpolated` is what an outside geocoder found; all else comes from the agency's own address points."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in degrees, WGS 84."""

    lat: float
    lng: float

    def __post_init__(self) -> None:
        try:
            on_earth = -90 <= self.lat <= 90 and -180 <= self.lng <= 180
        except TypeError as error:
            raise ValueError(f"a place is two numbers, not {self.lat!r:.40} and {self.lng!r:.40}") from error
        if not on_earth:
            raise ValueError(
                f"latitude must lie within 90 degrees and longitude within 180, not {self.lat}, {self.lng}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place of the agency's own address points, with how surely it is the one that was meant.

    `number` is empty for a crossing and for bare coordinates; `confidence` runs from 0 to 1.
    """

    street: str
    point: Point
    number: str = ""
    unit: str = ""
    city: str = ""
    postcode: str = ""
    precision: Precision = "point"
    confidence: float = field(default=1.0, compare=False)

    def line(self) -> str:
        """Give the address in one line as people write it: `1009 Roxleigh Rd, Towson 21286`."""
        place = " ".join(part for part in (readable(self.city), self.postcode) if part)
        unit = f"Unit {self.unit}" if self.unit and " " not in self.unit else self.unit
        return ", ".join(part for part in (self._door(), unit, place) if part)

    def block(self) -> str:
        """Give the place without its exact number: `1000 block of Roxleigh Rd`, or the crossing itself."""
        hundred, street = self.block_parts()
        return street if hundred is None else f"{hundred} block of {street}"

    def block_parts(self) -> tuple[int | None, str]:
        """Give the hundred in which the number lies, none for a crossing and the like, and the street."""
        digits = re.match(r"\d+", self.number)
        if digits:
            return int(digits[0]) // 100 * 100, self._street()
        named = re.fullmatch(r"(\d+) block of (.+)", self.street) if self.precision == "coordinates" else None
        return (int(named[1]), named[2]) if named else (None, self._street())

    def _door(self) -> str:
        return f"{self.number} {self._street()}".strip()

    def _street(self) -> str:
        """Coordinates have the block that they lie in for a street; it is no name to be written another way.

        Far from every address they are all that there is, to about a hundred meters.
        """
        if self.precision == "coordinates":
            return self.street or f"{self.point.lat:.3f}, {self.point.lng:.3f}"
        return readable(self.street)


@dataclass(frozen=True, slots=True)
class Exact:
    """The one address that was meant, as far as anybody can tell."""

    address: Address


@dataclass(frozen=True, slots=True)
class Several:
    """At most five, best first."""

    candidates: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not among the agency's points; the nearest names, if any."""

    suggestions: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Outside:
    """A place, but not this agency's."""

    place: Address | None = None


Located = Exact | Several | Unknown | Outside
