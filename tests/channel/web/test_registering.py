"""Registering on the web: the form, what is wrong with it, the code, and who may know what."""

from __future__ import annotations

import pytest

from chalicelib.domain.place import Outside, Point, Several, Unknown
from tests import builders
from tests.channel.web.conftest import last_code, sign_in
from tests.channel.web.visitor import Page, Visitor
from tests.world import World

GOOD = {
    "phone": "(410) 555-0142",
    "address": "1009 Roxleigh Rd, Towson",
    "cameras": "2",
    "retention_days": "14",
    "name": "Example Neighbor",
    "consent": "1",
}


def register(visitor: Visitor, **changes: str) -> Page:
    stamp = visitor.get("/register").stamp()
    return visitor.post("/register", stamp=stamp, **(GOOD | changes))


def confirm(visitor: Visitor, code: str) -> Page:
    return visitor.post("/register/confirm", stamp=visitor.get("/register").stamp(), code=code)


def test_a_proven_phone_makes_the_cameras_count(visitor: Visitor, wired: World) -> None:
    page = register(visitor, heading_1="ne", place_2="indoors")
    assert "1009 Roxleigh Rd, Towson 21286" in page.words()

    page = confirm(visitor, last_code(wired))

    assert "Your cameras are registered" in page.words()
    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert contact
    assert contact.owner_id
    assert contact.consent == "given"
    household = wired.registry.household(contact.owner_id)
    assert household
    assert household.owner.name == "Example Neighbor"
    assert household.owner.consent_version == wired.agency.consent_version
    assert [(camera.heading, camera.indoor) for camera in household.cameras] == [(45, False), (None, True)]


def test_nothing_counts_before_the_code(visitor: Visitor, wired: World) -> None:
    register(visitor)

    assert wired.registry.figures() == {"owners": 0, "cameras": 0}


def test_who_registered_is_in_without_a_second_code(visitor: Visitor, wired: World) -> None:
    register(visitor)
    confirm(visitor, last_code(wired))

    assert "Camera 2" in visitor.get("/me").words()


def test_somebody_registered_already_gets_the_cameras_added(visitor: Visitor, wired: World) -> None:
    household = wired.household()

    register(visitor, cameras="2")
    confirm(visitor, last_code(wired))

    found = wired.registry.household(household.owner.owner_id)
    assert found
    assert [camera.camera_id for camera in found.cameras] == ["c1", "c2", "c3"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("phone", "12345", "ten digits"),
        ("phone", "+44 20 7946 0000", "ten digits"),
        ("address", " ", "Type the address"),
        ("cameras", "0", "from 1 to 50"),
        ("cameras", "300", "from 1 to 50"),
        ("cameras", "a few", "from 1 to 50"),
        ("cameras", "٣", "from 1 to 50"),
        ("retention_days", "1001", "from 1 to 1000"),
        ("retention_days", "a while", "from 1 to 1000"),
        ("name", "x" * 81, "at most 80"),
        ("consent", "", "Tick the box"),
    ],
)
def test_each_error_stands_beside_its_field_and_what_was_typed_is_kept(
    visitor: Visitor, wired: World, field: str, value: str, said: str
) -> None:
    page = register(visitor, **{field: value})

    assert page.status == 422
    assert any(said in sentence for sentence in page.described_by(field))
    assert f'href="#{field}"' in page.text
    for name, typed in GOOD.items():
        if name not in (field, "consent"):
            assert f'value="{typed}"' in page.text
    assert not wired.queue.bodies


def test_all_errors_are_said_at_once(visitor: Visitor) -> None:
    page = register(visitor, phone="", address="", cameras="", retention_days="", consent="")

    assert page.text.count('class="error"') == 5
    assert "<title>Error: " in page.text


def test_several_places_are_offered_and_the_chosen_one_counts(visitor: Visitor, wired: World) -> None:
    near = builders.an_address(number="1011")
    wired.gazetteer.knows("Roxleigh", Several((builders.an_address(), near)))

    page = register(visitor, address="Roxleigh")
    assert f'value="{near.line()}"' in page.text
    page = register(visitor, address="Roxleigh", choice=near.line())

    assert near.line() in page.words()


def test_an_unknown_place_brings_suggestions(visitor: Visitor, wired: World) -> None:
    wired.gazetteer.knows("1009 Rocksly", Unknown((builders.an_address(),)))

    page = register(visitor, address="1009 Rocksly")

    assert page.status == 422
    assert builders.an_address().line() in page.words()


def test_a_choice_that_was_never_offered_does_not_count(visitor: Visitor) -> None:
    page = register(visitor, address="7 Nowhere at all", choice=builders.an_address().line())

    assert page.status == 422
    assert any("do not know this address" in sentence for sentence in page.described_by("address"))


def test_a_place_outside_is_declined_with_the_desk_number(visitor: Visitor, wired: World) -> None:
    wired.gazetteer.knows("1 Far Away", Outside(builders.an_address()))

    page = register(visitor, address="1 Far Away")

    assert any("410-555-0100" in sentence for sentence in page.described_by("address"))


def test_what_was_typed_is_shown_as_text_and_never_as_markup(visitor: Visitor) -> None:
    page = register(visitor, address='"><script>alert(1)</script>', name="<b>bold</b>")

    assert "<script>alert" not in page.text
    assert "<b>bold" not in page.text


def test_a_code_works_once(visitor: Visitor, other_visitor: Visitor, wired: World) -> None:
    register(visitor)
    code = last_code(wired)
    cookies = dict(visitor.cookies)
    stamp = visitor.get("/register/confirm").stamp()
    visitor.post("/register/confirm", stamp=stamp, code=code)

    visitor.cookies = cookies
    page = visitor.post("/register/confirm", stamp=stamp, code=code)

    assert page.status == 422
    assert wired.registry.figures()["cameras"] == 2


def test_a_code_is_too_old_after_ten_minutes(visitor: Visitor, wired: World) -> None:
    register(visitor)
    code = last_code(wired)
    stamp = visitor.get("/register/confirm").stamp()
    wired.clock.pass_time(minutes=10)

    page = visitor.post("/register/confirm", stamp=stamp, code=code)

    assert page.status == 422
    assert "too old or used already" in page.words()


def test_after_five_wrong_tries_the_right_code_is_refused_too(visitor: Visitor, wired: World) -> None:
    register(visitor)
    code = last_code(wired)
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        assert "not the code" in confirm(visitor, wrong).words()

    assert "one try too many" in confirm(visitor, code).words()
    assert wired.registry.figures()["cameras"] == 0


def test_a_code_works_only_in_the_form_that_asked_for_it(
    visitor: Visitor, other_visitor: Visitor, wired: World
) -> None:
    register(visitor)
    code = last_code(wired)
    other_visitor.get("/register")

    page = confirm(other_visitor, code)

    assert page.status == 422
    assert wired.registry.figures()["cameras"] == 0


def test_a_new_code_takes_the_place_of_the_old_one(visitor: Visitor, wired: World) -> None:
    page = register(visitor)
    old = last_code(wired)
    visitor.post("/register/confirm/again", stamp=page.stamp())
    new = last_code(wired)

    assert "not the code" in confirm(visitor, old).words()
    assert "registered" in confirm(visitor, new).words()


def test_only_so_many_codes_go_to_one_number_in_an_hour(visitor: Visitor, wired: World) -> None:
    for _ in range(wired.agency.limits.codes_per_contact_per_hour):
        assert register(visitor).status == 200

    assert "Text us to finish" in register(visitor).words()
    wired.deliver()
    assert len(wired.texts.sent) == wired.agency.limits.codes_per_contact_per_hour


def test_the_page_is_the_same_whatever_the_number_is(visitor: Visitor, wired: World) -> None:
    wired.household("+14105550143")
    wired.contact("+14105550144", consent="stopped", stopped_by="words")

    pages = {register(visitor, phone=phone).words().replace(phone[-2:], "") for phone in
             ("4105550142", "4105550143", "4105550144")}  # fmt: skip

    assert len(pages) == 1


def test_a_number_that_stopped_gets_no_code(visitor: Visitor, wired: World) -> None:
    wired.contact(consent="stopped", stopped_by="words")

    register(visitor)
    wired.deliver()

    assert wired.texts.sent == []


def test_a_number_that_stops_before_confirming_is_not_registered(visitor: Visitor, wired: World) -> None:
    register(visitor)
    code = last_code(wired)
    key = wired.registry.key_of("sms", builders.PHONE)
    wired.commit(wired.registry.set_consent(key, "stopped", at=wired.clock.now(), by="keyword"))

    page = confirm(visitor, code)

    assert page.status == 422
    assert "Text START" in page.words()
    assert wired.registry.figures()["cameras"] == 0


def test_a_form_that_is_not_ours_changes_nothing(visitor: Visitor, wired: World) -> None:
    visitor.get("/register")

    assert visitor.post("/register", **GOOD).status == 403
    assert visitor.post("/register", stamp="0" * 64, **GOOD).status == 403
    visitor.cookies.clear()
    assert visitor.post("/register", stamp="0" * 64, **GOOD).status == 403
    assert not wired.queue.bodies


def test_nobody_gets_more_cameras_than_fit(visitor: Visitor, wired: World) -> None:
    wired.household()

    register(visitor, cameras="50")
    page = confirm(visitor, last_code(wired))

    assert page.status == 422
    assert "more than 50 cameras" in page.words()


def test_signing_in_and_registering_do_not_share_codes(visitor: Visitor, wired: World) -> None:
    wired.household()
    page = visitor.get("/me")
    visitor.post("/me", stamp=page.stamp(), phone=builders.PHONE)

    page = confirm(visitor, last_code(wired))

    assert page.status == 422
    assert "Camera 1" in sign_in(visitor, wired).words()


def test_the_street_and_the_back_yard_become_headings(visitor: Visitor, wired: World) -> None:
    home = builders.an_address()
    east = builders.an_address(number="1010", point=Point(home.point.lat, home.point.lng + 0.0003))
    wired.gazetteer.knows("1010 ROXLEIGH RD, TOWSON 21286", east)

    register(visitor, heading_1="street", heading_2="back")
    confirm(visitor, last_code(wired))

    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert contact
    household = wired.registry.household(contact.owner_id)
    assert household
    assert [camera.heading for camera in household.cameras] == [90, 270]
