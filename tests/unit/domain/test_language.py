"""Which language a message is in, when it switches, and when it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.language import Choice, Heard, choose, hear
from chalicelib.words.tongues import tongues
from tests import builders

TONGUES = tongues(builders.an_agency())


@pytest.mark.parametrize(
    "text",
    [
        "hola, quiero registrar mi cámara", "Tengo dos camaras en 1009 Roxleigh Rd, guarda 14 dias",
        "tengo una camara que mira a la calle", "buenas tardes necesito ayuda", "como puedo borrar mis datos",
        "No tengo video de eso, ya se borró", "me mude, ya no vivo ahi",
    ],
)  # fmt: skip
def test_a_spanish_sentence_is_clear(text: str) -> None:
    assert hear(text, TONGUES).clear == "es"


@pytest.mark.parametrize(
    "text",
    [
        "hi i have a ring doorbell facing the street at 1009 roxleigh rd", "I want to register my cameras",
        "what is this", "2 cameras at 1009 Roxleigh Rd, keeps 14 days", "my camera looks at the patio, hola",
        "we moved to 12 Via de la Valle, please change it",
    ],
)  # fmt: skip
def test_an_english_sentence_is_clear(text: str) -> None:
    assert hear(text, TONGUES).clear == "en"


@pytest.mark.parametrize(
    "text",
    ["ok", "1", "1 KTRM", "1009 Roxleigh Rd", "12 Calle Via de la Valle, San Jose", "no", "STOP", "", "👍", "????",
     "14", "REGISTER", "Maria Lopez", "1009 El Camino Real", "Los Angeles Ave & La Cienega Blvd"],
)  # fmt: skip
def test_what_both_could_write_is_not_clear(text: str) -> None:
    assert not hear(text, TONGUES).clear


@pytest.mark.parametrize(
    "text",
    ["12 Calle Vista", "1009 Casa Grande Ave", "Back River Neck Rd", "1009 Front St", "REGISTER", "STOP", "help",
     "1009 Este Madera Dr", "Camino al Norte", "menu", "HELP ME"],
)  # fmt: skip
def test_an_address_and_the_words_on_our_signs_tell_nothing(text: str) -> None:
    assert hear(text, TONGUES) == Heard()


@pytest.mark.parametrize("text", ["hola", "Registrar", "buenas", "sí"])
def test_one_word_tells_faintly(text: str) -> None:
    assert hear(text, TONGUES) == Heard(faint="es")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ESPANOL", "es"), ("Español", "es"), ("en español por favor", "es"), ("spanish please", "es"),
        ("hablan español?", "es"), ("do you speak spanish", "es"), ("No hablo inglés", "es"), ("no english", "es"),
        ("english", "en"), ("ENGLISH PLEASE", "en"), ("in english", "en"), ("I dont speak Spanish", "en"),
        ("ingles", "en"), ("prefiero inglés", "en"), ("I need help in Spanish", "es"),
        ("can someone text me in spanish", "es"), ("can i get this in spanish?", "es"),
        ("hay alguien que hable español", ""),
    ],
)  # fmt: skip
def test_a_language_is_asked_for_by_its_name(text: str, language: str) -> None:
    assert hear(text, TONGUES).asked == language


@pytest.mark.parametrize(
    "text",
    ["12 English Ave", "1009 Spanish Oak Ct", "english or spanish", "my spanish neighbor has a camera at the corner",
     "english muffin shop at 12 Main St"],
)  # fmt: skip
def test_a_name_inside_of_something_else_asks_for_nothing(text: str) -> None:
    assert hear(text, TONGUES).asked == ""


@pytest.mark.parametrize(
    ("heard", "kept", "leaning", "choice"),
    [
        (Heard(), "", "", Choice("")),
        (Heard(faint="es"), "", "", Choice("es")),
        (Heard(clear="es", faint="es"), "", "", Choice("es")),
        (Heard(faint="es"), "en", "", Choice("en")),
        (Heard(clear="es", faint="es"), "en", "", Choice("en", leaning="es")),
        (Heard(clear="es", faint="es"), "en", "es", Choice("es")),
        (Heard(), "en", "es", Choice("en", leaning="es")),
        (Heard(clear="en", faint="en"), "en", "es", Choice("en")),
        (Heard(asked="es"), "en", "", Choice("es", switched=True)),
        (Heard(asked="en"), "en", "", Choice("en", switched=True)),
    ],
)
def test_what_is_kept_changes_by_the_name_or_by_two_clear_sentences(
    heard: Heard, kept: str, leaning: str, choice: Choice
) -> None:
    assert choose(heard, kept=kept, leaning=leaning) == choice


def test_an_owner_who_mixes_languages_is_not_flipped_back_and_forth() -> None:
    kept, leaning = "es", ""
    for text in (
        "ok gracias",
        "I have the video",
        "tengo el video y una camara",
        "the camera is off",
        "hola tengo dos",
    ):
        choice = choose(hear(text, TONGUES), kept=kept, leaning=leaning)
        kept, leaning = choice.kept, choice.leaning
        assert kept == "es"


def test_where_the_agency_speaks_one_language_nothing_is_told_apart() -> None:
    alone = tongues(builders.an_agency(languages=("en",)))

    assert hear("hola quiero registrar mi cámara", alone) == Heard()
    assert hear("espanol", alone).asked == ""


@given(st.text(max_size=3000))
def test_any_text_is_heard(text: str) -> None:
    heard = hear(text, TONGUES)

    assert {heard.asked, heard.clear, heard.faint} <= {"", "en", "es"}
