"""The hexagons that the earth is laid out in: their numbers, their order and how far they reach. The one user of h3.

A cell is H3's 64-bit number: 7 bits of base cell, then 15 digits of 3 bits, one for each resolution. Cells within one
cell share its first digits, so in the order of numbers they stand together: that is what a range Query reads. The
seven cells within one are put in an order in which each touches the next, which H3's own is not: so fewer ranges cover
an area, or the same number with less beside it. Cells are H3's everywhere but in a suffix, which stands in our order.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from operator import itemgetter
from typing import NewType

import h3.api.basic_int as h3

Cell = NewType("Cell", int)

PARTITION = 5
"""The resolution whose cells (252 square kilometres) are the index's partitions."""
FINEST = 15
"""The resolution at which a camera is filed: cells of half a metre's edge."""

EDGE_M = tuple(h3.average_hexagon_edge_length(resolution, "m") for resolution in range(FINEST + 1))
# What descends from a cell can lie outside it, for hexagons do not nest. World-wide, beside pentagons too, it lies
# within 1.175 average edges of the cell's centre. An edge measured on the spot would not be safe.
REACH_M = tuple(1.2 * edge for edge in EDGE_M)
# Beside pentagons, the k-th ring around a cell begins as near as k - 0.7 average edges from what is in the cell.
_SPACING_M, _WITHIN_M = EDGE_M[PARTITION], 0.7 * EDGE_M[PARTITION]

# H3's digits in our order: up one side of the ring, through the middle (0), and up the other side. No order that was
# tried reads less for circles, polygons and corridors all over the earth (docs/performance.md).
ORDER = (6, 4, 5, 0, 1, 3, 2)
_IN_ORDER = itemgetter(*ORDER)
# The same for a pentagon, which lacks the digit 1 and so has only six cells within it.
_IN_ORDER_OF_PENTAGON = itemgetter(*(max(0, digit - 1) for digit in ORDER if digit != 1))

_SUFFIX_BITS = 3 * (FINEST - PARTITION)
_SUFFIX = (1 << _SUFFIX_BITS) - 1
_PREFIX = (1 << (7 + 3 * PARTITION)) - 1
_MODE = 1 << 59
_SIXES = 0o666666666666666


def _four_at_a_time(table: Sequence[int]) -> list[int]:
    """Give what becomes of each number of four octal digits when each digit is looked up in a table."""
    two = [high << 3 | low for high in table for low in table]
    return [high << 6 | low for high in two for low in two]


# A suffix is turned from our order into H3's digits and back. No cell has the digit 7; unused digits hold it.
_DIGITS = _four_at_a_time([*ORDER, 7])
_PLACES = _four_at_a_time([*(ORDER.index(digit) for digit in range(7)), 7])


def cell_at(lat: float, lng: float) -> Cell:
    """Give the finest cell that holds a position in degrees."""
    return Cell(h3.latlng_to_cell(lat, lng, FINEST))


def centre(cell: Cell) -> tuple[float, float]:
    """Give the position of a cell's centre, in degrees."""
    lat, lng = h3.cell_to_latlng(cell)
    return lat, lng


def children(cell: Cell, resolution: int) -> list[Cell]:
    """Give the cells of `resolution`, the next finer one, that descend from a cell, in our order."""
    cells: list[Cell] = h3.cell_to_children(cell, resolution)
    return [*(_IN_ORDER(cells) if len(cells) == len(ORDER) else _IN_ORDER_OF_PENTAGON(cells))]


def partitions_around(lat: float, lng: float, radius_m: float) -> list[Cell]:
    """Give at least all partitions that hold a position within `radius_m` of this one."""
    rings = ceil((radius_m + _WITHIN_M) / _SPACING_M)
    cells: list[Cell] = h3.grid_disk(h3.latlng_to_cell(lat, lng, PARTITION), rings)
    return cells


def split(cell: Cell, resolution: int = FINEST) -> tuple[int, int]:
    """Cut a cell into its partition (22 bits) and the suffix (30 bits) of its first finest descendant."""
    return cell >> _SUFFIX_BITS & _PREFIX, suffix(cell, resolution, last=False)


def join(partition: int, suffix: int) -> Cell:
    """Put a finest cell together again from what `split` made of it."""
    digits = _DIGITS[suffix >> 18] << 18 | _DIGITS[suffix >> 6 & 4095] << 6 | _DIGITS[suffix & 63] & 63
    return Cell(_MODE | FINEST << 52 | partition << _SUFFIX_BITS | digits)


def suffix(cell: Cell, resolution: int, *, last: bool) -> int:
    """Give the suffix of the first or of the last finest cell that descends from a cell of `resolution`."""
    digits, unused = cell & _SUFFIX, (1 << 3 * (FINEST - resolution)) - 1
    first = (_PLACES[digits >> 18] << 18 | _PLACES[digits >> 6 & 4095] << 6 | _PLACES[digits & 63] & 63) & ~unused
    return first | _SIXES & unused if last else first


def descendants(resolution: int) -> int:
    """Give how many finest cells descend from a cell of `resolution`."""
    return int(7 ** (FINEST - resolution))


def rank(suffix: int) -> int:
    """Give how many finest cells of its partition stand before the one with this suffix."""
    return int(f"{suffix:o}", 7)
