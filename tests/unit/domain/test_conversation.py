"""Conversations by text, as one reads them."""

from __future__ import annotations

import pytest

from chalicelib.domain.conversation import Describe, Leave, Register, Remove
from chalicelib.domain.place import Unknown
from tests import builders
from tests.unit.domain.dialogue import Dialogue, locate

ALL_IN_ONE = "REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days"
AN_OWNER = builders.a_household(cameras=2)


def test_one_message_needs_nothing_but_ok():
    resident = Dialogue()

    said_back = resident.says(ALL_IN_ONE)
    assert "2 cameras at 1009 Roxleigh Rd, Towson 21286. Video kept 14 days." in said_back
    assert resident.cameras == ()

    assert "Registered: 2 cameras" in resident.says("OK")
    assert [camera.retention_days for camera in resident.cameras] == [14, 14]


def test_step_by_step():
    resident = Dialogue()

    assert "Where is your camera?" in resident.says("REGISTER")
    assert "How many cameras" in resident.says("1009 Roxleigh Rd")
    assert "How many days" in resident.says("2")
    assert "2 cameras at 1009 Roxleigh Rd, Towson 21286. Video kept 7 days." in resident.says("a week")
    assert "Registered: 2 cameras" in resident.says("yes")


@pytest.mark.parametrize("opening", ["REGISTER", "camera", "Join", "hi", "Hello there!", "hola", "good morning"])
def test_a_trigger_or_a_greeting_begins(opening):
    assert "Where is your camera?" in Dialogue().says(opening)


def test_what_was_said_already_is_not_asked_again():
    resident = Dialogue()
    resident.says("hi i have a ring doorbell facing the street at 1009 roxleigh rd and a cam in back, saves 30 days")

    assert "INDOOR or OUTDOOR" in resident.says("OK")
    assert [(camera.kind, camera.heading) for camera in resident.cameras] == [("doorbell", 0), ("unknown", 180)]


def test_the_questions_after_ok_come_one_at_a_time():
    resident = Dialogue()
    resident.says(ALL_IN_ONE)

    assert "Which way do they look?" in resident.says("OK")
    looks = resident.says("1 north, 2 back yard")
    assert "Camera 1: looks north. Camera 2: looks at the back yard. Are they INDOOR" in looks
    assert "What name" in resident.says("2 indoor, 1 outdoor")
    assert "All done." in resident.says("Jane Example")
    assert [(camera.heading, camera.indoor) for camera in resident.cameras] == [(0, False), (180, True)]
    assert resident.household.owner.name == "Jane Example"


def test_ok_skips_each_of_them():
    resident = Dialogue()
    resident.says(ALL_IN_ONE)

    replies = [resident.says("OK") for _ in range(4)]

    assert "All done." in replies[-1]
    assert [type(effect) for effect in resident.effects] == [Register]


def test_a_side_of_the_house_is_kept_as_a_heading_only_where_the_street_is_known():
    resident = Dialogue(find=lambda text: locate(text) if text.startswith("1009") else Unknown())
    resident.says(ALL_IN_ONE)
    resident.says("OK")

    assert "compass way" in resident.says("street")
    assert [camera.heading for camera in resident.cameras] == [None, None]
    assert "Camera 1: looks east." in resident.says("east")


def test_one_means_ok_where_no_ask_is_open():
    resident = Dialogue()
    resident.says(ALL_IN_ONE)

    assert "Registered" in resident.says("1")


def test_one_means_nothing_here_while_an_ask_is_open():
    resident = Dialogue(ask_open=True)
    resident.says(ALL_IN_ONE)

    assert "Reply OK" in resident.says("1")
    assert resident.cameras == ()


def test_a_house_number_is_corrected():
    resident = Dialogue()
    resident.says(ALL_IN_ONE)

    assert "2 cameras at 1011 Roxleigh Rd" in resident.says("no, 1011")


def test_anything_is_corrected_before_ok():
    resident = Dialogue()
    resident.says(ALL_IN_ONE)

    assert "3 cameras at" in resident.says("3 cameras")
    assert "Video kept 30 days" in resident.says("keeps 30 days")
    assert "looks north" in resident.says("the second one looks north")
    assert "What is wrong?" in resident.says("no")
    assert "3 cameras" in resident.says("what")


def test_several_addresses_are_chosen_by_number_or_by_what_sets_them_apart():
    by_number, by_name = Dialogue(), Dialogue()

    offered = by_number.says("REGISTER 1009 Roxleigh")
    assert "1) 1009 Roxleigh Rd, Towson 21286; 2) 1009 Roxleigh Rd, Parkville 21234." in offered
    assert "Parkville 21234. How many" in by_number.says("2")
    by_name.says("REGISTER 1009 Roxleigh")
    assert "Parkville 21234. How many" in by_name.says("parkville")


def test_an_unknown_address_is_answered_with_the_nearest():
    assert "Did you mean: 1) 1009 Roxleigh Rd, Towson 21286" in Dialogue().says("REGISTER 1009 Rocksly Rd")


def test_an_address_without_anything_near_it_names_the_desk():
    assert "I cannot find that address" in Dialogue().says("REGISTER 99 Nowhere Ln")


def test_a_place_outside_is_declined_politely():
    resident = Dialogue()

    assert "outside our area" in resident.says("REGISTER 1 Far Away Rd, 2 cameras, keeps 14 days")
    assert "2 cameras at 1009 Roxleigh Rd" in resident.says("1009 Roxleigh Rd")


def test_who_does_not_know_the_days_says_so():
    resident = Dialogue()
    resident.says("REGISTER 1009 Roxleigh Rd Towson, 1 camera")

    assert "Video kept 30 days" in resident.says("not sure")


@pytest.mark.parametrize("nonsense", ["0", "1.5", "many", "\N{THUMBS UP SIGN}", "", "привет", "2 3 4"])
def test_a_number_that_cannot_be_is_asked_for_again(nonsense):
    resident = Dialogue()
    resident.says("REGISTER 1009 Roxleigh Rd Towson")

    assert "How many cameras" in resident.says(nonsense)


def test_start_over_forgets_what_was_said():
    resident = Dialogue()
    resident.says(ALL_IN_ONE)

    assert "Where is your camera?" in resident.says("START OVER")
    assert "How many cameras" in resident.says("1011 Roxleigh Rd Towson 21286")


def test_my_cameras_lists_them_and_does_not_lose_the_thread():
    resident = Dialogue(AN_OWNER)
    resident.says("REGISTER 1009 Roxleigh Rd Towson, 1 camera")

    listed = resident.says("my cameras")

    assert "1) 1009 Roxleigh Rd: keeps 14 days; 2) 1009 Roxleigh Rd: keeps 14 days." in listed
    assert "How many days" in listed


def test_an_owner_who_registers_adds():
    resident = Dialogue(AN_OWNER)

    assert "besides the 2 you have" in resident.says("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    resident.says("OK")
    assert [camera.camera_id for camera in resident.cameras] == ["c1", "c2", "c3"]


def test_nobody_registers_more_than_fifty():
    resident = Dialogue(AN_OWNER)
    resident.says("REGISTER 1009 Roxleigh Rd Towson, 49 cameras, keeps 7 days")

    assert "up to 50 cameras" in resident.says("OK")
    assert len(resident.cameras) == 2
    assert "48 cameras more" in resident.says("48")


def test_removing_asks_which_and_whether_it_is_sure():
    resident = Dialogue(AN_OWNER)

    assert "Which one" in resident.says("REMOVE")
    assert "Take off: 2)" in resident.says("2")
    assert "You now have 1 camera" in resident.says("OK")
    assert resident.effects == [Remove(("c2",))]


@pytest.mark.parametrize("text", ["KEEP", "no", "START OVER"])
def test_a_change_of_mind_keeps_the_cameras(text):
    resident = Dialogue(AN_OWNER)
    resident.says("REMOVE ALL")

    assert "nothing was changed" in resident.says(text)
    assert len(resident.cameras) == 2


@pytest.mark.parametrize("text", ["DELETE ME", "delete everything", "Delete my data", "forget me"])
def test_deleting_everything_is_asked_first(text):
    resident = Dialogue(AN_OWNER)

    assert "your name and 2 cameras" in resident.says(text)
    assert resident.effects == []
    assert "All is deleted" in resident.says("OK")
    assert resident.effects == [Leave()]


def test_who_is_greeted_as_an_owner_gets_the_menu():
    assert "MY CAMERAS" in Dialogue(AN_OWNER).says("hi")


def test_help_names_the_desk_and_keeps_the_question():
    resident = Dialogue()
    resident.says("REGISTER")

    helped = resident.says("help me")

    assert "410-555-0100" in helped
    assert "Where is the camera?" in helped


def test_a_description_after_the_cameras_were_removed_elsewhere_changes_nothing():
    resident = Dialogue()
    resident.says(ALL_IN_ONE)
    resident.says("OK")
    resident.household = builders.a_household(cameras=0)

    resident.says("1 north")

    assert not any(isinstance(effect, Describe) for effect in resident.effects)


@pytest.mark.parametrize("when", ["before OK", "after OK"])
def test_two_ways_without_numbers_belong_to_the_cameras_in_their_order(when):
    resident = Dialogue()
    resident.says("register 1009 roxleigh rd towson, 2 cameras, keeps 14 days")
    if when == "after OK":
        resident.says("OK")

    reply = resident.says("street, back yard")

    first, second = ("looks at the street", "looks at the back yard")
    assert reply.index(f"Camera 1: {first}") < reply.index(f"Camera 2: {second}")
