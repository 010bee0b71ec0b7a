"""`./porchlight admin mail status|resume`: how our mail is received, and let it go out again after a pause."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any, get_args

from chalicelib.outbound.system import SystemClock
from chalicelib.usecases.mail_health import Lane, MailHealth
from infra.stage import Stage


def add_to(subjects: Any, common: argparse.ArgumentParser) -> None:
    """Hang the subject and its deeds onto the command line."""
    mail = subjects.add_parser("mail", help="how mail is received").add_subparsers(required=True, metavar="DEED")
    mail.add_parser("status", parents=[common], help="count the last seven days").set_defaults(deed=_status)
    mail.add_parser("resume", parents=[common], help="let mail go out again").set_defaults(deed=_resume)


def _status(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    return _figures(stage)


def _resume(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    stage.write_down("agency_change", detail="mail resumed")
    for lane in get_args(Lane):
        _health(stage).by(lane).resume()
    return {"resumed": True, **_figures(stage)}


def _figures(stage: Stage) -> dict[str, Any]:
    """Give the figures of what we begin, and apart those of answers and codes, which anybody can ask for."""
    health = _health(stage)
    others = {lane: asdict(health.by(lane).figures()) for lane in get_args(Lane) if lane != health.lane}
    return {**asdict(health.figures()), **others}


def _health(stage: Stage) -> MailHealth:
    return MailHealth(scratch=stage.scratch(), transactions=stage.transactions(), clock=SystemClock())
