"""Leaving in any reasonable words, and staying when a bus stops."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.optout import opts_in, read

SAMPLE = Path(__file__).parent / "optout_sample.tsv"
SHARED = Path("/work/shared/data/sms")
TRUE_OPT_OUTS = {"Please don't text me anymore. I have nothing else to say."}
"""Messages of people (`ham`) in the UCI collection that do ask for no more texts."""


def _sample():
    lines = [line for line in SAMPLE.read_text().splitlines() if not line.startswith("#")]
    return [(json.loads(text), label) for text, label in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("text", "label"), _sample())
def test_a_phrase_is_read_as_what_it_is(text, label):
    assert (read(text) or "none") == label


def test_yes_brings_back_only_whoever_stopped():
    assert opts_in(" yes ")
    assert opts_in("START")
    assert not opts_in("ok")


@given(st.text(max_size=2000))
def test_no_text_breaks_the_reader(text):
    read(text)


@pytest.mark.parametrize(
    "unit",
    ["unsubscribe ", "stop texts ", "no more ", "me i ", "stop text me ", "dejen de enviar ", "please ", "don't "],
)
def test_hostile_repetition_is_bounded(unit):
    assert read((unit * 1000)[:1600] + "zz") in (None, "stop_words")


def _shared(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not here: the sample in this folder is all that was checked")
    return path.read_text().split("\n")


def test_every_labelled_phrase_is_honoured():
    wanted = {"opt_in": {"start"}, "help": {"help_keyword"}, "not_opt_out": {None}}
    wrong = []
    for line in filter(None, _shared("optout_phrases.tsv")[1:]):
        text, label, _ = line.split("\t")
        expected = {"stop_keyword", "stop_words"} if label.startswith("opt_out") else wanted[label]
        if read(json.loads(text)) not in expected:
            wrong.append((text, label))

    assert wrong == []


def test_no_ordinary_message_is_taken_for_leaving():
    rows = [line.split("\t", 1) for line in _shared("uci_sms.tsv") if line.startswith("ham\t")]

    taken = {text for _, text in rows if read(text) in ("stop_keyword", "stop_words")}

    assert len(rows) > 4000
    assert taken == TRUE_OPT_OUTS
