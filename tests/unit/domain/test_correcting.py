"""Corrections in few words, at the questions of a registration: understood, or asked about in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.domain.place import Exact
from tests import builders
from tests.unit.domain.dialogue import HOME, NEIGHBOR, OTHER_TOWN, Dialogue, locate
from tests.unit.domain.steps import at


def draft(dialogue: Dialogue) -> tuple[str, int | None, int | None]:
    """Give the house number, how many cameras and how many days."""
    told = dialogue.state.draft
    return told.address.number if told.address else "", told.count, told.days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30", ("1009", 2, 30)),
        ("no 30", ("1009", 2, 30)),
        ("jk 10", ("1009", 2, 10)),
        ("14 not 30", ("1009", 2, 14)),
        ("i said 30 not 14", ("1009", 2, 30)),
        ("not 14, 30", ("1009", 2, 30)),
        ("mejor 30", ("1009", 2, 30)),
        ("1011", ("1011", 2, 14)),
        ("no 1011", ("1011", 2, 14)),
        ("3 not 2", ("1009", 3, 14)),
        ("i have 3", ("1009", 3, 14)),
        ("only 1", ("1009", 1, 14)),
        ("no, son 3", ("1009", 3, 14)),
        ("its 3 and 30", ("1009", 3, 30)),
        ("no three cameras and 14 days", ("1009", 3, 14)),
        ("no, son 3 camaras y guarda 30 dias", ("1009", 3, 30)),
        ("same house", ("1009", 2, 14)),
    ],
)
def test_at_the_confirmation_a_few_words_are_enough(text, said):
    dialogue = at("confirm")

    assert "Reply OK if this is right" in dialogue.says(text)
    assert draft(dialogue) == said
    assert dialogue.effects == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [("cameras", ("1009", 3, 14)), ("DAYS", ("1009", 2, 3)), ("dias", ("1009", 2, 3)), ("3 cameras", ("1009", 3, 14))],
)
@pytest.mark.parametrize("text", ["3", "no 3", "make it 3", "mejor 3"])
def test_a_number_that_may_count_either_is_asked_about_in_one_line(text, answer, said):
    dialogue = at("confirm")

    assert "3: what is that? Reply CAMERAS, DAYS or HOUSE NUMBER." in dialogue.says(text)
    assert draft(dialogue) == ("1009", 2, 14)

    dialogue.says(answer)
    assert draft(dialogue) == said


def test_a_house_number_is_looked_up_and_never_taken_unseen():
    dialogue = at("confirm")
    dialogue.says("5")

    assert "I cannot find that address" in dialogue.says("house number")


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("the days are wrong", "days"), ("wrong number of cameras", "count"), ("wrong address", "address"),
        ("wrong street", "address"), ("thats my neighbors house", "address"), ("la direccion esta mal", "address"),
        ("cameras", "count"),
    ],
)  # fmt: skip
def test_the_part_that_is_called_wrong_is_asked_again(text, step):
    dialogue = at("confirm")

    dialogue.says(text)

    assert dialogue.state.step == step
    assert draft(dialogue)[1:] == (2, 14)


def test_what_the_cameras_see_can_be_said_at_the_confirmation_too():
    dialogue = at("confirm")

    assert "Camera 1: doorbell. Camera 2: doorbell." in dialogue.says("both are doorbells")
    assert "Camera 2: doorbell, looks north" in dialogue.says("camera 2 looks north")
    assert "Unit 4B" in dialogue.says("apt 4b")


@pytest.mark.parametrize("text", ["2 cameras", "it keeps 14 days", "i have a doorbell"])
def test_the_addresses_offered_stay_when_something_else_is_said(text):
    dialogue = at("choose")

    assert "Which one do you mean? 1) 1009 Roxleigh Rd" in dialogue.says(text)
    dialogue.says("2")

    assert dialogue.state.draft.address == OTHER_TOWN


@pytest.mark.parametrize(
    ("text", "address", "count"),
    [("the first one", HOME, None), ("the one in parkville", OTHER_TOWN, None), ("number 2, 3 cameras", OTHER_TOWN, 3),
     ("the last one", OTHER_TOWN, None), ("1 please", HOME, None), ("el segundo", OTHER_TOWN, None)],
)  # fmt: skip
def test_one_of_the_addresses_is_chosen_in_words_and_more_may_follow(text, address, count):
    dialogue = at("choose")

    dialogue.says(text)

    assert dialogue.state.draft.address == address
    assert dialogue.state.draft.count == count


def test_both_places_are_taken_one_after_the_other():
    dialogue = at("choose")

    assert "Which one first?" in dialogue.says("both")
    assert dialogue.state.step == "choose"


@pytest.mark.parametrize(
    ("step", "text", "said"),
    [
        ("count", "3 and they keep 14 days", ("1009", 3, 14)),
        ("days", "7 or 14", ("1009", 2, 7)),
        ("days", "sd card", ("1009", 2, 30)),
        ("days", "forever", ("1009", 2, 365)),
        ("days", "1 week, also one is a doorbell", ("1009", 2, 7)),
    ],
)
def test_an_answer_may_be_rough_and_tell_more(step, text, said):
    dialogue = at(step)

    dialogue.says(text)

    assert draft(dialogue) == said
    assert dialogue.state.step == "confirm"


def test_who_cannot_tell_how_many_is_helped_on_and_who_has_none_is_let_go():
    dialogue = at("count")

    assert "A good guess is fine" in dialogue.says("a few")
    assert "Nothing new is registered" in dialogue.says("i have none")


def test_a_camera_that_saves_nothing_need_not_be_registered():
    dialogue = at("days")

    assert "saves no video" in dialogue.says("it doesnt record")
    dialogue.says("14")

    assert draft(dialogue) == ("1009", 2, 14)


def test_another_camera_at_the_same_house_needs_no_address():
    dialogue = Dialogue(builders.a_household(cameras=2))

    dialogue.says("REGISTER another camera at the same house, keeps 7 days")
    assert dialogue.state.draft.address == HOME

    dialogue = Dialogue(builders.a_household(cameras=2))
    dialogue.says("REGISTER")
    assert "How many cameras" in dialogue.says("same house")


def test_of_several_houses_the_same_one_is_asked_about():
    household = builders.a_household(cameras=2)
    one, other = household.cameras
    dialogue = Dialogue(replace(household, cameras=(one, replace(other, address=NEIGHBOR))))
    dialogue.says("REGISTER")

    assert "1) 1009 Roxleigh Rd, Towson 21286; 2) 1011 Roxleigh Rd" in dialogue.says("la misma casa")


def test_a_small_number_alone_moves_no_camera():
    dialogue = Dialogue(
        builders.a_household(cameras=2), find=lambda text: Exact(NEIGHBOR) if "3 " in text else locate(text)
    )

    dialogue.says("no 3")

    assert dialogue.state.step == "idle"


@pytest.mark.parametrize("before", [["no"], ["3"], ["no", "3"], ["wrong", "who are you"]])
@pytest.mark.parametrize("ok", ["OK", "yes", "1"])
def test_an_ok_to_another_question_shows_it_all_once_more_and_registers_nothing(before, ok):
    dialogue = at("confirm")
    for text in before:
        dialogue.says(text)

    assert "2 cameras at 1009 Roxleigh Rd, Towson 21286. Video kept 14 days." in dialogue.says(ok)
    assert dialogue.effects == []
    assert "Registered: 2 cameras" in dialogue.says("OK")
