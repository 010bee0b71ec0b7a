"""`./porchlight admin addresses|stats|audit`: the addresses, figures, and whether the audit holds."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from commands import admin_cameras
from commands.protected_addresses import protect
from infra.city import change_agency, current_table, load_addresses
from infra.stage import Stage


def add_to(subjects: Any, common: argparse.ArgumentParser) -> None:
    """Hang the subjects and their deeds onto the command line."""
    admin_cameras.add_to(subjects, common)
    addresses = subjects.add_parser("addresses", help="the agency's address points").add_subparsers(required=True)
    points = addresses.add_parser("import", parents=[common], help="use the addresses and the boundary of a folder")
    points.add_argument("path", type=Path)
    points.set_defaults(deed=_addresses)
    kept = addresses.add_parser("protect", parents=[common], help="keep the addresses of a list off the map")
    kept.add_argument("path", type=Path, help="the whole list: one address a line, or CSV with a column address")
    kept.set_defaults(deed=_protect)
    subjects.add_parser("stats", parents=[common], help="count").set_defaults(deed=_stats)
    audit = subjects.add_parser("audit", help="the record of every look").add_subparsers(required=True, metavar="DEED")
    verify = audit.add_parser("verify", parents=[common], help="say whether a row is missing or changed")
    verify.add_argument("--day", default=None, help="2026-11-21 (today, in UTC)")
    verify.set_defaults(deed=_verify)


def _addresses(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    key = load_addresses(stage, options.path)
    change_agency(stage, {**current_table(stage), "gazetteer_key": key})
    return {"gazetteer_key": key}


def _protect(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    return protect(stage, options.path)


def _stats(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    return {**stage.registry().figures(), **stage.requests().figures(), **stage.exhibits().figures()}


def _verify(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    day = options.day or datetime.now(UTC).date().isoformat()
    rows, broken = stage.audit().rows(day), stage.audit().broken_links(day)
    return {"day": day, "looked_at": len(rows), "wrong": [{"row": name} for name in broken]}
