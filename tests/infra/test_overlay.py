"""What runs on a laptop differs from what goes to AWS in what local/overlay.yaml lists, and in nothing else."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from local.stack import launcher_path
from local.stack.emulator import ministack_environment
from local.stack.overlay import Difference, differences, for_ministack

PRIVATE_NAMES = """
from ministack import app
from ministack.core import lambda_runtime, persistence
from ministack.services import dynamodb, sqs
assert callable(app._build_persistence_save_dict()["dynamodb"])
with dynamodb._lock, sqs._queues_lock:
    pass
assert lambda_runtime.zipfile.ZipFile
assert callable(persistence.save_all) and callable(app.main)
"""


def changed(before: Any, after: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place where two templates differ."""
    if isinstance(before, dict) and isinstance(after, dict):
        names = [*before, *(name for name in after if name not in before)]
        return [place for name in names for place in changed(before.get(name), after.get(name), (*at, name))]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [place for number, (one, other) in pairs for place in changed(one, other, (*at, number))]
    return [] if before == after else [at]


def test_nothing_differs_but_what_is_listed(template: dict[str, Any]) -> None:
    listed = {difference.at for difference in differences() if difference.at}
    found = changed(template, for_ministack(template))
    elsewhere = [place for place in found if place not in listed]
    assert all(place[-1] == "Action" for place in elsewhere), elsewhere
    assert set(found) - set(elsewhere) == listed


def test_the_actions_that_are_widened_are_only_those_listed(template: dict[str, Any]) -> None:
    after = for_ministack(template)
    for place in changed(template, after):
        if place[-1] == "Action":
            before: Any = template
            for step in place:
                before = before[step]
            assert before in {difference.everywhere for difference in differences() if difference.everywhere}


def test_each_difference_has_its_reason() -> None:
    assert all(len(difference.why) > 30 for difference in differences())


def test_a_difference_that_leads_nowhere_is_an_error(template: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        for_ministack(template, [Difference(at=("Resources", "NoSuchThing", "Properties"), value=1, why="none")])


def test_ministack_still_has_the_private_names_that_the_launcher_uses() -> None:
    python = ministack_environment()
    ran = subprocess.run([python, "-c", PRIVATE_NAMES], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert launcher_path().exists()
