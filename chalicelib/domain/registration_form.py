"""A registration as the web's form gives it: checked, and held as plain values until the phone is proven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from .phone import PhoneNumber
from .place import Address, Point

MAX_NAME = 80
HEADINGS = {"n": 0, "ne": 45, "e": 90, "se": 135, "s": 180, "sw": 225, "w": 270, "nw": 315}
"""Compass points as forms send them, in degrees clockwise from north."""
SIDES = ("street", "back")
"""What a camera may look at instead, as people say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraDraft:
    """Which way one camera looks (degrees, none where nobody said) and whether it hangs indoors."""

    heading: int | None
    indoor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A form without problems, not yet confirmed."""

    phone: PhoneNumber
    address: Address
    retention_days: int
    name: str
    cameras: tuple[CameraDraft, ...]


def registration_as_held(registration: Registration) -> dict[str, Any]:
    """Give the registration as plain values, to be held until the phone is proven."""
    return asdict(registration)


def registration_from(held: Mapping[str, Any]) -> Registration:
    """Read what `registration_as_held` gave."""
    address = dict(held["address"])
    place = Address(**{**address, "point": Point(**address["point"])})
    cameras = tuple(CameraDraft(**draft) for draft in held["cameras"])
    return Registration(**{**held, "address": place, "cameras": cameras})


def whole_number(text: str, most: int) -> int | None:
    """Read a number from 1 to `most`; none where it is not one."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
        return None
    return int(digits) if 1 <= int(digits) <= most else None
