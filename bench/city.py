"""Made-up cities: cameras along commercial strips and strewn between them, and places where something happened."""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import exp, hypot

from chalicelib.domain.camera import KINDS
from chalicelib.domain.camera_key import CameraFacts
from chalicelib.domain.geodesy import metres_per_degree
from chalicelib.domain.place import Point

MIDDLE = Point(47.61, -122.33)
STREWN = 0.35
RETENTIONS = (7, 14, 30, 60, 90)


@dataclass(frozen=True, slots=True)
class City:
    """How many cameras, on how many metres north to south and west to east, around how many strips."""

    name: str
    cameras: int
    north_m: float
    east_m: float
    strips: int


CITIES = (
    City("10k", 10_000, 21_000, 10_350, 60),
    City("100k", 100_000, 21_000, 10_350, 60),
    City("1M", 1_000_000, 60_000, 45_000, 400),
)
Metres = tuple[float, float]


def points(city: City, *, seed: int = 7) -> list[Point]:
    """Give where a city's cameras are: 65 of 100 in strips that are denser towards its middle."""
    chance = random.Random(seed)
    strewn = [_anywhere(city, chance) for _ in range(round(city.cameras * STREWN))]
    middles = [(0.0, 0.0), *(_anywhere(city, chance) for _ in range(city.strips - 1))]
    weights = [exp(-4 * hypot(north / city.north_m, east / city.east_m)) for north, east in middles]
    weights[0] *= 4
    widths = [1200.0, *(chance.uniform(250, 900) for _ in range(city.strips - 1))]
    chosen = chance.choices(range(city.strips), weights, k=city.cameras - len(strewn))
    along = [tuple(chance.gauss(middle, widths[strip]) for middle in middles[strip]) for strip in chosen]
    return [_point(north, east) for north, east in [*strewn, *along]]


def incidents(city: City, cameras: list[Point], *, count: int, seed: int = 8) -> list[Point]:
    """Give where something happened: half near a camera, half anywhere in the city."""
    chance = random.Random(seed)
    north_m, east_m = metres_per_degree(MIDDLE.lat)
    near = [
        Point(camera.lat + chance.gauss(0, 150) / north_m, camera.lng + chance.gauss(0, 150) / east_m)
        for camera in chance.choices(cameras, k=count // 2)
    ]
    return near + [_point(*_anywhere(city, chance)) for _ in range(count - len(near))]


def facts(point: Point, number: int) -> CameraFacts:
    """Give a camera at a point, its other facts settled by its number."""
    chance = random.Random(number)
    return CameraFacts(
        point=point,
        heading=chance.choice((None, chance.randrange(360))),
        retention_days=chance.choice(RETENTIONS),
        indoor=chance.random() < 0.2,
        working=chance.random() < 0.95,
        kind=chance.choice(KINDS),
    )


def _anywhere(city: City, chance: random.Random) -> Metres:
    return chance.uniform(-0.5, 0.5) * city.north_m, chance.uniform(-0.5, 0.5) * city.east_m


def _point(north: float, east: float) -> Point:
    north_m, east_m = metres_per_degree(MIDDLE.lat)
    return Point(round(MIDDLE.lat + north / north_m, 7), round(MIDDLE.lng + east / east_m, 7))
