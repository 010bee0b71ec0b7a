"""Wishes by text, as one reads them: said back in words with the date, and easy to take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.conversation import Wish
from chalicelib.domain.wishes import Wishes
from tests import builders
from tests.unit.domain.dialogue import Dialogue
from tests.unit.domain.steps import WAYS, at

MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)


def owner(*, email: bool = False, language: str = "en") -> Dialogue:
    household = builders.a_household(cameras=2)
    if email:
        mailbox = builders.a_contact("mailbox", channel="email", address="jane@example.org", consent="given")
        household = replace(household, contacts=(*household.contacts, mailbox))
    return Dialogue(household, language=language)


def wishes(dialogue: Dialogue) -> Wishes:
    return dialogue.household.owner.wishes


def test_a_pause_is_said_back_with_its_date_and_ended_with_one_word():
    resident = owner()

    paused = resident.says("not until Monday")
    assert "we will not ask you for video until Mon Nov 23. Text RESUME to end the pause." in paused
    assert wishes(resident).paused_until == MONDAY

    assert "The pause is over." in resident.says("resume")
    assert wishes(resident) == Wishes()
    assert "Nothing is paused." in resident.says("unpause")


def test_a_pause_without_an_end_says_the_end_and_how_to_choose_another():
    reply = owner().says("pause")

    assert "until Mon Dec 21, 10:00 AM." in reply
    assert "PAUSE 2 WEEKS" in reply
    assert "STOP ends all texts." in reply


def test_in_spanish_the_date_is_spanish():
    said = owner(language="es").says("no hasta el lunes")

    assert "hasta el lunes 23 de nov. no le pediremos video. Escriba REANUDAR" in said


def test_hours_of_quiet_are_kept_and_said_back():
    resident = owner()

    assert "we will not ask you between 8:00 PM and 9:00 AM. Text ANY TIME" in resident.says("only in daytime")
    assert wishes(resident).quiet == QuietHours(time(20), time(9))
    assert "between 9:30 PM and 9:00 AM" in resident.says("not after 9:30pm")
    assert "between 9:30 PM and 10:00 AM" in resident.says("not before 10am")
    assert "at any time that our own hours allow" in resident.says("any time")
    assert wishes(resident) == Wishes()


def test_days_of_the_week_are_kept_and_said_back_all_together():
    resident = owner()

    assert "days we will not ask you: Sat, Sun. Text ANY TIME" in resident.says("not on weekends")
    assert "Fri after 9:00 PM; Sat, Sun." in resident.says("not on fridays after 9pm")
    assert "Mon to Fri before 6:00 PM; Sat, Sun." in resident.says("only on weekdays after 6 pm")
    assert wishes(resident) == Wishes().shut({5, 6}).shut(range(5), QuietHours(time(0), time(18)))
    assert "Mon to Fri before 6:00 PM; Sun." in resident.says("saturdays are fine")
    assert "at any time that our own hours allow" in resident.says("any time")
    assert wishes(resident) == Wishes()


def test_in_spanish_the_days_are_spanish():
    said = owner(language="es").says("solo de lunes a viernes, después de las 6 de la tarde")

    assert "lunes a viernes antes de las 6:00 p. m.; sabado, domingo." in said


def test_wishes_that_leave_no_time_are_not_kept():
    resident = owner()
    resident.says("not on weekends")

    assert "Then there is no time left to ask you" in resident.says("not on weekdays")
    assert wishes(resident) == Wishes().shut({5, 6})


def test_after_a_pause_its_end_alone_is_enough():
    resident = owner()

    resident.says("pause")

    assert "until Mon Nov 23." in resident.says("until monday")
    assert "until Sat Dec 12" in resident.says("for 3 weeks")
    resident.says("resume")
    assert "did not get that" in resident.says("until monday")


def test_an_hour_that_may_be_morning_or_evening_is_asked_about():
    resident = owner()

    assert "Please send it with AM or PM" in resident.says("don't text between 10 and 7")
    assert resident.effects == []


def test_by_email_only_is_kept_for_whoever_has_a_proven_address():
    resident = owner(email=True)

    assert "by email only" in resident.says("only by email")
    assert wishes(resident).only == "email"
    assert "by text only" in resident.says("text me instead")
    assert wishes(resident).only == "sms"
    assert "by text or by email" in resident.says("email or text")
    assert wishes(resident) == Wishes()


def test_without_a_known_email_it_says_how_to_give_one_and_offers_a_pause():
    resident = owner()

    reply = resident.says("only by email")

    assert "Text us its address" in reply
    assert "PAUSE holds our texts" in reply
    assert resident.effects == []


def test_several_wishes_in_one_message_are_all_kept():
    resident = owner(email=True)

    resident.says("only by email and not after 9pm")

    assert wishes(resident) == Wishes(only="email", quiet=QuietHours(time(21), time(8)))
    assert len(resident.effects) == 1


def test_nobody_without_cameras_is_asked_for_video_anyway():
    resident = Dialogue()

    assert "You have no cameras with us" in resident.says("not on weekends")
    assert "nothing comes from us unless you write first" in resident.says("not until monday")
    assert resident.effects == []


@pytest.mark.parametrize("name", WAYS)
def test_a_wish_is_kept_in_every_state_and_the_thread_goes_on(name):
    dialogue = at(name, owner=name != "name")
    before, effects = dialogue.state, len(dialogue.effects)

    reply = dialogue.says("not until Monday")

    assert "until Mon Nov 23" in reply
    assert dialogue.state == before
    assert [type(effect) for effect in dialogue.effects[effects:]] == [Wish]
    assert len(dialogue.cameras) >= 1


def test_the_four_things_are_never_confused():
    def step_and_effects(text: str) -> tuple[str, list[str]]:
        resident = owner()
        resident.says(text)
        return resident.state.step, [type(effect).__name__ for effect in resident.effects]

    assert step_and_effects("remove camera 2") == ("remove_sure", [])
    assert step_and_effects("delete me") == ("delete_sure", [])
    assert step_and_effects("pause for 2 weeks") == ("idle", ["Wish"])
    assert step_and_effects("not after 9pm") == ("idle", ["Wish"])
