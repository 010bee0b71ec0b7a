"""The supervisors' page of homes that several owners registered, and of owners with many places."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.overlap import MANY_PLACES, same_home
from chalicelib.domain.place import Point
from chalicelib.usecases.desk_list import DeskNotes
from chalicelib.usecases.watch_places import WatchPlaces
from tests import builders
from tests.channel.web.conftest import last_code
from tests.channel.web.test_flags import enter
from tests.channel.web.test_registering import register
from tests.channel.web.visitor import Visitor
from tests.unit.usecases.texting import Phone
from tests.world import World

STRANGER = "+14105550177"


def sweeps(world: World) -> int:
    """Let the sweeper look; give how many owners it found worth a look."""
    told = {"base_url": world.base_url, "channel_id": builders.CHANNEL}
    notes = DeskNotes(**world.ports("outbox", "agency"), **told)
    names = ("registry", "cameras", "scratch", "transactions", "clock")
    return WatchPlaces(**world.ports(*names), outbox_queue=world.queue, notes=notes).tick()


def looks(visitor: Visitor, world: World) -> str:
    enter(visitor, world, builders.SUPERVISOR)
    return visitor.get("/desk/homes").words()


def registers(world: World, number: str = builders.PHONE) -> Phone:
    phone = Phone(world, number)
    phone.registers()
    return phone


def deeds(world: World) -> list[AuditEntry]:
    return [row for row, _ in world.audit.rows(world.clock.now().date().isoformat())]


def test_a_home_that_a_second_owner_registers_is_shown_with_counts_and_nobodys_name(
    visitor: Visitor, wired: World
) -> None:
    registers(wired)
    assert sweeps(wired) == 0
    registers(wired, STRANGER)
    assert sweeps(wired) == 1

    page = looks(visitor, wired)

    assert page.count("1009 Roxleigh") == 1
    assert "1009 Roxleigh Rd, Towson 21286: 2 owners" in page
    assert "0142" not in page
    assert "0177" not in page
    assert [(row.deed, row.count) for row in deeds(wired)][-1] == ("view_homes", 1)


def test_the_channel_hears_that_there_is_something_and_not_where(wired: World) -> None:
    registers(wired)
    registers(wired, STRANGER)
    sweeps(wired)

    wired.deliver()

    notes = [post["payload"]["text"] for post in wired.chat.posted.values()]
    assert [("/desk/homes" in note, "Roxleigh" in note) for note in notes] == [(True, False)]


def test_whoever_registers_on_the_web_is_looked_at_as_well(visitor: Visitor, wired: World) -> None:
    wired.household(STRANGER)
    page = register(visitor)
    visitor.post("/register/confirm", stamp=page.stamp(), code=last_code(wired))

    assert sweeps(wired) == 1


def test_a_pin_moved_away_hides_nothing(visitor: Visitor, wired: World) -> None:
    wired.household(cameras=[builders.a_camera(pin=Point(39.4019, -76.5866))])
    registers(wired, STRANGER)

    assert sweeps(wired) == 1


def test_an_owner_with_many_places_is_shown_by_counts_alone(visitor: Visitor, wired: World) -> None:
    phone = registers(wired)
    for number in range(MANY_PLACES - 1):
        home = builders.an_address(number=str(1100 + number), point=Point(39.41 + number / 100, -76.58))
        camera = builders.a_camera(number + 3, address=home)
        wired.commit(wired.registry.add_camera(phone.contact.owner_id, camera))

    assert sweeps(wired) == 1
    page = looks(visitor, wired)

    assert f"One owner with {MANY_PLACES} places" in page
    assert "Roxleigh" not in page


def test_who_left_is_shown_no_more(visitor: Visitor, wired: World) -> None:
    registers(wired)
    stranger = registers(wired, STRANGER)
    sweeps(wired)

    stranger.texts("DELETE ME")
    stranger.texts("OK")

    assert "Roxleigh" not in looks(visitor, wired)


def test_looking_twice_finds_nothing_new(wired: World) -> None:
    registers(wired)
    registers(wired, STRANGER)

    assert [sweeps(wired), sweeps(wired)] == [2, 0]


def test_what_a_supervisor_has_seen_goes_off_the_list_on_record(visitor: Visitor, wired: World) -> None:
    registers(wired)
    name = registers(wired, STRANGER).contact.owner_id
    sweeps(wired)
    enter(visitor, wired, builders.SUPERVISOR)

    after = visitor.post("/desk/homes", stamp=visitor.get("/desk/homes").stamp(), name=name)

    assert "nothing to look at" in after.words()
    assert ("judge_flag", name) in [(row.deed, row.subject) for row in deeds(wired)]
    assert visitor.post("/desk/homes", stamp=after.stamp(), name=name).status == 404


def test_a_detective_is_not_shown_any_and_takes_none_off(visitor: Visitor, wired: World) -> None:
    registers(wired)
    name = registers(wired, STRANGER).contact.owner_id
    sweeps(wired)
    desk = enter(visitor, wired, builders.DETECTIVE)

    page = visitor.get("/desk/homes")

    assert "/desk/homes" not in desk.text
    assert page.status == 422
    assert "Roxleigh" not in page.words()
    assert visitor.post("/desk/homes", stamp=desk.stamp(), name=name).status == 422


def test_nobody_without_a_session_is_shown_any(visitor: Visitor, wired: World) -> None:
    assert visitor.get("/desk/homes").status == 403


def test_a_place_that_is_kept_off_the_map_is_not_shown(
    visitor: Visitor, wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wired, "_kept_out", lambda _: True)
    wired.registry._kept_out = lambda _: True
    registers(wired)
    registers(wired, STRANGER)

    assert sweeps(wired) == 0


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"unit": "2"}, True),
        ({"number": "1011"}, False),
        ({"postcode": "21204"}, False),
        ({"number": "", "precision": "crossing"}, False),
    ],
)
def test_homes_are_told_apart_by_house_and_by_unit_where_both_name_one(changes: Any, *, same: bool) -> None:
    home = builders.an_address()

    assert same_home(replace(home, **changes), home) is same
    assert not same_home(replace(home, unit="1"), replace(home, unit="2"))
