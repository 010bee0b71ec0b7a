"""Changes the template for the local AWS: only as local/overlay.yaml says, and only where it says so."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

OVERLAY = Path(__file__).resolve().parent.parent / "overlay.yaml"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One value set at one place (or an IAM action wherever it is allowed), and why the local AWS needs it."""

    at: tuple[str | int, ...] = ()
    everywhere: str = ""
    value: Any
    why: str


def differences(path: Path = OVERLAY) -> list[Difference]:
    """Read them; raises KeyError where one lacks its reason."""
    rows = yaml.safe_load(path.read_text())
    return [
        Difference(at=tuple(row.get("at", ())), everywhere=row.get("everywhere", ""), value=row["set"], why=row["why"])
        for row in rows
    ]


def for_ministack(template: Mapping[str, Any], changes: Sequence[Difference] | None = None) -> dict[str, Any]:
    """Give the template as the local AWS takes it; raises KeyError where a place is not in the template."""
    changed: dict[str, Any] = copy.deepcopy(dict(template))
    for change in differences() if changes is None else changes:
        if change.everywhere:
            _widen(changed, change)
        else:
            _set(changed, change)
    return changed


def _set(template: dict[str, Any], change: Difference) -> None:
    place: Any = template
    for step in change.at[:-1]:
        place = place[step]
    place[change.at[-1]] = change.value


def _widen(template: dict[str, Any], change: Difference) -> None:
    roles = (row for row in template["Resources"].values() if row["Type"] == "AWS::IAM::Role")
    for role in roles:
        for policy in role["Properties"].get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                if statement.get("Action") == change.everywhere:
                    statement["Action"] = change.value
