"""A registration as the web's form gives it: checked, and held as plain values until the phone is proven."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from unicodedata import category

from .camera import Camera, CameraId, Kind
from .phone import PhoneNumber
from .place import Address, Point

MAX_NAME = 80
PIN_WITHIN_M = 150
"""How far from its address a camera may hang: the far end of a large lot, never somebody else's street."""
HEADINGS = {"n": 0, "ne": 45, "e": 90, "se": 135, "s": 180, "sw": 225, "w": 270, "nw": 315}
"""Compass points as forms send them, in degrees clockwise from north."""
SIDES = ("street", "back")
"""What a camera may look at instead, as people say it."""

_PIN = re.compile(r"(-?[0-9]{1,3}\.?[0-9]{0,9}),(-?[0-9]{1,3}\.?[0-9]{0,9})", re.ASCII)


def one_line(text: str) -> str:
    """Give a text in one line, without characters that nobody sees: no text can carry them; some turn words."""
    return " ".join("".join(" " if category(letter)[0] == "C" else letter for letter in text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraDraft:
    """Which way one camera looks (degrees, none where nobody said) and whether it hangs indoors.

    `pin` is where it hangs, none at the address itself; `retention_days` is none where it is as for the others.
    """

    heading: int | None
    indoor: bool
    kind: Kind = "unknown"
    pin: Point | None = None
    retention_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A form without problems, not yet confirmed."""

    phone: PhoneNumber
    """Empty where somebody gave a mailbox instead."""
    address: Address
    retention_days: int
    name: str
    cameras: tuple[CameraDraft, ...]
    consent_version: str = ""
    """Of the text that stood beside the box."""
    mailbox: str = ""

    def as_cameras(self, *, first: int) -> list[Camera]:
        """Make the cameras, numbered from `first`."""
        return [
            Camera(
                camera_id=CameraId(f"c{first + offset}"),
                address=self.address,
                retention_days=draft.retention_days or self.retention_days,
                heading=draft.heading,
                indoor=draft.indoor,
                kind=draft.kind,
                pin=draft.pin,
            )
            for offset, draft in enumerate(self.cameras)
        ]


def registration_as_held(registration: Registration) -> dict[str, Any]:
    """Give the registration as plain values, to be held until the phone is proven."""
    return asdict(registration)


def registration_from(held: Mapping[str, Any]) -> Registration:
    """Read what `registration_as_held` gave."""
    address = dict(held["address"])
    place = Address(**{**address, "point": Point(**address["point"])})
    return Registration(**{**held, "address": place, "cameras": tuple(map(_draft_from, held["cameras"]))})


def _draft_from(draft: Mapping[str, Any]) -> CameraDraft:
    pin = draft.get("pin")
    return CameraDraft(**{**draft, "pin": Point(**pin) if pin else None})


def read_pin(text: str) -> Point | None:
    """Read `39.43071,-76.55541`; none for whatever is not a place on the earth."""
    found = _PIN.fullmatch(text)
    try:
        return Point(float(found[1]), float(found[2])) if found else None
    except ValueError:
        return None


def pin_text(point: Point) -> str:
    """Write a pin as forms hold it: to a decimetre."""
    return f"{point.lat:.6f},{point.lng:.6f}"


def whole_number(text: str, most: int) -> int | None:
    """Read a number from 1 to `most`; none where it is not one."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
        return None
    return int(digits) if 1 <= int(digits) <= most else None
