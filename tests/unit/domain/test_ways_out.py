"""From every step there is one message that leads out: STOP, START OVER, BACK, HELP; and every question says so."""

from __future__ import annotations

import pytest

from chalicelib.domain import optout
from tests import builders
from tests.unit.domain.dialogue import Dialogue
from tests.unit.domain.steps import ALL_IN_ONE, OF_OWNERS, WAYS, at

BUSY = [name for name in WAYS if name != "idle"]
LANGUAGES = ["en", "es"]
SAYS_HOW = {"en": ("BACK", "START OVER", "HELP", "STOP"), "es": ("DE NUEVO", "AYUDA", "STOP")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BUSY)
def test_every_question_says_how_to_go_back_start_over_and_stop(name, language):
    dialogue = at(name, language=language)

    asked_again = dialogue.says("xyzzy, what a strange thing to say")

    assert [word for word in SAYS_HOW[language] if word not in asked_again] == []


@pytest.mark.parametrize("text", ["STOP", "stop texting me", "ALTO", "no me escriban mas"])
def test_leaving_is_read_before_the_conversation_and_in_every_state_alike(text):
    assert optout.read(text) in ("stop_keyword", "stop_words")


@pytest.mark.parametrize("text", ["START OVER", "start over please", "empezar de nuevo", "DE NUEVO", "restart"])
@pytest.mark.parametrize("name", WAYS)
def test_starting_over_leads_out_of_every_step_in_one_message(name, text):
    dialogue = at(name)

    dialogue.says(text)

    assert dialogue.state.step in ("idle", "address")
    assert dialogue.state.under is None
    assert not dialogue.state.changing
    assert dialogue.understood


@pytest.mark.parametrize("text", ["HELP", "help me", "AYUDA", "info", "what", "MENU"])
@pytest.mark.parametrize("name", WAYS)
def test_help_helps_in_every_step_and_loses_nothing(name, text):
    dialogue = at(name)
    before = dialogue.state

    reply = dialogue.says(text)

    assert "Call 410-555-0100" in reply or "Text REGISTER" in reply
    assert dialogue.state == before
    assert dialogue.understood


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("idle", "idle"),
        ("address", "idle"),
        ("choose", "address"),
        ("count", "address"),
        ("days", "count"),
        ("confirm", "days"),
        ("look", "look"),
        ("indoor", "look"),
        ("name", "indoor"),
        ("remove_which", "idle"),
        ("remove_sure", "remove_which"),
        ("delete_sure", "idle"),
        ("change_sure", "idle"),
        ("moved", "idle"),
    ],
)
@pytest.mark.parametrize("text", ["GO BACK", "volver"])
def test_back_leads_one_step_back_from_every_step(name, before, text):
    dialogue = at(name)

    dialogue.says(text)

    assert dialogue.state.step == before
    assert dialogue.understood
    assert dialogue.effects == at(name).effects


@pytest.mark.parametrize("name", [name for name in BUSY if name != "look"])
def test_back_alone_is_enough_but_where_it_is_the_back_yard(name):
    one, other = at(name), at(name)

    one.says("BACK")
    other.says("go back")

    assert one.state == other.state


def test_back_alone_may_be_the_back_yard():
    assert "looks at the back yard" in at("look").says("back")


def test_what_was_said_stays_said_on_the_way_back():
    resident = at("confirm")

    assert "How many days" in resident.says("BACK")
    assert "How many cameras" in resident.says("BACK")
    assert "Where is the camera" in resident.says("BACK")
    assert "2 cameras at 1009 Roxleigh Rd, Towson 21286. Video kept 14 days." in resident.says("OK")
    resident.says("BACK")
    resident.says("BACK")
    assert "3 cameras at 1009 Roxleigh Rd, Towson 21286. Video kept 14 days." in resident.says("3")


def test_back_after_the_last_answer_asks_it_again_and_what_is_said_counts():
    owner = at("indoor")

    assert "Which way do they look?" in owner.says("BACK")
    owner.says("1 north, 2 south")

    assert [camera.heading for camera in owner.cameras] == [0, 180]


def test_a_registration_goes_on_behind_a_removal():
    owner = Dialogue(builders.a_household(cameras=2))
    owner.says("REGISTER 1009 Roxleigh Rd, 3 cameras")

    assert "Take off" in owner.says("remove 1")
    done = owner.says("OK")

    assert "Taken off. You now have 1 camera" in done
    assert "How many days of video" in done
    assert "3 cameras more at 1009 Roxleigh Rd" in owner.says("14")


@pytest.mark.parametrize("text", ["REMOVE", "MY CAMERAS"])
def test_somebody_without_cameras_loses_no_registration_by_asking_for_them(text):
    resident = at("days")

    assert "How many days" in resident.says(text)


def test_starting_over_leaves_what_was_broken_into_as_well():
    owner = at("removing_meanwhile")

    owner.says("START OVER")

    assert owner.state.step == "idle"


def test_who_deletes_everything_leaves_every_conversation():
    owner = Dialogue(builders.a_household(cameras=2))
    owner.says(ALL_IN_ONE)
    owner.says("delete me")

    assert "All is deleted" in owner.says("OK")
    assert owner.state.step == "idle"


def test_the_steps_of_owners_are_tried_as_owners():
    assert set(OF_OWNERS) < set(WAYS)
