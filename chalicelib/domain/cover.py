"""Plans a lookup: which ranges of the index hold every camera that can lie within a geofence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from . import camera_key, hexagons
from .geofence import Geofence
from .hexagons import Cell

# What a range costs however little it reads, against what reading over a gap costs at the densities of towns: gaps
# smaller than this are read over. docs/performance.md has the figures.
GAP_M2 = 200_000.0
GAP_SHARE = 0.05
MAX_RANGES = 8
FINENESS = 6
_FINEST_CELL_M2 = 0.8954


class KeyRange(NamedTuple):
    """A range of one partition of the index, in its keys; both ends belong to it."""

    gp: str
    first: str
    last: str


class _Span(NamedTuple):
    """A run of finest cells: suffixes, and their places in the partition's order."""

    partition: int
    first: int
    last: int


def cover(geofence: Geofence, *, most: int = MAX_RANGES) -> list[KeyRange]:
    """Give ranges that hold every camera within the geofence, and some beside it; at most `most` and one a partition.

    Exact in one direction: what lies within is never left out, world-wide below 85 degrees.
    """
    spans = _joined(sorted(_spans(geofence)))
    tolerated = (GAP_M2 + GAP_SHARE * geofence.area_m2()) / _FINEST_CELL_M2
    return [_key_range(span) for span in _fewer(spans, most=most, tolerated=tolerated)]


def _spans(geofence: Geofence) -> Iterator[_Span]:
    finest = _finest(geofence)
    bounds = geofence.bounds()
    around = hexagons.partitions_around(bounds.center.lat, bounds.center.lng, bounds.radius_m)
    waiting = [(cell, hexagons.PARTITION, geofence) for cell in around]
    while waiting:
        cell, resolution, area = waiting.pop()
        there = area.narrow(*hexagons.centre(cell), hexagons.REACH_M[resolution])
        if there is False:
            continue
        if there is True or resolution == finest:
            yield _span(cell, resolution)
        else:
            waiting += [(child, resolution + 1, there) for child in hexagons.children(cell, resolution + 1)]


def _finest(geofence: Geofence) -> int:
    wanted = geofence.grain_m() / FINENESS
    fits = (number for number, edge in enumerate(hexagons.EDGE_M) if edge <= wanted)
    return max(hexagons.PARTITION, min(fits, default=hexagons.FINEST))


def _span(cell: Cell, resolution: int) -> _Span:
    partition, _ = hexagons.split(cell)
    return _Span(partition, *hexagons.descendants(cell, resolution))


def _joined(spans: list[_Span]) -> list[_Span]:
    """Join what touches."""
    return _without_gaps(spans, {number for number, gap in _gaps(spans) if gap == 0})


def _fewer(spans: list[_Span], *, most: int, tolerated: float) -> list[_Span]:
    """Read over the smallest gaps until few enough ranges are left, and over every gap that costs less than a range."""
    gaps = sorted(_gaps(spans), key=lambda pair: pair[1])
    too_many = len(spans) - most
    closed = {number for place, (number, gap) in enumerate(gaps) if place < too_many or gap <= tolerated}
    return _without_gaps(spans, closed)


def _gaps(spans: list[_Span]) -> list[tuple[int, int]]:
    """Give the number of each span that another follows in its partition, and how many finest cells lie between."""
    ends = [(hexagons.rank(span.first), hexagons.rank(span.last)) for span in spans]
    return [
        (number, ends[number + 1][0] - ends[number][1] - 1)
        for number in range(len(spans) - 1)
        if spans[number].partition == spans[number + 1].partition
    ]


def _without_gaps(spans: list[_Span], closed: set[int]) -> list[_Span]:
    joined: list[_Span] = []
    for number, span in enumerate(spans):
        if number - 1 in closed:
            joined[-1] = joined[-1]._replace(last=span.last)
        else:
            joined.append(span)
    return joined


def _key_range(span: _Span) -> KeyRange:
    first, last = camera_key.cell_text(span.first), camera_key.cell_text(span.last)
    return KeyRange(camera_key.partition_text(span.partition), first, last + camera_key.AFTER_ALL)
