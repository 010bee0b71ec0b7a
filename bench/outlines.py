"""Polygons and cameras' views anywhere on earth, judged by shapely: apart from the product's own arithmetic."""

from __future__ import annotations

import random
from collections.abc import Iterator
from math import cos, exp, log, radians, sin

import numpy as np
import shapely
from geographiclib.geodesic import Geodesic

from bench import edges, shapes
from bench.edges import Marked, Tally, rounded, somewhere, wrapped
from bench.engine import CameraEngine
from chalicelib.domain.camera import KINDS
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.geofence import Circle, Geofence
from chalicelib.domain.place import Point
from chalicelib.domain.polygon import Polygon
from chalicelib.domain.sector import LENSES
from chalicelib.store.camera_index import CameraIndex

_BAND_DEGREES = 1e-7
_BAND_M = 0.02
_CAMERAS = 20
# Sides of the outline drawn for a circle of up to 600 m: it lies at most 6 mm within the circle.
_SIDES = 720
Area = tuple[Geofence, shapely.Geometry, float]
"""An area; its outline, or its line, in degrees around its middle; and how far in metres it reaches beyond that."""


def polygons(count: int, points: int, *, seed: int = 33) -> Tally:
    """Look up polygons, some with a hole or of two parts, with half of the points on the edge and half anywhere."""
    chance = random.Random(seed)
    return edges.tally(_polygon(chance, points) for _ in range(count))


def views(count: int, *, seed: int = 34) -> Tally:
    """Ask what could be seen by twenty cameras around the edge of each area: a circle, a polygon or a corridor."""
    chance = random.Random(seed)
    points = missed = extra = 0
    for _ in range(count):
        middle = somewhere(chance)
        area, outline, wide_m = chance.choice((_round, _ragged, _long))(middle, chance)
        cameras = [_camera(outline, wide_m, middle, chance) for _ in range(_CAMERAS)]
        found = {int(match.owner_id) for match in CameraIndex(CameraEngine(cameras), "any").find(area, seen=True)}
        for number, camera in enumerate(cameras):
            sees = _sees(camera, outline, wide_m, middle)
            if sees is not None:
                points += 1
                missed, extra = missed + (sees and number not in found), extra + (number in found and not sees)
    return Tally(count, points, missed, extra)


def _polygon(chance: random.Random, points: int) -> tuple[Polygon, list[Marked]]:
    middle, square_km = somewhere(chance), exp(chance.uniform(log(0.001), log(150)))
    corners, hole = chance.randrange(8, 121), chance.random() < 0.4
    rings = list(shapes.a_polygon(middle, chance, square_km=square_km, corners=corners, hole=hole).rings)
    outline = shapely.Polygon(_around(rings[0], middle), [_around(ring, middle) for ring in rings[1:]])
    if chance.random() < 0.3:
        wide = outline.bounds[2] - outline.bounds[0]
        rings.append(tuple((wrapped(lng + 1.1 * wide), lat) for lng, lat in rings[0]))
        outline = shapely.union(outline, shapely.Polygon(_around(rings[-1], middle)))
    marked = [mark for _ in range(points) for mark in _mark(outline, middle, chance)]
    return Polygon(tuple(rings)), marked


def _mark(outline: shapely.Geometry, middle: Point, chance: random.Random) -> Iterator[Marked]:
    """Give a point and shapely's word on it, unless it lies within a centimetre of the edge."""
    west, south, east, north = outline.bounds
    lng, lat = chance.uniform(west, east), chance.uniform(south, north)
    if chance.random() < 0.5:
        edge = outline.boundary.interpolate(chance.random(), normalized=True)
        lng, lat = (
            place + chance.choice((-1, 1)) * exp(chance.uniform(log(1e-7), log(1e-5))) for place in edge.coords[0]
        )
    point = rounded(lat, wrapped(middle.lng + lng))
    place = shapely.Point(wrapped(point.lng - middle.lng), point.lat)
    if outline.boundary.distance(place) > _BAND_DEGREES:
        yield Marked(point, bool(outline.contains(place)))


def _around(ring: tuple[tuple[float, float], ...], middle: Point) -> list[tuple[float, float]]:
    return [(wrapped(lng - middle.lng), lat) for lng, lat in ring]


def _round(middle: Point, chance: random.Random) -> Area:
    radius_m = chance.uniform(40, 600)
    ends = [Geodesic.WGS84.Direct(middle.lat, middle.lng, 360 * turn / _SIDES, radius_m) for turn in range(_SIDES)]
    ring = tuple((end["lon2"], end["lat2"]) for end in ends)
    return Circle(middle, radius_m), shapely.Polygon(_around(ring, middle)), 0.0


def _ragged(middle: Point, chance: random.Random) -> Area:
    polygon = shapes.a_polygon(middle, chance, square_km=chance.uniform(0.01, 0.5), corners=30)
    return polygon, shapely.Polygon(_around(polygon.rings[0], middle)), 0.0


def _long(middle: Point, chance: random.Random) -> Area:
    corridor = shapes.a_corridor(middle, chance, length_m=800, width_m=40, bends=3)
    line = tuple((point.lng, point.lat) for point in corridor.line)
    return corridor, shapely.LineString(_around(line, middle)), 20.0


def _camera(outline: shapely.Geometry, wide_m: float, middle: Point, chance: random.Random) -> CameraFacts:
    """Put a camera as far from an edge as its lens reaches, or nearer: where its heading decides."""
    kind = chance.choice(KINDS)
    edge = shapely.boundary(outline) if isinstance(outline, shapely.Polygon) else outline
    lng, lat = edge.interpolate(chance.random(), normalized=True).coords[0]
    away_m = (wide_m + LENSES[kind].range_m) * chance.uniform(0.2, 1.01)
    end = Geodesic.WGS84.Direct(lat, wrapped(lng + middle.lng), chance.uniform(0, 360), away_m)
    heading = chance.choice((None, *[chance.randrange(360)] * 5))
    return CameraFacts(point=rounded(end["lat2"], end["lon2"]), retention_days=14, heading=heading, kind=kind)


def _sees(camera: CameraFacts, outline: shapely.Geometry, wide_m: float, middle: Point) -> bool | None:
    """Judge on a flat map around the camera; none where 2 cm would decide, or where the camera stands within."""
    north_m, east_m = edges.metres_per_degree(camera.point.lat)
    place = np.array((wrapped(camera.point.lng - middle.lng), camera.point.lat))
    flat = shapely.transform(outline, lambda places: (places - place) * (east_m, north_m))
    area = shapely.buffer(flat, wide_m, quad_segs=400) if wide_m else flat
    if area.distance(shapely.Point(0, 0)) < _BAND_M:
        return None
    lens = LENSES[camera.kind]
    all_around = camera.heading is None or lens.field_degrees > 180
    first, last = (0.0, 360.0) if all_around else _sides(camera.heading or 0, lens.field_degrees)
    turns = [radians(first + (last - first) * step / 400) for step in range(401)]
    arc = [(lens.range_m * sin(turn), lens.range_m * cos(turn)) for turn in turns]
    view = shapely.Polygon(arc if all_around else [(0.0, 0.0), *arc])
    inner, outer = (view.intersects(shapely.buffer(area, band)) for band in (-_BAND_M, _BAND_M))
    return bool(inner) if inner == outer else None


def _sides(heading: float, field_degrees: float) -> tuple[float, float]:
    return heading - field_degrees / 2, heading + field_degrees / 2
