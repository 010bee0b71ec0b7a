"""What a conversation says, as paragraphs of a mail: nobody is told to text, and lists have a line an item."""

from __future__ import annotations

import re

import pytest

from chalicelib import words
from chalicelib.domain.reply import Listing, sentence
from chalicelib.words.mailing import compose, subject_of_answer
from tests import builders

AGENCY = builders.an_agency()
TEXTS_ONLY = {
    "sms.ask", "sms.ask.described", "sms.check", "sms.still_there", "sms.still_there.thanks", "sms.web.registered",
    "sms.web.added", "sms.pictures", "sms.pictures_here", "sms.pictures_ask", "sms.whose", "sms.whose_not",
}  # fmt: skip
"""Are never said by mail: mails that we begin are letters, and pictures come as files, about which it says its own."""
OF_TEXTS = {"en": r"\b(?i:texts?|texting|msg)\b", "es": r"(?i)no más mensajes|cargos por mensaje"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_of_a_mail_speaks_of_texting_us(language: str) -> None:
    said = words.sentences(language)
    spoken = {
        msgid: said.get(f"mail.talk.{msgid.removeprefix('sms.')}", said[msgid])
        for msgid in said
        if msgid.startswith("sms.") and msgid not in TEXTS_ONLY
    }
    allowed = re.compile(r"EMAIL OR TEXT|CORREO O TEXTO")

    wrong = [msgid for msgid, text in spoken.items() if re.search(OF_TEXTS[language], allowed.sub("", text))]

    assert sorted(wrong) == []


def test_what_only_texts_say_has_no_words_for_mail() -> None:
    for_mail = {msgid.replace("sms.", "mail.talk.", 1) for msgid in TEXTS_ONLY}

    assert sorted(for_mail & words.sentences("en").keys()) == []


def test_a_list_has_a_line_for_each_of_its_items() -> None:
    items = Listing(tuple(sentence("part.choice", number=number, address=f"{number} Main St") for number in (1, 2)))

    said = compose([sentence("sms.address_which", choices=items)], agency=AGENCY, language="en")

    assert said.split("\n") == [
        "Which one do you mean?", "1) 1 Main St", "2) 2 Main St", "Reply with the number, or send the address again.",
    ]  # fmt: skip


def test_sentences_are_paragraphs_without_the_agencys_name_before_each() -> None:
    said = compose([sentence("sms.sorry"), sentence("sms.menu")], agency=AGENCY, language="en")

    assert "Example Police:" not in said
    assert said.count("\n\n") == 1


@pytest.mark.parametrize(
    ("subject", "answer"),
    [("Cameras", "Re: Cameras"), ("RE: Cameras", "RE: Cameras"), ("", "Example Police: the camera registry"),
     ("a\r\nBcc: x", "Re: a Bcc: x"), ("x" * 500, "Re: " + "x" * 150)],
)  # fmt: skip
def test_an_answer_keeps_the_subject(subject: str, answer: str) -> None:
    assert subject_of_answer(subject, agency=AGENCY, language="en") == answer
