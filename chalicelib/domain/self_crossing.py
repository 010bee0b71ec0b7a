"""Finds where an outline crosses itself."""

from __future__ import annotations

from collections.abc import Iterable

from .edges import Edge, Position


def first_crossing(edges: Iterable[Edge]) -> Position | None:
    """Give the southernmost pair's crossing, as longitude and latitude; none where edges at most touch.

    Runs from south to north and compares only edges that lie at the same latitude.
    """
    alive: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: min(edge.lat, edge.to_lat)):
        south = min(edge.lat, edge.to_lat)
        alive = [other for other in alive if max(other.lat, other.to_lat) >= south]
        for other in alive:
            if _cross(edge, other):
                return _where(edge, other)
        alive.append(edge)
    return None


def _cross(one: Edge, other: Edge) -> bool:
    return _parted(one, other) and _parted(other, one)


def _parted(edge: Edge, other: Edge) -> bool:
    """Say whether the other's ends lie strictly on both sides of this one."""
    return _side(edge, other.lng, other.lat) * _side(edge, other.to_lng, other.to_lat) < 0


def _side(edge: Edge, lng: float, lat: float) -> int:
    turn = (edge.to_lng - edge.lng) * (lat - edge.lat) - (edge.to_lat - edge.lat) * (lng - edge.lng)
    return (turn > 0) - (turn < 0)


def _where(one: Edge, other: Edge) -> Position:
    east, north = one.to_lng - one.lng, one.to_lat - one.lat
    other_east, other_north = other.to_lng - other.lng, other.to_lat - other.lat
    share = ((other.lng - one.lng) * other_north - (other.lat - one.lat) * other_east) / (
        east * other_north - north * other_east
    )
    return one.lng + share * east, one.lat + share * north
