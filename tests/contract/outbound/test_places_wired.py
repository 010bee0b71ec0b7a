"""What an agency that switched a geocoder on gets from wiring: its own points first, then the geocoder over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chalicelib import wiring
from chalicelib.domain.outside_geocoder import OutsideGeocoder
from chalicelib.domain.place import Exact, Outside, Unknown
from chalicelib.store import clients
from chalicelib.store.gazetteer import SqliteGazetteer
from tests.gazetteers import ROWS, town
from tests.world import SETTINGS, World, wire

from .test_geocoders import _sockets, surprises, vendors

__all__ = ["_sockets", "surprises", "vendors"]


@pytest.fixture
def own(tmp_path: Path) -> SqliteGazetteer:
    return town(tmp_path, *ROWS)


@pytest.fixture(params=["census", "amazon"])
def wired(
    request: pytest.FixtureRequest, world: World, own: SqliteGazetteer, vendors: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    places = wiring.places
    world.agency = replace(world.agency, geocoder=OutsideGeocoder(use=request.param, place="Baltimore County, MD"))
    settings = replace(SETTINGS, census_url=f"{vendors}/census", location_endpoint_url=f"{vendors}/location")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "example")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    wire(world, monkeypatch.setattr)
    monkeypatch.setattr(wiring, "places", places)
    monkeypatch.setattr(wiring, "_gazetteer", lambda _key: own)
    monkeypatch.setattr(wiring, "configuration", lambda: settings)
    _forget_clients()
    yield world
    _forget_clients()


def _forget_clients() -> None:
    for cached in (wiring._geocoder, wiring._client, clients.session):
        cached.cache_clear()


def test_an_address_that_only_the_geocoder_knows_is_offered(wired: World) -> None:
    found = wiring.places().find("1 New Example Way, Towson")

    assert isinstance(found, Unknown)
    assert [address.line() for address in found.suggestions] == ["1 New Example Way, Towson 21286"]


def test_our_own_points_come_first_and_the_boundary_is_ours(wired: World) -> None:
    find = wiring.places().find

    assert isinstance(find("1009 Roxleigh Rd, Towson"), Exact)
    assert isinstance(find("1 Faraway Example St, Ocean City"), Outside)
    assert find("77 Nowhere Blvd") == Unknown()
