"""An export holds owners' cameras and published lists' side by side, and is taken back without doubling any."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chalicelib.domain.agency import Agency
from chalicelib.domain.geofence import Circle
from chalicelib.domain.inventory import is_public
from chalicelib.domain.protected import Protected
from chalicelib.domain.wanted import Wanted
from chalicelib.store.imports import DynamoImports
from commands import admin_cameras
from commands.camera_rows import is_listed
from infra.failure import CannotGoOnError
from tests import builders
from tests.world import CONTACT_KEY, World

HERE = builders.an_address().point
LIST = (
    "id,name,lat,lon,status\n"
    f"1,=Pole one,{HERE.lat + 1e-4:.6f},{HERE.lng:.6f},ON\n"
    f"2,Pole two,{HERE.lat + 2e-4:.6f},{HERE.lng:.6f},REMOVED\n"
)


class _Stage:
    """What a stage is for the deeds: tables, an agency, and a place to write down what is done."""

    def __init__(self, world: World) -> None:
        self.world, self.account, self.written = world, self, list[tuple[str, str, str, int]]()
        self.outputs = {"RegistryTable": "registry"}

    def client(self, _service: str) -> Any:
        return self.world.dynamodb

    def protected(self) -> Protected:
        return Protected(CONTACT_KEY, self.world.agency.protected)

    def agency(self) -> Agency:
        return replace(self.world.agency, gazetteer_key="")

    def imports(self) -> DynamoImports:
        return DynamoImports(self.world.dynamodb, "registry")

    def write_down(self, deed: str, *, subject: str = "", detail: str = "", count: int = 0) -> None:
        self.written.append((deed, subject, detail, count))

    def __getattr__(self, name: str) -> Any:
        return lambda: getattr(self.world, name)


@pytest.fixture
def stage(world: World) -> Any:
    return _Stage(world)


def run(stage: Any, *words: str) -> dict[str, Any]:
    """Run a deed as the command line does."""
    parser = argparse.ArgumentParser()
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true")
    admin_cameras.add_to(parser.add_subparsers(required=True), common)
    options = parser.parse_args(["cameras", *words])
    told: dict[str, Any] = options.deed(stage, options)
    return told


def counts(told: dict[str, Any]) -> tuple[int, ...]:
    return tuple(told[name] for name in ("added", "changed", "already", "refused"))


@pytest.fixture
def both_kinds(stage: Any, world: World, tmp_path: Path) -> Path:
    """A registry with an owner's two cameras and a list's two, and where its exports go."""
    world.household(cameras=[builders.a_camera(1, working=False), builders.a_camera(2)])
    (tmp_path / "poles.csv").write_text(LIST)
    run(stage, "import", str(tmp_path / "poles.csv"))
    return tmp_path


@pytest.mark.parametrize("name", ["out.csv", "out.geojson"])
def test_an_export_of_both_kinds_is_taken_back_and_nothing_is_doubled(
    stage: Any, world: World, both_kinds: Path, name: str
) -> None:
    out = str(both_kinds / name)
    before = world.dynamodb.scan(TableName="registry")["Items"]

    assert run(stage, "export", out, "--legal-basis", "an example")["exported"] == 4
    assert counts(run(stage, "import", out)) == (0, 0, 4, 0)
    assert world.dynamodb.scan(TableName="registry")["Items"] == before


def test_an_export_brings_the_lists_of_another_registry(stage: Any, world: World, both_kinds: Path) -> None:
    out = str(both_kinds / "out.csv")
    run(stage, "export", out, "--legal-basis", "an example")
    run(stage, "remove-list", "poles")

    assert counts(run(stage, "import", out)) == (2, 0, 2, 0)
    assert run(stage, "lists") == {"lists": {"poles": 2}}
    found = world.cameras.find(Circle(HERE, 500))
    assert sorted(match.working for match in found if is_public(match.owner_id)) == [False, True]


def test_a_list_is_taken_out_again_and_that_is_written_down(stage: Any, world: World, both_kinds: Path) -> None:
    (both_kinds / "more.csv").write_text(LIST.replace("1,=Pole", "3,Pole").replace("2,Pole", "4,Pole"))
    run(stage, "import", str(both_kinds / "more.csv"), "--list", "More poles")
    assert run(stage, "lists") == {"lists": {"poles": 2, "More poles": 2}}

    assert run(stage, "remove-list", "poles", "--dry-run") == {"list": "poles", "would_remove": 2}
    assert run(stage, "remove-list", "poles") == {"list": "poles", "removed": 2}

    assert stage.written[-1] == ("import", "inventory removed", "poles", 2)
    assert run(stage, "lists") == {"lists": {"More poles": 2}}
    assert world.cameras.count(Circle(HERE, 500), wanted=Wanted()) == 4


def test_a_list_that_is_not_there_is_named_with_those_that_are(stage: Any, both_kinds: Path) -> None:
    with pytest.raises(CannotGoOnError, match="no list pole; there are: poles"):
        run(stage, "remove-list", "pole")
    assert both_kinds.exists()


def test_a_list_keeps_its_name_when_the_file_is_called_otherwise(stage: Any, both_kinds: Path) -> None:
    (both_kinds / "poles-2027.csv").write_text(LIST.replace("REMOVED", "ON"))

    assert counts(run(stage, "import", str(both_kinds / "poles-2027.csv"))) == (0, 1, 1, 0)
    assert run(stage, "lists") == {"lists": {"poles": 2}}


def test_a_row_without_phone_and_place_is_refused_with_its_line(stage: Any, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("phone,address,retention_days\n,100 Example St,14\n")

    told = run(stage, "import", str(tmp_path / "list.csv"))

    assert counts(told) == (0, 0, 0, 1)
    assert told["rows"][0]["line"] == 2


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"phone,address,retention_days\n+14105550142,1 Example St,14\n\xff\xfe,1,2\n", "line 3: this is not UTF-8"),
        (b'phone,address,retention_days\n+14105550142,"1 Example St,14\n,,\n', "line 2: a quote is left open"),
        (b"phone,address,retention_days" + b",x" * 1_000_000, "line 1: longer than"),
        (b"phone,name\n+14105550142,Example\n", "the column address and retention_days is missing"),
        (b"", "no column says where"),
    ],
)
def test_a_broken_list_of_owners_is_refused_naming_the_place_and_nothing_is_written(
    stage: Any, world: World, tmp_path: Path, raw: bytes, said: str
) -> None:
    (tmp_path / "list.csv").write_bytes(raw)

    with pytest.raises(CannotGoOnError, match=said):
        run(stage, "import", str(tmp_path / "list.csv"))
    assert (stage.written, world.dynamodb.scan(TableName="registry")["Items"]) == ([], [])


def test_an_exported_owner_without_a_phone_is_no_published_list() -> None:
    place = {"lat": "39.4", "lng": "-76.5", "phone": ""}

    assert not is_listed({**place, "registered_as": "owner1/c1", "inventory": ""})
    assert is_listed({**place, "registered_as": "00000000001/c1", "inventory": "poles"})
    assert is_listed(place)
