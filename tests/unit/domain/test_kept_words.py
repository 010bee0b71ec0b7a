"""Several times of keeping in one message: each camera its own, where it is said which."""

from __future__ import annotations

import pytest

from chalicelib.domain.kept_words import kept_each
from tests.unit.domain.steps import at


@pytest.mark.parametrize(
    ("text", "count", "kept"),
    [
        ("the doorbell keeps 30 days and the back cam keeps 7 days", 2, {1: 30, 2: 7}),
        ("camera 1 keeps 7 days, camera 2 keeps 30 days", 2, {1: 7, 2: 30}),
        ("one keeps 7 days the other 30", 2, {1: 7, 2: 30}),
        ("1 and 2 keep 7 days, 3 keeps 30 days", 3, {1: 7, 2: 7, 3: 30}),
        ("cameras 1-4 keep 30 days, 5 and 6 keep a week", 6, {1: 30, 2: 30, 3: 30, 4: 30, 5: 7, 6: 7}),
        ("camera 1 keeps 7 days and the rest 30 days", 4, {1: 7, 2: 30, 3: 30, 4: 30}),
        ("la primera guarda 7 dias y la segunda 30 dias", 2, {1: 7, 2: 30}),
        ("1: 7 days, 2: 30 days", 2, {1: 7, 2: 30}),
        ("7 days or 14 days", 2, {}),
        ("2 cams 14 days, oops 30 days", 2, {}),
        ("both keep 7 days", 2, {}),
        ("camera 9 keeps 7 days, camera 2 keeps 30 days", 2, {}),
        ("the cameras keep 7 days, i have lived here 30 days", 2, {}),
    ],
)
def test_each_camera_gets_its_own_where_it_is_sure_whose(text, count, kept):
    assert kept_each(text, count) == kept


def test_in_a_registration_each_is_said_back_and_kept():
    dialogue = at("idle")

    said = dialogue.says("REGISTER 1009 Roxleigh Rd, a doorbell keeps 30 days and the back cam keeps 7 days")
    assert "Video kept 7 to 30 days. Camera 1: doorbell, keeps 30 days." in said
    assert "Camera 2: looks at the back yard, keeps 14 days." in dialogue.says("actually camera 2 keeps 14 days")
    dialogue.says("OK")

    assert [camera.retention_days for camera in dialogue.cameras] == [30, 14]


def test_one_number_for_all_takes_them_back():
    dialogue = at("idle")

    dialogue.says("REGISTER 1009 Roxleigh Rd, 2 cameras, one keeps 7 days, the other keeps 30 days")
    assert "Video kept 21 days. Reply OK" in dialogue.says("no, all keep 21 days")


def test_of_many_cameras_what_is_the_same_is_said_once():
    said = at("idle").says("REGISTER 1009 Roxleigh Rd, 6 cameras: 1-4 keep 30 days, 5 and 6 keep 7 days")

    assert "Cameras 1-4: keeps 30 days. Cameras 5, 6: keeps 7 days." in said


def test_of_registered_cameras_each_changes_its_own():
    dialogue = at("idle", owner=True)

    assert "Camera 1: keeps 7 days. Camera 2: keeps 30 days. Reply OK" in dialogue.says(
        "camera 1 keeps 7 days and camera 2 keeps 30"
    )
    dialogue.says("OK")

    assert [camera.retention_days for camera in dialogue.cameras] == [7, 30]


@pytest.mark.parametrize(
    ("text", "which", "then"),
    [
        ("one of them is broken", "2", "Camera 2: not working"),
        ("una de mis camaras no funciona", "la segunda", "Camera 2: not working"),
        ("one broke", "the second one", "Camera 2: not working"),
        ("one of them keeps 30 days now", "camera 2", "Camera 2: video kept 30 days"),
        ("one of them is gone", "2", "Take off: 2)"),
    ],
)
def test_of_one_of_several_it_is_asked_which_and_then_it_is_done(text, which, then):
    dialogue = at("idle", owner=True)

    assert "1) 1009 Roxleigh Rd" in dialogue.says(text)
    assert then in dialogue.says(which)
    dialogue.says("OK")

    assert len(dialogue.effects) == 1
