"""Other ways of filing cameras by cell, as they are written about, over the same cameras: what a lookup costs there.

Each files records under cells of a fixed size and asks for every cell that a circle touches, all at the same time:
rings of H3 cells by one Query each, the same packed into one item a cell and fetched by BatchGetItem, and nine
geohashes, as long as lets nine hold the circle. Cells that cannot touch the circle are left out, which few do: the
kindest reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

import h3.api.basic_int as h3

from bench.engine import PAGE_BYTES
from chalicelib.domain import hexagons
from chalicelib.domain.geodesy import metres_between, metres_per_degree
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

# What a slim record of dynamodbgeo holds beside its keys; here a cell of 15 characters, an id of 8, a place, names.
RECORD_BYTES = 95 + 15 + 8 + 24 + len("cellidplace")
# A camera packed into its cell's item: its owner's id, place, heading, retention, flags. And the item's key and names.
PACKED_BYTES, BLOB_BYTES = 30, 15 + len("cellcameras")
KEYS_A_BATCH = 100


@dataclass(frozen=True, slots=True)
class Cost:
    """What one lookup costs."""

    queries: int
    depth: int
    items_read: int
    read_units: float


class HexagonPeer:
    """A ring of H3 cells of one resolution, each a partition; or `packed`, each one item."""

    def __init__(self, points: Sequence[Point], resolution: int, *, packed: bool = False) -> None:
        self.name = f"H3 cells of resolution {resolution}, {'packed, BatchGetItem' if packed else 'a Query each'}"
        self._resolution, self._bill = resolution, _packed if packed else _queried
        self._held = Counter(h3.latlng_to_cell(point.lat, point.lng, resolution) for point in points)

    def lookup(self, circle: Circle) -> Cost:
        """Read every cell that the circle can touch."""
        return self._bill([self._held[cell] for cell in self.cells(circle)])

    def cells(self, circle: Circle) -> list[int]:
        """Give the cells: those of the ring whose middle is no further than the radius and what a cell reaches."""
        lat, lng, edge_m = circle.center.lat, circle.center.lng, hexagons.EDGE_M[self._resolution]
        reach_m = circle.radius_m + hexagons.REACH_M[self._resolution]
        rings = ceil((circle.radius_m + 2 * edge_m) / (1.2 * edge_m))
        ring: list[int] = h3.grid_disk(h3.latlng_to_cell(lat, lng, self._resolution), rings)
        return [cell for cell in ring if metres_between(lat, lng, *h3.cell_to_latlng(cell)) <= reach_m]


class GeohashPeer:
    """Nine geohashes: the one of the middle and those around it, as long as their sides are no less than the radius."""

    name = "geohash, nine cells, a Query each"

    def __init__(self, points: Sequence[Point]) -> None:
        self._points = points
        self._held: dict[int, Counter[tuple[int, int]]] = {}

    def lookup(self, circle: Circle) -> Cost:
        """Read those of the nine that the circle touches."""
        length = next(length for length in range(9, 0, -1) if min(self._sides_m(circle, length)) >= circle.radius_m)
        if length not in self._held:
            self._held[length] = Counter(_geohash(point, length) for point in self._points)
        return _queried([self._held[length][cell] for cell in self.cells(circle, length)])

    def cells(self, circle: Circle, length: int) -> list[tuple[int, int]]:
        """Give the cells, as row and column at this length."""
        (row, column), (height_m, width_m) = _geohash(circle.center, length), self._sides_m(circle, length)
        north, east = _share(circle.center, length)
        below, left = north * height_m <= circle.radius_m, east * width_m <= circle.radius_m
        above, right = (1 - north) * height_m <= circle.radius_m, (1 - east) * width_m <= circle.radius_m
        rows = [step for step, touched in ((-1, below), (0, True), (1, above)) if touched]
        columns = [step for step, touched in ((-1, left), (0, True), (1, right)) if touched]
        return [(row + down, column + over) for down in rows for over in columns]

    def _sides_m(self, circle: Circle, length: int) -> tuple[float, float]:
        north_m, east_m = metres_per_degree(circle.center.lat)
        height, width = _sides(length)
        return height * north_m, width * east_m


CellPeer = HexagonPeer | GeohashPeer


def all_of(points: Sequence[Point]) -> list[CellPeer]:
    """Give every peer over these points."""
    rings = [HexagonPeer(points, resolution, packed=packed) for packed in (False, True) for resolution in (8, 9)]
    return [*rings, GeohashPeer(points)]


def _queried(held: Iterable[int]) -> Cost:
    """Bill one Query a cell and page, at least half a unit each."""
    sizes = [(count, count * RECORD_BYTES) for count in held]
    pages = [max(1, ceil(size / PAGE_BYTES)) for _, size in sizes]
    units = sum(max(1, ceil(size / 4096)) / 2 for _, size in sizes)
    return Cost(sum(pages), max(pages), sum(count for count, _ in sizes), units)


def _packed(held: Sequence[int]) -> Cost:
    """Bill one item a cell, at least half a unit each, whether it is there or not."""
    units = sum(max(1, ceil((BLOB_BYTES + count * PACKED_BYTES) / 4096)) / 2 for count in held)
    return Cost(ceil(len(held) / KEYS_A_BATCH), 1, sum(held), units)


def _sides(length: int) -> tuple[float, float]:
    """Give a geohash's height and width in degrees: five bits a character, longitude first."""
    bits = 5 * length // 2
    return 180 / 2**bits, 360 / 2 ** (5 * length - bits)


def _geohash(point: Point, length: int) -> tuple[int, int]:
    height, width = _sides(length)
    return floor((point.lat + 90) / height), floor((point.lng + 180) / width)


def _share(point: Point, length: int) -> tuple[float, float]:
    """Give how far up and how far over a point lies within its cell, as shares."""
    height, width = _sides(length)
    return (point.lat + 90) / height % 1, (point.lng + 180) / width % 1
