"""Contract: owners, contacts, cameras and consent in the registry table."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.domain.errors import Conflict
from tests.builders import PHONE, a_camera, a_contact, an_owner
from tests.fakes import NOON


def test_a_household_is_read_back_as_it_was_written(world):
    household = world.household(cameras=[a_camera(1, heading=90), a_camera(2, kind="doorbell")])

    assert world.registry.household(household.owner.owner_id) == household
