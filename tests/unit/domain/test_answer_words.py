"""Answers as owners write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.answer_words import Reply, read
from chalicelib.domain.incident import Answer

HAS, SAVED, NOTHING, OVERWRITTEN, NO, HELP = Answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1", HAS), ("1.", HAS), ("#1", HAS), ("1️⃣", HAS), ("１", HAS), ("one", HAS), ("option 1", HAS),
        ("1 yes", HAS),
        ("yes i have it", HAS), ("I have video", HAS), ("yes", HAS), ("SI", HAS), ("I've got footage", HAS),
        ("there is a guy walking by at 9:40, i have it on video", HAS),
        ("2", SAVED), ("saved it will send later", SAVED), ("2 yes saved", SAVED), ("i'll send it tonight", SAVED),
        ("3", NOTHING), ("nothing", NOTHING), ("nada", NOTHING), ("Nothing there.", NOTHING), ("no footage", NOTHING),
        ("i dont have video", NOTHING), ("no, nothing there", NOTHING), ("the camera was off", NOTHING),
        ("4", OVERWRITTEN), ("already overwritten", OVERWRITTEN), ("it only keeps 5 days", OVERWRITTEN),
        ("sorry, too late", OVERWRITTEN), ("it was deleted", OVERWRITTEN),
        ("4 overwritten after 5 days", OVERWRITTEN), ("2 saved 3 clips", SAVED),
        ("5", NO), ("no", NO), ("No.", NO), ("no thanks", NO), ("NO THANK YOU", NO), ("get a warrant", NO),
        ("nope", NO),
        ("6", HELP), ("need help", HELP), ("can someone call me", HELP), ("6 help", HELP), ("I don't know how", HELP),
    ],
)  # fmt: skip
def test_an_answer_is_understood(text, answer):
    assert read(text).answer is answer


@pytest.mark.parametrize(
    "text",
    ["", "2 cameras", "2 cameras, 14 days", "14 days", "1009 Roxleigh Rd", "5 Nowhere Blvd", "5 blvd", "7", "0", "12",
     "1 2", "1 nothing", "1 no",
     "1 north", "1 north, 2 street", "ok", "hmmm", "who is this?", "no idea what this is", "\N{THUMBS UP SIGN}"],
)  # fmt: skip
def test_what_is_no_answer_is_not_taken_for_one(text):
    assert read(text).answer is None


@pytest.mark.parametrize("text", ["1 KTRM", "ktrm 1", "1, for KTRM please", "KTRM yes"])
def test_an_answer_may_name_the_request(text):
    reply = read(text, codes={"KTRM", "BCDF"})

    assert (reply.answer, reply.code) == (HAS, "KTRM")


def test_a_code_and_words():
    assert read("KTRM nothing there", codes={"KTRM"}) == Reply(NOTHING, "KTRM", sure=True)


def test_a_code_alone_says_which_request_but_not_what():
    assert read("KTRM", codes={"KTRM"}) == Reply(None, "KTRM")


def test_four_consonants_are_no_code_without_an_answer_beside_them():
    assert read("hmmm", codes={"KTRM"}) == Reply()


def test_a_name_is_not_surely_an_answer():
    assert not read("Nada Example").sure


@given(st.text(max_size=2000))
def test_no_text_breaks_the_reader(text):
    read(text, codes={"KTRM"})
