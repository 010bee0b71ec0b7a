"""Every text: opened by the agency's short name, in the cheap alphabet, two segments at most."""

from __future__ import annotations

import re

import pytest

from chalicelib.domain.reply import Listing, by_the_way, sentence
from chalicelib.domain.sms import is_gsm7, segments
from chalicelib.words import languages, sentences
from chalicelib.words.texting import compose
from tests import builders

SHORT_NAME = "Baltimore County Police1"
AGENCY = builders.an_agency(short_name=SHORT_NAME)
LONG_ADDRESS = "12345 Martin Luther King Junior Blvd, Unit 1204, Owings Mills 21117"
LONG_VIEWS = Listing((sentence("part.view", number=50, traits=sentence("part.looks_sw")),))
LONGEST = {
    "code": "KTRM",
    "codes": Listing((sentence("part.code", code="KTRM", place="12300 block of Martin Luther King Junior Blvd"),)),
    "example": "1 KTRM",
    "category": "Hit and run",
    "place": "12300 block of Martin Luther King Junior Blvd",
    "when": "Fri Nov 20 9:00 PM to Sat Nov 21 11:00 PM EST",
    "look_for": "man in a red",
    "link": "https://cameras.baltimorecountymd.example/r/aB3dE5gH7jK9mN1pQ3sT5v",
    "address": LONG_ADDRESS,
    "choices": Listing((sentence("part.choice", number=5, address=LONG_ADDRESS),)),
    "cameras": sentence("part.cameras_many", count=50),
    "days": sentence("part.days_many", count=1000),
    "views": LONG_VIEWS,
    "list": Listing((sentence("part.more", count=50),)),
    "had": 49,
    "number": 1000000,
    "most": 50,
    "which": sentence("part.which_many", numbers="43, 44, 45, 46, 47, 48, 49, 50"),
    "until": sentence("part.day_clock", day="miercoles 30 de sept. de 2027", clock="11:30 p. m."),
    "since": "11:30 p. m.",
    "name": "Maria Guadalupe Example de la Example y Example Villanueva S",
    "mail": "cameras@cameras.baltimorecountymd.example",
}
MAKES_ITSELF_FIT = {"sms.ask.described"}
"""Is shortened by words/ask_text.py, whose own tests show that it fits."""


EVERY_TEXT = sorted(
    (language, msgid) for language in languages() for msgid in sentences(language) if msgid.startswith("sms.")
)


@pytest.mark.parametrize(("language", "msgid"), [text for text in EVERY_TEXT if text[1] not in MAKES_ITSELF_FIT])
def test_a_text_fits_with_the_longest_values(language, msgid):
    wanted = set(re.findall(r"\{(\w+)\}", sentences(language)[msgid])) - {"short_name", "desk"}

    text = compose([sentence(msgid, **{name: LONGEST[name] for name in wanted})], agency=AGENCY, language=language)

    assert text.startswith(f"{AGENCY.short_name}: ")
    assert not text.endswith("...")
    assert is_gsm7(text)
    assert segments(text) <= 2


@pytest.mark.parametrize(("language", "msgid"), EVERY_TEXT)
def test_a_text_opens_with_the_agency(language, msgid):
    assert sentences(language)[msgid].startswith("{short_name}: ")


def test_sentences_are_joined_under_one_opening():
    text = compose([sentence("sms.kept"), sentence("sms.sorry")], agency=builders.an_agency(), language="en")

    assert text == "Example Police: OK, nothing was changed. Sorry, I did not get that."


def test_what_is_optional_goes_first_where_it_gets_too_long():
    long = sentence("sms.count", address="x" * 160)

    text = compose([long, by_the_way(sentence("sms.menu"))], agency=AGENCY, language="en")

    assert "xxx" in text
    assert "registry" not in text


def test_a_long_list_is_counted_at_its_end():
    items = tuple(sentence("part.choice", number=number, address=LONG_ADDRESS) for number in range(1, 10))

    text = compose([sentence("sms.my_cameras", list=Listing(items))], agency=AGENCY, language="en")

    assert segments(text) <= 2
    assert "2) 12345" in text
    assert text.endswith("And 6 more.")


def test_an_accent_that_texts_lack_is_dropped_and_the_opening_still_stands_once():
    agency = builders.an_agency(short_name="Policía Ejemplo")

    text = compose([sentence("sms.kept"), sentence("sms.sorry")], agency=agency, language="en")

    assert text == "Policia Ejemplo: OK, nothing was changed. Sorry, I did not get that."


def test_braces_in_what_people_write_stay_what_they_are():
    text = compose([sentence("sms.count", address="{desk} {0}")], agency=builders.an_agency(), language="en")

    assert "{desk} {0}" in text
