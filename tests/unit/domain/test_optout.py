"""Leaving in any reasonable words, and staying when a bus stops."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.optout import in_doubt, opts_in, read
from commands.larger_data import LARGER_DATA, sources

SAMPLE = Path(__file__).parent / "optout_sample.tsv"
MORE = Path(__file__).parents[2] / "data" / "understanding" / "optouts.tsv"
PHRASES, UCI = "sms/optout_phrases.tsv", "sms/uci_sms.tsv"
LABELS = {"opt_in": "start", "help": "help_keyword", "not_opt_out": "none"}
"""How the larger collection says it."""
TRUE_OPT_OUTS = {
    # asks in so many words for no more texts, and means it
    "Please don't text me anymore. I have nothing else to say.",
    # ends in a demand, with a threat, never to be contacted again
    (
        "Any chance you might have had with me evaporated as soon as you violated my privacy by stealing my phone "
        "number from your employer's paperwork. Not cool at all. Please do not contact me again or I will report you "
        "to your supervisor."
    ),
}
"""Messages of people (`ham`) in the UCI collection that do ask for no more texts; five at most."""
MOST_FLAGGED = 20
"""Of 4,827 ordinary messages, what a person would be shown for nothing."""


def labelled(path):
    """Give the phrases of a file and their labels: text in JSON, label, and whatever else, tabs between."""
    lines = [line for line in path.read_text().splitlines() if line.startswith('"')]
    return [(json.loads(text), label) for text, label, *_ in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("text", "label"), labelled(SAMPLE))
def test_a_phrase_is_read_as_what_it_is(text, label):
    assert (read(text) or "none") == label


@pytest.mark.parametrize(("text", "label"), labelled(MORE))
def test_leaving_is_heard_in_words_nobody_listed_and_doubt_is_flagged(text, label):
    leaves = read(text) in ("stop_keyword", "stop_words")

    assert leaves == (label == "opt_out")
    assert in_doubt(text) or label != "flagged"


@pytest.mark.parametrize(("text", "label"), labelled(SAMPLE))
def test_what_is_decided_is_not_in_doubt(text, label):
    assert not (in_doubt(text) and label != "none")


@pytest.mark.parametrize("text", ["bus stop", "stop by anytime", "2 cameras", "", "para la policia", "END", "remove"])
def test_ordinary_talk_is_not_in_doubt(text):
    assert not in_doubt(text)


def test_yes_brings_back_only_whoever_stopped():
    assert opts_in(" yes ")
    assert opts_in("START")
    assert not opts_in("ok")


@given(st.text(max_size=2000))
def test_no_text_breaks_the_reader(text):
    read(text)
    in_doubt(text)


@pytest.mark.parametrize(
    "unit",
    ["unsubscribe ", "stop texts ", "no more ", "me i ", "stop text me ", "dejen de enviar ", "please ", "don't "],
)
def test_hostile_repetition_is_bounded(unit):
    assert read((unit * 1000)[:1600] + "zz") in (None, "stop_words")


@pytest.mark.parametrize("source", sources(PHRASES))
def test_every_labelled_phrase_is_honoured(source):
    phrases = labelled(SAMPLE if source == "sample" else LARGER_DATA / PHRASES)

    assert [(text, label) for text, label in phrases if leading(read(text) or "none") != leading(label)] == []


def leading(label):
    """Give what a label comes to: both ways to stop are one, and files have names of their own."""
    return "stop" if label.startswith(("stop", "opt_out")) else LABELS.get(label, label)


@pytest.mark.parametrize("source", sources(UCI))
def test_no_ordinary_message_is_taken_for_leaving(source):
    ordinary, leave_in_truth = ordinary_messages(source)

    assert len(ordinary) > (4000 if source == "whole" else 20)
    assert {text for text in ordinary if read(text) in ("stop_keyword", "stop_words")} == leave_in_truth


@pytest.mark.parametrize("source", sources(UCI))
def test_few_ordinary_messages_are_shown_to_a_person(source):
    ordinary, _ = ordinary_messages(source)

    assert sum(map(in_doubt, ordinary)) <= MOST_FLAGGED


def ordinary_messages(source):
    """Give messages that nobody sends to leave, and those among them that ask for it all the same."""
    if source == "sample":
        return [text for text, label in labelled(SAMPLE) if label == "none"], set()
    lines = (LARGER_DATA / UCI).read_text().split("\n")
    return [line.removeprefix("ham\t") for line in lines if line.startswith("ham\t")], TRUE_OPT_OUTS


@pytest.mark.parametrize("text", ["pls quit texting me lol", "leave me alone haha", "ya no me escriban jaja"])
def test_who_laughs_leaves_all_the_same(text):
    assert read(text) == "stop_words"
