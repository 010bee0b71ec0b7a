"""Places that are kept off the map altogether, such as shelters; known only by keyed hashes, so that no list exists."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterator
from math import floor

from .camera import Camera
from .place import Address, Point

SQUARE = 0.0002
"""Degrees: a pin or bare coordinates within some 17 to 44 metres of a protected place are taken to lie there."""
MARK_LETTERS = 32


class Protected:
    """Tells which cameras stand at a protected place. `key` is the secret, `marks` what `marks_of` gave for each."""

    def __init__(self, key: str, marks: Collection[str]) -> None:
        self._key, self._marks = key.encode(), frozenset(marks)

    def covers(self, camera: Camera) -> bool:
        """Say whether a camera must be kept out of the index: by its house, or by where it was put on the map."""
        if not self._marks:
            return False
        address = camera.address
        houses = [_house(address), _spot(address.point)] if address.number else []
        loose = [camera.pin] if camera.pin else []
        if address.precision != "point":
            loose.append(address.point)
        around = [square for point in loose for square in _squares(point)]
        return any(self._mark(plain) in self._marks for plain in [*houses, *around])

    def marks_of(self, address: Address) -> set[str]:
        """Give the marks that protect a place: its name, its exact point, and the square that it lies in."""
        plain = [_spot(address.point), next(iter(_squares(address.point)))]
        return {self._mark(each) for each in [*plain, *([_house(address)] if address.number else [])]}

    def _mark(self, plain: str) -> str:
        return hmac.digest(self._key, f"protected:{plain}".encode(), "sha256").hex()[:MARK_LETTERS]


def _house(address: Address) -> str:
    """A house with all its units: those of one building share its cameras."""
    return f"house|{address.number}|{address.street}|{address.city}".upper()


def _spot(point: Point) -> str:
    return f"spot|{point.lat:.6f}|{point.lng:.6f}"


def _squares(point: Point) -> Iterator[str]:
    """Give the square that holds a point, then those around it."""
    row, column = floor(point.lat / SQUARE), floor(point.lng / SQUARE)
    yield f"square|{row}|{column}"
    for up in (-1, 0, 1):
        for right in (-1, 0, 1):
            if up or right:
                yield f"square|{row + up}|{column + right}"
