"""Which registrations a person should look at: one home with several owners, or one owner with many places."""

from __future__ import annotations

from collections.abc import Iterable

from .camera import Camera
from .place import Address
from .street import readable

MANY_PLACES = 4
"""Different addresses of one owner from which on somebody should look: a chain of shops, or a prank."""


def same_home(one: Address, other: Address) -> bool:
    """Say whether two addresses name one home; where either names no unit, that of the other tells nothing.

    Crossings and bare coordinates are nobody's home.
    """
    if not one.number or _house(one) != _house(other):
        return False
    return not one.unit or not other.unit or one.unit.upper() == other.unit.upper()


def places_of(cameras: Iterable[Camera]) -> tuple[Address, ...]:
    """Give the different homes at which these cameras are registered, in their order."""
    found: list[Address] = []
    for camera in cameras:
        if not any(same_home(camera.address, known) or camera.address == known for known in found):
            found.append(camera.address)
    return tuple(found)


def _house(address: Address) -> tuple[str, str, str]:
    return address.number.upper(), readable(address.street), address.postcode or address.city.upper()
