"""Plans a lookup: which ranges of the index hold every camera that can lie within a geofence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from . import camera_key, hexagons
from .geofence import Area, Ground
from .hexagons import Cell, Order

# A range costs a read however little it finds. So gaps are read over where what stands in them, at the densities of
# towns, costs less: this much ground, and this share of the area. docs/performance.md has the figures.
GAP_M2 = 400_000.0
GAP_SHARE = 0.1
_FINEST_CELL_M2 = 0.8954
# How many times the edge of the cells that are laid out goes into the area's narrow side, ...
_FINENESS = 4
# ... and by how many resolutions the two ends of a range are then cut finer.
_TRIM = 3


class KeyRange(NamedTuple):
    """A range of one partition of the index, in its keys; both ends belong to it."""

    gp: str
    first: str
    last: str


class _Piece(NamedTuple):
    """A cell of the cover: where it stands in the index, and what of the area is there (True: nothing else)."""

    partition: int
    first: int
    cell: Cell
    resolution: int
    area: Ground | bool


def cover(area: Area, *, most: int | None = None, order: Order = hexagons.CURRENT) -> list[KeyRange]:
    """Give ranges that hold every camera within the area, and some beside it; at most `most` and one a partition.

    Exact in one direction: what lies within, filed in this order, is never left out, world-wide below 85 degrees.
    """
    pieces = sorted(_pieces(area, order), key=lambda piece: piece[:2])
    tolerated = (GAP_M2 + GAP_SHARE * area.area_m2()) / _FINEST_CELL_M2
    runs = _runs(pieces, _gaps_to_read_over(pieces, most=most or area.most_ranges(), tolerated=tolerated))
    return [key_range for run in runs if (key_range := _trimmed(run))]


def _pieces(area: Area, order: Order) -> Iterator[_Piece]:
    finest = _finest(area)
    bounds = area.bounds()
    around = hexagons.partitions_around(bounds.center.lat, bounds.center.lng, bounds.radius_m)
    waiting: list[tuple[Cell, int, Ground]] = [(cell, hexagons.PARTITION, area) for cell in around]
    while waiting:
        cell, resolution, known = waiting.pop()
        there = known.narrow(*hexagons.centre(cell), hexagons.REACH_M[resolution])
        if isinstance(there, bool) or resolution == finest:
            if there:
                yield _Piece(*hexagons.split(cell, resolution, order), cell, resolution, there)
        else:
            waiting += [(child, resolution + 1, there) for child in hexagons.children(cell, resolution + 1)]


def _finest(area: Area) -> int:
    wanted = area.grain_m() / _FINENESS
    fits = (number for number, edge in enumerate(hexagons.EDGE_M) if edge <= wanted)
    return max(hexagons.PARTITION, min(fits, default=hexagons.FINEST))


def _gaps_to_read_over(pieces: list[_Piece], *, most: int, tolerated: float) -> set[int]:
    """Give the numbers of the pieces after which to read on: until few enough runs are left, and where it is cheap."""
    gaps = sorted(_gaps(pieces))
    too_many = len(pieces) - most
    return {number for place, (gap, number) in enumerate(gaps) if place < too_many or gap <= tolerated}


def _gaps(pieces: list[_Piece]) -> Iterator[tuple[int, int]]:
    """Give how many finest cells lie between each piece and the next of its partition, and the piece's number."""
    for number, (piece, following) in enumerate(pairwise(pieces)):
        if piece.partition == following.partition:
            end = hexagons.rank(piece.first) + hexagons.descendants(piece.resolution)
            yield hexagons.rank(following.first) - end, number


def _runs(pieces: list[_Piece], read_over: set[int]) -> list[list[_Piece]]:
    runs: list[list[_Piece]] = []
    for number, piece in enumerate(pieces):
        if number - 1 in read_over:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _trimmed(run: list[_Piece]) -> KeyRange | None:
    """Give the range of a run, its ends cut closely; none where nothing of the area is there after all."""
    first = next((cell for piece in run if (cell := _end(piece, last=False)) is not None), None)
    last = next((cell for piece in reversed(run) if (cell := _end(piece, last=True)) is not None), None)
    if first is None or last is None:
        return None
    ends = camera_key.cell_text(first), camera_key.cell_text(last) + camera_key.AFTER_ALL
    return KeyRange(camera_key.partition_text(run[0].partition), *ends)


def _end(piece: _Piece, *, last: bool) -> int | None:
    finest = min(piece.resolution + _TRIM, hexagons.FINEST)
    order = hexagons.order_of(piece.partition)
    return _end_within(piece.cell, piece.resolution, order, area=piece.area, finest=finest, last=last)


def _end_within(
    cell: Cell, resolution: int, order: Order, *, area: Ground | bool, finest: int, last: bool
) -> int | None:
    """Give the first (or last) suffix of what descends from a cell and can lie within the area."""
    if isinstance(area, bool) or resolution == finest:
        return hexagons.suffix(cell, resolution, order, last=last) if area else None
    below = hexagons.children(cell, resolution + 1, order)
    for child in reversed(below) if last else below:
        there = area.narrow(*hexagons.centre(child), hexagons.REACH_M[resolution + 1])
        end = _end_within(child, resolution + 1, order, area=there, finest=finest, last=last)
        if end is not None:
            return end
    return None
