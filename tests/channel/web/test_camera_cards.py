"""Cards of cameras on the registration form: where each hangs, where it looks, added and taken away; with no script."""

from __future__ import annotations

import re

import pytest

from chalicelib import wiring
from chalicelib.domain.camera import Camera
from chalicelib.domain.place import Outside, Point, Several
from chalicelib.domain.street_lines import Door, DrawnStreet
from tests import builders
from tests.channel.web.conftest import last_code
from tests.channel.web.test_registering import GOOD, confirm, register
from tests.channel.web.visitor import Page, Visitor
from tests.world import World

HOME = builders.an_address().point
NEAR = "39.401300,-76.586600"
"""Some 44 metres north of the address."""
FAR = "39.403000,-76.586600"


def press(visitor: Visitor, do: str, **changes: str) -> Page:
    """Press a button inside the form."""
    return visitor.post("/register", stamp=visitor.get("/register").stamp(), do=do, **(GOOD | changes))


def value(page: Page, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text) or re.search(
        rf'name="{name}"[^>]* value="([^"]*)"', page.text
    )
    assert found, name
    return found[1]


def cards(page: Page) -> list[str]:
    return re.findall(r'<fieldset class="camera card" id="card_(\d+)"', page.text)


def registered(world: World) -> tuple[Camera, ...]:
    contact = world.registry.contact(world.registry.key_of("sms", builders.PHONE))
    assert contact
    assert contact.owner_id
    household = world.registry.household(contact.owner_id)
    assert household
    return household.cameras


def test_a_pin_a_kind_a_heading_in_degrees_and_days_of_its_own_are_kept(visitor: Visitor, wired: World) -> None:
    register(visitor, pin_1=NEAR, kind_1="doorbell", heading_1="137", days_1="60", place_2="indoors")
    confirm(visitor, last_code(wired))

    first, second = registered(wired)
    assert first.pin == Point(39.4013, -76.5866)
    assert first.point == first.pin
    assert (first.kind, first.heading, first.retention_days) == ("doorbell", 137, 60)
    assert second.point == HOME
    assert (second.pin, second.kind, second.heading, second.retention_days) == (None, "unknown", None, 14)


def test_a_detective_finds_the_camera_at_its_pin(visitor: Visitor, wired: World) -> None:
    from chalicelib.domain.geofence import Circle

    register(visitor, cameras="1", pin_1=NEAR)
    confirm(visitor, last_code(wired))

    assert len(wired.cameras.find(Circle(Point(39.4013, -76.5866), 5))) == 1
    assert wired.cameras.find(Circle(HOME, 20)) == []


def test_what_was_understood_is_said_back_before_it_counts(visitor: Visitor, wired: World) -> None:
    said = register(visitor, pin_1=NEAR, kind_1="doorbell", heading_1="ne", days_1="60", place_2="indoors").words()

    assert "Camera 1 Doorbell, looks north-east, outdoors, keeps 60 days, 44 m north of the address" in said
    assert "Camera 2 Indoors" in said


@pytest.mark.parametrize(
    "pin",
    [FAR, "91,0", "-91,0", "39.4,181", "nan,nan", "inf,0", "1e9,1e9", "39.4", "39.4,-76.5,3", "<svg>", "0x1,0x2",
     "٣٩.4009,-76.5866", "-0,-0", "9" * 400 + ",1", "39.4009;-76.5866"],
)  # fmt: skip
def test_a_pin_that_is_none_or_too_far_away_is_refused_kindly(visitor: Visitor, wired: World, pin: str) -> None:
    page = register(visitor, cameras="1", pin_1=pin)

    assert page.status == 422
    assert 'href="#card_1"' in page.text
    assert "more than 150 meters from the address" in page.words()
    assert value(page, "pin_1") == ""
    assert not wired.queue.bodies


def test_a_pin_outside_the_boundary_is_refused(visitor: Visitor, wired: World) -> None:
    wired.gazetteer.edge = (Point(39.4, -77), Point(39.4010, -76))

    assert register(visitor, cameras="1", pin_1=NEAR).status == 422


def test_a_pin_at_the_address_is_none(visitor: Visitor, wired: World) -> None:
    register(visitor, cameras="1", pin_1="39.400903,-76.586602")
    confirm(visitor, last_code(wired))

    assert registered(wired)[0].pin is None


@pytest.mark.parametrize("heading", ["360", "-1", "99999", "1e2", "12.5", "٣"])
def test_a_heading_out_of_range_is_refused_beside_its_list(visitor: Visitor, wired: World, heading: str) -> None:
    page = register(visitor, cameras="1", heading_1=heading)

    assert page.status == 422
    assert 'href="#heading_1"' in page.text
    assert not wired.queue.bodies


def test_headings_from_0_to_359_are_taken(visitor: Visitor, wired: World) -> None:
    register(visitor, heading_1="0", heading_2="359")
    confirm(visitor, last_code(wired))

    assert [camera.heading for camera in registered(wired)] == [0, 359]


def test_days_of_one_camera_are_checked(visitor: Visitor) -> None:
    page = register(visitor, days_2="1001")

    assert any("from 1 to 1000" in sentence for sentence in page.described_by("days_2"))


def test_looking_shows_the_place_and_keeps_what_was_typed(visitor: Visitor, wired: World) -> None:
    wired.gazetteer.drawn = (
        DrawnStreet("Roxleigh Rd", ((Point(39.4009, -76.587), Point(39.4009, -76.586)),), (Door("1009", 1009, HOME),)),
    )

    page = press(visitor, "look", heading_1="ne", name="Somebody")

    assert page.status == 200
    assert "We know this place as 1009 Roxleigh Rd, Towson 21286" in page.words()
    assert value(page, "name") == "Somebody"
    assert '<svg class="streets"' in page.text
    assert "Roxleigh Rd</text>" in page.text
    assert 'class="home">1009<' in page.text
    assert 'class="error"' not in page.text
    assert not wired.queue.bodies


def test_looking_offers_what_the_address_may_mean(visitor: Visitor, wired: World) -> None:
    near = builders.an_address(number="1011")
    wired.gazetteer.knows("Roxleigh", Several((builders.an_address(), near)))

    page = press(visitor, "look", address="Roxleigh")
    assert near.line() in page.words()
    page = press(visitor, "look", address="Roxleigh", choice=near.line())

    assert f"We know this place as {near.line()}" in page.words()
    assert value(page, "choice") == near.line()


def test_looking_at_a_place_outside_says_so(visitor: Visitor, wired: World) -> None:
    wired.gazetteer.knows("1 Far Away", Outside(builders.an_address()))

    assert "410-555-0100" in press(visitor, "look", address="1 Far Away").words()


def test_cameras_are_added_and_taken_away(visitor: Visitor) -> None:
    page = press(visitor, "add", heading_1="n", heading_2="e")
    assert cards(page) == ["1", "2", "3"]
    assert value(page, "cameras") == "3"

    page = press(visitor, "remove_1", cameras="3", heading_1="n", heading_2="e", days_3="7")
    assert cards(page) == ["1", "2"]
    assert value(page, "cameras") == "2"
    assert value(page, "days_2") == "7"
    assert '<option value="e" selected>' in page.text
    assert '<option value="n" selected>' not in page.text


def test_the_last_camera_stays(visitor: Visitor) -> None:
    assert cards(press(visitor, "remove_1", cameras="1")) == ["1"]


def test_a_pin_is_moved_by_buttons_and_put_back(visitor: Visitor) -> None:
    page = press(visitor, "move_2_n")
    assert value(page, "pin_2") == "39.400945,-76.586600"
    assert value(page, "pin_1") == ""
    assert "5 m north of the address" in page.words()

    page = press(visitor, "move_2_e", pin_2=value(page, "pin_2"))
    assert value(page, "pin_2").startswith("39.400945,-76.5865")

    assert value(press(visitor, "home_2", pin_2=NEAR), "pin_2") == ""


def test_a_pin_is_not_moved_beyond_where_it_may_be(visitor: Visitor) -> None:
    edge = "39.402240,-76.586600"

    assert value(press(visitor, "move_1_n", pin_1=edge), "pin_1") == edge


@pytest.mark.parametrize("do", ["remove_99", "move_0_n", "move_1_x", "home_51", "🦆", "add" * 99, "look", "move_1"])
def test_whatever_a_button_is_called_the_form_comes_back(visitor: Visitor, wired: World, do: str) -> None:
    page = press(visitor, do)

    assert page.status == 200
    assert cards(page) == ["1", "2"]
    assert not wired.queue.bodies


def test_ten_thousand_fields_are_refused(visitor: Visitor, wired: World) -> None:
    stamp = visitor.get("/register").stamp()

    page = visitor.post("/register", stamp=stamp, **GOOD, **{f"heading_{number}": "n" for number in range(10_000)})

    assert page.status in (400, 413)
    assert not wired.queue.bodies


def test_fifty_cameras_with_every_field_are_taken(visitor: Visitor, wired: World) -> None:
    fields = {
        f"{name}_{number}": each
        for number in range(1, 51)
        for name, each in (("kind", "fixed"), ("place", "outdoors"), ("heading", "90"), ("days", "9"), ("pin", NEAR))
    }

    register(visitor, cameras="50", **fields)
    confirm(visitor, last_code(wired))

    assert {(camera.kind, camera.heading, camera.retention_days) for camera in registered(wired)} == {("fixed", 90, 9)}
    assert len(registered(wired)) == 50


def test_the_script_gets_the_place_as_a_piece_of_the_page(visitor: Visitor) -> None:
    stamp = visitor.get("/register").stamp()

    page = visitor.post_only("/register/look", stamp=stamp, address=GOOD["address"])

    assert page.status == 200
    assert page.text.count("<html") == 0
    assert 'data-at="39.4009,-76.5866"' in page.text
    assert "/map/streets?bbox=-76.591,39.397,-76.582,39.405" in page.text


def test_nobody_looks_places_up_without_the_form(visitor: Visitor) -> None:
    visitor.get("/register")

    assert visitor.post_only("/register/look", address=GOOD["address"]).status == 403


def test_the_version_of_the_consent_that_was_read_is_kept(
    visitor: Visitor, wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(visitor)
    code = last_code(wired)
    monkeypatch.setattr(wiring, "agency", lambda: builders.an_agency(consent_version="next"))

    confirm(visitor, code)

    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert contact
    household = wired.registry.household(contact.owner_id)  # type: ignore[arg-type]
    assert household
    assert household.owner.consent_version == wired.agency.consent_version


def test_who_goes_back_finds_what_they_said_and_changes_one_thing(visitor: Visitor, wired: World) -> None:
    wired.gazetteer.knows(builders.an_address().line(), builders.an_address())
    register(visitor, pin_1=NEAR, kind_1="doorbell", heading_1="137", heading_2="ne", days_2="60", place_2="indoors")

    page = visitor.get("/register")

    said = {"phone": "+14105550142", "address": builders.an_address().line(), "cameras": "2", "retention_days": "14",
            "name": "Example Neighbor", "pin_1": NEAR, "days_2": "60"}  # fmt: skip
    assert {name: value(page, name) for name in said} == said
    assert '<option value="137" selected>' in page.text
    assert '<option value="ne" selected>' in page.text
    assert '<option value="doorbell" selected>' in page.text
    assert " checked" not in page.text, "consent is given anew"


def test_another_browser_finds_nothing_of_it(visitor: Visitor, other_visitor: Visitor) -> None:
    register(visitor)

    assert "Example Neighbor" not in other_visitor.get("/register").text


def test_once_it_counts_the_form_asks_for_other_cameras(visitor: Visitor, wired: World) -> None:
    register(visitor)
    confirm(visitor, last_code(wired))

    page = visitor.get("/register")
    assert "Roxleigh" not in page.text
    assert [value(page, name) for name in ("address", "cameras", "retention_days")] == ["", "", ""]


def test_cameras_at_one_place_share_a_pin_that_names_them(visitor: Visitor) -> None:
    assert ">1, 2</text>" in press(visitor, "look").text
    assert ">1-4</text>" in press(visitor, "look", cameras="4").text
    page = press(visitor, "look", pin_2=NEAR)
    assert ">1</text>" in page.text
    assert ">2</text>" in page.text
