"""The agency's boundary: what lies within it and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from .place import Point

Position = tuple[float, float]
"""Longitude and latitude in degrees, in GeoJSON's order."""
Edge = tuple[Position, Position]
BANDS_PER_DEGREE = 2_000


@dataclass(frozen=True, slots=True)
class Boundary:
    """Polygons, each a list of rings: the outer one first, then its holes."""

    polygons: tuple[tuple[tuple[Position, ...], ...], ...]

    def contains(self, point: Point) -> bool:
        """Say whether a point lies within one of the polygons and in none of its holes."""
        return any(
            _within(_edges(polygon[0]), point) and not any(_within(_edges(hole), point) for hole in polygon[1:])
            for polygon in self.polygons
        )


class ManyPoints:
    """Asks a boundary about very many points: its edges are laid out in bands from south to north first."""

    def __init__(self, boundary: Boundary) -> None:
        self._rings = [[_banded(ring) for ring in polygon] for polygon in boundary.polygons]

    def contain(self, point: Point) -> bool:
        """Say what `Boundary.contains` says."""
        band = floor(point.lat * BANDS_PER_DEGREE)
        return any(
            _within(outer.get(band, ()), point) and not any(_within(hole.get(band, ()), point) for hole in holes)
            for outer, *holes in self._rings
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


def _banded(ring: Sequence[Position]) -> dict[int, list[Edge]]:
    bands: dict[int, list[Edge]] = {}
    for edge in _edges(ring):
        lats = sorted((edge[0][1], edge[1][1]))
        for band in range(floor(lats[0] * BANDS_PER_DEGREE), floor(lats[1] * BANDS_PER_DEGREE) + 1):
            bands.setdefault(band, []).append(edge)
    return bands


def _edges(ring: Sequence[Position]) -> Iterable[Edge]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _within(edges: Iterable[Edge], point: Point) -> bool:
    """Count how often a line running east from the point crosses the edges: odd means within."""
    lat, lng = point.lat, point.lng
    inside = False
    for (start_lng, start_lat), (end_lng, end_lat) in edges:
        crosses = (start_lat > lat) != (end_lat > lat)
        if crosses and lng < (end_lng - start_lng) * (lat - start_lat) / (end_lat - start_lat) + start_lng:
            inside = not inside
    return inside
