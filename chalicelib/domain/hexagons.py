"""The hexagons that the earth is laid out in: their numbers, their order and how far they reach. The one user of h3.

A cell is H3's 64-bit number: 7 bits of base cell, then 15 digits of 3 bits, one for each resolution. Cells within one
cell share its first digits, so in the order of numbers they stand together: that is what a range Query reads. The
seven cells within one are put in an order in which each touches the next, which H3's own is not: so fewer ranges cover
an area, or the same number with less beside it. Cells are H3's everywhere but in a suffix, which stands in our order.

A partition's number says in which order its suffixes stand. So cells filed in several orders can be read side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from operator import itemgetter
from typing import Final, NewType

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

_SUFFIX_BITS = 3 * (FINEST - PARTITION)
_SUFFIX = (1 << _SUFFIX_BITS) - 1
_PREFIX_BITS = 7 + 3 * PARTITION
_PREFIX = (1 << _PREFIX_BITS) - 1
_MODE = 1 << 59
_SIXES = 0o666666666666666


def _four_at_a_time(table: Sequence[int]) -> list[int]:
    """Give what becomes of each number of four octal digits when each digit is looked up in a table."""
    two = [high << 3 | low for high in table for low in table]
    return [high << 6 | low for high in two for low in two]


class Order:
    """In which order the seven cells within one stand: H3's digits, and the number (0 to 3) that a partition bears."""

    def __init__(self, number: int, digits: Sequence[int]) -> None:
        self.number: Final = number
        self.of_seven: Final = itemgetter(*digits)
        # A pentagon lacks the digit 1, and so has only six cells within it.
        self.of_six: Final = itemgetter(*(max(0, digit - 1) for digit in digits if digit != 1))
        # A suffix is turned from this order into H3's digits and back. No cell has the digit 7; unused digits hold it.
        self.digits: Final = _four_at_a_time([*digits, 7])
        self.places: Final = _four_at_a_time([*map(digits.index, range(7)), 7])


BY_NUMBER = Order(0, (0, 1, 2, 3, 4, 5, 6))
"""H3's own order."""
TOUCHING = Order(1, (6, 4, 5, 0, 1, 3, 2))
"""Up one side of the ring, through the middle (0), and up the other side. No order that was tried reads less for
circles, polygons and corridors all over the earth (docs/performance.md)."""
ORDERS = {order.number: order for order in (BY_NUMBER, TOUCHING)}
CURRENT = TOUCHING
"""The order in which cameras are filed."""
READ = (CURRENT,)
"""The orders in which lookups look for cameras; each one more takes Queries of its own (docs/performance.md)."""


def cell_at(lat: float, lng: float) -> Cell:
    """Give the finest cell that holds a position in degrees."""
    return Cell(h3.latlng_to_cell(lat, lng, FINEST))


def centre(cell: Cell) -> tuple[float, float]:
    """Give the position of a cell's centre, in degrees."""
    lat, lng = h3.cell_to_latlng(cell)
    return lat, lng


def children(cell: Cell, resolution: int, order: Order = CURRENT) -> list[Cell]:
    """Give the cells of `resolution`, the next finer one, that descend from a cell, in an order."""
    cells: list[Cell] = h3.cell_to_children(cell, resolution)
    return [*(order.of_seven(cells) if len(cells) == 7 else order.of_six(cells))]


def partitions_around(lat: float, lng: float, radius_m: float) -> list[Cell]:
    """Give at least all partitions that hold a position within `radius_m` of this one."""
    rings = ceil((radius_m + _WITHIN_M) / _SPACING_M)
    cells: list[Cell] = h3.grid_disk(h3.latlng_to_cell(lat, lng, PARTITION), rings)
    return cells


def split(cell: Cell, resolution: int = FINEST, order: Order = CURRENT) -> tuple[int, int]:
    """Cut a cell into its partition (order, then 22 bits) and the suffix (30 bits) of its first finest descendant."""
    partition = order.number << _PREFIX_BITS | cell >> _SUFFIX_BITS & _PREFIX
    return partition, suffix(cell, resolution, order, last=False)


def join(partition: int, suffix: int) -> Cell:
    """Put a finest cell together again from what `split` made of it."""
    table = order_of(partition).digits
    digits = table[suffix >> 18] << 18 | table[suffix >> 6 & 4095] << 6 | table[suffix & 63] & 63
    return Cell(_MODE | FINEST << 52 | (partition & _PREFIX) << _SUFFIX_BITS | digits)


def order_of(partition: int) -> Order:
    """Give the order in which a partition's cells stand; raises KeyError for one that this program does not know."""
    return ORDERS[partition >> _PREFIX_BITS]


def suffix(cell: Cell, resolution: int, order: Order = CURRENT, *, last: bool) -> int:
    """Give the suffix of the first or of the last finest cell that descends from a cell of `resolution`."""
    digits, unused, table = cell & _SUFFIX, (1 << 3 * (FINEST - resolution)) - 1, order.places
    first = (table[digits >> 18] << 18 | table[digits >> 6 & 4095] << 6 | table[digits & 63] & 63) & ~unused
    return first | _SIXES & unused if last else first


def descendants(resolution: int) -> int:
    """Give how many finest cells descend from a cell of `resolution`."""
    return int(7 ** (FINEST - resolution))


def rank(suffix: int) -> int:
    """Give how many finest cells of its partition stand before the one with this suffix."""
    return int(f"{suffix:o}", 7)
