"""Contract: what expires is gone for every reader at its time, whatever the table still holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.domain.errors import Conflict
from tests.fakes import NOON

SOON = NOON + timedelta(minutes=5)


def put(world, value, *, version=None, expires_at=SOON, name="name"):
    world.commit(world.scratch.put("talk", name, value, expires_at=expires_at, version=version))


def test_a_value_is_read_back_with_its_version(world):
    put(world, {"step": "address", "list": [1, None, 2.5]})

    assert world.scratch.get("talk", "name", now=NOON) == {"step": "address", "list": [1, None, 2.5], "version": 1}


def test_at_its_expiry_it_is_gone_though_the_table_still_holds_it(world):
    put(world, {})

    assert world.scratch.get("talk", "name", now=SOON) is None
    assert world.scratch.take("talk", "name", now=SOON) is None


def test_what_is_there_is_not_overwritten_unless_it_expired(world):
    put(world, {"first": True})
    with pytest.raises(Conflict) as refused:
        put(world, {"second": True})
    assert refused.value.labels == {"talk"}

    world.clock.pass_time(minutes=5)
    put(world, {"second": True}, expires_at=SOON + timedelta(minutes=5))
    assert world.scratch.get("talk", "name", now=SOON)["second"]


def test_of_two_who_read_the_same_version_one_must_look_again(world):
    put(world, {"step": 1})
    read = world.scratch.get("talk", "name", now=NOON)
    put(world, {**read, "step": 2}, version=read["version"])

    with pytest.raises(Conflict):
        put(world, {**read, "step": 3}, version=read["version"])
    assert world.scratch.get("talk", "name", now=NOON) == {"step": 2, "version": 2}


def test_version_nought_writes_whatever_stands_there(world):
    put(world, {"step": 1})
    put(world, {"step": 9}, version=0)

    assert world.scratch.get("talk", "name", now=NOON) == {"step": 9, "version": 1}


def test_of_two_who_take_a_sign_in_link_one_gets_it(world):
    world.commit(world.scratch.put("sign_in", "hash", {"officer": "UDETECTIVE"}, expires_at=SOON))

    takers = [world.scratch.take("sign_in", "hash", now=NOON) for _ in range(2)]

    assert takers[0]["officer"] == "UDETECTIVE"
    assert takers[1] is None


def test_what_was_removed_is_gone_and_removing_it_again_is_no_conflict(world):
    put(world, {})
    world.commit(world.scratch.remove("talk", "name"))
    world.commit(world.scratch.remove("talk", "name"))

    assert world.scratch.get("talk", "name", now=NOON) is None


def test_everything_traced_to_somebody_is_forgotten_and_nothing_else(world):
    for name, of in (("one", "somebody"), ("two", "somebody"), ("three", "another")):
        put(world, {"said": name}, name=name)
        world.commit(world.scratch.trace(of, "talk", name, expires_at=SOON))

    for _ in range(2):
        world.scratch.forget("somebody")

    left = [name for name in ("one", "two", "three") if world.scratch.get("talk", name, now=NOON)]
    assert left == ["three"]
    assert len(world.dynamodb.scan(TableName="scratch")["Items"]) == 2


def test_a_counter_counts_until_it_expires_and_then_starts_anew(world):
    def count(now):
        return world.scratch.count("tries", "name", now=now, expires_at=now + timedelta(minutes=5))

    assert [count(NOON), count(NOON + timedelta(minutes=4)), count(SOON), count(SOON)] == [1, 2, 1, 2]


def trace(world, *names, kind="mail", of="desk", expires_at=SOON):
    world.commit(*(world.scratch.trace(of, kind, name, expires_at=expires_at) for name in names))


def test_the_latest_are_given_page_by_page_from_the_end(world):
    trace(world, "1", "2", "3", "4", "5")
    trace(world, "9", kind="mails")
    trace(world, "8", of="desks")

    assert world.scratch.latest("desk", "mail", now=NOON, most=2) == ["5", "4"]
    assert world.scratch.latest("desk", "mail", now=NOON, most=2, before="4") == ["3", "2"]
    assert world.scratch.latest("desk", "mail", now=NOON, most=2, before="2") == ["1"]
    assert world.scratch.latest("desk", "mail", now=SOON, most=2) == []


def test_what_is_traced_no_more_is_given_no_more(world):
    trace(world, "1", "2")

    world.commit(world.scratch.untrace("desk", "mail", "2"), world.scratch.untrace("desk", "mail", "7"))

    assert world.scratch.latest("desk", "mail", now=NOON, most=9) == ["1"]
    assert world.scratch.traced("desk", now=NOON) == [("mail", "1")]
