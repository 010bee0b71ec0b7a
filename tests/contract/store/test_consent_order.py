"""Contract: whatever the order and however often deliveries come, consent ends as the latest of them says."""

from __future__ import annotations

import contextlib
import itertools
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.domain.errors import Conflict
from tests.fakes import NOON

_NUMBERS = itertools.count()


@st.composite
def histories(draw):
    """A few deliveries as (minute, says, cause), and the shuffled and doubled order in which they arrive."""
    said = draw(st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["given", "stopped"])), min_size=1, max_size=6))
    deliveries = [(minute, consent, f"SM{number}") for number, (minute, consent) in enumerate(said)]
    doubled = deliveries + draw(st.lists(st.sampled_from(deliveries), max_size=4))
    return deliveries, draw(st.permutations(doubled))


def deliver(world, key, delivery):
    minute, consent, cause = delivery
    with contextlib.suppress(Conflict):
        by = "keyword" if consent == "stopped" else ""
        world.commit(world.registry.set_consent(key, consent, at=NOON + timedelta(minutes=minute), by=by, cause=cause))


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories())
def test_consent_ends_as_the_latest_delivery_says_and_stop_wins_a_tie(world, history):
    deliveries, arrivals = history
    contact = world.contact(f"+1410555{next(_NUMBERS):04d}")

    for delivery in arrivals:
        deliver(world, contact.key, delivery)

    latest = max(minute for minute, _, _ in deliveries)
    said_last = {consent for minute, consent, _ in deliveries if minute == latest}
    expected = "stopped" if "stopped" in said_last else "given"
    assert world.registry.contact(contact.key).consent == expected


def test_a_recorded_start_sent_again_years_later_does_nothing(world):
    contact = world.contact(consent="given")
    deliver(world, contact.key, (1, "stopped", "SM1"))
    deliver(world, contact.key, (2, "given", "SM2"))
    deliver(world, contact.key, (3, "stopped", "SM3"))

    deliver(world, contact.key, (999_999, "given", "SM2"))

    assert world.registry.contact(contact.key).consent == "stopped"


def test_an_old_start_never_beats_a_newer_stop(world):
    contact = world.contact(consent="given")
    world.commit(world.registry.set_consent(contact.key, "stopped", at=NOON + timedelta(minutes=5), by="words"))

    with pytest.raises(Conflict) as refused:
        world.commit(world.registry.set_consent(contact.key, "given", at=NOON + timedelta(minutes=4)))
    assert refused.value.labels == {"consent"}
