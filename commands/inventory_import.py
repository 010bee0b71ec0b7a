"""Brings an inventory of cameras into the registry: cameras that count in a lookup, and whom nobody can be asked about.

Each is an owner of its own, without a name and without a contact, whose id follows from what the camera is: so the
same list again finds every camera where it is, and an import that was cut off goes on where it stopped.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from chalicelib.domain import camera_key
from chalicelib.domain.camera import Camera
from chalicelib.domain.inventory import ID_CHARACTERS, PUBLIC, is_public
from chalicelib.domain.owner import OwnerId
from chalicelib.domain.place import Point
from chalicelib.store import items
from chalicelib.store.registry_items import camera_of, camera_values
from commands.camera_import import ImportReport, RowResult
from commands.camera_lists import write_batch
from commands.camera_rows import BadRow
from commands.inventory_read import Record, read_records
from commands.inventory_rows import PublicCamera, understand
from infra.failure import CannotGoOnError, say
from infra.stage import Stage

_AT_ONCE, _PUT_AT_ONCE, _SAY_EVERY = 100, 25, 1_000


def import_inventory(
    stage: Stage,
    path: Path,
    *,
    mapping: Mapping[str, str],
    retention_days: int,
    home: Point | None,
    dry_run: bool,
    name: str = "",
    belongs: Callable[[Record], bool] = lambda _: True,
) -> ImportReport:
    """Import a list; rows are `added`, `changed`, `already` there or `refused`. CannotGoOnError where it is broken.

    Cameras that are new belong to the list called `name`; records that do not belong here are left to others.
    """
    try:
        records = [record for record in read_records(path) if belongs(record)]
        rows = understand(records, mapping=mapping, retention_days=retention_days, home=home)
    except (OSError, ValueError) as error:
        raise CannotGoOnError(f"the list of cameras cannot be used: {error}") from error
    report = ImportReport()
    report.rows += [
        RowResult(line=row.line, result="refused", reason=row.reason) for row in rows if isinstance(row, BadRow)
    ]
    good = [row for row in rows if isinstance(row, PublicCamera)]
    if not dry_run:
        stage.write_down("import", subject="inventory", count=len(good))
    client, table = stage.account.client("dynamodb"), stage.outputs["RegistryTable"]
    kept_out = stage.protected().covers
    for number, batch in enumerate(_batches(good, _AT_ONCE), 1):
        report.rows += bring_in(client, table, batch, dry_run=dry_run, kept_out=kept_out, name=name or path.stem)
        if number * _AT_ONCE % _SAY_EVERY == 0:
            say(f"{number * _AT_ONCE} of {len(good)} cameras")
    report.rows.sort(key=lambda row: row.line)
    return report


def bring_in(
    client: Any,
    table: str,
    batch: Sequence[PublicCamera],
    *,
    dry_run: bool,
    kept_out: Callable[[Camera], bool] = lambda _: False,
    name: str = "",
) -> list[RowResult]:
    """Write those of at most a hundred cameras that are not there as they are; two write units for each new one."""
    ids = [owner_id_of(row) for row in batch]
    known = {item["pk"]: item for item in items.many(client, table, [(owner_id, "c1") for owner_id in ids])}
    results, puts = [], []
    for row, owner_id in zip(batch, ids, strict=True):
        before = known.get(owner_id)
        result = "added" if before is None else "already" if camera_of(before) == row.camera else "changed"
        results.append(RowResult(line=row.line, result=result))
        if result != "already":
            stands_in = (before or {}).get("list") or row.list or name
            item = camera_item(table, owner_id, row.camera, kept_out=kept_out, name=stands_in)
            puts.append({"PutRequest": {"Item": item}})
    for some in [] if dry_run else list(_batches(puts, _PUT_AT_ONCE)):
        write_batch(client, table, some)
    return results


def owner_id_of(row: PublicCamera) -> OwnerId:
    """Give the id under which this very camera stands: 50 bits of a hash of what it is, or what an export named."""
    if is_public(row.registered_as):
        return OwnerId(row.registered_as)
    digest = b32encode(hashlib.sha256(row.identity.encode()).digest()).decode().lower()
    return OwnerId(PUBLIC + digest[: ID_CHARACTERS - 1])


def camera_item(
    table: str,
    owner_id: str,
    camera: Camera,
    *,
    kept_out: Callable[[Camera], bool] = lambda _: False,
    name: str = "",
) -> dict[str, Any]:
    """Give a camera's item, with its keys of the index unless it is kept out of that."""
    values = (
        camera_values(camera)
        | {"list": name or None}
        | ({} if kept_out(camera) else camera_key.encode(camera)._asdict())
    )
    put: dict[str, Any] = items.put(table, owner_id, camera.camera_id, values)["Item"]
    return put


def _batches(things: Sequence[Any], size: int) -> Iterator[list[Any]]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch
