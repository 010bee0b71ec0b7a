"""Contract: owners, contacts, cameras and consent in the registry table."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import time, timedelta

import pytest

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.errors import Conflict
from chalicelib.domain.wishes import Wishes
from chalicelib.store.registry_items import _wishes_of, owner_values
from tests.builders import PHONE, a_camera, a_contact, an_address, an_owner
from tests.fakes import NOON


def test_a_household_is_read_back_as_it_was_written(world):
    household = world.household(cameras=[a_camera(1, heading=90), a_camera(2, kind="doorbell")])

    assert world.registry.household(household.owner.owner_id) == household


def test_wishes_and_checks_are_read_back_as_they_were_written(world):
    household = world.household()
    wishes = Wishes(paused_until=NOON, quiet=QuietHours(time(20), time(9, 30)), only="email", prefers="sms")
    wishes = wishes.shut({5, 6}).shut({0}, QuietHours(time(0), time(18)))
    changed = replace(
        household.owner,
        wishes=wishes,
        confirmed_at=NOON,
        checked_at=NOON,
        checks=2,
        version=household.owner.version + 1,
    )

    world.commit(world.registry.change_owner(changed))

    assert world.registry.household(changed.owner_id).owner == changed


def test_what_is_noted_of_a_contact_changes_nothing_else(world):
    contact = world.contact()

    world.commit(world.registry.note_contact(contact.key, language="es"))
    world.commit(world.registry.note_contact(contact.key, heard_at=NOON))

    assert world.registry.contact(contact.key) == replace(contact, language="es", heard_at=NOON)


def test_a_contact_that_is_gone_is_not_noted(world):
    with pytest.raises(Conflict) as refused:
        world.commit(world.registry.note_contact("nobody", language="es"))
    assert refused.value.labels == {"noted"}


def test_many_households_are_read_at_once_and_deleted_ones_left_out(world):
    first, second = world.household("+14105550150"), world.household("+14105550151")
    world.commit(*world.registry.remove_household(second, at=NOON))

    found = world.registry.households([first.owner.owner_id, second.owner.owner_id, "nobody"])

    assert found == {first.owner.owner_id: first}


def test_the_same_number_always_has_the_same_key_and_another_one_has_not(world):
    key = world.registry.key_of("sms", PHONE)

    assert key == world.registry.key_of("sms", PHONE)
    assert key != world.registry.key_of("sms", "+14105550143")
    assert key != world.registry.key_of("email", PHONE)


def test_no_key_of_any_table_holds_a_phone_number(world):
    world.household()

    stored = world.dynamodb.scan(TableName="registry")["Items"]
    keys = json.dumps([[item["pk"], item["sk"], item.get("gp"), item.get("gs")] for item in stored], default=str)

    assert "4105550142" not in keys


def test_a_contact_is_added_only_once(world):
    contact = world.contact()

    with pytest.raises(Conflict) as refused:
        world.commit(world.registry.add_contact(contact))
    assert refused.value.labels == {"contact"}


def test_a_contact_that_stopped_cannot_be_attached(world):
    contact = world.contact(consent="stopped")

    with pytest.raises(Conflict):
        world.commit(world.registry.attach_contact(contact.key, "owner1", consent_at=NOON))


def test_a_contact_is_attached_once_and_then_may_be_written_to(world):
    contact = world.contact()
    world.commit(world.registry.attach_contact(contact.key, "owner1", consent_at=NOON))

    attached = world.registry.contact(contact.key)
    assert (attached.owner_id, attached.consent) == ("owner1", "given")
    with pytest.raises(Conflict):
        world.commit(world.registry.attach_contact(contact.key, "owner2", consent_at=NOON))


def test_an_owner_is_changed_only_by_who_read_the_latest_version(world):
    owner = world.household().owner
    world.commit(world.registry.change_owner(replace(owner, name="Renamed", version=2)))

    with pytest.raises(Conflict) as refused:
        world.commit(world.registry.change_owner(replace(owner, name="Too late", version=2)))
    assert refused.value.labels == {"owner"}
    assert world.registry.household(owner.owner_id).owner.name == "Renamed"


def test_a_camera_number_is_given_only_once(world):
    owner = world.household().owner

    with pytest.raises(Conflict) as refused:
        world.commit(world.registry.add_camera(owner.owner_id, a_camera(1)))
    assert refused.value.labels == {"camera"}


def test_a_camera_is_changed_and_removed(world):
    owner = world.household(cameras=[a_camera(1), a_camera(2)]).owner
    moved = a_camera(1, address=an_address(number="1011"), retention_days=30)
    world.commit(world.registry.change_camera(owner.owner_id, moved))
    world.commit(world.registry.remove_camera(owner.owner_id, "c2"))
    world.commit(world.registry.remove_camera(owner.owner_id, "c2"))

    assert world.registry.household(owner.owner_id).cameras == (moved,)


def test_a_camera_that_is_gone_is_not_brought_back_by_a_change(world):
    owner = world.household().owner
    world.commit(world.registry.remove_camera(owner.owner_id, "c1"))

    with pytest.raises(Conflict):
        world.commit(world.registry.change_camera(owner.owner_id, a_camera(1)))


def test_removing_a_household_leaves_nothing_behind(world):
    household = world.household(cameras=[a_camera(1), a_camera(2)])

    world.commit(*world.registry.remove_household(household, at=NOON))

    assert world.dynamodb.scan(TableName="registry")["Items"] == []


def test_a_removed_household_that_had_stopped_leaves_only_the_stop(world):
    household = world.household()
    key = household.contacts[0].key
    world.commit(world.registry.set_consent(key, "stopped", at=NOON + timedelta(minutes=1), by="keyword"))
    household = world.registry.household(household.owner.owner_id)

    world.commit(*world.registry.remove_household(household, at=NOON))

    left = world.registry.contact(key)
    assert (left.consent, left.stopped_by, left.address, left.owner_id) == ("stopped", "keyword", "", None)
    assert PHONE[2:] not in json.dumps(world.dynamodb.scan(TableName="registry")["Items"])


def test_a_stop_that_came_while_a_household_was_being_removed_is_not_lost(world):
    household = world.household()
    key = household.contacts[0].key
    removal = world.registry.remove_household(household, at=NOON)
    world.commit(world.registry.set_consent(key, "stopped", at=NOON + timedelta(seconds=1), by="keyword"))

    with pytest.raises(Conflict) as refused:
        world.commit(*removal)
    assert refused.value.labels == {"contact"}


def test_a_contact_that_found_an_owner_meanwhile_is_not_forgotten(world):
    contact = world.contact()
    forgotten = world.registry.forget_contact(contact, at=NOON)
    world.commit(world.registry.attach_contact(contact.key, "owner1", consent_at=NOON + timedelta(seconds=1)))

    with pytest.raises(Conflict) as refused:
        world.commit(forgotten)
    assert refused.value.labels == {"contact"}


def test_a_forgotten_stop_still_knows_which_texts_changed_it(world):
    contact = world.contact()
    world.commit(world.registry.set_consent(contact.key, "stopped", at=NOON + timedelta(seconds=1), cause="SM1"))
    world.commit(world.registry.forget_contact(world.registry.contact(contact.key), at=NOON))

    left = world.registry.contact(contact.key)
    assert (left.consent, left.address, left.causes) == ("stopped", "", {"SM1"})


def test_owners_and_cameras_are_counted_and_contacts_are_not(world):
    world.household(cameras=[a_camera(1), a_camera(2)])
    world.contact("+14105550199")

    assert world.registry.figures() == {"owners": 1, "cameras": 2}


def test_consent_that_is_not_among_the_allowed_stops_the_whole_transaction(world):
    contact = world.contact(consent="unconfirmed")

    with pytest.raises(Conflict) as refused:
        world.commit(world.registry.check_consent(contact.key, allowed=["given"]))
    assert refused.value.labels == {"consent"}
    world.commit(world.registry.check_consent(contact.key, allowed=["given", "unconfirmed"]))


def test_a_contact_that_nobody_knows_may_not_be_written_to(world):
    with pytest.raises(Conflict):
        world.commit(world.registry.check_consent("nobody", allowed=["given", "unconfirmed"]))


def test_an_owner_id_is_given_only_once(world):
    world.commit(world.registry.add_owner(an_owner()))

    with pytest.raises(Conflict) as refused:
        world.commit(world.registry.add_owner(an_owner()), world.registry.add_contact(a_contact()))
    assert refused.value.labels == {"owner"}
    assert world.registry.contact("key1") is None


def test_wishes_that_were_kept_before_there_were_days_are_read(world):
    wishes = Wishes(quiet=QuietHours(time(20), time(9)), only="email")
    values = owner_values(replace(world.household().owner, wishes=wishes))
    del values["wishes"]["closed"]

    assert _wishes_of(values["wishes"]) == wishes
