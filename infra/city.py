"""Gives a stack its city: the agency's configuration, its address points and its boundary."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.domain.agency import agency_from
from chalicelib.domain.errors import NotFound
from chalicelib.store import items
from chalicelib.store.agencies import AGENCY, CURRENT
from commands.addresses import build
from infra.failure import CannotGoOnError, say
from infra.places import LOCAL
from infra.stage import Stage


def load_city(stage: Stage, folder: Path) -> None:
    """Make the folder's agency.toml, addresses and boundary the ones that count; raises CannotGoOnError."""
    table = read_agency(folder)
    table["gazetteer_key"] = load_addresses(stage, folder)
    # No agency.toml holds these: what `admin addresses protect` wrote must outlive every deployment.
    table["protected"] = _protected(stage)
    change_agency(stage, table)


def read_agency(folder: Path) -> dict[str, Any]:
    """Read agency.toml; raises CannotGoOnError naming the field that is missing or wrong."""
    path = folder / "agency.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        agency_from(table)
    except OSError as error:
        raise CannotGoOnError(f"{path} cannot be read ({error.strerror}): a city is a folder with that file") from error
    except (tomllib.TOMLDecodeError, ValueError, KeyError) as error:
        raise CannotGoOnError(f"{path} is not right: {error}") from error
    return table


def bucket_days(folder: Path) -> dict[str, str]:
    """Give the template's parameters that agency.toml decides: how long the buckets keep what lies in them."""
    keep = agency_from(read_agency(folder)).keep
    return {"ExhibitsDays": str(keep.exhibits_days), "MailDays": str(keep.mail_days)}


def load_addresses(stage: Stage, folder: Path) -> str:
    """Build the gazetteer and upload it where it is not there yet; give its key in the data bucket."""
    addresses = next(
        (folder / name for name in ("addresses.csv", "addresses.csv.gz") if (folder / name).exists()), None
    )
    boundary = folder / "boundary.geojson"
    if addresses is None or not boundary.exists():
        raise CannotGoOnError(f"{folder} needs addresses.csv (or addresses.csv.gz) and boundary.geojson")
    built, key = _built(addresses, boundary)
    s3, bucket = stage.account.client("s3"), stage.outputs["DataBucket"]
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError:
        say("uploading the address points")
        s3.upload_file(str(built), bucket, key)
    return key


def change_agency(stage: Stage, table: dict[str, Any]) -> None:
    """Write a new version of the agency's configuration, audited; where nothing changed, nothing is written."""
    agencies = stage.agencies()
    try:
        was = agencies.agency().version
        if agencies.agency() == agency_from({**table, "version": was}):
            return
    except NotFound:
        was = 0
    stage.write_down("agency_change", subject=f"v{was + 1}")
    stage.transactions().commit(agencies.change_agency(table, was=was))


def _protected(stage: Stage) -> list[str]:
    try:
        return list(stage.agency().protected)
    except NotFound:
        return []


def current_table(stage: Stage) -> dict[str, Any]:
    """Give what agency.toml said when it was last deployed; raises CannotGoOnError before the first time."""
    client, table = stage.account.client("dynamodb"), stage.outputs["AgencyTable"]
    found = items.one(client, table, AGENCY, CURRENT)
    if found is None:
        raise CannotGoOnError("this stack has no agency yet: ./porchlight deploy --city DIR gives it one")
    stands: dict[str, Any] = json.loads(found["table"])
    return {name: value for name, value in stands.items() if name != "version"}


def _built(addresses: Path, boundary: Path) -> tuple[Path, str]:
    """Build, or find what was built from the same files: the file, and the name of its content."""
    seen = hashlib.sha256(addresses.read_bytes() + b"\0" + boundary.read_bytes() + _code()).hexdigest()[:16]
    built = LOCAL / "build" / f"gazetteer-{seen}.sqlite"
    name = built.with_suffix(".name")
    if not name.exists():
        built.parent.mkdir(parents=True, exist_ok=True)
        say("reading the address points")
        try:
            name.write_text(build(addresses, boundary, built, progress=say).object_name)
        except ValueError as error:
            raise CannotGoOnError(str(error)) from error
    return built, name.read_text()


def _code() -> bytes:
    """The reader's own code: when it learns something, the file is built anew."""
    root = Path(__file__).resolve().parent.parent
    readers = ("commands/address*.py", "chalicelib/domain/[hs]*.py", "chalicelib/store/gazetteer*.py")
    return b"".join(path.read_bytes() for pattern in readers for path in sorted(root.glob(pattern)))
