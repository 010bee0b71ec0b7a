"""How the registration form answers whoever hesitates: in words, and with no more than they asked for."""

from __future__ import annotations

import re

import pytest

from chalicelib.domain.place import Unknown
from tests import builders
from tests.channel.web.conftest import sign_in
from tests.channel.web.test_camera_cards import press
from tests.channel.web.test_registering import register
from tests.channel.web.visitor import Visitor
from tests.world import World


def test_numbers_in_words_are_understood_and_said_back_in_figures(visitor: Visitor) -> None:
    page = register(visitor, cameras="two", retention_days="two weeks", days_2="un mes")

    assert "2 cameras, keeps video for 14 days" in page.words()
    assert "keeps 30 days" in page.words()


@pytest.mark.parametrize("typed", ["Roxleigh Rd", "my house", "towson"])
def test_an_address_without_a_number_is_asked_for_its_number(visitor: Visitor, typed: str) -> None:
    page = register(visitor, address=typed)

    assert any("We need the house number" in sentence for sentence in page.described_by("address"))


def test_who_waited_too_long_is_led_back_to_the_form_and_to_no_dead_end(visitor: Visitor, wired: World) -> None:
    stamp = register(visitor).stamp()
    wired.clock.pass_time(minutes=10)

    for page in (visitor.post("/register/confirm/again", stamp=stamp), visitor.get("/register/confirm")):
        assert "No code of yours is waiting" in page.words()
        assert '<a class="button" href="/register">' in page.text
        assert "Send me a new code" not in page.words()
    assert '<a class="button" href="/me">' in visitor.get("/me/code").text


def test_cameras_that_are_alike_are_said_back_once(visitor: Visitor, wired: World) -> None:
    alike = {f"{name}_{n}": said for n in range(1, 7) for name, said in (("kind", "unknown"), ("place", "outdoors"))}

    said = register(visitor, **(alike | {"cameras": "6"})).words()

    assert "6 cameras, keeps video for 14 days Each camera Outdoors" in said
    assert "Camera 2" not in said


def test_an_error_elsewhere_leaves_the_cards_closed_that_nobody_filled_in(visitor: Visitor) -> None:
    untouched = {"phone": "410", "kind_1": "unknown", "place_1": "outdoors", "heading_1": "", "pin_1": "", "days_1": ""}
    assert '<details id="each">' in register(visitor, **untouched).text
    assert '<details id="each" open>' in register(visitor, **(untouched | {"heading_1": "n"})).text
    assert '<details id="each" open>' in press(visitor, "look", **untouched).text


def test_looking_for_no_address_asks_for_one(visitor: Visitor) -> None:
    page = press(visitor, "look", address=" ")

    assert any("Type the address" in sentence for sentence in page.described_by("address"))


def test_what_is_wrong_stands_above_the_places_to_choose_from_and_is_tied_to_them(
    visitor: Visitor, wired: World
) -> None:
    wired.gazetteer.knows("1010 Roxleigh", Unknown((builders.an_address(), builders.an_address(number="1011"))))
    stamp = visitor.get("/register").stamp()

    for page in (
        visitor.post("/register/look", stamp=stamp, address="1010 Roxleigh"),
        press(visitor, "look", address="1010 Roxleigh"),
    ):
        tied = re.search(r'class="choices" aria-describedby="([^"]+)"', page.text)
        assert tied
        assert page.text.count(f'id="{tied[1]}"') == 1
        assert page.text.index(f'id="{tied[1]}"') < page.text.index('class="choices"')


def test_an_owner_who_is_signed_in_need_not_type_who_they_are(
    visitor: Visitor, other_visitor: Visitor, wired: World
) -> None:
    wired.household(name="Example Neighbor")
    sign_in(visitor, wired)

    page = visitor.get("/register")

    assert 'value="410-555-0142"' in page.text
    assert 'value="Example Neighbor"' in page.text
    assert "Roxleigh" not in page.text
    assert "410-555-0142" not in other_visitor.get("/register").text
