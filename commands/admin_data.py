"""`./porchlight admin cameras|addresses|stats|audit`: lists in and out, figures, and whether the audit holds."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from chalicelib.domain.owner import OwnerId
from chalicelib.store import items
from commands.camera_import import import_cameras
from commands.camera_rows import write_rows
from infra.city import change_agency, current_table, load_addresses
from infra.stage import Stage


def add_to(subjects: Any, common: argparse.ArgumentParser) -> None:
    """Hang the subjects and their deeds onto the command line."""
    cameras = subjects.add_parser("cameras", help="the registry as a list").add_subparsers(
        required=True, metavar="DEED"
    )
    bring_in = cameras.add_parser("import", parents=[common], help="add cameras whose owners agreed to be asked")
    bring_in.add_argument("path", type=Path)
    bring_in.set_defaults(deed=_import)
    give_out = cameras.add_parser("export", parents=[common], help="write every camera with its owner's number")
    give_out.add_argument("path", type=Path, nargs="?", help="a file to make (without one: standard output)")
    give_out.set_defaults(deed=_export)
    addresses = subjects.add_parser("addresses", help="the agency's address points").add_subparsers(required=True)
    points = addresses.add_parser("import", parents=[common], help="use the addresses and the boundary of a folder")
    points.add_argument("path", type=Path)
    points.set_defaults(deed=_addresses)
    subjects.add_parser("stats", parents=[common], help="count").set_defaults(deed=_stats)
    audit = subjects.add_parser("audit", help="the record of every look").add_subparsers(required=True, metavar="DEED")
    verify = audit.add_parser("verify", parents=[common], help="say whether a row is missing or changed")
    verify.add_argument("--day", default=None, help="2026-11-21 (today, in UTC)")
    verify.set_defaults(deed=_verify)


def _import(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    report = import_cameras(stage, options.path)
    return {**report.counts(), "rows": [asdict(row) for row in report.rows]}


def _export(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    stage.write_down("export", subject="cameras")
    client, table = stage.account.client("dynamodb"), stage.outputs["RegistryTable"]
    owners = sorted(OwnerId(row["pk"]) for row in items.scan(client, table, "pk", "sk") if row["sk"] == "o")
    households = stage.registry().households(owners).values()
    if options.path is None:
        # With --json standard output holds one object; the list itself goes where progress goes.
        return {"exported": write_rows(households, sys.stderr if options.json else sys.stdout)}
    with options.path.open("w", newline="", encoding="utf-8") as out:
        return {"exported": write_rows(households, out), "path": str(options.path)}


def _addresses(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    key = load_addresses(stage, options.path)
    change_agency(stage, {**current_table(stage), "gazetteer_key": key})
    return {"gazetteer_key": key}


def _stats(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    return {**stage.registry().figures(), **stage.requests().figures(), **stage.exhibits().figures()}


def _verify(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    day = options.day or datetime.now(UTC).date().isoformat()
    rows, broken = stage.audit().rows(day), stage.audit().broken_links(day)
    return {"day": day, "looked_at": len(rows), "wrong": [{"row": name} for name in broken]}
