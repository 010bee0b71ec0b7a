"""Which ask a text answers."""

from __future__ import annotations

from chalicelib.domain.answering import Answered, Unclear, UnknownCode, WhichAsk, decide, waiting
from chalicelib.domain.conversation import State
from chalicelib.domain.incident import Answer
from tests import builders

IDLE = State()
OPEN = builders.an_ask(code="BCDF")
OTHER = builders.an_ask("request2", code="KTRM")
DONE = builders.an_ask(code="BCDF", answer=Answer.SAVED)
DONE_TOO = builders.an_ask("request2", code="KTRM", answer=Answer.NOTHING)


def test_a_digit_answers_the_one_open_ask():
    assert decide("3", [OPEN], IDLE) == Answered(OPEN, Answer.NOTHING)


def test_a_bare_no_is_answer_five():
    assert decide("NO", [OPEN], IDLE) == Answered(OPEN, Answer.NO)


def test_an_unanswered_ask_comes_before_one_that_was_answered():
    assert decide("1", [DONE, OTHER], IDLE) == Answered(OTHER, Answer.HAS_FOOTAGE)


def test_with_several_open_the_code_decides():
    assert decide("1", [OPEN, OTHER], IDLE) == WhichAsk((OPEN, OTHER), Answer.HAS_FOOTAGE)
    assert decide("1 ktrm", [OPEN, OTHER], IDLE) == Answered(OTHER, Answer.HAS_FOOTAGE)


def test_a_code_without_an_answer_is_asked_about():
    assert decide("KTRM", [OPEN, OTHER], IDLE) == Unclear(OTHER)


def test_a_code_that_is_nobodys_is_said():
    assert decide("1 XXXX", [OPEN], IDLE) == UnknownCode("XXXX")
    assert decide("1 XXXX", [], IDLE) == UnknownCode("XXXX")


def test_a_digit_changes_an_answer():
    assert decide("3", [DONE], IDLE) == Answered(DONE, Answer.NOTHING)
    assert decide("3", [DONE, DONE_TOO], IDLE) == WhichAsk((DONE, DONE_TOO), Answer.NOTHING)


def test_words_change_an_answer_where_nothing_else_is_going_on():
    assert decide("nothing there after all", [DONE], IDLE) == Answered(DONE, Answer.NOTHING)
    assert decide("ok", [DONE], IDLE) is None
    assert decide("no", [DONE], IDLE) is None


def test_a_live_ask_outranks_an_unfinished_registration():
    assert decide("2", [OPEN], State(step="count")) == Answered(OPEN, Answer.SAVED)
    assert decide("yes", [OPEN], State(step="confirm")) == Answered(OPEN, Answer.HAS_FOOTAGE)


def test_a_registration_that_wants_a_number_outranks_an_answered_ask():
    assert decide("2", [DONE], State(step="count")) is None
    assert decide("1", [DONE], State(step="confirm")) == Answered(DONE, Answer.HAS_FOOTAGE)


def test_what_speaks_of_cameras_is_left_to_the_registration():
    assert decide("14 days", [OPEN], State(step="days")) is None
    assert decide("Nada Example", [OPEN], State(step="name")) is None
    assert decide("REGISTER 1009 Roxleigh Rd, 2 cameras i have video", [OPEN], IDLE) is None


def test_without_asks_nothing_is_an_answer():
    assert decide("1", [], IDLE) is None


def test_an_owner_is_reminded_of_what_waits():
    assert waiting([DONE]) is None
    assert waiting([OPEN, DONE_TOO]) == Unclear(OPEN)
    assert waiting([OPEN, OTHER]) == WhichAsk((OPEN, OTHER), Answer.HAS_FOOTAGE)


def test_what_changes_a_camera_does_not_change_an_answer():
    assert decide("camera 2 is broken", [DONE], IDLE) is None
    assert decide("it was broken that night", [OPEN], IDLE) == Answered(OPEN, Answer.NOTHING)
