"""Finds parts of an area that lie over each other, and holes that lie outside their part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .edges import Edge, Position

Part = Sequence[Sequence[Edge]]
"""The edges of a part's outline, then those of each of its holes; no two rings cross."""
# How far up a ring a position within it is looked for: a share at which people and programs seldom put corners.
_UP = 0.381966


def misplaced(parts: Sequence[Part]) -> str | None:
    """Say what lies where it must not, and where; none where every part and every hole lies well.

    An area is what an odd number of rings surrounds: a part within another would be taken out of it unseen.
    """
    for number, (outline, *holes) in enumerate(parts):
        others = [part for place, part in enumerate(parts) if place != number]
        spot = _within(outline)
        if spot and any(_holds(part, spot) for part in others):
            return f"two parts lie over each other at {spot[0]:.6f}, {spot[1]:.6f}"
        for each, hole in enumerate(holes):
            spot = _within(hole)
            if spot and not _holds([outline, *holes[:each], *holes[each + 1 :]], spot):
                return f"a hole lies outside its part, or within another hole, at {spot[0]:.6f}, {spot[1]:.6f}"
    return None


def _within(ring: Sequence[Edge]) -> Position | None:
    """Give a position that a ring surrounds; none for one that surrounds nothing."""
    south, north = (choose((edge.lat for edge in ring), default=0.0) for choose in (min, max))
    lat = south + _UP * (north - south)
    crossed = sorted(_crossings(ring, lat))
    return ((crossed[0] + crossed[1]) / 2, lat) if len(crossed) > 1 else None


def _holds(part: Part, spot: Position) -> bool:
    """Say whether an odd number of a part's rings surrounds a position."""
    return sum(lng > spot[0] for ring in part for lng in _crossings(ring, spot[1])) % 2 == 1


def _crossings(ring: Iterable[Edge], lat: float) -> Iterable[float]:
    """Give the longitudes at which a ring crosses a parallel."""
    for edge in ring:
        if (edge.lat > lat) != (edge.to_lat > lat):
            yield edge.lng + (lat - edge.lat) / (edge.to_lat - edge.lat) * (edge.to_lng - edge.lng)
