"""Residents register, describe, remove and leave by text."""

from __future__ import annotations

from tests import builders
from tests.unit.usecases.texting import Phone

ALL_IN_ONE = "REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days"


def test_a_text_becomes_confirmed_cameras(phone, world):
    phone.texts(ALL_IN_ONE)
    assert world.registry.figures() == {"owners": 0, "cameras": 0}

    phone.texts("OK")

    assert world.registry.figures() == {"owners": 1, "cameras": 2}
    assert phone.contact.consent == "given"
    assert phone.household.owner.consent_version == world.agency.consent_version


def test_a_number_that_writes_for_the_first_time_is_unconfirmed(phone):
    phone.texts("hi")

    assert (phone.contact.consent, phone.contact.owner_id) == ("unconfirmed", None)


def test_within_a_day_a_conversation_goes_on(phone, world):
    phone.texts(ALL_IN_ONE)
    world.clock.pass_time(hours=23)

    assert "Registered" in phone.texts("OK")


def test_after_a_day_an_ok_shows_again_what_it_would_confirm(phone, world):
    phone.texts(ALL_IN_ONE)
    world.clock.pass_time(hours=24)

    shown = phone.texts("OK")

    assert "Last time we were adding your camera. Nothing is registered yet." in shown
    assert "2 cameras at 1009 Roxleigh Rd, Towson 21286. Video kept 14 days." in shown
    assert world.registry.figures()["cameras"] == 0
    assert "Registered: 2 cameras" in phone.texts("OK")


def test_after_a_month_a_conversation_is_forgotten(phone, world):
    phone.texts(ALL_IN_ONE)
    world.clock.pass_time(hours=30 * 24)

    assert "1009 Roxleigh" not in phone.texts("OK")
    assert world.registry.figures()["cameras"] == 0


def test_an_owner_gives_details_and_removes_a_camera(owner):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    owner.texts("OK")
    owner.texts("north")
    assert owner.household.cameras[2].heading == 0

    owner.texts("REMOVE 3")
    owner.texts("OK")
    assert len(owner.household.cameras) == 2


def test_deleting_leaves_nothing_but_a_row_of_ids(owner, world):
    owner_id = owner.contact.owner_id
    owner.texts("DELETE ME")
    owner.texts("OK")

    assert world.registry.figures() == {"owners": 0, "cameras": 0}
    assert owner.contact is None
    rows = world.audit.rows(world.clock.now().date().isoformat())
    assert [(row.deed, row.actor, row.subject) for row, _ in rows] == [("owner_deleted", "owner", owner_id)]


def test_a_conversation_does_not_outlive_its_owner(owner, world):
    owner.texts("REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    world.commit(*world.registry.remove_household(owner.household, at=world.clock.now()))

    assert "Registered" not in owner.texts("OK")
    assert world.registry.figures()["cameras"] == 0


def test_registrations_from_one_prefix_are_limited_by_the_day(world):
    world.agency = builders.an_agency(limits={"registrations_per_prefix_per_day": 1})
    Phone(world).registers()
    other = Phone(world, builders.OTHER_PHONE)
    other.texts(ALL_IN_ONE)

    assert "tomorrow" in other.texts("OK")
    world.clock.pass_time(hours=23)
    assert "Registered" in other.texts("OK")
