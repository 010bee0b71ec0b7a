"""Contract: everything that is not kept for ever carries the second at which DynamoDB may remove it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.domain.agency import agency_from
from chalicelib.domain.exhibit import HistoryEntry
from chalicelib.domain.incident import Answer
from tests.builders import AGENCY_TABLE, a_message, a_request, an_agency, an_ask, an_exhibit
from tests.fakes import NOON

DAYS = {"texts_days": 20, "requests_days": 400, "exhibits_days": 800}


@pytest.fixture(autouse=True)
def agency_of_its_own(world):
    world.agency = an_agency(keep=DAYS)


def expiries(world, table):
    """Seconds by key, none where an item never expires."""
    found = world.dynamodb.scan(TableName=table)["Items"]
    return {(item["pk"]["S"], item["sk"]["S"]): int(item["ttl"]["N"]) if "ttl" in item else None for item in found}


def after(**how_long):
    return int((NOON + timedelta(**how_long)).timestamp())


def test_a_message_goes_when_the_agencys_days_are_over(world):
    world.commit(world.outbox.owe(a_message()))

    assert list(expiries(world, "outbox").values()) == [after(days=20)]


def test_a_message_stays_until_a_day_after_it_could_last_have_gone_out(world):
    world.commit(world.outbox.owe(a_message(expires_at=NOON + timedelta(days=30))))

    assert list(expiries(world, "outbox").values()) == [after(days=31)]


def test_a_request_its_code_and_its_asks_go_together(world):
    world.commit(*world.requests.add_request(a_request()), world.requests.add_ask(an_ask()))

    assert list(expiries(world, "requests").values()) == [after(days=400)] * 3


def test_an_answered_ask_still_goes_in_its_time(world):
    world.commit(world.requests.add_ask(an_ask()))
    answered = replace(an_ask(), answer=Answer.NO, answered_at=NOON + timedelta(days=2), version=2)
    world.commit(world.requests.change_ask(answered))

    assert list(expiries(world, "requests").values()) == [after(days=400)]


def test_a_request_with_files_stays_as_long_as_the_last_of_them_may(world):
    request = a_request()
    world.commit(*world.requests.add_request(request), world.requests.add_ask(an_ask()))
    world.commit(*world.requests.keep_as_long_as_files(request))

    found = expiries(world, "requests")
    assert found["request1", "r"] == found["code#BCDF", "code"] == after(days=800 + 14)
    assert found["request1", "a#owner1"] == after(days=400)


def test_an_exhibit_and_every_touch_of_it_go_when_its_lock_ends(world):
    exhibit = an_exhibit(keep_until=NOON + timedelta(days=800))
    late = NOON + timedelta(days=700)
    world.commit(*world.exhibits.announce(exhibit, HistoryEntry("announced", NOON, "owner")))
    world.commit(*world.exhibits.change(replace(exhibit, state="kept"), HistoryEntry("locked", NOON, "system"),
                                        was="receiving"))  # fmt: skip
    world.commit(world.exhibits.add_history(exhibit, HistoryEntry("viewed", late, "UDETECTIVE")))

    assert list(expiries(world, "requests").values()) == [after(days=800)] * 4


@pytest.mark.parametrize("wrong", [{"audit_days": 364}, {"texts_days": 0}, {"mail_days": "30"}, {"requests_days": 1.5}])
def test_days_that_cannot_be_kept_to_are_refused_by_name(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        agency_from({**AGENCY_TABLE, "keep": wrong})
