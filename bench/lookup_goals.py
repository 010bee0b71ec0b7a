"""Every figure that the lookup promises, under a plain name, with its goal beside it and whether it is met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MILE_M = 1609


def figures(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Give each figure as `figure`, `value`, `goal` (with `stretch`, where there is one) and `met`."""
    return [
        *_exact(report),
        *(goal for town in report["cities"] for goal in _of_city(town)),
        _at_most("read_units_to_limit_geometric_mean", report["rcu_to_limit_geometric_mean"], 2.4),
        *_work(report),
        *_writes(report),
    ]


def _exact(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield _at_most("missed", report["missed"], 0)
    yield _at_most("extra", report["extra"], 0)


def _of_city(town: dict[str, Any]) -> Iterator[dict[str, Any]]:
    cases, name = town["cases"], town["name"]
    near = [case for case in cases if case["radius_m"] <= MILE_M]
    short = [case for case in cases if case["radius_m"] <= 300]
    if town["cameras"] <= 100_000:
        yield _at_most(f"sequential_round_trips_to_1_mile_{name}", max(case["depth_max"] for case in near), 1)
    yield _at_most(f"queries_per_circle_before_pages_{name}", max(case["ranges_max"] for case in cases), 8)
    yield _at_most(f"queries_mean_to_300_m_{name}", max(case["queries_mean"] for case in short), 4)
    yield from _against_peers(town)
    for shape in town["shapes"]:
        if shape["shape"].startswith("corridor 10 km"):
            yield _at_most(f"read_units_corridor_10_km_by_100_m_{name}", shape["rcu_mean"], 10, stretch=8)
        if shape["shape"].startswith("polygon 20 km2"):
            yield _at_most(f"read_units_to_limit_polygon_20_km2_{name}", shape["rcu_to_limit"], 2.0)


def _against_peers(town: dict[str, Any]) -> Iterator[dict[str, Any]]:
    goals = {"10k": (5, 6), "100k": (7, 8)}
    for peer in town.get("peers", []):
        if peer["name"].endswith(", all") and town["name"] in goals:
            goal, stretch = goals[town["name"]]
            times = peer["rcu_ratio_geometric_mean"]
            yield _at_least(f"times_fewer_read_units_than_dynamodbgeo_{town['name']}", times, goal, stretch=stretch)
            least = min(case["rcu_ratio"] for case in peer["cases"])
            yield _at_least(f"times_fewer_read_units_at_any_radius_{town['name']}", least, 1)


def _work(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for case in report["instructions"].get("cases", []):
        name = f"times_fewer_instructions_than_dynamodbgeo_slim_{case['radius_m']}_m"
        yield _at_least(name, case["times_fewer"], case["goal"])
    planning = report["planning"]
    yield _at_most("steps_of_planning_a_polygon_to_the_naive_cover", planning["share"], planning["goal"])
    meter = report["read_meter"]
    if "ours" in meter:
        yield _at_most("read_units_that_dynalite_computes_otherwise", meter["ours"]["differences"], meter["goal"])


def _writes(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for each in report["writes"]["operations"]:
        if each["goal"] is not None:
            yield _at_most(f"write_units_{each['operation']}", each["wcu"], each["goal"])


def _at_most(name: str, value: float, goal: float, *, stretch: float | None = None) -> dict[str, Any]:
    return _figure(name, value, goal, stretch=stretch, met=value <= goal)


def _at_least(name: str, value: float, goal: float, *, stretch: float | None = None) -> dict[str, Any]:
    return _figure(name, value, goal, stretch=stretch, met=value >= goal)


def _figure(name: str, value: float, goal: float, *, stretch: float | None, met: bool) -> dict[str, Any]:
    further = {} if stretch is None else {"stretch": stretch}
    return {"figure": name, "value": value, "goal": goal, **further, "met": met}
