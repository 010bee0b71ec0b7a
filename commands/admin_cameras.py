"""`./porchlight admin cameras import|export|lists|remove-list|reindex`: the registry as a list, and its index."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import IO, Any

from chalicelib.domain.camera import MAX_RETENTION_DAYS, Camera
from chalicelib.domain.inventory import is_public
from chalicelib.domain.owner import Household, OwnerId
from chalicelib.domain.place import Point
from chalicelib.store import items
from chalicelib.store.gazetteer import fetch_gazetteer
from chalicelib.store.registry_items import camera_of
from chalicelib.store.reindex import reindex
from commands.camera_import import ImportReport, import_rows
from commands.camera_lists import UNNAMED, lists_in, remove_list
from commands.camera_rows import Listed, write_features, write_rows
from commands.inventory_import import import_inventory
from commands.inventory_read import Record
from commands.mixed_list import owned_and_listed
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
    bring_in.add_argument("--list", default="", metavar="NAME", help="what an inventory is called (its file's name)")
    bring_in.set_defaults(deed=_import)
    give_out = deeds.add_parser("export", parents=[common], help="write every camera with its owner's number")
    give_out.add_argument("path", type=Path, nargs="?", help=".csv or .geojson (without one: standard output)")
    give_out.add_argument("--format", choices=("csv", "geojson"), help="where the file's name does not say")
    give_out.add_argument("--legal-basis", help="why it may be given out: goes into the audit")
    give_out.set_defaults(deed=_export)
    lists = deeds.add_parser("lists", parents=[common], help="count the cameras of each published list")
    lists.set_defaults(deed=_lists)
    take_out = deeds.add_parser("remove-list", parents=[common], help="take every camera of a published list out again")
    take_out.add_argument("name", help="as `lists` names it")
    take_out.add_argument("--dry-run", action="store_true", help="say how many there are, and take none out")
    take_out.set_defaults(deed=_remove_list)
    again = deeds.add_parser("reindex", parents=[common], help="write the index's keys in the format of this version")
    again.set_defaults(deed=_reindex)


def _import(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    """Import owners' cameras, a published list's, or both from one file: an export is taken back as it was."""
    mapping = _mapping(options.map)
    if not 1 <= options.retention_days <= MAX_RETENTION_DAYS:
        raise CannotGoOnError("--retention-days is 1 to 1000")
    try:
        owned, listed = owned_and_listed(options.path, mapping)
    except (OSError, ValueError) as error:
        raise CannotGoOnError(f"the list of cameras cannot be used: {error}") from error
    owners = ImportReport() if owned is None else import_rows(stage, owned, dry_run=options.dry_run)
    inventory = (
        ImportReport() if listed is None else _inventory(stage, options, mapping if owned is None else {}, listed)
    )
    refused = [row for row in inventory.rows if row.result == "refused"]
    counts = Counter(owners.counts()) + Counter(inventory.counts())
    return {**{name: counts[name] for name in owners.counts()}, "rows": [asdict(row) for row in owners.rows + refused]}


def _inventory(
    stage: Stage, options: argparse.Namespace, mapping: dict[str, str], belongs: Callable[[Record], bool]
) -> ImportReport:
    name = " ".join((options.list or options.path.stem).split())[:100]
    days, home = options.retention_days, _home(stage)
    return import_inventory(
        stage, options.path, mapping=mapping, retention_days=days, home=home, dry_run=options.dry_run, name=name,
        belongs=belongs,
    )  # fmt: skip


def _mapping(said: list[str]) -> dict[str, str]:
    pairs = [pair.rpartition("=") for pair in said]
    if any(not (column and field) for column, _, field in pairs):
        raise CannotGoOnError("--map takes COLUMN=FIELD")
    return {column.strip(): field.strip() for column, _, field in pairs}


def _home(stage: Stage) -> Point | None:
    key = stage.agency().gazetteer_key
    return fetch_gazetteer(stage.account.client("s3"), stage.outputs["DataBucket"], key).middle() if key else None


def _export(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    basis = _legal_basis(options.legal_basis)
    client, table = stage.account.client("dynamodb"), stage.outputs["RegistryTable"]
    rows = list(items.scan(client, table, "pk", "sk"))
    owners = sorted(OwnerId(row["pk"]) for row in rows if row["sk"] == "o")
    stage.write_down("export", subject="cameras", detail=basis, count=sum(row["sk"][0] == "c" for row in rows))
    kept_out = stage.protected().covers
    households = [_shown(household, kept_out) for household in stage.registry().households(owners).values()]
    suffix = options.path.suffix.lower() if options.path else ""
    as_features = options.format == "geojson" or (not options.format and suffix in _FEATURES)
    write = write_features if as_features else write_rows
    found = (listed for listed in _public_cameras(client, table) if not kept_out(listed.camera))
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


def _public_cameras(client: Any, table: str) -> Iterator[Listed]:
    """Read the table once more, for all of what stands there costs less at a time than camera by camera."""
    for item in items.scan(client, table, "pk", "sk", "list", *(each.name for each in fields(Camera))):
        if is_public(item["pk"]):
            yield Listed(item["pk"], item.get("list", UNNAMED), camera_of(item))


def _lists(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    return {"lists": dict(lists_in(stage.account.client("dynamodb"), stage.outputs["RegistryTable"]))}


def _remove_list(stage: Stage, options: argparse.Namespace) -> dict[str, Any]:
    client, table = stage.account.client("dynamodb"), stage.outputs["RegistryTable"]
    known = lists_in(client, table)
    if options.name not in known:
        raise CannotGoOnError(f"there is no list {options.name}; there are: {', '.join(sorted(known)) or 'none'}")
    if options.dry_run:
        return {"list": options.name, "would_remove": known[options.name]}
    stage.write_down("import", subject="inventory removed", detail=options.name, count=known[options.name])
    return {"list": options.name, "removed": remove_list(client, table, options.name, progress=say)}


def _reindex(stage: Stage, _options: argparse.Namespace) -> dict[str, Any]:
    stage.write_down("agency_change", subject="index")
    return dict(reindex(stage.account.client("dynamodb"), stage.outputs["RegistryTable"], progress=say))
