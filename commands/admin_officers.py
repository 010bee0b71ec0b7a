"""`./porchlight admin officer add|list|disable`: who may sign in."""

from __future__ import annotations

import argparse
import re
from dataclasses import asdict
from typing import Any

from chalicelib.domain.officer import ROLES
from infra.failure import CannotGoOnError
from infra.officers import disable_officer, put_officer
from infra.stage import Stage


def add_to(subjects: Any, common: argparse.ArgumentParser) -> None:
    """Hang `officer` and what it can do onto the command line."""
    deeds = subjects.add_parser("officer", help="who may sign in").add_subparsers(required=True, metavar="DEED")
    add = deeds.add_parser("add", parents=[common], help="put somebody on the list, or change name and role")
    add.add_argument("id", help="the Slack member id, U...")
    add.add_argument("--name", required=True)
    add.add_argument("--role", choices=ROLES, default="detective")
    add.add_argument("--team", help="the Slack workspace, T... (that of the officers on the list)")
    add.set_defaults(deed=_add)
    deeds.add_parser("list", parents=[common], help="show everybody").set_defaults(deed=_list)
    disable = deeds.add_parser("disable", parents=[common], help="let somebody do nothing, from this moment")
    disable.add_argument("id")
    disable.set_defaults(deed=_disable)


def _add(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    if not re.fullmatch(r"[UW][A-Z0-9]{2,}", options.id):
        raise CannotGoOnError(f"{options.id!r} is no Slack member id: in Slack, open the profile, then Copy member ID")
    team = options.team or _team_of_the_others(stage)
    return asdict(put_officer(stage, options.id, team_id=team, name=options.name, role=options.role))


def _list(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    return {"officers": [asdict(officer) for officer in stage.agencies().officers()]}


def _disable(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    return asdict(disable_officer(stage, options.id))


def _team_of_the_others(stage: Stage) -> str:
    teams = {officer.team_id for officer in stage.agencies().officers()}
    if len(teams) != 1:
        raise CannotGoOnError("name the Slack workspace with --team T...")
    return teams.pop()
