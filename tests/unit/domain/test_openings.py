"""How people begin in their own words, and what they ask before they trust us: no question becomes a camera."""

from __future__ import annotations

import pytest

from chalicelib.domain.conversation import Register
from tests.unit.domain.steps import at


@pytest.mark.parametrize(
    "text",
    ["hi i want to sign up my cameras", "regsiter", "can i add another camera", "quiero registrar mi camara",
     "how do i register", "id like to enroll"],
)  # fmt: skip
def test_wanting_to_register_begins_it(text):
    assert "Where is your camera?" in at("idle").says(text)


@pytest.mark.parametrize("text", ["can i add another one", "one more here", "agregar otra camara"])
def test_an_owner_adds_one_in_other_words_too(text):
    assert "Where is the camera?" in at("idle", owner=True).says(text)


def test_an_owner_who_sends_an_address_alone_is_asked_how_many_are_there():
    assert "How many cameras" in at("idle", owner=True).says("1011 Roxleigh Rd Towson 21286")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("is this the police looking thru my camera", "No. We never watch your cameras"),
        ("can you see inside my house?", "No. We never watch your cameras"),
        ("do i have to give you my password", "No. We never watch your cameras"),
        ("la policia va a ver mi camara", "No. We never watch your cameras"),
        ("can ice see this", "We do not ask about papers"),
        ("what if i change my mind", "Any time. STOP ends our texts"),
        ("do you keep my name", "MY CAMERAS shows them"),
        ("why do you need my name", "No, it is up to you"),
        ("is it really private", "It is on no public map"),
    ],
)
@pytest.mark.parametrize("step", ["idle", "address", "confirm", "name"])
def test_who_is_afraid_gets_an_answer_wherever_they_ask(step, text, answer):
    dialogue = at(step)
    before = dialogue.state

    assert answer in dialogue.says(text)
    assert dialogue.state == before


def test_a_question_about_cameras_begins_no_registration():
    dialogue = at("idle")

    dialogue.says("could the camera at the bank look at the street?")

    assert dialogue.state.step == "idle"


@pytest.mark.parametrize(
    "text", ["u guys got a camera thing right", "what do you need it for", "my house", "ok so what now"]
)
def test_talk_is_not_looked_up_as_an_address(text):
    dialogue = at("address")

    assert "cannot find that address" not in dialogue.says(text)
    assert not dialogue.understood


def test_of_two_places_the_first_is_taken_and_the_second_comes_after():
    said = at("idle").says("1009 Roxleigh Rd and 1011 Roxleigh Rd, 2 cameras, keeps 14 days")

    assert "One place after the other" in said
    assert "2 cameras at 1009 Roxleigh Rd" in said


@pytest.mark.parametrize("text", ["lol ok", "ok dear", "yes of course", "bet", "dale"])
def test_who_agrees_in_their_own_words_agrees(text):
    dialogue = at("confirm")

    dialogue.says(text)

    assert [type(effect) for effect in dialogue.effects] == [Register]


@pytest.mark.parametrize("text", ["ya", "i guess", "so", "that one"])
def test_what_may_be_something_else_is_no_yes(text):
    dialogue = at("confirm")

    dialogue.says(text)

    assert dialogue.effects == []


@pytest.mark.parametrize(
    ("step", "text", "noted"),
    [
        ("look", "1 nort 2 sout", "Camera 1: looks north. Camera 2: looks south."),
        ("look", "una calle y la otra el callejon", "Camera 1: looks at the street. Camera 2: looks at the alley."),
        ("indoor", "1-2 out side", "Camera 1: outdoors. Camera 2: outdoors."),
    ],
)
def test_answers_about_several_cameras_may_be_mistyped_and_short(step, text, noted):
    assert noted in at(step).says(text)


def test_who_does_not_say_their_name_need_not():
    assert "All done." in at("name").says("none of your business")


def test_a_number_and_how_long_correct_both():
    assert "1 camera at 1009 Roxleigh Rd, Towson 21286. Video kept 30 days." in at("confirm").says(
        "just 1 and its 30 days"
    )


def test_a_shop_that_goes_through_its_cameras_by_number_has_as_many_as_it_says():
    dialogue = at("idle")
    said = dialogue.says(
        "Register 1009 Roxleigh Rd, 6 cameras, 1-4 inside keep 30 days, 5 and 6 look at the parking lot keep 7 days"
    )

    assert "6 cameras at 1009 Roxleigh Rd" in said
    assert "Cameras 1-4: indoors, keeps 30 days. Cameras 5, 6: " in said


def test_who_takes_a_number_back_after_the_ok_changes_how_long_it_keeps():
    dialogue = at("look")

    assert "video kept 7 days from now on. Reply OK" in dialogue.says("jk 7")
    dialogue.says("OK")

    assert {camera.retention_days for camera in dialogue.cameras} == {7}
