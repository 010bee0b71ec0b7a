"""A table that is mailed again, mended: what is registered already is changed, and nothing is added a second time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.words.consent import consent_text
from tests.sheets import a_csv
from tests.unit.usecases.test_sheets_by_mail import Business, confirmer
from tests.world import World

HEADED = "Address,Cameras,Days,Heading,Type,Indoor\n"


@pytest.fixture
def business(world: World) -> Business:
    return Business(world)


def test_days_that_were_mended_after_they_were_registered_change_the_camera_and_add_none(business: Business) -> None:
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,2,14,N,fixed,\n1011 Roxleigh Rd Towson,1,30,,,\n"))
    business.confirms()
    before = business.household.cameras

    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,2,21,N,fixed,\n1011 Roxleigh Rd Towson,1,30,,,\n"))

    assert "something new about 2 cameras" in business.said
    assert "needs a look" not in business.said
    assert business.table[1][-1].startswith("2 cameras of this row are in our list already. This row changes them.")
    assert business.household.cameras == before
    done = confirmer(business.world).press(business.token, consent_text(business.world.agency, "en"))
    assert (done.added, done.mended) == (0, 2)
    assert [camera.retention_days for camera in business.household.cameras] == [21, 21, 30]
    assert [camera.camera_id for camera in business.household.cameras] == [camera.camera_id for camera in before]


def test_a_row_that_is_the_very_same_keeps_its_camera_wherever_in_the_table_it_stands(business: Business) -> None:
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,14,N,,\n"))
    business.confirms()

    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,30,N,,\n1009 Roxleigh Rd Towson,1,14,N,,\n"))

    assert "We understood 1 camera at one place" in business.said
    assert business.confirms() == 1
    assert sorted(camera.retention_days for camera in business.household.cameras) == [14, 30]


def test_what_was_told_since_is_neither_lost_nor_added_again_by_a_table_that_leaves_it_open(
    business: Business, world: World
) -> None:
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,14,,,\n"))
    business.confirms()
    (camera,) = business.household.cameras
    told = replace(camera, heading=90, kind="fixed", indoor=True, working=False)
    world.commit(world.registry.change_camera(business.household.owner.owner_id, told))

    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,14,,,\n"))
    assert "in our list already, just like this" in business.said
    assert business.token == ""
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,30,,,\n"))
    business.confirms()

    assert business.household.cameras == (replace(told, retention_days=30),)


def test_another_heading_or_kind_at_the_same_place_is_another_camera(business: Business) -> None:
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,14,N,fixed,no\n"))
    business.confirms()

    others = ("S,fixed,no", "N,doorbell,no", "N,fixed,yes")
    business.sends(a_csv(HEADED + "".join(f"1009 Roxleigh Rd Towson,1,14,{each}\n" for each in others)))

    assert business.confirms() == 3


def test_what_a_table_says_of_a_place_that_was_not_known_more_closely_is_filled_in(business: Business) -> None:
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,14,,,\n"))
    business.confirms()

    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,1,14,E,doorbell,\n"))
    business.confirms()

    (camera,) = business.household.cameras
    assert (camera.heading, camera.kind) == (90, "doorbell")


def test_a_camera_that_was_taken_off_meanwhile_is_not_brought_back(business: Business, world: World) -> None:
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,2,14,N,,\n"))
    business.confirms()
    business.sends(a_csv(HEADED + "1009 Roxleigh Rd Towson,2,21,N,,\n"))
    owner_id, first = business.household.owner.owner_id, business.household.cameras[0]
    world.commit(world.registry.remove_camera(owner_id, first.camera_id))

    done = confirmer(world).press(business.token, consent_text(world.agency, "en"))

    assert (done.added, done.mended) == (0, 1)
    assert [camera.retention_days for camera in business.household.cameras] == [21]
