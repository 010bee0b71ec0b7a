"""Contract: the audit's chain grows row by row, and whatever is done to it shows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.domain.errors import Conflict
from tests.builders import an_entry
from tests.fakes import NOON

DAY = "2026-11-21"
OFFICERS = [f"UOFFICER{number}" for number in range(8)]


@pytest.fixture
def chain(world):
    """Six deeds of one officer: one chain. Gives the stored rows in order."""
    for number in range(6):
        world.audit.write(an_entry(count=number, at=NOON + timedelta(seconds=number)))
    return sorted(world.dynamodb.scan(TableName="audit")["Items"], key=lambda item: item["sk"]["S"])


def rewrite(world, *rows):
    """What somebody with too many rights could do."""
    for row in rows:
        world.dynamodb.put_item(TableName="audit", Item=row)


def drop(world, row):
    world.dynamodb.delete_item(TableName="audit", Key={"pk": row["pk"], "sk": row["sk"]})


def name(row):
    return f"{row['pk']['S']}/{row['sk']['S']}"


def test_deeds_are_read_back_in_order_of_time_and_nothing_is_broken(world):
    entries = [an_entry(actor=officer, at=NOON + timedelta(seconds=n)) for n, officer in enumerate(OFFICERS)]
    for entry in entries:
        world.audit.write(entry)

    assert [entry for entry, _ in world.audit.rows(DAY)] == entries
    assert world.audit.broken_links(DAY) == []


def test_a_flipped_field_shows(world, chain):
    for field, value in [("count", {"N": "99"}), ("actor", {"S": "USOMEBODY"}), ("case_number", {"S": ""})]:
        rewrite(world, {**chain[2], field: value})
        assert name(chain[2]) in world.audit.broken_links(DAY)
        rewrite(world, chain[2])
    assert world.audit.broken_links(DAY) == []


def test_a_dropped_row_shows(world, chain):
    drop(world, chain[3])

    assert world.audit.broken_links(DAY) == [name(chain[4])]


def test_a_dropped_first_row_shows(world, chain):
    drop(world, chain[0])

    assert name(chain[1]) in world.audit.broken_links(DAY)


def test_swapped_rows_show(world, chain):
    first, second = chain[1], chain[2]
    rewrite(world, {**first, "sk": second["sk"]}, {**second, "sk": first["sk"]})

    assert {name(first), name(second)} <= set(world.audit.broken_links(DAY))


def test_rows_cut_off_at_the_end_show_when_the_next_day_is_checked(world, chain):
    world.audit.write(an_entry(at=NOON + timedelta(days=1)))
    assert world.audit.broken_links("2026-11-22") == []

    drop(world, chain[5])

    assert len(world.audit.broken_links("2026-11-22")) == 1


def test_a_whole_day_that_is_gone_shows(world, chain):
    world.audit.write(an_entry(at=NOON + timedelta(days=2)))
    for row in chain:
        drop(world, row)

    assert len(world.audit.broken_links("2026-11-23")) == 1


def remove_expired(world, *, day=""):
    """What DynamoDB does in its own time: rows whose `ttl` has passed go, in any order."""
    for row in world.dynamodb.scan(TableName="audit")["Items"]:
        if int(row["ttl"]["N"]) <= world.clock.now().timestamp() and row["pk"]["S"].startswith(day):
            drop(world, row)


def test_a_days_rows_may_go_together_when_the_agencys_days_are_over(world, chain):
    over = NOON.replace(hour=0) + timedelta(days=1 + world.agency.keep.audit_days)

    assert {int(row["ttl"]["N"]) for row in chain} == {int(over.timestamp())}


def test_a_day_that_was_removed_in_its_time_breaks_nothing(world, chain):
    world.audit.write(an_entry(at=NOON + timedelta(days=1)))
    world.clock.time = NOON + timedelta(days=world.agency.keep.audit_days + 1)

    remove_expired(world)

    assert world.audit.rows(DAY) == []
    assert len(world.audit.rows("2026-11-22")) == 1
    assert world.audit.broken_links("2026-11-22") == []


@pytest.mark.parametrize("gone", [[0], [5], [2, 3], [0, 5]])
def test_a_day_that_is_only_half_removed_breaks_nothing(world, chain, gone):
    world.audit.write(an_entry(at=NOON + timedelta(days=1)))
    world.clock.time = NOON + timedelta(days=world.agency.keep.audit_days + 1)
    for number in gone:
        drop(world, chain[number])

    assert [world.audit.broken_links(day) for day in (DAY, "2026-11-22")] == [[], []]


def test_a_day_that_is_gone_before_its_time_shows_though_its_rows_say_otherwise(world, chain):
    world.audit.write(an_entry(at=NOON + timedelta(days=1)))
    for row in chain:
        drop(world, row)
    (next_row,) = world.dynamodb.scan(TableName="audit")["Items"]
    hash_before, _, _ = next_row["previous"]["S"].partition("@")
    rewrite(world, {**next_row, "previous": {"S": f"{hash_before}@1"}})

    assert world.audit.broken_links("2026-11-22") == [name(next_row)]


def test_of_two_who_write_the_next_row_one_must_try_again(world):
    first, second = world.audit.record(an_entry()), world.audit.record(an_entry(count=4))
    world.commit(first)

    with pytest.raises(Conflict) as refused:
        world.commit(second)
    assert refused.value.labels == {"audit"}
    world.commit(world.audit.record(an_entry(count=4)))
    assert world.audit.broken_links(DAY) == []


def test_what_is_shown_and_its_record_stand_or_fall_together(world):
    contact = world.contact(consent="stopped")

    with pytest.raises(Conflict):
        world.commit(world.audit.record(an_entry()), world.registry.check_consent(contact.key, allowed=["given"]))
    assert world.audit.rows(DAY) == []
