"""A Slack with two officers, and a city with one known place."""

from __future__ import annotations

import pytest

from tests import builders
from tests.channel.slack.office import Office
from tests.world import World


@pytest.fixture
def office(wired: World) -> Office:
    wired.officers()
    for text in ("1009 Roxleigh Rd", "1009 Roxleigh Rd, Towson"):
        wired.gazetteer.knows(text, builders.an_address())
    return Office(wired)
