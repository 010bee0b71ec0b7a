"""Puts officers on the agency's list, each change audited before it is made."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.domain.officer import ROLES, Officer, OfficerId
from infra.failure import CannotGoOnError
from infra.stage import Stage


def put_officer(stage: Stage, officer_id: str, *, team_id: str, name: str, role: str) -> Officer:
    """Add somebody, or change name and role; whoever was disabled may sign in again. Raises CannotGoOnError."""
    if role not in ROLES:
        raise CannotGoOnError(f"{role!r} is no role: {', '.join(ROLES)}")
    officer = Officer(officer_id=OfficerId(officer_id), team_id=team_id, name=name, role=role)
    return _write(stage, officer, "put")


def disable_officer(stage: Stage, officer_id: str) -> Officer:
    """Let somebody do nothing any more, from this moment; raises CannotGoOnError for someone not on the list."""
    officer = stage.agencies().officer(OfficerId(officer_id))
    if officer is None:
        raise CannotGoOnError(f"{officer_id} is not on the list")
    return _write(stage, replace(officer, disabled=True), "disabled")


def _write(stage: Stage, officer: Officer, detail: str) -> Officer:
    agencies = stage.agencies()
    if agencies.officer(officer.officer_id) != officer:
        stage.write_down("officer_change", subject=officer.officer_id, detail=f"{detail} {officer.role}")
        stage.transactions().commit([agencies.put_officer(officer)])
    return officer
