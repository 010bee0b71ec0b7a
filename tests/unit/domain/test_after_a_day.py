"""After a day of silence it says where one left off, and nothing is agreed to that was not shown again."""

from __future__ import annotations

import pytest

from tests import builders
from tests.unit.domain.dialogue import Dialogue
from tests.unit.domain.steps import WAYS, at


def test_a_stale_ok_changes_nothing_before_it_was_shown_again():
    owner = Dialogue(builders.a_household(cameras=2))
    owner.says("it now keeps 10 days")
    owner.waits_a_day()

    again = owner.says("OK")

    assert "Last time we were changing your cameras. Nothing is changed yet." in again
    assert "video kept 10 days from now on" in again
    assert owner.effects == []
    owner.says("OK")
    assert len(owner.effects) == 1


@pytest.mark.parametrize("text", ["OK", "yes", "1", "no", "hi", "good morning", "hmm", "help"])
@pytest.mark.parametrize("name", [name for name in WAYS if name != "idle"])
def test_after_a_day_it_says_where_one_left_off_and_does_nothing(name, text):
    dialogue = at(name)
    before, done = dialogue.state, len(dialogue.effects)
    dialogue.waits_a_day()

    reply = dialogue.says(text)

    assert len(dialogue.effects) == done
    if not (text == "1" and name == "choose"):
        assert dialogue.state == before
        assert "ast time" in reply


def test_after_a_day_what_is_new_is_taken_at_once():
    resident = at("days")
    resident.waits_a_day()

    reply = resident.says("keeps 14 days")

    assert "Last time we were adding your camera." in reply
    assert "Video kept 14 days. Reply OK" in reply


def test_after_a_day_a_registration_at_the_last_questions_begins_anew():
    resident = at("name")
    resident.waits_a_day()

    again = "I have 2 cameras at 1011 Roxleigh Rd Towson 21286, keeps 14 days"

    assert "2 cameras more at 1011 Roxleigh Rd" in resident.says(again)
