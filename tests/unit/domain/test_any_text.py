"""Whatever somebody writes, in whatever state: one reply that fits, nothing raised, and no state lost."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain.conversation import Context
from chalicelib.domain.conversation_record import from_record, to_record
from chalicelib.domain.script import take_turn
from chalicelib.domain.sms import is_gsm7, segments
from chalicelib.words.texting import compose
from commands.larger_data import LARGER_DATA, sources
from tests import builders
from tests.unit.domain.dialogue import NOW, Dialogue, locate
from tests.unit.domain.steps import WAYS, at
from tests.unit.domain.test_optout import SAMPLE, labelled

VOCABULARY = """1 2 7 99 ok no yes cameras camera days keeps north street back indoor register remove all delete me my
1009 Roxleigh Rd towson , . and one the is name two weeks start over menu hi facing doorbell go moved broken until
monday only by email pause not after 9pm second looks at alley actually both 10"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=15).map(" ".join))
UCI, ODD = "sms/uci_sms.tsv", "odd_files/blns/blns.json"
ODD_SAMPLE = Path(__file__).with_name("odd_strings.json")
AGENCY = builders.an_agency(short_name="Baltimore County Police!")
"""Its short name is as long as one may be: 24 characters."""


@pytest.mark.slow
@pytest.mark.parametrize("name", WAYS)
@settings(deadline=None, max_examples=60)
@given(text=TEXTS)
def test_any_text_gets_one_reply_that_fits(name, text):
    at(name).says(text)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, max_size=8))
def test_any_conversation_goes_on(texts):
    for household in (None, builders.a_household(cameras=2)):
        dialogue = Dialogue(household)
        for text in texts:
            dialogue.says(text)


@cache
def real_messages(source):
    """Give texts of people, and strings that break software."""
    if source == "sample":
        return [text for text, _ in labelled(SAMPLE)] + json.loads(ODD_SAMPLE.read_text())["strings"]
    lines = (LARGER_DATA / UCI).read_text().splitlines()
    return [line.split("\t", 1)[1] for line in lines if "\t" in line] + json.loads((LARGER_DATA / ODD).read_text())


@pytest.mark.slow
@pytest.mark.parametrize("stale", [False, True], ids=["at-once", "a-day-later"])
@pytest.mark.parametrize("source", sources(UCI))
@pytest.mark.parametrize("name", WAYS)
def test_real_messages_are_answered_in_every_step(name, source, stale):
    start = at(name)
    context = Context(locate=locate, household=start.household, now=NOW, zone=AGENCY.zone(), stale=stale)

    for text in real_messages(source)[:: 5 if stale else 1]:
        turn = take_turn(start.state, text, context)
        assert turn.understood or turn.state == start.state, text
        assert from_record(to_record(turn.state)) == turn.state, text
        for language in ("en", "es"):
            reply = compose(turn.replies, agency=AGENCY, language=language)
            assert reply.startswith("Baltimore County Police!: "), text
            assert is_gsm7(reply), text
            assert segments(reply) <= 2, text
            assert not turn.state.busy or "STOP" in reply or turn.replies[-1].optional, text
