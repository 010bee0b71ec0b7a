"""On which side of a house its street is: where the doors across the street are."""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, degrees, hypot, radians

from .place import Address, Exact, Located

Locate = Callable[[str], Located]
MAX_ACROSS_M = 80.0
_METRES_PER_DEGREE = 111_320.0
_STEPS = (1, -1, 3, -3, 5, -5)


def heading_to_street(address: Address, locate: Locate) -> int | None:
    """Give the heading from a house to its street in degrees; none where no door across the street is known.

    House numbers across the street have the other parity. The mean of the two that are nearest in number, one below
    and one above, lies about square to the street.
    """
    if address.precision != "point" or not address.number.isdecimal():
        return None
    east, north, found = 0.0, 0.0, 0
    for step in _STEPS:
        door = _door(address, int(address.number) + step, locate)
        if door:
            east, north, found = east + door[0], north + door[1], found + 1
        if found == 2:
            break
    if not found or hypot(east, north) < 1:
        return None
    return round(degrees(atan2(east, north))) % 360


def _door(address: Address, number: int, locate: Locate) -> tuple[float, float] | None:
    """Give how many metres east and north of a house this number of its street is; none where there is none near."""
    if number < 1:
        return None
    place = locate(f"{number} {address.street}, {address.city} {address.postcode}")
    if not isinstance(place, Exact) or place.address.precision != "point" or place.address.number != str(number):
        return None
    point, home = place.address.point, address.point
    east = (point.lng - home.lng) * cos(radians(home.lat)) * _METRES_PER_DEGREE
    north = (point.lat - home.lat) * _METRES_PER_DEGREE
    same_street = place.address.street == address.street
    return (east, north) if same_street and hypot(east, north) <= MAX_ACROSS_M else None
