"""Forms without a proof of work: the phone texts a word, which costs us nothing and proves its number."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

import app as composed
from chalicelib import wiring
from chalicelib.domain.camera import MAX_CAMERAS
from chalicelib.domain.token import hashed
from tests import builders
from tests.channel.web.conftest import last_code
from tests.channel.web.test_registering import GOOD, register
from tests.channel.web.visitor import Page, Visitor, worked
from tests.unit.usecases.texting import Phone


def without_work(visitor: Visitor, **changes: str) -> Page:
    return register(visitor, work="", **changes)


def word_on(page: Page) -> str:
    found = re.search(r"WEB [A-Z]{4}", page.words())
    assert found, page.words()
    return found[0]


def phone_of(world: Any, number: str = "+14105550142") -> Phone:
    return Phone(world, number)


def sent_it(visitor: Visitor) -> Page:
    return visitor.post("/register/text", stamp=visitor.get("/register/text").stamp())


def test_without_work_no_code_is_paid_for_and_a_word_is_shown(visitor: Visitor, wired: Any) -> None:
    page = without_work(visitor)

    assert page.status == 200
    assert word_on(page)
    assert wired.queue.bodies == []


def test_what_was_understood_is_said_back_beside_the_word(visitor: Visitor, wired: Any) -> None:
    page = without_work(visitor, heading_1="ne", place_2="indoors")

    assert "Camera 1 Looks north-east, outdoors Camera 2 Indoors" in page.words()
    assert '<svg class="streets"' in page.text


def test_the_word_from_the_phone_registers_it_and_lets_the_browser_in(visitor: Visitor, wired: Any) -> None:
    word = word_on(without_work(visitor))

    reply = phone_of(wired).texts(word.lower())

    assert "2 cameras" in reply
    assert wired.registry.figures() == {"owners": 1, "cameras": 2}
    assert sent_it(visitor).status == 200
    assert "1009 Roxleigh" in visitor.get("/me").words()


def test_the_reply_says_what_was_registered_where_and_what_to_do_if_it_was_a_trick(
    visitor: Visitor, wired: Any
) -> None:
    reply = phone_of(wired).texts(word_on(without_work(visitor)))

    assert "2 cameras registered at 1009 Roxleigh Rd, Towson 21286" in reply
    assert "The browser with your form can now see and change this" in reply
    assert "somebody else tell you" in reply
    assert "DELETE ME" in reply


def test_a_trick_is_undone_by_what_the_reply_says_and_the_browser_is_out(visitor: Visitor, wired: Any) -> None:
    phone = phone_of(wired)
    phone.texts(word_on(without_work(visitor)))
    sent_it(visitor)

    phone.texts("DELETE ME")
    phone.texts("OK")

    assert "1009 Roxleigh" not in visitor.get("/me").words()
    assert wired.registry.figures() == {"owners": 0, "cameras": 0}


def test_an_owner_from_before_is_not_shown_to_the_browser_whose_word_they_texted(visitor: Visitor, wired: Any) -> None:
    phone = phone_of(wired)
    phone.registers()
    word = word_on(without_work(visitor))

    reply = phone.texts(word)
    assert phone.texts(word) == reply
    page = sent_it(visitor)

    assert "REMOVE" in reply
    assert page.status == 200
    assert "porchlight_me" not in str(visitor.cookies)
    assert "1009 Roxleigh" not in visitor.get("/me").words()


def test_a_finished_form_lets_one_browser_in_once(visitor: Visitor, other_visitor: Visitor, wired: Any) -> None:
    phone_of(wired).texts(word_on(without_work(visitor)))
    other_visitor.cookies = dict(visitor.cookies)

    assert "1009 Roxleigh" in sent_it(visitor).words() + visitor.get("/me").words()
    sent_it(other_visitor)

    assert "1009 Roxleigh" not in other_visitor.get("/me").words()


def test_the_word_of_a_spanish_page_is_answered_in_spanish(wired: Any) -> None:
    wired.gazetteer.knows("1009 Roxleigh Rd Towson", builders.an_address())
    word = word_on(without_work(Visitor(composed.app, accepts="es")))

    assert "2 camaras" in phone_of(wired).texts(word)
    assert phone_of(wired).contact.language == "es"


def test_the_word_twice_registers_once(visitor: Visitor, wired: Any) -> None:
    phone, word = phone_of(wired), word_on(without_work(visitor))

    first = phone.texts(word)

    assert phone.texts(word) == first
    assert wired.registry.figures()["cameras"] == 2


def test_from_another_phone_the_word_does_nothing(visitor: Visitor, wired: Any) -> None:
    word = word_on(without_work(visitor))

    assert "another phone" in phone_of(wired, "+14105550143").texts(word)
    assert wired.registry.figures()["owners"] == 0


def test_before_the_text_comes_the_button_says_so(visitor: Visitor, wired: Any) -> None:
    without_work(visitor)

    assert "not here yet" in sent_it(visitor).words()


def test_after_a_quarter_of_an_hour_nothing_is_left(visitor: Visitor, wired: Any) -> None:
    page = without_work(visitor)
    word = word_on(page)
    assert "You have 15 minutes" in page.words()
    wired.clock.pass_time(minutes=15)

    phone_of(wired).texts(word)

    assert wired.registry.figures()["owners"] == 0
    assert "no form of yours" in visitor.get("/register/text").words()


def test_whoever_stopped_is_not_registered_by_a_word(visitor: Visitor, wired: Any) -> None:
    phone, word = phone_of(wired), word_on(without_work(visitor))
    phone.texts("STOP")

    assert phone.texts(word) == ""
    assert wired.registry.figures()["owners"] == 0


def test_an_owner_gets_the_cameras_added(visitor: Visitor, wired: Any) -> None:
    phone = phone_of(wired)
    phone.registers()

    phone.texts(word_on(without_work(visitor)))

    assert wired.registry.figures() == {"owners": 1, "cameras": 4}


def test_an_owner_with_too_many_cameras_is_told_so(visitor: Visitor, wired: Any) -> None:
    phone = phone_of(wired)
    phone.registers()
    for number in range(3, MAX_CAMERAS + 1):
        wired.commit(wired.registry.add_camera(phone.contact.owner_id, builders.a_camera(number)))

    assert f"you have {MAX_CAMERAS}" in phone.texts(word_on(without_work(visitor)))
    assert wired.registry.figures()["cameras"] == MAX_CAMERAS


def test_one_proof_is_good_for_three_codes(visitor: Visitor, wired: Any) -> None:
    stamp = visitor.get("/register").stamp()
    work = worked(stamp, bits=wired.agency.limits.work_bits)
    pages = [
        visitor.post("/register", stamp=stamp, **(GOOD | {"phone": f"410555015{n}", "work": work})) for n in range(4)
    ]

    assert ["WEB " in page.words() for page in pages] == [False, False, False, True]


def test_on_a_day_without_codes_the_word_is_the_way(visitor: Visitor, wired: Any) -> None:
    now = wired.clock.now()
    most = wired.agency.limits.stranger_segments_per_day
    wired.scratch.count("spent", "2026-11-21", now=now, expires_at=now + timedelta(days=1), by=most)

    assert word_on(register(visitor))


def test_a_network_that_asked_for_too_many_codes_texts_us_instead(visitor: Visitor, wired: Any) -> None:
    now, most = wired.clock.now(), wired.agency.limits.codes_per_network_per_day
    networks = [hashed(network) for network in ("127.0.0.0/24", "")]
    for network in networks:
        wired.scratch.count("code_network", network, now=now, expires_at=now + timedelta(days=1), by=most)

    assert word_on(register(visitor))


@pytest.mark.parametrize("work", ["x", "-1", "1e3", "9" * 5000])
def test_made_up_work_is_none(visitor: Visitor, wired: Any, work: str) -> None:
    register(visitor, work=work)

    assert wired.queue.bodies == []


def test_the_word_counts_towards_the_registrations_of_a_prefix_and_day(visitor: Visitor, wired: Any) -> None:
    wired.agency = builders.an_agency(limits={"registrations_per_prefix_per_day": 1, "work_bits": 6})
    neighbor = phone_of(wired, builders.OTHER_PHONE)
    neighbor.registers()

    reply = phone_of(wired).texts(word_on(without_work(visitor)))

    assert "tomorrow" in reply
    assert wired.registry.figures() == {"owners": 1, "cameras": 2}


def test_a_word_texted_twice_is_counted_once(visitor: Visitor, wired: Any) -> None:
    wired.agency = builders.an_agency(limits={"registrations_per_contact_per_day": 1, "work_bits": 6})
    phone, word = phone_of(wired), word_on(without_work(visitor))

    assert phone.texts(word) == phone.texts(word)
    assert wired.registry.figures()["cameras"] == 2


def test_a_form_with_a_code_counts_with_what_is_texted(
    visitor: Visitor, wired: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.agency = builders.an_agency(limits={"registrations_per_prefix_per_day": 1, "work_bits": 6})
    monkeypatch.setattr(wiring, "agency", lambda: wired.agency)
    phone_of(wired, builders.OTHER_PHONE).registers()

    page = register(visitor)
    page = visitor.post("/register/confirm", stamp=page.stamp(), code=last_code(wired))

    assert page.status == 422
    assert "today" in page.described_by("code")[-1]
    assert wired.registry.figures()["owners"] == 1
