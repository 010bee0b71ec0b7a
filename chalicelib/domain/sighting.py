"""The two ways in which a camera can belong to a lookup: it stands within the geofence, or it could see into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .camera_key import Place, facts_of
from .geofence import Area, Geofence, Widened
from .sector import MAX_RANGE_M, Sector


class Rule(Protocol):
    """Which entries of the index belong to a lookup."""

    @property
    def area(self) -> Area:
        """The ground on which all of them stand."""

    def judge(self, place: Place) -> float | None:
        """Give an entry's distance from what was asked about, in metres; none where it does not belong."""


@dataclass(frozen=True, slots=True)
class StandsWithin:
    """Cameras within the geofence, wherever they look."""

    area: Geofence

    def judge(self, place: Place) -> float | None:
        return self.area.measure(place.lat7 / 1e7, place.lng7 / 1e7)


@dataclass(frozen=True, slots=True)
class CouldSee:
    """Cameras whose view, as a circular sector, reaches into the geofence.

    One that stands within it looks away, and is left out, where the middle of its view lies outside: a camera on the
    edge that looks out sees the area only at its own feet. A camera without a heading looks everywhere.
    """

    geofence: Geofence

    @property
    def area(self) -> Area:
        return Widened(self.geofence, MAX_RANGE_M)

    def judge(self, place: Place) -> float | None:
        facts = facts_of(place)
        sector = Sector.of(facts.point, facts.heading, facts.kind)
        within = self.geofence.measure(facts.point.lat, facts.point.lng)
        if within is not None:
            return None if self.geofence.measure(*sector.middle()) is None else within
        return self.geofence.distance_m(facts.point) if self.geofence.seen_in(sector) else None
