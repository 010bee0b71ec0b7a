"""`./porchlight bench lookup`: Queries, round trips and read units per lookup, against the truth and against a peer.

Counts only, from fixed seeds: the same figures on every machine. `--full` takes 100,000 and 1,000,000 cameras as well.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import (
    city,
    edges,
    growth,
    instructions,
    lookup_cases,
    lookup_files,
    lookup_goals,
    naive_cover,
    outlines,
    read_meter,
    write_units,
)
from bench.city import CITIES


def main(arguments: list[str]) -> int:
    """Print the figures as a table, or as one JSON object; give 1 where a lookup was not exact, 2 for bad input."""
    options = _options(arguments)
    try:
        figures = _measured(options)
    except (OSError, RuntimeError, ValueError) as error:
        print(f"bench lookup: {error}", file=sys.stderr)
        return 2
    print(json.dumps(figures) if options.json else _table(figures))
    return 1 if figures["missed"] or figures["extra"] else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./porchlight bench lookup", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--full", action="store_true", help="measure 100,000 and 1,000,000 cameras too (an hour)")
    parser.add_argument(
        "--no-peers", action="store_true", help="leave out whatever must be installed: dynamodbgeo, dynalite, valgrind"
    )
    parser.add_argument("--points", type=Path, help="CSV of points: lat,lon")
    parser.add_argument("--queries", type=Path, help="CSV of lookups: lat,lon,radius_m")
    options = parser.parse_args(arguments)
    if bool(options.points) != bool(options.queries):
        parser.error("--points and --queries go together")
    return options


def _measured(options: argparse.Namespace) -> dict[str, Any]:
    if options.points:
        return {"bench": "lookup", **lookup_files.measured(options.points, options.queries)}
    cities = []
    for town in CITIES if options.full else CITIES[:1]:
        _tell(f"{town.name} cameras")
        cities.append(lookup_cases.measured(town, with_peer=not options.no_peers and town.cameras <= 100_000))
    cases = [case for measured in cities for case in measured["cases"]]
    shapes = [shape for measured in cities for shape in measured["shapes"]]
    anywhere = _anywhere_on_earth()
    exact = [*cases, *shapes, *(measured["random_circles"] for measured in cities), *anywhere.values()]
    report = {
        "bench": "lookup",
        "entry_bytes": lookup_cases.ENTRY_BYTES,
        "missed": sum(each["missed"] for each in exact),
        "extra": sum(each["extra"] for each in exact),
        "rcu_to_limit_geometric_mean": lookup_cases.geometric_mean(case["rcu_to_limit"] for case in cases),
        "cities": cities,
        "anywhere_on_earth": anywhere,
        **_beside(with_peers=not options.no_peers),
        "measured": [f"{town['cameras']} cameras" for town in cities],
        "modelled": [
            "10,000,000 cameras (growth): read units by density, from the same covers",
            "read units: entry sizes, 4 KB steps, at least half a unit a page; no AWS account was used",
            "write units: item and entry sizes, 1 KB steps",
        ],
    }
    return report | {"goals": lookup_goals.figures(report)}


def _beside(*, with_peers: bool) -> dict[str, Any]:
    """Measure what does not depend on the size of a city; what needs a tool that is not there says so."""
    town = CITIES[0]
    places = city.incidents(town, city.points(town), count=lookup_cases.LOOKUPS)
    _tell("planning, writing, growth")
    told = {
        "growth": growth.modelled(places, lookup_cases.RADII_M, entry_bytes=lookup_cases.ENTRY_BYTES),
        "planning": naive_cover.measured(),
        "writes": write_units.measured(),
    }
    _tell("dynalite's read meter")
    told["read_meter"] = _unless_missing(read_meter.measured, wanted=with_peers)
    _tell("machine instructions, by valgrind")
    told["instructions"] = _unless_missing(lambda: {"cases": instructions.measured()}, wanted=with_peers)
    return told


def _unless_missing(measure: Callable[[], dict[str, Any]], *, wanted: bool) -> dict[str, Any]:
    if not wanted:
        return {"skipped": "--no-peers"}
    try:
        return measure()
    except RuntimeError as error:
        return {"skipped": str(error)}


def _tell(what: str) -> None:
    print(f"bench lookup: {what} ...", file=sys.stderr, flush=True)


def _anywhere_on_earth() -> dict[str, dict[str, int]]:
    """Look up shapes with cameras on their very edges, all below 80 degrees."""
    _tell("edges anywhere on earth")
    tallies = {
        "circles": edges.circles(2_000, 100),
        "corridors": edges.corridors(500, 40),
        "polygons": outlines.polygons(500, 60),
        "views": outlines.views(500),
    }
    return {name: tally._asdict() for name, tally in tallies.items()}


def _table(figures: dict[str, Any]) -> str:
    if "cities" not in figures:
        return _table_of_files(figures)
    lines = ["cameras   radius   matches  queries (max)  depth   read      RCU  to limit  missed extra"]
    for town in figures["cities"]:
        lines += [_line(town["name"], case) for case in town["cases"]]
        lines += [_shape_line(shape) for shape in town["shapes"]]
        for peer in town.get("peers", []):
            lines += [_peer_line(peer["name"], case) for case in peer["cases"]]
            lines.append(f"  {peer['name']}: {peer['rcu_ratio_geometric_mean']} times our read units, geometric mean")
    lines.append(f"read units to the limit of the entries, geometric mean: {figures['rcu_to_limit_geometric_mean']}")
    lines += [
        f"  {name} anywhere: {each['points']} points at the edges of {each['shapes']}, "
        f"missed {each['missed']}, extra {each['extra']}"
        for name, each in figures["anywhere_on_earth"].items()
    ]
    lines += [
        f"  {each['figure']:<58} {each['value']:>8} (goal {each['goal']}){'' if each['met'] else '  NOT MET'}"
        for each in figures["goals"]
    ]
    lines += [
        f"  {name}: {figures[name]['skipped']}" for name in ("read_meter", "instructions") if "skipped" in figures[name]
    ]
    lines.append(f"missed {figures['missed']}, extra {figures['extra']}")
    return "\n".join(lines)


def _line(name: str, case: dict[str, Any]) -> str:
    return (
        f"{name:<7} {case['radius_m']:>6} m  {case['matches_mean']:>8} "
        f"{case['queries_mean']:>8} ({case['queries_max']:>3})  {case['depth_max']:>5} {case['items_read_mean']:>8} "
        f"{case['rcu_mean']:>8} {case['rcu_to_limit']:>8}  {case['missed']:>6} {case['extra']:>5}"
    )


def _shape_line(shape: dict[str, Any]) -> str:
    return (
        f"  {shape['shape']:<26} {shape['matches_mean']} matches, {shape['queries_mean']} Queries, "
        f"{shape['rcu_mean']} RCU (at most {shape['rcu_max']}), {shape['rcu_to_limit']} times the limit"
    )


def _peer_line(name: str, case: dict[str, Any]) -> str:
    return (
        f"  {name:<40} {case['radius_m']:>5} m: {case['queries_mean']} calls, depth {case['depth_max']}, "
        f"{case['rcu_mean']} RCU, {case['rcu_ratio']} times ours"
    )


def _table_of_files(figures: dict[str, Any]) -> str:
    lines = [f"{figures['points']} points"]
    for number, (lookup, found) in enumerate(zip(figures["lookups"], figures["matches"], strict=True)):
        lines.append(
            f"lookup {number}: {len(found)} found, {lookup['queries']} Queries, depth {lookup['depth']}, "
            f"{lookup['items_read']} entries read, {lookup['rcu']} RCU"
        )
    return "\n".join([*lines, f"missed {figures['missed']}, extra {figures['extra']}"])
