"""The fixed set: seeded cities, five radii, what each lookup costs, whether it is exact, and a peer beside it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil, exp, log
from statistics import fmean
from typing import Any

from bench import cell_peers, city, growth, peers, shape_cases
from bench.city import CITIES, City
from bench.engine import CameraEngine
from bench.truth import Truth
from chalicelib.domain.cover import cover
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex, Meter

RADII_M = (100, 300, 500, 1609, 4828)
ENTRY_BYTES = 36
"""An entry of the index: names 8, partition 4, cell 5, version 1, payload 8, owner 8, camera 2 (`c1`)."""
LOOKUPS = 100
CIRCLES = 2_000


@dataclass(slots=True)
class Case:
    """One radius in one city."""

    radius_m: int
    circles: Sequence[Circle]
    matches: list[int] = field(default_factory=list)
    meters: list[Meter] = field(default_factory=list)
    missed: int = 0
    extra: int = 0

    def figures(self) -> dict[str, Any]:
        """Give the case as JSON has it; `rcu_to_limit` is against reading nothing but the matches' own entries."""
        rcu = fmean(meter.read_units for meter in self.meters)
        limit = fmean(max(1, ceil(count * ENTRY_BYTES / 4096)) / 2 for count in self.matches)
        return {
            "radius_m": self.radius_m,
            "lookups": len(self.meters),
            "matches_mean": round(fmean(self.matches), 2),
            "queries_mean": round(fmean(meter.queries for meter in self.meters), 2),
            "queries_max": max(meter.queries for meter in self.meters),
            "ranges_max": max(len(cover(circle)) for circle in self.circles),
            "depth_max": max(meter.depth for meter in self.meters),
            "items_read_mean": round(fmean(meter.items_read for meter in self.meters), 1),
            "rcu_mean": round(rcu, 3),
            "rcu_max": max(meter.read_units for meter in self.meters),
            "rcu_limit_mean": round(limit, 3),
            "rcu_to_limit": round(rcu / limit, 3),
            "model_to_measured": growth.model_to_measured(
                self.circles, self.matches, [meter.read_units for meter in self.meters], ENTRY_BYTES
            ),
            "missed": self.missed,
            "extra": self.extra,
        }


def measured(town: City, *, with_peer: bool) -> dict[str, Any]:
    """Measure one city: five cases, circles of any size, and the peer's five."""
    points = city.points(town)
    index = CameraIndex(CameraEngine(city.facts(point, number) for number, point in enumerate(points)), "registry")
    truth = Truth.of(points)
    places = city.incidents(town, points, count=LOOKUPS)
    cases = [_case(index, truth, [Circle(place, radius_m) for place in places]) for radius_m in RADII_M]
    square_km = town.north_m * town.east_m / 1e6
    result = {
        "name": town.name,
        "cameras": len(points),
        "cameras_per_km2": round(len(points) / square_km, 1),
        "cases": [case.figures() for case in cases],
        "random_circles": _random_circles(town, points, index, truth),
        "shapes": _shapes(town, points, index),
    }
    return result | ({"peers": _peers(points, places, cases)} if with_peer else {})


def _shapes(town: City, points: list[Point], index: CameraIndex) -> list[dict[str, Any]]:
    """Leave them out in large cities, where judging a corridor by every camera takes longer than all the rest."""
    small = town.cameras <= CITIES[0].cameras
    return shape_cases.measured(town, points, index, entry_bytes=ENTRY_BYTES) if small else []


def geometric_mean(ratios: Iterable[float]) -> float:
    """Give the geometric mean, to three places."""
    return round(exp(fmean(map(log, ratios))), 3)


def _case(index: CameraIndex, truth: Truth, circles: Sequence[Circle]) -> Case:
    case = Case(round(circles[0].radius_m), circles)
    for circle in circles:
        meter = Meter()
        found = {int(match.owner_id) for match in index.find(circle, meter=meter)}
        missed, extra = truth.difference(circle, found)
        case.matches.append(len(found))
        case.meters.append(meter)
        case.missed += missed
        case.extra += extra
    return case


def _random_circles(town: City, points: list[Point], index: CameraIndex, truth: Truth) -> dict[str, int]:
    chance = random.Random(13)
    places = city.incidents(town, points, count=CIRCLES, seed=14)
    missed = extra = 0
    for place in places:
        circle = Circle(place, exp(chance.uniform(log(20), log(3000))))
        difference = truth.difference(circle, {int(match.owner_id) for match in index.find(circle)})
        missed, extra = missed + difference.missed, extra + difference.extra
    return {"lookups": len(places), "missed": missed, "extra": extra}


def _peers(points: list[Point], places: list[Point], cases: list[Case]) -> list[dict[str, Any]]:
    """Measure dynamodbgeo's Queries one after another, and those peers that ask for all their cells at once."""
    peers.install()
    kinds = {"all": peers.ALL_BYTES, "slim": peers.SLIM_BYTES}
    return [
        *[_peer(kind, peers.DynamoDBGeo(points, record_bytes=size), places, cases) for kind, size in kinds.items()],
        *[_cell_peer(peer, places, cases) for peer in cell_peers.all_of(points)],
    ]


def _peer(kind: str, peer: peers.DynamoDBGeo, places: list[Point], cases: list[Case]) -> dict[str, Any]:
    return _ratios(f"dynamodbgeo 0.0.3, {kind}", [_peer_case(peer, places, case) for case in cases])


def _ratios(name: str, measured_cases: list[dict[str, Any]]) -> dict[str, Any]:
    ratio = geometric_mean(case["rcu_ratio"] for case in measured_cases)
    return {"name": name, "cases": measured_cases, "rcu_ratio_geometric_mean": ratio}


def _peer_case(peer: peers.DynamoDBGeo, places: list[Point], ours: Case) -> dict[str, Any]:
    engine = peer.engine
    failed = engine.would_have_failed
    found, costs = [], []
    for place in places:
        before = engine.queries, engine.read_units, engine.items_read
        found.append(len(peer.find(Circle(place, ours.radius_m))))
        queries = engine.queries - before[0]
        costs.append(cell_peers.Cost(queries, queries, engine.items_read - before[2], engine.read_units - before[1]))
    return _peer_figures(ours, costs) | {
        "matches_mean": round(fmean(found), 2),
        "would_have_failed": engine.would_have_failed - failed,
    }


def _cell_peer(peer: cell_peers.CellPeer, places: list[Point], cases: list[Case]) -> dict[str, Any]:
    measured_cases = [
        _peer_figures(case, [peer.lookup(Circle(place, case.radius_m)) for place in places]) for case in cases
    ]
    return _ratios(peer.name, measured_cases)


def _peer_figures(ours: Case, costs: Sequence[cell_peers.Cost]) -> dict[str, Any]:
    rcu = fmean(cost.read_units for cost in costs)
    return {
        "radius_m": ours.radius_m,
        "queries_mean": round(fmean(cost.queries for cost in costs), 2),
        "depth_max": max(cost.depth for cost in costs),
        "items_read_mean": round(fmean(cost.items_read for cost in costs), 1),
        "rcu_mean": round(rcu, 3),
        "rcu_ratio": round(rcu / fmean(meter.read_units for meter in ours.meters), 3),
    }
