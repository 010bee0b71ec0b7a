"""`./porchlight admin cameras import|export|reindex`: the registry as a list, and its index written anew."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, Any

from chalicelib.domain.camera import MAX_RETENTION_DAYS, Camera
from chalicelib.domain.owner import Household, OwnerId
from chalicelib.domain.place import Point
from chalicelib.store import items
from chalicelib.store.gazetteer import fetch_gazetteer
from chalicelib.store.registry_items import camera_of
from chalicelib.store.reindex import reindex
from commands.camera_import import ImportReport, import_cameras
from commands.camera_rows import write_features, write_rows
from commands.inventory_import import import_inventory, is_public
from infra.failure import CannotGoOnError, say
from infra.stage import Stage

_FEATURES = (".geojson", ".json")


def add_to(subjects: Any, common: argparse.ArgumentParser) -> None:
    """Hang the deeds onto the command line."""
    deeds = subjects.add_parser("cameras", help="the registry as a list").add_subparsers(required=True, metavar="DEED")
    bring_in = deeds.add_parser(
        "import", parents=[common], help="add cameras: owners who agreed to be asked, or a city's inventory"
    )
    bring_in.add_argument("path", type=Path, help="CSV with phone and address; or CSV, GeoJSON or JSON with places")
    bring_in.add_argument("--map", action="append", default=[], metavar="COL=FIELD", help="what a column says")
    bring_in.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    bring_in.add_argument("--retention-days", type=int, default=30, help="for an inventory that does not say (30)")
    bring_in.set_defaults(deed=_import)
    give_out = deeds.add_parser("export", parents=[common], help="write every camera with its owner's number")
    give_out.add_argument("path", type=Path, nargs="?", help=".csv or .geojson (without one: standard output)")
    give_out.add_argument("--format", choices=("csv", "geojson"), help="where the file's name does not say")
    give_out.add_argument("--legal-basis", help="why it may be given out: goes into the audit")
    give_out.set_defaults(deed=_export)
    again = deeds.add_parser("reindex", parents=[common], help="write the index's keys in the format of this version")
    again.set_defaults(deed=_reindex)


def _import(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    mapping = _mapping(options.map)
    if not 1 <= options.retention_days <= MAX_RETENTION_DAYS:
        raise CannotGoOnError("--retention-days is 1 to 1000")
    if _names_phones(options.path, mapping):
        report = import_cameras(stage, options.path, mapping=mapping, dry_run=options.dry_run)
        return {**report.counts(), "rows": [asdict(row) for row in report.rows]}
    days, home = options.retention_days, _home(stage)
    report = import_inventory(
        stage, options.path, mapping=mapping, retention_days=days, home=home, dry_run=options.dry_run
    )
    return {**report.counts(), "rows": _refused(report)}


def _refused(report: ImportReport) -> list[dict[str, Any]]:
    return [asdict(row) for row in report.rows if row.result == "refused"]


def _mapping(said: list[str]) -> dict[str, str]:
    pairs = [pair.rpartition("=") for pair in said]
    if any(not (column and field) for column, _, field in pairs):
        raise CannotGoOnError("--map takes COLUMN=FIELD")
    return {column.strip(): field.strip() for column, _, field in pairs}


def _names_phones(path: Path, mapping: dict[str, str]) -> bool:
    """Say whether a list names owners by their phones: then they agreed to be asked."""
    try:
        with path.open("rb") as file:
            header = file.readline(100_000).decode("utf-8-sig", errors="replace").strip().split(",")
    except OSError as error:
        raise CannotGoOnError(f"the list of cameras cannot be used: {error}") from error
    return "phone" in {mapping.get(column.strip('"'), column.strip('"')) for column in header}


def _home(stage: Stage) -> Point | None:
    key = stage.agency().gazetteer_key
    return fetch_gazetteer(stage.account.client("s3"), stage.outputs["DataBucket"], key).middle() if key else None


def _export(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    basis = _legal_basis(options.legal_basis)
    client, table = stage.account.client("dynamodb"), stage.outputs["RegistryTable"]
    rows = list(items.scan(client, table, "pk", "sk"))
    owners = sorted(OwnerId(row["pk"]) for row in rows if row["sk"] == "o")
    public = sorted(row["pk"] for row in rows if is_public(row["pk"]) and row["sk"] == "c1")
    stage.write_down("export", subject="cameras", detail=basis, count=sum(row["sk"][0] == "c" for row in rows))
    kept_out = stage.protected().covers
    households = [_shown(household, kept_out) for household in stage.registry().households(owners).values()]
    suffix = options.path.suffix.lower() if options.path else ""
    as_features = options.format == "geojson" or (not options.format and suffix in _FEATURES)
    write = write_features if as_features else write_rows
    found = (camera for camera in _public_cameras(client, table, public) if not kept_out(camera))
    if options.path is None:
        # With --json standard output holds one object; the list itself goes where progress goes.
        out: IO[str] = sys.stderr if options.json else sys.stdout
        return {"exported": write(households, found, out)}
    with options.path.open("w", newline="", encoding="utf-8") as file:
        return {"exported": write(households, found, file), "path": str(options.path)}


def _shown(household: Household, kept_out: Callable[[Camera], bool]) -> Household:
    """Leave out the cameras at places that are kept off the map."""
    return replace(household, cameras=tuple(camera for camera in household.cameras if not kept_out(camera)))


def _legal_basis(said: str | None) -> str:
    basis = " ".join((said or "").split())
    if not basis and sys.stdin.isatty():
        basis = " ".join(input("On what legal basis is the list given out? ").split())
    if not basis:
        raise CannotGoOnError('an export needs its legal basis: --legal-basis "subpoena 26-0123"')
    return basis[:200]


def _public_cameras(client: Any, table: str, owner_ids: list[str]) -> Iterator[Camera]:
    for start in range(0, len(owner_ids), 100):
        some = [(owner_id, "c1") for owner_id in owner_ids[start : start + 100]]
        yield from map(camera_of, sorted(items.many(client, table, some), key=lambda item: str(item["pk"])))


def _reindex(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    stage.write_down("agency_change", subject="index")
    return dict(reindex(stage.account.client("dynamodb"), stage.outputs["RegistryTable"], progress=say))
