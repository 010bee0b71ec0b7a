"""The agency's boundary: what lies within it and what does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .place import Point

Position = tuple[float, float]
"""Longitude and latitude in degrees, in GeoJSON's order."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """Polygons, each a list of rings: the outer one first, then its holes."""

    polygons: tuple[tuple[tuple[Position, ...], ...], ...]

    def contains(self, point: Point) -> bool:
        """Say whether a point lies within one of the polygons and in none of its holes."""
        return any(
            _within(polygon[0], point) and not any(_within(hole, point) for hole in polygon[1:])
            for polygon in self.polygons
        )


def read_boundary(document: Any) -> Boundary:
    """Read a GeoJSON FeatureCollection, Feature or bare geometry with at least one polygon.

    Raises ValueError where there is none. RFC 7946: longitude first; the last position of a ring repeats the first.
    """
    polygons = tuple(
        tuple(tuple((float(position[0]), float(position[1])) for position in ring) for ring in polygon if len(ring) > 2)
        for polygon in _polygons(document)
    )
    polygons = tuple(polygon for polygon in polygons if polygon)
    if not polygons:
        raise ValueError("the boundary holds no Polygon or MultiPolygon")
    return Boundary(polygons)


def _polygons(document: Any) -> Iterator[Sequence[Any]]:
    if not isinstance(document, Mapping):
        return
    parts = {"FeatureCollection": "features", "GeometryCollection": "geometries"}
    kind = document.get("type")
    if kind in parts:
        for part in document.get(parts[kind]) or ():
            yield from _polygons(part)
    elif kind == "Feature":
        yield from _polygons(document.get("geometry"))
    elif kind == "Polygon":
        yield document["coordinates"]
    elif kind == "MultiPolygon":
        yield from document["coordinates"]


def _within(ring: Sequence[Position], point: Point) -> bool:
    """Count how often a line running east from the point crosses the ring: odd means within."""
    lat, lng = point.lat, point.lng
    inside = False
    last_lng, last_lat = ring[-1]
    for next_lng, next_lat in ring:
        crosses = (next_lat > lat) != (last_lat > lat)
        if crosses and lng < (last_lng - next_lng) * (lat - next_lat) / (last_lat - next_lat) + next_lng:
            inside = not inside
        last_lng, last_lat = next_lng, next_lat
    return inside
