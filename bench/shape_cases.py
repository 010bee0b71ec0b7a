"""What polygons and corridors cost: seeded shapes that lie within the city, over its cameras."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from math import ceil
from statistics import fmean
from typing import Any

import shapely

from bench import city, shapes
from bench.city import City
from chalicelib.domain.corridor import Corridor
from chalicelib.domain.geodesy import metres_per_degree
from chalicelib.domain.place import Point
from chalicelib.domain.polygon import Polygon
from chalicelib.store.camera_index import CameraIndex, Meter

Shape = Polygon | Corridor
SHAPES = 25


def measured(town: City, points: Sequence[Point], index: CameraIndex, *, entry_bytes: int) -> list[dict[str, Any]]:
    """Measure 25 of each; polygons are judged by shapely, corridors by measuring from every camera to the line."""
    kinds: dict[str, Callable[[Point, random.Random], Shape]] = {
        "polygon 2 km2, 12 corners": lambda at, chance: shapes.a_polygon(at, chance, square_km=2, corners=12),
        "polygon 20 km2, 40 corners": lambda at, chance: shapes.a_polygon(at, chance, square_km=20, corners=40),
        "corridor 3 km x 50 m": lambda at, chance: shapes.a_corridor(at, chance, length_m=3000, width_m=50, bends=3),
        "corridor 10 km x 100 m": lambda at, chance: shapes.a_corridor(
            at, chance, length_m=10_000, width_m=100, bends=6
        ),
    }
    return [_figures(name, _made(town, make), points, index, entry_bytes) for name, make in kinds.items()]


def _made(town: City, make: Callable[[Point, random.Random], Shape]) -> list[Shape]:
    chance = random.Random(21)
    north_m, east_m = metres_per_degree(city.MIDDLE.lat)
    spare_m = 3_200
    north, east = (max(0.0, side / 2 - spare_m) for side in (town.north_m, town.east_m))
    places = [
        Point(
            city.MIDDLE.lat + chance.uniform(-north, north) / north_m,
            city.MIDDLE.lng + chance.uniform(-east, east) / east_m,
        )
        for _ in range(SHAPES)
    ]
    return [make(place, chance) for place in places]


def _figures(
    name: str, made: Sequence[Shape], points: Sequence[Point], index: CameraIndex, entry_bytes: int
) -> dict[str, Any]:
    meters = [Meter() for _ in made]
    found = [_numbers(index, shape, meter) for shape, meter in zip(made, meters, strict=True)]
    truths = [_truth(shape, points) for shape in made]
    rcu = fmean(meter.read_units for meter in meters)
    limit = fmean(max(1, ceil(len(truth) * entry_bytes / 4096)) / 2 for truth in truths)
    return {
        "shape": name,
        "matches_mean": round(fmean(map(len, found)), 1),
        "queries_mean": round(fmean(meter.queries for meter in meters), 2),
        "depth_max": max(meter.depth for meter in meters),
        "rcu_mean": round(rcu, 3),
        "rcu_max": max(meter.read_units for meter in meters),
        "rcu_to_limit": round(rcu / limit, 3),
        "missed": sum(len(truth - each) for truth, each in zip(truths, found, strict=True)),
        "extra": sum(len(each - truth) for truth, each in zip(truths, found, strict=True)),
    }


def _numbers(index: CameraIndex, shape: Shape, meter: Meter) -> set[int]:
    return {int(match.owner_id) for match in index.find(shape, meter=meter)}


def _truth(shape: Shape, points: Sequence[Point]) -> set[int]:
    if isinstance(shape, Corridor):
        return {number for number, point in enumerate(points) if shape.distance_m(point) <= shape.half_m}
    outline = shapely.Polygon(shape.rings[0], shape.rings[1:])
    hits = shapely.contains_xy(outline, [point.lng for point in points], [point.lat for point in points])
    return {int(number) for number in hits.nonzero()[0]}
