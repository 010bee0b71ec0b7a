"""Where a registered camera hangs: its pin moved by buttons or as the map sends it, and only by its owner."""

from __future__ import annotations

import re

import pytest

from chalicelib.domain.camera import Camera
from chalicelib.domain.geofence import Circle
from chalicelib.domain.owner import Household
from chalicelib.domain.place import Point
from chalicelib.domain.street_lines import Door, DrawnStreet
from tests import builders
from tests.channel.web.conftest import sign_in
from tests.channel.web.visitor import Page, Visitor
from tests.world import World

HOME = builders.an_address().point
PAGE = "/me/cameras/c2/place"
NEAR = "39.401300,-76.586600"
FAR = "39.403000,-76.586600"


@pytest.fixture
def owner(visitor: Visitor, wired: World) -> Visitor:
    """Signed in, with two cameras; the second looks 100 degrees and keeps 9 days."""
    wired.household(cameras=[builders.a_camera(1), builders.a_camera(2, heading=100, retention_days=9, kind="fixed")])
    wired.gazetteer.drawn = (
        DrawnStreet("Roxleigh Rd", ((Point(39.4005, -76.588), Point(39.4005, -76.585)),), (Door("1011", 1011, HOME),)),
    )
    sign_in(visitor, wired)
    return visitor


def household(world: World) -> Household:
    contact = world.registry.contact(world.registry.key_of("sms", builders.PHONE))
    assert contact
    assert contact.owner_id
    found = world.registry.household(contact.owner_id)
    assert found
    return found


def second(world: World) -> Camera:
    return next(camera for camera in household(world).cameras if camera.camera_id == "c2")


def send(owner: Visitor, **typed: str) -> Page:
    return owner.post(PAGE, stamp=owner.get(PAGE).stamp(), **typed)


def pin_of(page: Page) -> str:
    found = re.search(r'name="pin_2" value="([^"]*)"', page.text)
    assert found
    return found[1]


def test_each_camera_leads_to_its_place_which_shows_what_is_known(owner: Visitor) -> None:
    assert f'href="{PAGE}"' in owner.get("/me").text

    page = owner.get(PAGE)

    assert "Where camera 2 hangs" in page.words()
    assert "1009 Roxleigh Rd" in page.words()
    assert 'value="fixed" selected' in page.text
    assert 'value="100" selected' in page.text
    assert "At the address." in page.words()
    assert 'class="streets"' in page.text
    assert "Take camera" not in page.words()
    assert 'name="days_2"' not in page.text


def test_a_pin_moves_by_buttons_and_counts_once_it_is_saved(owner: Visitor, wired: World) -> None:
    page = send(owner, do="move_2_n", heading_2="100", kind_2="fixed")
    assert "5 m north of the address" in page.words()
    assert second(wired).pin is None
    page = owner.post(PAGE, stamp=page.stamp(), do="move_2_n", heading_2="100", kind_2="fixed", pin_2=pin_of(page))
    assert "10 m north of the address" in page.words()

    page = owner.post(PAGE, stamp=page.stamp(), heading_2="street", kind_2="doorbell", pin_2=pin_of(page))

    assert "Saved." in page.words()
    assert "Its pin is 10 m from the address" in page.words()
    moved = second(wired)
    assert moved.pin
    assert moved.pin.lat > HOME.lat
    assert (moved.kind, moved.retention_days, moved.heading) == ("doorbell", 9, None)


def test_a_detective_finds_it_where_it_hangs_now(owner: Visitor, wired: World) -> None:
    send(owner, heading_2="n", kind_2="fixed", pin_2=NEAR)

    assert [match.camera_id for match in wired.cameras.find(Circle(Point(39.4013, -76.5866), 5))] == ["c2"]


def test_a_pin_goes_back_to_the_address(owner: Visitor, wired: World) -> None:
    send(owner, heading_2="n", kind_2="fixed", pin_2=NEAR)
    page = send(owner, do="home_2", heading_2="n", kind_2="fixed", pin_2=NEAR)
    assert pin_of(page) == ""

    send(owner, heading_2="n", kind_2="fixed", pin_2="")

    assert second(wired).pin is None


def test_a_pin_in_another_street_is_refused_and_nothing_is_changed(owner: Visitor, wired: World) -> None:
    before = second(wired)

    page = send(owner, heading_2="n", kind_2="doorbell", pin_2=FAR)

    assert page.status == 422
    assert "<title>Error: " in page.text
    assert "Camera 2: its pin was more than 150 meters" in page.words()
    assert second(wired) == before


def test_another_language_keeps_where_the_pin_was_moved(owner: Visitor) -> None:
    page = owner.post_only(f"{PAGE}?lang=es", stamp=owner.get(PAGE).stamp(), do="speak", pin_2=NEAR, kind_2="fixed")

    assert '<html lang="es">' in page.text
    assert pin_of(page) == NEAR


def test_nobody_else_sees_or_moves_it(owner: Visitor, other_visitor: Visitor, wired: World) -> None:
    before, stamp = second(wired), owner.get(PAGE).stamp()

    assert "Roxleigh" not in other_visitor.get(PAGE).text
    assert other_visitor.post(PAGE, stamp=stamp, pin_2=NEAR).status == 403
    assert owner.get("/me/cameras/c9/place").status == 404
    assert owner.post("/me/cameras/c9/place", stamp=stamp, pin_9=NEAR).status == 404
    assert second(wired) == before
