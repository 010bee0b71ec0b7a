"""The three questions after a registration take answers, and leave what people say besides alone."""

from __future__ import annotations

import pytest

from tests.unit.domain.steps import at

CHAT = [
    "going back to sleep", "be right back", "just got back from work", "on the road now", "street was busy today",
    "lets go in", "out for lunch", "heading east on 95", "out back having a beer", "good night", "merry christmas",
    "in a meeting", "the front office called", "back in 5",
]  # fmt: skip


@pytest.mark.parametrize("step", ["look", "indoor", "name"])
@pytest.mark.parametrize("text", CHAT)
def test_talk_is_no_answer(step, text):
    dialogue = at(step)
    before, effects = dialogue.state, len(dialogue.effects)

    dialogue.says(text)

    assert not dialogue.understood
    assert dialogue.state == before
    assert len(dialogue.effects) == effects


@pytest.mark.parametrize(
    ("step", "text", "noted"),
    [
        ("look", "back", "looks at the back yard"),
        ("look", "atras", "looks at the back yard"),
        ("look", "the one by the front door looks at Roxleigh Rd", "looks at the street"),
        ("look", "i think mostly north", "looks north"),
        ("indoor", "both outside", "outdoors"),
        ("name", "Maria Gonzalez", "Name: Maria Gonzalez."),
        ("name", "Happy Nails", "Name: Happy Nails."),
        ("name", "good luck deli", "Name: good luck deli."),
    ],
)
def test_an_answer_is_taken_and_said_back(step, text, noted):
    assert noted in at(step).says(text)


@pytest.mark.parametrize(("language", "word"), [("en", "GO BACK"), ("es", "VOLVER")])
def test_where_back_may_be_the_yard_the_question_names_another_word_for_going_back(language, word):
    dialogue = at("look", language=language)

    assert f" {word}, " in dialogue.says("hmm hmm")
    dialogue.says(word)

    assert dialogue.state.step == "look"
    assert all(camera.heading is None for camera in dialogue.cameras)
