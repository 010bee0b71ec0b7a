"""Corrections and changes of mind: before the OK, in every state, and long after registering."""

from __future__ import annotations

import pytest

from chalicelib.domain.conversation import Describe, Register, Rename
from tests import builders
from tests.unit.domain.dialogue import Dialogue
from tests.unit.domain.steps import WAYS, at

BEFORE_OK = ("address", "choose", "count", "days", "confirm")
DETAILS = ("look", "indoor", "name")


def an_owner(cameras: int = 2, **changes: object) -> Dialogue:
    return Dialogue(builders.a_household(cameras=cameras), **changes)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("no, 1011", "2 cameras at 1011 Roxleigh Rd"),
        ("sorry its 1011", "2 cameras at 1011 Roxleigh Rd"),
        ("actually 3 cameras", "3 cameras at 1009 Roxleigh Rd"),
        ("change of plan, keep 10 days", "Video kept 10 days"),
        ("no, it keeps 10 days", "Video kept 10 days"),
        ("the second one looks at the alley", "Camera 2: looks at the alley."),
        ("both are inside", "Camera 1: indoors. Camera 2: indoors."),
        ("1 camera, 3 weeks", "1 camera at 1009 Roxleigh Rd, Towson 21286. Video kept 21 days"),
        ("it is 1008 Roxleigh Rd Towson 21286", "2 cameras at 1008 Roxleigh Rd"),
    ],
)
def test_what_was_understood_is_corrected_before_ok(text, understood):
    resident = at("confirm")

    assert understood in resident.says(text)
    assert resident.effects == []


@pytest.mark.parametrize(
    "text", ["keeps 10 days", "3 cameras", "1009 Roxleigh Rd", "3 cameras at 1009 Roxleigh Rd, 10 days"]
)
@pytest.mark.parametrize("name", BEFORE_OK)
def test_anything_may_be_said_at_any_question_before_ok(name, text):
    resident = at(name)

    resident.says(text)

    assert resident.understood
    assert resident.effects == []
    draft = resident.state.draft
    assert draft.days == 10 or "10 days" not in text
    assert draft.count == 3 or "3 cameras" not in text
    assert draft.address or "Roxleigh" not in text


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize(
    "text",
    ["no, 1011", "the second one looks at the alley", "actually 3 cameras", "both are inside",
     "change of plan, keep 10 days", "I moved to 1011 Roxleigh Rd Towson 21286", "camera 2 is broken"],
)  # fmt: skip
def test_nothing_is_registered_and_nobody_moved_without_an_ok(name, text):
    dialogue = at(name)
    before = dialogue.cameras
    done = len(dialogue.effects)

    dialogue.says(text)

    assert not [effect for effect in dialogue.effects[done:] if isinstance(effect, Register)]
    assert [(camera.address, camera.retention_days, camera.working) for camera in dialogue.cameras] == [
        (camera.address, camera.retention_days, camera.working) for camera in before
    ]


def test_several_messages_sent_as_one():
    resident = Dialogue()

    understood = resident.says(
        "Hi!\nregister\n1009 roxleigh rd towson\n2 cameras\none faces north, one south\nkeeps 2 weeks"
    )

    assert "2 cameras at 1009 Roxleigh Rd, Towson 21286. Video kept 14 days." in understood
    assert "Camera 1: looks north. Camera 2: looks south." in understood


def test_days_that_changed_are_said_back_and_written_upon_ok():
    owner = an_owner()

    assert "Cameras 1, 2: video kept 10 days from now on. Reply OK" in owner.says("it now keeps 10 days")
    assert owner.effects == []
    assert "video kept 12 days" in owner.says("no, 12 days")
    assert "Changed. 1) 1009 Roxleigh Rd: keeps 12 days;" in owner.says("OK")
    assert [camera.retention_days for camera in owner.cameras] == [12, 12]


def test_a_change_can_be_left_as_it_was():
    owner = an_owner()
    owner.says("camera 2 keeps 10 days now")

    assert "nothing was changed" in owner.says("keep")
    assert owner.effects == []


def test_one_camera_of_several():
    owner = an_owner()

    assert "Camera 2: video kept 10 days" in owner.says("the second one keeps 10 days")
    owner.says("yes")

    assert [camera.retention_days for camera in owner.cameras] == [14, 10]


def test_a_broken_camera_is_noted_upon_ok_and_mended_at_once():
    owner = an_owner()

    assert "Camera 2: not working, so we do not ask you for its video" in owner.says("camera 2 is broken")
    assert "2) 1009 Roxleigh Rd: not working." in owner.says("OK")
    assert [camera.working for camera in owner.cameras] == [True, False]
    assert "Camera 2: works again." in owner.says("camera 2 works again")
    assert [camera.working for camera in owner.cameras] == [True, True]


def test_which_one_is_asked_where_it_cannot_be_told():
    owner = an_owner()

    assert "Which one do you mean?" in owner.says("my camera is broken")
    assert "Camera 2: not working" in owner.says("2")
    assert "Camera 1: not working" in an_owner(cameras=1).says("my camera is broken")


def test_a_view_is_written_at_once_since_it_harms_nobody():
    owner = an_owner()

    assert "Noted. Camera 2: looks south." in owner.says("the second one faces south now")
    assert owner.cameras[1].heading == 180
    assert "Camera 1: indoors. Camera 2: indoors." in owner.says("both are inside")


def test_who_moved_says_where_to_and_confirms_it():
    owner = an_owner()

    said_back = owner.says("I moved to 1011 Roxleigh Rd, Towson 21286")
    assert "Cameras 1, 2 at 1011 Roxleigh Rd, Towson 21286 from now on. Reply OK" in said_back
    assert "1008 Roxleigh Rd" in owner.says("no, 1008")
    owner.says("ok")

    assert {camera.address.number for camera in owner.cameras} == {"1008"}
    assert len(owner.cameras) == 2


def test_who_moved_without_saying_where_to_is_asked():
    owner = an_owner()

    assert "Where are your cameras now?" in owner.says("we moved")
    assert "Which one do you mean? 1) 1009 Roxleigh Rd, Towson 21286;" in owner.says("1009 Roxleigh")
    assert "Parkville 21234 from now on" in owner.says("2")
    owner.says("OK")

    assert {camera.address.city for camera in owner.cameras} == {"PARKVILLE"}


def test_who_moved_away_can_take_the_cameras_off_instead():
    owner = an_owner()
    owner.says("we moved")
    owner.says("remove all")

    assert "Taken off" in owner.says("OK")
    assert owner.cameras == ()


def test_a_house_number_is_corrected_after_registering_as_well():
    resident = at("look")

    assert "Cameras 1, 2 at 1011 Roxleigh Rd, Towson 21286 from now on" in resident.says("no, 1011")
    changed = resident.says("OK")

    assert "Changed." in changed
    assert resident.state.step == "look"
    assert {camera.address.number for camera in resident.cameras} == {"1011"}


def test_one_camera_more_is_offered_at_the_same_place():
    owner = an_owner()

    offered = owner.says("actually 3 cameras")

    assert "1 camera more at 1009 Roxleigh Rd, Towson 21286, besides the 2 you have. Video kept 14 days." in offered
    owner.says("OK")
    assert len(owner.cameras) == 3


def test_one_camera_less_is_taken_off_by_its_number():
    owner = an_owner()

    assert "Which one shall we take off?" in owner.says("i only have 1 camera")


def test_a_name_can_be_said_at_any_time():
    owner = an_owner()

    assert "Name: Jane Example." in owner.says("my name is Jane Example")
    assert owner.effects == [Rename("Jane Example")]


@pytest.mark.parametrize("name", DETAILS)
def test_a_change_in_the_middle_of_the_questions_goes_back_to_them(name):
    resident = at(name)

    resident.says("it keeps 10 days")
    done = resident.says("OK")

    assert "keeps 10 days" in done
    assert resident.state.step == name
    assert isinstance(resident.effects[-1], Describe)


@pytest.mark.parametrize(("language", "text"), [("en", "my name is Jane Example"), ("es", "me llamo Juana Ejemplo")])
def test_a_name_that_was_asked_for_ends_the_questions(language, text):
    resident = at("name", language=language)

    resident.says(text)

    assert resident.state.step == "idle"
    assert resident.household.owner.name in ("Jane Example", "Juana Ejemplo")


def test_a_new_camera_is_registered_and_not_taken_for_a_change():
    owner = an_owner()

    assert "1 camera more at 1011 Roxleigh Rd" in owner.says(
        "new camera at 1011 Roxleigh Rd Towson 21286, keeps 10 days"
    )


@pytest.mark.parametrize(
    "text",
    ["my camera saw a man on the street last night", "is my camera broken?", "when do you need the video", "thanks",
     "my neighbor moved my trash can in front of the house", "ok", "who looks at the videos?"],
)  # fmt: skip
def test_what_says_nothing_about_a_change_changes_nothing(text):
    owner = an_owner()

    owner.says(text)

    assert (owner.state.step, owner.effects) == ("idle", [])


@pytest.mark.parametrize(
    ("text", "going"),
    [
        ("camera 2 is gone", ["c2"]),
        ("the second one was stolen", ["c2"]),
        ("i took camera 2 down", ["c2"]),
        ("I don't have camera 2 anymore", ["c2"]),
        ("I sold the house", ["c1", "c2"]),
        ("no cameras anymore", ["c1", "c2"]),
        ("la camara 2 ya no esta", ["c2"]),
        ("vendi la casa", ["c1", "c2"]),
        ("my camera was stolen", []),
    ],
)
def test_cameras_that_are_gone_are_taken_off_upon_ok_and_begin_no_registration(text, going):
    owner = an_owner()

    owner.says(text)

    assert owner.state.step == ("remove_sure" if going else "remove_which")
    assert list(owner.state.cameras) == going
    assert owner.effects == []


@pytest.mark.parametrize(
    "text", ["they stole a car in front of my camera", "the video of camera 2 is gone", "its gone already"]
)
def test_what_is_gone_from_the_footage_takes_no_camera_off(text):
    owner = an_owner()

    owner.says(text)

    assert not owner.state.step.startswith("remove")
