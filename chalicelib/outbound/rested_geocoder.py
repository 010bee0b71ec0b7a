"""Lets a geocoder rest for a minute that failed several times in a row, so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from chalicelib.domain.errors import ProviderBusy, ProviderError, ProviderRefused
from chalicelib.domain.place import Address, Point

if TYPE_CHECKING:
    from chalicelib.ports import Clock

TIMEOUT_S = 3.0
FAILURES = 3
REST = timedelta(minutes=1)


def geocoder(use: str, *, near: Point, clock: Clock, census_url: str, amazon: Callable[[], Any]) -> RestedGeocoder:
    """Give the geocoder that an agency chose: `census`, or `amazon`, whose client `amazon` makes."""
    if use == "census":
        from .census import CensusGeocoder

        return RestedGeocoder(CensusGeocoder(base_url=census_url, timeout_s=TIMEOUT_S), clock=clock)
    from .amazon_location import AmazonGeocoder

    return RestedGeocoder(AmazonGeocoder(amazon(), near=near), clock=clock)


class Locator(Protocol):
    """What asks one geocoder's wire; see ports.geocoder."""

    name: str

    def locate(self, address: str) -> list[Address]: ...


class RestedGeocoder:
    """Asks another, and raises ProviderBusy at once while it rests. Each process counts for itself."""

    def __init__(self, geocoder: Locator, *, clock: Clock) -> None:
        self._geocoder, self._clock = geocoder, clock
        self._failures = 0
        self._rests_until: datetime | None = None
        self.name = geocoder.name

    def locate(self, address: str) -> list[Address]:
        """See ports.geocoder."""
        if self.resting():
            raise ProviderBusy(self.name)
        try:
            found = self._geocoder.locate(address)
        except ProviderRefused:
            raise  # of this one address, not of the geocoder
        except ProviderError:
            self._failures += 1
            if self._failures >= FAILURES:
                self._failures, self._rests_until = 0, self._clock.now() + REST
            raise
        self._failures = 0
        return found

    def resting(self) -> bool:
        """See ports.geocoder."""
        return self._rests_until is not None and self._clock.now() < self._rests_until
