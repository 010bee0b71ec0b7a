"""Photos go with what they belong to: replaced, removed, cut off half-way, none is ever left behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.owner import Household
from chalicelib.usecases.change_registration import CameraForm, change_camera, remove_camera
from chalicelib.usecases.keep_photo import KeepPhoto, delete_owed_photos
from chalicelib.usecases.leave import Leave, delete_everything
from tests import builders
from tests.unit.usecases.texting import Phone
from tests.world import PHOTOS_BUCKET, World

PORCH = (Path(__file__).resolve().parents[2] / "payloads" / "photos" / "porch.jpg").read_bytes()


def keeping(world: World) -> KeepPhoto:
    return KeepPhoto(**world.ports("registry", "photos", "transactions", "clock", "ids"))


def fresh(world: World, household: Household) -> Household:
    found = world.registry.household(household.owner.owner_id)
    assert found
    return found


def files(world: World) -> list[str]:
    return [each["Key"] for each in world.s3.list_objects_v2(Bucket=PHOTOS_BUCKET).get("Contents", [])]


def sweep(world: World) -> int:
    return delete_owed_photos(**world.ports("registry", "photos", "clock"))


@pytest.fixture
def with_photo(world: World) -> Household:
    household = world.household(cameras=(builders.a_camera(1), builders.a_camera(2)))
    keeping(world).add(household, "c1", PORCH)
    return fresh(world, household)


def test_a_photo_is_kept_with_its_camera(world: World, with_photo: Household) -> None:
    assert files(world) == [with_photo.cameras[0].photo]
    assert with_photo.cameras[1].photo == ""
    world.clock.pass_time(hours=2)
    assert sweep(world) == 0
    assert files(world) == [with_photo.cameras[0].photo]


def test_a_new_photo_takes_the_place_of_the_old_one(world: World, with_photo: Household) -> None:
    keeping(world).add(with_photo, "c1", PORCH)

    assert sweep(world) == 1
    assert files(world) == [fresh(world, with_photo).cameras[0].photo]


def test_a_photo_that_is_removed_is_deleted_and_the_camera_stays(world: World, with_photo: Household) -> None:
    keeping(world).remove(with_photo, "c1")

    assert sweep(world) == 1
    assert files(world) == []
    assert [camera.photo for camera in fresh(world, with_photo).cameras] == ["", ""]


def test_removing_a_camera_removes_its_photo(world: World, with_photo: Household) -> None:
    remove_camera(with_photo, "c1", **world.ports("registry", "transactions", "clock"))

    sweep(world)
    assert files(world) == []


def test_removing_a_camera_by_text_removes_its_photo(world: World) -> None:
    phone = Phone(world)
    phone.registers()
    keeping(world).add(phone.household, "c1", PORCH)

    phone.texts("REMOVE")
    phone.texts("1")
    phone.texts("OK")

    assert [camera.camera_id for camera in phone.household.cameras] == ["c2"]
    assert sweep(world) == 1
    assert files(world) == []


def test_deleting_everything_removes_every_photo(world: World, with_photo: Household) -> None:
    keeping(world).add(with_photo, "c2", PORCH)
    leave = Leave(**world.ports("registry", "requests", "outbox", "scratch", "audit"))

    delete_everything(fresh(world, with_photo), leave=leave, **world.ports("transactions", "clock"))

    assert sweep(world) == 2
    assert files(world) == []
    assert sweep(world) == 0


def test_a_file_that_no_camera_came_to_name_is_deleted_after_an_hour(world: World) -> None:
    household = world.household()

    class CutOff:
        def commit(self, changes: Any) -> None:
            if len(list(changes)) > 1:
                raise KeyboardInterrupt
            world.transactions.commit(changes)

    keeper = KeepPhoto(**world.ports("registry", "photos", "clock", "ids"), transactions=CutOff())
    with pytest.raises(KeyboardInterrupt):
        keeper.add(household, "c1", PORCH)

    assert len(files(world)) == 1
    assert sweep(world) == 0
    world.clock.pass_time(hours=1)
    assert sweep(world) == 1
    assert files(world) == []


def test_a_deletion_that_fails_is_tried_again(world: World, with_photo: Household) -> None:
    keeping(world).remove(with_photo, "c1")

    class Down:
        def remove(self, photos: Any) -> None:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        delete_owed_photos(**world.ports("registry", "clock"), photos=Down())  # type: ignore[arg-type]

    assert sweep(world) == 1
    assert files(world) == []


def test_of_two_photos_at_once_one_is_kept_and_the_other_deleted(world: World) -> None:
    household = world.household()
    keeping(world).add(household, "c1", PORCH)

    with pytest.raises(Refused, match="photo_again"):
        keeping(world).add(household, "c1", PORCH)

    world.clock.pass_time(hours=1)
    sweep(world)
    assert files(world) == [fresh(world, household).cameras[0].photo]


def test_a_change_that_did_not_know_of_the_photo_does_not_lose_it(world: World) -> None:
    stale = world.household()
    keeping(world).add(stale, "c1", PORCH)
    form = CameraForm(retention_days="9", heading="n", indoor=False, working=True)

    change_camera(stale, "c1", form, **world.ports("registry", "transactions"))

    (camera,) = fresh(world, stale).cameras
    assert camera.retention_days == 9
    assert files(world) == [camera.photo]


def test_a_removal_that_did_not_know_of_the_photo_removes_it_too(world: World) -> None:
    stale = world.household()
    keeping(world).add(stale, "c1", PORCH)

    remove_camera(stale, "c1", **world.ports("registry", "transactions", "clock"))

    assert sweep(world) == 1
    assert files(world) == []


def test_nobody_gives_a_photo_to_a_camera_that_is_not_theirs(world: World) -> None:
    with pytest.raises(NotFound):
        keeping(world).add(world.household(), "c7", PORCH)
    assert files(world) == []


def test_what_is_no_photo_is_not_kept(world: World) -> None:
    with pytest.raises(Refused, match="photo_kind"):
        keeping(world).add(world.household(), "c1", b"<svg onload='alert(1)'/>")
    assert files(world) == []
