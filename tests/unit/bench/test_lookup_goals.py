"""The figures beside their goals: one that is missed says so."""

from __future__ import annotations

from typing import Any

from bench import lookup_goals


def a_report(**changes: Any) -> dict[str, Any]:
    case = {"radius_m": 100, "depth_max": 1, "ranges_max": 3, "queries_mean": 1.5}
    town = {"name": "10k", "cameras": 10_000, "cases": [case], "shapes": [], "peers": []}
    report = {
        "missed": 0,
        "extra": 0,
        "rcu_to_limit_geometric_mean": 2.2,
        "cities": [town],
        "instructions": {"skipped": "no valgrind"},
        "planning": {"share": 0.1, "goal": 0.2},
        "read_meter": {"skipped": "no npm"},
        "writes": {"operations": [{"operation": "remove", "wcu": 2, "goal": None}]},
    }
    return report | changes


def test_every_figure_that_is_met_says_so() -> None:
    assert all(figure["met"] for figure in lookup_goals.figures(a_report()))


def test_a_figure_beyond_its_goal_is_not_met() -> None:
    figures = lookup_goals.figures(a_report(rcu_to_limit_geometric_mean=2.5, missed=1))

    assert [figure["figure"] for figure in figures if not figure["met"]] == [
        "missed",
        "read_units_to_limit_geometric_mean",
    ]


def test_a_ratio_below_its_goal_is_not_met() -> None:
    measured = {"cases": [{"radius_m": 500, "times_fewer": 3.4, "goal": 3.5}]}
    (figure,) = [
        each for each in lookup_goals.figures(a_report(instructions=measured)) if "instructions" in each["figure"]
    ]

    assert not figure["met"]
