"""In which language a number is written to, and that it is kept: told by what people write, or asked for by name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.domain.sms import segments
from tests import builders
from tests.unit.usecases.texting import Phone, ask
from tests.world import World

SPANISH = "hola, quiero registrar mi cámara"


@pytest.fixture
def phone(world: World) -> Phone:
    return Phone(world)


@pytest.fixture
def owner(world: World) -> Phone:
    world.household()
    return Phone(world)


def test_the_first_message_decides(phone: Phone) -> None:
    reply = phone.texts(SPANISH)

    assert "¿Donde esta su camara?" in reply
    assert phone.contact.language == "es"


def test_who_leaves_with_the_first_message_comes_back_in_the_language_of_it(phone: Phone) -> None:
    phone.texts("no me escriba mas")

    assert "mensajes" in phone.texts("START")


def test_a_whole_registration_is_spoken_in_spanish_and_the_owner_is_kept_with_it(phone: Phone) -> None:
    said = [phone.texts(text) for text in
            ("Registrar", "1009 Roxleigh Rd Towson", "dos camaras", "14 dias", "OK", "OK", "OK", "OK")]  # fmt: skip

    assert "¿Donde esta su camara?" in said[0]
    assert "¿Cuantas camaras" in said[1]
    assert "¿Cuantos dias" in said[2]
    assert "2 camaras en 1009 Roxleigh Rd" in said[3]
    assert "¡Gracias!" in said[4]
    assert phone.contact.language == phone.household.owner.language == "es"
    assert not any(word in " ".join(said).lower().split() for word in ("the", "you", "your", "reply"))


@pytest.mark.parametrize("text", ["REGISTER", "ok", "1009 Roxleigh Rd Towson", "👍"])
def test_where_nothing_tells_it_is_english_with_one_line_that_offers_spanish(phone: Phone, text: str) -> None:
    reply = phone.texts(text)

    assert reply.endswith("Español: escriba ESPANOL.")
    assert segments(reply) <= 2
    assert phone.contact.language == ""
    assert "ESPANOL" not in phone.texts("ok")


def test_who_was_offered_spanish_gets_it_by_its_name(phone: Phone) -> None:
    phone.texts("REGISTER")

    reply = phone.texts("ESPANOL")

    assert reply.startswith("Example Police: Desde ahora le escribimos en español.")
    assert "¿Donde esta la camara?" in reply
    assert phone.contact.language == "es"
    assert "¿Cuantas camaras" in phone.texts("1009 Roxleigh Rd Towson")


def test_a_switch_can_be_the_first_message(phone: Phone) -> None:
    reply = phone.texts("en español por favor")

    assert "Desde ahora le escribimos en español." in reply
    assert "REGISTRAR" in reply
    assert phone.contact.language == "es"


def test_a_switch_says_an_open_ask_again(owner: Phone, world: World) -> None:
    ask(world, owner.contact.owner_id)

    reply = owner.texts("español")

    assert "Para la solicitud BCDF responda 1" in reply
    assert "No le preguntaremos mas" in owner.texts("5")


def test_english_comes_back_by_its_name(phone: Phone) -> None:
    phone.texts(SPANISH)

    assert "From now on we write to you in English." in phone.texts("ENGLISH")
    assert phone.contact.language == "en"


def test_one_spanish_word_does_not_flip_an_owner(owner: Phone) -> None:
    owner.texts("I want to see my cameras")
    owner.texts("gracias")

    assert owner.contact.language == "en"


def test_one_clear_sentence_in_another_language_does_not_flip_two_in_a_row_do(owner: Phone) -> None:
    owner.texts("I want to see my cameras")
    assert "Your cameras" in owner.texts("MY CAMERAS")
    owner.texts("tengo una cámara en la puerta")
    assert owner.contact.language == "en"

    owner.texts("quiero quitar una cámara por favor")

    assert owner.contact.language == "es"


def test_a_clear_sentence_between_starts_the_count_anew(owner: Phone) -> None:
    for text in ("I want to see my cameras", "tengo una cámara en la puerta", "what do you have there",
                 "tengo dos cámaras por favor"):  # fmt: skip
        owner.texts(text)

    assert owner.contact.language == "en"


def test_two_sentences_more_than_a_day_apart_are_not_in_a_row(owner: Phone, world: World) -> None:
    owner.texts("I want to see my cameras")
    owner.texts("tengo una cámara en la puerta")
    world.clock.pass_time(hours=25)
    owner.texts("tengo dos cámaras por favor")

    assert owner.contact.language == "en"


def test_the_same_text_twice_counts_once(owner: Phone) -> None:
    owner.texts("I want to see my cameras")
    for _ in range(2):
        owner.texts("tengo una cámara en la puerta", message_id="SM" + "7" * 32)

    assert owner.contact.language == "en"


def test_who_stopped_in_spanish_is_told_so_in_spanish_and_then_hears_nothing(phone: Phone) -> None:
    phone.texts(SPANISH)

    assert "Ya no recibira mensajes" in phone.texts("no me manden mas mensajes por favor")
    assert phone.texts("ESPANOL") == ""
    assert phone.texts("english") == ""


def test_an_agency_of_one_language_offers_no_other(world: World) -> None:
    world.agency = builders.an_agency(languages=("en",))
    phone = Phone(world)

    assert "ESPANOL" not in phone.texts("REGISTER")
    assert "Where is" in phone.texts(SPANISH)
    assert phone.contact.language == ""


def test_an_agency_that_puts_spanish_first_speaks_it_where_nothing_tells(world: World) -> None:
    world.agency = builders.an_agency(languages=("es", "en"))
    phone = Phone(world)

    reply = phone.texts("1009 Roxleigh Rd Towson")

    assert "English: text ENGLISH." in reply
    assert "¿" in reply


def test_what_is_remembered_goes_with_the_number(phone: Phone, world: World) -> None:
    phone.texts("I want to register please")
    phone.texts("tengo una cámara en la puerta")
    key = phone.contact.key
    phone.texts("DELETE ME")

    assert world.scratch.get("leaning", key, now=world.clock.now() + timedelta(seconds=1)) is None
