"""The text that asks an owner: what it holds, what it never holds, and that it always fits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.incident import Question, Window
from chalicelib.domain.sms import is_gsm7, segments
from chalicelib.words import languages
from chalicelib.words.ask_text import ask_text
from tests import builders
from tests.fakes import NOON

AGENCY = builders.an_agency()


def text_of(question: Question, *, language: str = "en", **changes: object) -> str:
    agency = builders.an_agency(**changes)
    return ask_text(question, code="BCDF", agency=agency, language=language, now=NOON)


def test_it_opens_with_the_agency_and_holds_all_that_an_owner_needs() -> None:
    text = text_of(builders.a_question())

    assert text.startswith("Example Police: ")
    for part in ("BCDF", "Burglary", "1000 block of Roxleigh Rd", "Fri Nov 20, 4:00-6:00 PM EST",
                 "man in a red jacket", "410-555-0100", "STOP", "1 ", "2 ", "3 ", "4 ", "5 ", "6 "):  # fmt: skip
        assert part in text


def test_in_spanish_it_holds_the_same() -> None:
    assert text_of(builders.a_question(), language="es") == (
        "Example Police: Solicitud BCDF. Robo en inmueble, cuadra 1000 de Roxleigh Rd,"
        " vie. 20 de nov., 4:00-6:00 p. m. EST. Buscamos: man in a red jacket. ¿Lo vio su camara? Responda 1 tengo"
        " video, 2 lo guardé, 3 no hay nada, 4 ya se borro, 5 no, 6 ayuda. ¿Es real? Llame al 410-555-0100."
        " STOP: no mas."
    )


def test_whom_the_agency_does_not_speak_with_is_asked_in_its_first_language() -> None:
    question = builders.a_question()

    assert text_of(question, language="fr", languages=("es",)) == text_of(question, language="es")


def test_it_holds_no_door_and_no_case() -> None:
    text = text_of(builders.a_question())

    assert "1009" not in text
    assert "26-01234" not in text


def test_a_long_description_is_cut_at_a_word_and_nothing_else_is() -> None:
    text = text_of(builders.a_question(look_for="a tall man in a long red jacket with a white bag " * 4))

    assert segments(text) == 2
    assert "..." in text
    assert text.endswith("STOP ends texts.")


def test_the_year_is_said_only_where_it_is_not_this_one() -> None:
    old = Window(NOON - timedelta(days=400), NOON - timedelta(days=399, hours=23))

    assert "2025" in text_of(builders.a_question(window=old))
    assert "2026" not in text_of(builders.a_question())


@pytest.mark.parametrize("language", languages())
@given(
    look_for=st.text(max_size=200), street=st.text(min_size=1, max_size=40), category=st.sampled_from(AGENCY.categories)
)
def test_it_fits_two_segments_of_gsm7_whatever_was_typed(
    language: str, look_for: str, street: str, category: str
) -> None:
    place = builders.an_address(street=street)
    question = builders.a_question(look_for=look_for, place=place, category=category)
    text = text_of(question, language=language, short_name="Example County Police De")

    assert is_gsm7(text)
    assert segments(text) <= 2


@pytest.mark.parametrize(
    ("language", "end", "when"),
    [
        ("en", "Call 410-555-0100. STOP ends texts.", "Sat Oct 31, 10:30 PM-Sun Nov 1, 3:30 AM."),
        ("es", "Llame al 410-555-0100. STOP: no mas.", "sab. 31 de oct., 10:30 p. m. - dom. 1 de nov., 3:30 a. m. "),
    ],
)
def test_the_longest_of_everything_still_says_how_to_check_and_how_to_stop(language: str, end: str, when: str) -> None:
    night = Window(datetime(2026, 11, 1, 3, 30, tzinfo=UTC), datetime(2026, 11, 1, 7, 30, tzinfo=UTC))
    place = builders.an_address(number="12009", street="MARTIN LUTHER KING JUNIOR BOULEVARD & WASHINGTON AVENUE EAST")

    text = text_of(
        builders.a_question(window=night, place=place, category="missing person", look_for="x" * 200),
        language=language,
        short_name="Example County Police De",
    )

    assert segments(text) == 2
    assert text.endswith(end)
    assert when in text


def test_a_window_across_a_clock_change_is_said_twice_where_there_is_room() -> None:
    night = Window(datetime(2026, 11, 1, 4, 30, tzinfo=UTC), datetime(2026, 11, 1, 7, 30, tzinfo=UTC))

    assert "EDT = " in text_of(builders.a_question(window=night, look_for=""), short_name="Example")
