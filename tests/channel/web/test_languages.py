"""Every page in every language: what the visitor chose, else the owner's, else the browser's, else the agency's."""

from __future__ import annotations

import re

import pytest

import app as composed
from chalicelib import words
from chalicelib.channels.web import speech
from chalicelib.words.consent import consent_text
from tests import builders
from tests.channel.web.conftest import Asked, last_code, sign_in
from tests.channel.web.test_desk import enter
from tests.channel.web.test_registering import GOOD, confirm, register
from tests.channel.web.visitor import Page, Visitor
from tests.world import World, wire

PUBLIC = ["/", "/register", "/register/confirm", "/register/done", "/me", "/me/code", "/desk", "/r/nothing"]
PAGES = re.compile("/(register|me|r|desk)(/|$)")


def speaks(page: Page) -> str:
    """The page's language, which its element, its skip link and its footer agree on."""
    found = re.search(r'<html lang="(\w+)">', page.text)
    assert found
    assert words.say("web.skip", found[1]) in page.words()
    assert words.say("web.footer.private", found[1]) in page.words()
    return found[1]


@pytest.fixture
def spaniard(wired: World) -> Visitor:
    wired.gazetteer.knows("1009 Roxleigh Rd Towson", builders.an_address())
    return Visitor(composed.app, accepts="es-MX,es;q=0.9,en;q=0.8")


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_speaks_the_language_that_the_browser_asks_for(spaniard: Visitor, path: str) -> None:
    assert speaks(spaniard.get(path)) == "es"


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_speaks_the_agencys_first_language_to_whoever_asks_for_none(visitor: Visitor, path: str) -> None:
    assert speaks(visitor.get(path)) == "en"


@pytest.mark.parametrize("path", PUBLIC)
def test_each_page_leads_to_itself_in_the_other_language_which_is_kept(visitor: Visitor, path: str) -> None:
    found = re.search(r'(?:<a href|formaction)="([^"]+)"[^>]* lang="es"[^>]*>Español</', visitor.get(path).text)
    assert found

    assert found[1] == f"{path}?lang=es"
    assert speaks(visitor.get(found[1])) == "es"
    assert speaks(visitor.get("/")) == "es"
    assert speaks(visitor.get(f"{path}?lang=en")) == "en"


def test_what_the_visitor_chose_stands_above_what_the_browser_asks_for(spaniard: Visitor) -> None:
    spaniard.get("/?lang=en")

    assert speaks(spaniard.get("/register")) == "en"


def pressed_spanish(visitor: Visitor, page: Page, path: str, **typed: str) -> Page:
    """Press Español on this page, as it stands, with what was typed."""
    found = re.search(r'formaction="([^"]+)" name="do" value="(\w+)" lang="es"', page.text)
    assert found
    assert found[1] == f"{path}?lang=es"
    return visitor.post_only(found[1], stamp=page.stamp(), do=found[2], **typed)


def test_another_language_keeps_what_was_typed_and_finds_no_fault_with_it_yet(visitor: Visitor, wired: World) -> None:
    typed = {"phone": "410", "cameras": "2", "kind_2": "doorbell", "name": "Example Neighbor"}

    page = pressed_spanish(visitor, visitor.get("/register"), "/register", **typed)

    assert speaks(page) == "es"
    assert page.status == 200
    assert 'class="error"' not in page.text
    assert 'value="410"' in page.text
    assert 'value="Example Neighbor"' in page.text
    assert re.search(r'id="kind_2".*?value="doorbell" selected', page.text, re.DOTALL)
    assert not wired.queue.bodies


def test_another_language_says_the_same_errors_again(visitor: Visitor, wired: World) -> None:
    page = register(visitor, phone="410", consent="")

    page = pressed_spanish(visitor, page, "/register", phone="410", address="1009 Roxleigh Rd, Towson", cameras="2")

    assert page.status == 422
    assert words.say("web.error.phone", "es") in page.described_by("phone")
    assert 'value="1009 Roxleigh Rd, Towson"' in page.text
    assert not wired.queue.bodies


def test_another_language_sends_no_form_though_all_is_right_by_now(visitor: Visitor, wired: World) -> None:
    page = register(visitor, phone="410")

    page = pressed_spanish(visitor, page, "/register", **GOOD)

    assert speaks(page) == "es"
    assert page.status == 200
    assert not wired.queue.bodies


def test_another_language_keeps_the_number_that_asks_for_a_code(visitor: Visitor, wired: World) -> None:
    page = pressed_spanish(visitor, visitor.get("/me"), "/me", phone="410-555-0142")
    assert 'value="410-555-0142"' in page.text
    assert page.status == 200

    wrong = visitor.post("/me", stamp=page.stamp(), phone="410")
    page = visitor.post_only("/me?lang=en", stamp=wrong.stamp(), do="check", phone="410")

    assert page.status == 422
    assert words.say("web.error.phone", "en") in page.words()
    assert not wired.queue.bodies


def test_enter_presses_the_forms_own_button_and_no_language(visitor: Visitor) -> None:
    for path, form in (("/register", "register"), ("/me", "enter")):
        owned = re.findall(rf'<button[^>]* form="{form}"[^>]*>', visitor.get(path).text)
        assert "formaction" not in owned[0]
        assert len(owned) == 2


def test_a_method_that_a_page_does_not_take_is_refused_in_the_visitors_language(spaniard: Visitor) -> None:
    page = spaniard.post_only("/health")

    assert page.status == 405
    assert speaks(page) == "es"


@pytest.mark.parametrize("asked", ["xx", "", "../en", "ES", "en'"])
def test_a_language_that_there_is_not_changes_nothing(spaniard: Visitor, asked: str) -> None:
    page = spaniard.get(f"/?lang={asked}")

    assert speaks(page) == "es"
    assert "set-cookie" not in page.headers


def test_the_choice_is_kept_where_no_script_can_read_it(visitor: Visitor) -> None:
    cookie = visitor.get("/?lang=es").headers["set-cookie"][0]

    assert cookie.startswith("__Host-porchlight_language=es; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000; Secure")


def test_what_is_wrong_with_a_form_is_said_in_its_language(spaniard: Visitor) -> None:
    page = spaniard.post("/register", stamp=spaniard.get("/register").stamp(), phone="911")

    assert page.status == 422
    assert any("diez cifras" in sentence for sentence in page.described_by("phone"))
    assert "Error:" in page.words()


def test_who_registers_in_spanish_agrees_in_spanish_and_is_written_to_in_it(spaniard: Visitor, wired: World) -> None:
    agreed = consent_text(wired.agency, "es")
    assert agreed.text in spaniard.get("/register").words()

    register(spaniard)
    code = last_code(wired)
    confirm(spaniard, code)

    assert "es su codigo para el registro" in wired.texts.sent[-1].body
    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert contact
    household = wired.registry.household(contact.owner_id)
    assert household
    owner = household.owner
    assert (contact.language, owner.language) == ("es", "es")
    assert (owner.consent_version, owner.consent_sha256) == (agreed.version, agreed.sha256)
    assert owner.consent_language == "es"


def test_an_owner_who_signs_in_is_spoken_to_in_their_own_language(visitor: Visitor, wired: World) -> None:
    in_spanish(wired, wired.household().contacts[0].key)

    assert speaks(sign_in(visitor, wired)) == "es"


def test_an_owner_who_chose_a_language_keeps_it_when_signing_in(visitor: Visitor, wired: World) -> None:
    in_spanish(wired, wired.household().contacts[0].key)
    visitor.get("/me?lang=en")

    assert speaks(sign_in(visitor, wired)) == "en"


def test_an_owner_sets_the_language_that_they_are_written_to_in(visitor: Visitor, wired: World) -> None:
    key = wired.household().contacts[0].key
    stamp = sign_in(visitor, wired).stamp()

    page = visitor.post("/me/language", stamp=stamp, language="es")

    assert speaks(page) == "es"
    assert '<option value="es" selected>Español</option>' in page.text
    contact = wired.registry.contact(key)
    assert contact
    assert contact.language == "es"


def test_a_language_that_the_agency_does_not_speak_is_refused(visitor: Visitor, wired: World) -> None:
    wired.household()
    stamp = sign_in(visitor, wired).stamp()

    assert visitor.post("/me/language", stamp=stamp, language="fr").status == 422
    assert visitor.post("/me/language", stamp="no stamp", language="es").status == 403


def test_the_page_of_an_ask_speaks_its_owners_language(visitor: Visitor, asked: Asked, wired: World) -> None:
    in_spanish(wired, asked.ask.contact_key)

    page = visitor.get(asked.path)

    assert speaks(page) == "es"
    assert "¿Puede ayudar su cámara?" in page.words()
    assert "Deje esta página abierta" in page.text  # the uploader's own sentences
    assert speaks(visitor.get(f"{asked.path}?lang=en")) == "en"


def test_a_refusal_to_the_uploader_is_said_in_the_owners_language(visitor: Visitor, asked: Asked, wired: World) -> None:
    in_spanish(wired, asked.ask.contact_key)

    refusal = visitor.post_json(f"{asked.path}/files", {"name": "a.mp4", "size": 0})

    assert refusal.json()["error"] == words.say("web.error.file_empty", "es")


def test_officers_read_the_desk_in_the_language_of_their_browser(spaniard: Visitor, asked: Asked, wired: World) -> None:
    page = enter(spaniard, wired, request="request1")

    assert speaks(page) == "es"
    assert "Respuestas" in page.words()


def test_an_agency_of_one_language_offers_no_other(
    spaniard: Visitor, wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.agency = builders.an_agency(languages=("en",))
    wire(wired, monkeypatch.setattr)
    page = spaniard.get("/")

    assert speaks(page) == "en"
    assert "lang=es" not in page.text


def test_an_agency_may_put_spanish_first(visitor: Visitor, wired: World, monkeypatch: pytest.MonkeyPatch) -> None:
    wired.agency = builders.an_agency(languages=("es", "en"))
    wire(wired, monkeypatch.setattr)

    assert speaks(visitor.get("/")) == "es"


def test_the_answer_to_every_form_belongs_to_a_page_that_can_be_asked_for() -> None:
    routes = {re.sub("[{}]", "", route): (route, methods) for route, methods in composed.app.routes.items()}
    forms = [route for route, methods in routes.values() if "POST" in methods and PAGES.match(route)]
    of = {route: speech.page_of(route, {name: name for name in re.findall(r"{(\w+)}", route)}) for route in forms}
    assert len(forms) > 10

    assert of["/r/{token}/answer"] == "/r/token"
    assert {route: page for route, page in of.items() if "GET" not in routes[page][1]} == {}
    assert [route for route, page in of.items() if page == "/"] == []


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        ("", ("",)), ("es", ("es",)), ("es-419, en;q=0.5", ("es", "en")), ("en;q=0.1,es;q=0.9", ("es", "en")),
        ("es;q=0, en", ("en",)), ("es;q=nan,en", ("en",)), ("es;q=2", ()), ("*", ("*",)),
    ],
)  # fmt: skip
def test_accept_language_is_read_by_weight(header: str, tags: tuple[str, ...]) -> None:
    assert speech.accepted(header) == tags


def in_spanish(world: World, key: str) -> None:
    world.commit(world.registry.note_contact(key, language="es"))
