"""Whatever somebody writes, in whatever state: one reply that fits, and nothing raised."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.larger_data import LARGER_DATA, sources
from tests import builders
from tests.unit.domain.dialogue import Dialogue
from tests.unit.domain.test_optout import SAMPLE, labelled

WAYS = {
    "idle": (),
    "address": ("REGISTER",),
    "choose": ("REGISTER 1009 Roxleigh",),
    "count": ("REGISTER 1009 Roxleigh Rd",),
    "days": ("REGISTER 1009 Roxleigh Rd, 2 cameras",),
    "confirm": ("REGISTER 1009 Roxleigh Rd, 2 cameras, keeps 14 days",),
    "look": ("REGISTER 1009 Roxleigh Rd, 2 cameras, keeps 14 days", "OK"),
    "indoor": ("REGISTER 1009 Roxleigh Rd, 2 cameras, keeps 14 days", "OK", "OK"),
    "name": ("REGISTER 1009 Roxleigh Rd, 1 doorbell, keeps 14 days", "OK", "OK"),
    "remove_which": ("REMOVE",),
    "remove_sure": ("REMOVE ALL",),
    "delete_sure": ("DELETE ME",),
}
"""How to get to each step."""
VOCABULARY = """1 2 7 99 ok no yes cameras camera days keeps north street back indoor register remove all delete me my
1009 Roxleigh Rd towson , . and one the is name two weeks start over menu hi facing doorbell"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=15).map(" ".join))
UCI = "sms/uci_sms.tsv"


def at(step):
    owner = step.startswith(("remove", "delete"))
    dialogue = Dialogue(builders.a_household(cameras=2) if owner else None)
    for text in WAYS[step]:
        dialogue.says(text)
    assert dialogue.state.step == step
    return dialogue


@pytest.mark.slow
@pytest.mark.parametrize("step", WAYS)
@settings(deadline=None, max_examples=60)
@given(text=TEXTS)
def test_any_text_gets_one_reply_that_fits(step, text):
    at(step).says(text)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, max_size=8))
def test_any_conversation_goes_on(texts):
    dialogue = Dialogue()
    for text in texts:
        dialogue.says(text)


@pytest.mark.parametrize("step", WAYS)
def test_starting_over_leads_out_of_every_step_in_one_message(step):
    dialogue = at(step)

    dialogue.says("START OVER")

    assert dialogue.state.step in ("idle", "address")
    assert dialogue.understood


def real_messages(source):
    if source == "sample":
        return [text for text, _ in labelled(SAMPLE)]
    lines = (LARGER_DATA / UCI).read_text().splitlines()
    return [line.split("\t", 1)[1] for line in lines if "\t" in line][:: len(WAYS)]


@pytest.mark.slow
@pytest.mark.parametrize("source", sources(UCI))
@pytest.mark.parametrize("step", WAYS)
def test_real_messages_are_answered_in_every_step(step, source):
    start = at(step)

    for text in real_messages(source):
        probe = Dialogue(start.household)
        probe.state = start.state
        probe.says(text)
