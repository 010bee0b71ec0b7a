"""What a lookup costs where more cameras stand than were measured: modelled from the density around it alone.

A cover is so much ground in so many ranges, whatever stands there. At a density that is the same all around, each
range holds its ground's share of cameras, and costs what they weigh. The model is held against every lookup that was
measured, with the density that was found within its own circle: `model_to_measured`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, pi
from statistics import fmean
from typing import Any

from bench.engine import PAGE_BYTES
from chalicelib.domain import camera_key, hexagons
from chalicelib.domain.cover import KeyRange, cover
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

CAMERAS = 10_000_000
DENSITIES_PER_KM2 = (46, 460, 4_600)
"""A city with 10,000 cameras on 217 square kilometres, one with 100,000, and the middle of one with ten times that."""
PARTITION_KM2 = 252
PARTITION_WCU, PARTITION_RCU = 1_000, 3_000
"""What DynamoDB serves a second from one partition: AWS, "Best practices for designing partition keys"."""
_FINEST_CELL_KM2 = 0.8954e-6


def modelled(places: Sequence[Point], radii_m: Sequence[int], *, entry_bytes: int) -> dict[str, Any]:
    """Give a country's lookups by density and radius, and what DynamoDB's limits for one partition allow there."""
    return {
        "modelled": True,
        "cameras": CAMERAS,
        "why": "a lookup reads only the partitions around it: the density there decides, and the total does not",
        "densities": [_at(density, places, radii_m, entry_bytes) for density in DENSITIES_PER_KM2],
    }


def model_to_measured(circles: Iterable[Circle], found: Sequence[int], rcu: Sequence[float], entry_bytes: int) -> float:
    """Give the model's read units for these lookups, each at the density found within it, against those measured."""
    densities = [count / (circle.area_m2() / 1e6) for circle, count in zip(circles, found, strict=True)]
    told = [_cost(cover(circle), density, entry_bytes)[2] for circle, density in zip(circles, densities, strict=True)]
    return round(fmean(told) / fmean(rcu), 3)


def _at(density: int, places: Sequence[Point], radii_m: Sequence[int], entry_bytes: int) -> dict[str, Any]:
    cases = [_case(density, places, radius_m, entry_bytes) for radius_m in radii_m]
    return {
        "cameras_per_km2": density,
        "cameras_in_a_partition": density * PARTITION_KM2,
        # One entry put for each; a camera that moves takes two.
        "registrations_per_second_in_a_partition": PARTITION_WCU,
        "moves_per_second_in_a_partition": PARTITION_WCU // 2,
        "cases": cases,
    }


def _case(density: int, places: Sequence[Point], radius_m: int, entry_bytes: int) -> dict[str, Any]:
    costs = [_cost(cover(Circle(place, radius_m)), density, entry_bytes) for place in places]
    rcu = fmean(cost[2] for cost in costs)
    return {
        "radius_m": radius_m,
        "matches": round(density * pi * radius_m**2 / 1e6),
        "queries_mean": round(fmean(cost[0] for cost in costs), 2),
        "depth_max": max(cost[1] for cost in costs),
        "rcu_mean": round(rcu, 2),
        "lookups_per_second_from_one_partition": int(PARTITION_RCU / rcu),
    }


def _cost(ranges: Iterable[KeyRange], density: float, entry_bytes: int) -> tuple[int, int, float]:
    """Give Queries with their pages, the most pages of a range, and read units."""
    sizes = [_km2(each) * density * entry_bytes for each in ranges]
    pages = [max(1, ceil(size / PAGE_BYTES)) for size in sizes]
    return sum(pages), max(pages), sum(max(1, ceil(size / 4096)) / 2 for size in sizes)


def _km2(key_range: KeyRange) -> float:
    """Give how much ground a range reads."""
    first, last = (hexagons.rank(camera_key.suffix_of(end)) for end in (key_range.first, key_range.last))
    return (last - first + 1) * _FINEST_CELL_KM2
