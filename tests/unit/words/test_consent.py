"""The text that people agree to: the agency's own or the catalogue's, told later by version, language and hash."""

from __future__ import annotations

import hashlib
import re
from typing import get_args

import pytest

from chalicelib.domain.owner import Channel
from chalicelib.words import languages
from chalicelib.words.consent import consent_by_message, consent_text
from tests import builders

OWN = {"en": "We may text you. Version of our lawyers.", "es": "Podemos escribirle. Versión de nuestros abogados."}


@pytest.mark.parametrize("language", languages())
def test_without_a_text_of_its_own_the_catalogue_speaks_for_the_agency(language: str) -> None:
    agreed = consent_text(builders.an_agency(), language)

    assert builders.an_agency().name in agreed.text
    assert "STOP" in agreed.text
    assert (agreed.version, agreed.language) == ("2", language)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_agencys_own_text_stands_as_it_wrote_it(language: str) -> None:
    agreed = consent_text(builders.an_agency(consent=OWN, consent_version="7"), language)

    assert (agreed.text, agreed.version) == (OWN[language], "7")
    assert agreed.sha256 == hashlib.sha256(OWN[language].encode()).hexdigest()


def test_a_language_without_a_text_of_the_agencys_has_the_catalogues() -> None:
    assert "Puede borrar todo" in consent_text(builders.an_agency(consent={"en": OWN["en"]}), "es").text


def test_a_language_that_the_agency_does_not_speak_is_not_agreed_in() -> None:
    assert consent_text(builders.an_agency(languages=("en",)), "es").language == "en"


def test_each_wording_has_its_own_hash() -> None:
    agency = builders.an_agency()
    own = builders.an_agency(consent=OWN)
    agreed = [consent_text(agency, "en"), consent_text(agency, "es"), consent_text(own, "en")]
    said = [consent_by_message(agency, lang, channel) for lang in ("en", "es") for channel in get_args(Channel)]

    assert len({each.sha256 for each in (*agreed, *said)}) == 7


@pytest.mark.parametrize(("language", "of_texts"), [("en", r"\btexts? (?:you|us)\b"), ("es", "le envíe mensajes")])
def test_the_catalogues_text_holds_for_who_has_only_a_phone_or_only_a_mailbox(language: str, of_texts: str) -> None:
    text = consent_text(builders.an_agency(), language).text

    assert ("email" in text or "correo" in text, re.search(of_texts, text)) == (True, None)


@pytest.mark.parametrize("wrong", [{"xx": "Text"}, {"en": ""}, {"en": 5}])
def test_a_text_that_cannot_be_shown_is_refused_with_its_name(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="consent"):
        builders.an_agency(consent=wrong)


def test_what_the_law_discloses_is_said_by_language_or_once_for_all() -> None:
    once = builders.an_agency(disclosure="May be disclosed.")
    both = builders.an_agency(disclosure={"en": "May be disclosed.", "es": "Puede hacerse público."})
    first = builders.an_agency(disclosure={"en": "May be disclosed."})

    assert [once.disclosed("es"), both.disclosed("es"), first.disclosed("es")] == [
        "May be disclosed.", "Puede hacerse público.", "May be disclosed.",
    ]  # fmt: skip
    assert builders.an_agency().disclosed("en") == ""
