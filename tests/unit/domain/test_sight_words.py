"""An alley, a driveway, a side: said back as what it was said to be, and never as something else."""

from __future__ import annotations

import pytest

from tests.unit.domain.steps import at

FIRST = "REGISTER 1009 Roxleigh Rd, {said}, keeps 14 days"


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("1 camera that looks at the alley", "Camera 1: looks at the alley."),
        ("2 cams, one front one alley", "Camera 1: looks at the street. Camera 2: looks at the alley."),
        ("2 cams, one in the back yard, one facing the alley",
         "Camera 1: looks at the back yard. Camera 2: looks at the alley."),
        ("1 camera facing the driveway", "Camera 1: looks at the driveway."),
        ("1 camera watches the parking lot", "Camera 1: looks at the parking lot."),
        ("1 cámara mira al callejón", "Camera 1: looks at the alley."),
        ("1 camera on the garage facing the street", "Camera 1: looks at the street."),
    ],
)  # fmt: skip
def test_in_a_first_message(said, back):
    assert f"14 days. {back} Reply OK" in at("idle").says(FIRST.format(said=said))


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("camera 2 looks at the alley", "Camera 2: looks at the alley."),
        ("1 alley, 2 street", "Camera 1: looks at the alley. Camera 2: looks at the street."),
        ("both look at the parking lot", "Camera 1: looks at the parking lot. Camera 2: looks at the parking lot."),
    ],
)
def test_at_the_confirmation(text, back):
    dialogue = at("confirm")

    assert f"14 days. {back} Reply OK" in dialogue.says(text)
    assert dialogue.state.draft.count == 2


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("1 street 2 driveway", "Camera 1: looks at the street. Camera 2: looks at the driveway."),
        ("1 north, 2 alley", "Camera 1: looks north. Camera 2: looks at the alley."),
        ("north side", "Camera 1: looks north. Camera 2: looks north."),
    ],
)
def test_as_an_answer_to_which_way(text, back):
    assert back in at("look").says(text)


@pytest.mark.parametrize("text", ["driveway", "the side of the house", "parking lot", "1 side 2 garage", "al costado"])
def test_what_lies_nowhere_known_is_asked_for_by_compass(text):
    dialogue = at("look")

    assert "I cannot tell which way that is." in dialogue.says(text)
    dialogue.says("north")

    assert {camera.heading for camera in dialogue.cameras} == {0}


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("the second one looks at the alley", "Noted. Camera 2: looks at the alley."),
        ("camera 2 faces the driveway", "Noted. Camera 2: looks at the driveway."),
        ("camera 1 looks at the garage", "text like CAMERA 1 LOOKS NORTH."),
    ],
)
def test_as_a_change_of_what_is_registered(text, back):
    assert back in at("idle", owner=True).says(text)
