"""A list of protected addresses: cameras there are in no index, no lookup and no export, now and later."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chalicelib.domain.camera import Camera
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Outside, Point, Several
from chalicelib.store.agencies import DynamoAgencies
from commands import admin_cameras
from commands.protected_addresses import protect
from infra.failure import CannotGoOnError
from infra.stage import Stage
from tests import builders
from tests.unit.usecases.texting import Phone
from tests.world import CONTACT_KEY, World

HOME = builders.an_address()
PHONE = "+14105550123"


class _Tables(dict[str, str]):
    """The world's tables by the names of the template's outputs."""

    def __missing__(self, name: str) -> str:
        return name.removesuffix("Table").lower()


class _Stage(Stage):
    """The stage of a world, whose gazetteer is the world's."""

    world: World

    def gazetteer(self) -> Any:
        return self.world.gazetteer

    def agencies(self) -> DynamoAgencies:
        return DynamoAgencies(self.world.dynamodb, "agency")


@pytest.fixture
def stage(world: World) -> Stage:
    class Account:
        def client(self, _service: str) -> Any:
            return world.dynamodb

    outputs: Mapping[str, str] = _Tables()
    stage = _Stage(account=Account(), outputs=outputs, contact_key=CONTACT_KEY)  # type: ignore[arg-type]
    object.__setattr__(stage, "world", world)
    world.commit(*stage.agencies().change_agency(builders.AGENCY_TABLE, was=0))
    world.gazetteer.knows("1009 Roxleigh Rd Towson", HOME)
    return stage


def listed(tmp_path: Path, *lines: str) -> Path:
    (tmp_path / "list.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path / "list.csv"


def protects(stage: Any, world: World, path: Path) -> dict[str, Any]:
    answer = protect(stage, path, wait=lambda _: None)
    world.agency = replace(world.agency, protected=stage.agency().protected)
    return answer


def found(world: World) -> int:
    return len(world.cameras.find(Circle(HOME.point, 100)))


def test_a_camera_at_a_protected_address_leaves_the_index_and_comes_back(
    stage: Stage, world: World, tmp_path: Path
) -> None:
    world.household(cameras=[builders.a_camera(address=HOME)])
    before = found(world)

    out = protects(stage, world, listed(tmp_path, "name,address", "Example House,1009 Roxleigh Rd Towson"))
    hidden = found(world)
    back = protects(stage, world, listed(tmp_path, "# nobody any more"))

    assert (before, hidden, found(world)) == (1, 0, 1)
    assert out == {"protected": 1, "taken_out": 1, "put_back": 0, "wrong": []}
    assert back == {"protected": 0, "taken_out": 0, "put_back": 1, "wrong": []}


def test_who_registers_there_later_or_changes_a_camera_stays_out_of_the_index(
    stage: Stage, world: World, tmp_path: Path
) -> None:
    protects(stage, world, listed(tmp_path, "1009 Roxleigh Rd Towson"))

    phone = Phone(world, PHONE)
    phone.registers()
    camera: Camera = phone.household.cameras[0]
    changed = replace(camera, retention_days=30)
    world.commit(world.registry.change_camera(phone.household.owner.owner_id, changed))

    assert len(phone.household.cameras) == 2
    assert found(world) == 0


def test_everybody_is_told_the_same_so_that_no_stranger_learns_what_is_protected(
    stage: Stage, world: World, tmp_path: Path
) -> None:
    elsewhere = builders.an_address(number="5", street="Oak Ln", point=Point(39.41, -76.59))
    world.gazetteer.knows("5 Oak Ln", elsewhere)
    protects(stage, world, listed(tmp_path, "1009 Roxleigh Rd Towson"))

    replies = []
    for number, address in ((PHONE, "1009 Roxleigh Rd Towson"), ("+14435550124", "5 Oak Ln")):
        phone = Phone(world, number)
        phone.texts(f"REGISTER {address}, 2 cameras, keeps 14 days")
        replies.append(phone.texts("OK"))

    assert replies[0] == replies[1]
    assert "Protected homes" in replies[0]


def test_nothing_is_said_where_the_agency_protects_no_place(world: World) -> None:
    phone = Phone(world, PHONE)
    phone.texts("REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days")

    assert "Protected homes" not in phone.texts("OK")


def test_what_is_not_found_or_not_clear_is_named_by_its_line(stage: Stage, world: World, tmp_path: Path) -> None:
    north, south = (builders.an_address(unit=f"{end} building") for end in ("north", "south"))
    world.gazetteer.knows("two buildings", Several((north, south)))
    world.gazetteer.knows("two streets", Several((north, builders.an_address(street="Oak Ln"))))
    world.gazetteer.knows("beyond", Outside(builders.an_address(number="7")))

    answer = protects(stage, world, listed(tmp_path, "two buildings", "two streets", "nowhere", "beyond"))

    assert answer["protected"] == 2
    assert answer["wrong"] == [{"line": 3, "why": "not_found"}, {"line": 2, "why": "unclear"}]


def test_a_camera_that_a_function_put_there_by_the_older_list_is_found_after_the_wait(
    stage: Stage, world: World, tmp_path: Path
) -> None:
    def meanwhile(_seconds: float) -> None:
        world.household(cameras=[builders.a_camera(address=HOME)])

    answer = protect(stage, listed(tmp_path, "1009 Roxleigh Rd Towson"), wait=meanwhile)

    assert answer["taken_out"] == 1
    assert found(world) == 0


def test_an_export_leaves_protected_places_out(stage: Stage, world: World, tmp_path: Path) -> None:
    world.household(cameras=[builders.a_camera(address=HOME)])
    protects(stage, world, listed(tmp_path, "1009 Roxleigh Rd Towson"))

    class Options:
        path, format, legal_basis, json = tmp_path / "out.csv", None, "a test", True

    admin_cameras._export(stage, Options())  # type: ignore[arg-type]

    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        assert list(csv.DictReader(file)) == []


def test_no_address_of_the_list_is_kept_anywhere(stage: Stage, world: World, tmp_path: Path) -> None:
    protects(stage, world, listed(tmp_path, "1009 Roxleigh Rd Towson"))

    kept = json.dumps([world.dynamodb.scan(TableName=name)["Items"] for name in ("agency", "audit", "registry")])

    assert "roxleigh" not in kept.casefold()


def test_a_list_that_cannot_be_read_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(CannotGoOnError):
        protect(stage, tmp_path / "none.csv")
