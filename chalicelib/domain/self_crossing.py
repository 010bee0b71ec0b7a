"""Finds where an outline crosses itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations
from math import atan2

from .edges import Edge, Position

Through = tuple[float, float]
"""How a line goes through a place: the directions to where it comes from and to where it goes, in radians."""


def first_crossing(rings: Sequence[Sequence[Edge]]) -> Position | None:
    """Give where closed rings cross, as longitude and latitude: the southernmost pair's; none where they only touch.

    Also where they cross at a corner. Runs from south to north and compares only edges that lie at the same latitude.
    """
    alive: list[Edge] = []
    touched: set[Position] = set()
    for edge in sorted(chain.from_iterable(rings), key=lambda edge: min(edge.lat, edge.to_lat)):
        south = min(edge.lat, edge.to_lat)
        alive = [other for other in alive if max(other.lat, other.to_lat) >= south]
        for other in alive:
            meet = _meet(edge, other)
            if meet < 0:
                return _where(edge, other)
            if meet == 0:
                touched.update(_touching(edge, other))
        alive.append(edge)
    return next((place for place in sorted(touched) if _crossed(place, rings)), None)


def _meet(one: Edge, other: Edge) -> int:
    """Give -1 where two edges cross, 0 where an end of one lies on the other's line, 1 where they are apart."""
    ends = _sides(one, other)
    if ends > 0:
        return 1
    return max(ends, _sides(other, one))


def _sides(edge: Edge, other: Edge) -> int:
    """Give -1 where the other's ends lie strictly on both sides of this one, 1 where on the same."""
    return _side(edge, other.lng, other.lat) * _side(edge, other.to_lng, other.to_lat)


def _side(edge: Edge, lng: float, lat: float) -> int:
    turn = (edge.to_lng - edge.lng) * (lat - edge.lat) - (edge.to_lat - edge.lat) * (lng - edge.lng)
    return (turn > 0) - (turn < 0)


def _touching(one: Edge, other: Edge) -> Iterator[Position]:
    """Give the ends of one that lie on the other; nothing for an edge and the next."""
    if one[2:] == other[:2] or other[2:] == one[:2]:
        return
    for edge, against in ((one, other), (other, one)):
        for place in (edge[:2], edge[2:]):
            if _lies_on(against, place):
                yield place


def _lies_on(edge: Edge, place: Position) -> bool:
    lng, lat = place
    return (
        _side(edge, lng, lat) == 0
        and min(edge.lng, edge.to_lng) <= lng <= max(edge.lng, edge.to_lng)
        and min(edge.lat, edge.to_lat) <= lat <= max(edge.lat, edge.to_lat)
    )


def _crossed(place: Position, rings: Sequence[Sequence[Edge]]) -> bool:
    """Say whether two lines that go through a place change sides there."""
    lines = [line for ring in rings for line in _through(place, ring)]
    return any(_interleaved(one, other) for one, other in combinations(lines, 2))


def _through(place: Position, ring: Sequence[Edge]) -> Iterator[Through]:
    for edge, following in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if edge[2:] == place:
            yield _direction(place, edge[:2]), _direction(place, following[2:])
        elif edge[:2] != place and _lies_on(edge, place):
            yield _direction(place, edge[:2]), _direction(place, edge[2:])


def _direction(place: Position, toward: Position) -> float:
    return atan2(toward[1] - place[1], toward[0] - place[0])


def _interleaved(one: Through, other: Through) -> bool:
    """Say whether exactly one direction of the other lies between this one's two; where two are the same, none does."""
    first, last = sorted(one)
    return not {*one} & {*other} and sum(first < direction < last for direction in other) == 1


def _where(one: Edge, other: Edge) -> Position:
    east, north = one.to_lng - one.lng, one.to_lat - one.lat
    other_east, other_north = other.to_lng - other.lng, other.to_lat - other.lat
    share = ((other.lng - one.lng) * other_north - (other.lat - one.lat) * other_east) / (
        east * other_north - north * other_east
    )
    return one.lng + share * east, one.lat + share * north
