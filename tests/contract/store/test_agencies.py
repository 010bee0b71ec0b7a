"""Contract: the agency's configuration in versions, and its officers."""

from __future__ import annotations

import pytest

from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.store.agencies import DynamoAgencies
from tests.builders import AGENCY_TABLE, DETECTIVE, SUPERVISOR, an_agency, an_officer


def test_the_configuration_is_read_back_with_its_version(world):
    world.commit(*world.agencies.change_agency(AGENCY_TABLE, was=0))

    assert world.agencies.agency() == an_agency(version=1)


def test_before_the_first_deployment_there_is_no_agency(world):
    with pytest.raises(NotFound):
        world.agencies.agency()


def test_of_two_who_change_the_configuration_one_must_look_again(world):
    world.commit(*world.agencies.change_agency(AGENCY_TABLE, was=0))
    world.commit(*world.agencies.change_agency({**AGENCY_TABLE, "name": "Second"}, was=1))

    for was in (0, 1):
        with pytest.raises(Conflict) as refused:
            world.commit(*world.agencies.change_agency({**AGENCY_TABLE, "name": "Third"}, was=was))
        assert refused.value.labels == {"agency"}
    assert world.agencies.agency().name == "Second"


def test_what_cannot_be_read_is_never_written(world):
    with pytest.raises(ValueError, match="desk_phone"):
        world.agencies.change_agency({**AGENCY_TABLE, "desk_phone": "none"}, was=0)


def test_the_configuration_is_cached_for_a_minute(world):
    seconds = [0.0]
    agencies = DynamoAgencies(world.dynamodb, "agency", monotonic=lambda: seconds[0])
    world.commit(*agencies.change_agency(AGENCY_TABLE, was=0))
    agencies.agency()
    world.commit(*agencies.change_agency({**AGENCY_TABLE, "name": "Renamed"}, was=1))

    assert agencies.agency().name == AGENCY_TABLE["name"]
    seconds[0] = 60.0
    assert agencies.agency().name == "Renamed"


def test_officers_are_listed_and_a_disabled_one_is_returned_as_disabled(world):
    world.officers()
    world.commit(world.agencies.put_officer(an_officer(disabled=True)))

    assert [officer.officer_id for officer in world.agencies.officers()] == [DETECTIVE, SUPERVISOR]
    assert world.agencies.officer(DETECTIVE).disabled
    assert world.agencies.officer("UNOBODY") is None
