"""Somebody registered a place: soon after, it is looked whether others did before, and a supervisor is told."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.domain.errors import Conflict
from chalicelib.domain.inventory import is_public
from chalicelib.domain.outbox import MessageId
from chalicelib.domain.overlap import MANY_PLACES, places_of, same_home
from chalicelib.domain.owner import Household, OwnerId
from chalicelib.domain.place import Address
from chalicelib.domain.registration_form import PIN_WITHIN_M

from .desk_list import DeskList, DeskNotes

if TYPE_CHECKING:
    from chalicelib import ports

PLACED, PLACES = "placed", "places"
"""Lists in scratch, by owner's id: who registered since it was last looked, and what the desk should look at."""
AT_ONCE = 10
"""Owners that one tick of the sweeper looks at; the rest wait for the next."""
NEAR_M = PIN_WITHIN_M + 10.0
"""A camera stands in the index where its pin is: so far from its address at most."""


def placed(owner_id: OwnerId, *, scratch: ports.Scratch, now: datetime) -> list[ports.Change]:
    """Give the changes by which an owner's places are looked at; labels `placed`, `trace`."""
    return DeskList(scratch=scratch, kind=PLACED).put(owner_id, {}, of=owner_id, now=now, version=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchPlaces:
    """What the sweeper does; safe to do twice, and what is cut off is done at the next tick."""

    registry: ports.Registry
    cameras: ports.Cameras
    scratch: ports.Scratch
    transactions: ports.Transactions
    outbox_queue: ports.Queue
    clock: ports.Clock
    notes: DeskNotes

    def tick(self) -> int:
        """Look at owners who registered, AT_ONCE at most; give how many of them a supervisor should look at."""
        waiting = DeskList(scratch=self.scratch, kind=PLACED).page(now=self.clock.now(), most=AT_ONCE)
        return sum(self._look(OwnerId(name)) for name, _ in waiting)

    def _look(self, owner_id: OwnerId) -> bool:
        household, now = self.registry.household(owner_id), self.clock.now()
        found = self._found(household) if household else None
        changes = DeskList(scratch=self.scratch, kind=PLACED).take_off(owner_id)
        owed: tuple[MessageId, ...] = ()
        if found:
            told, owed = self.notes.owe("homes", now=now)
            desk = DeskList(scratch=self.scratch, kind=PLACES)
            changes += [*told, *desk.put(owner_id, found | {"at": now.isoformat()}, of=owner_id, now=now, version=0)]
        with contextlib.suppress(Conflict):  # the note was owed elsewhere meanwhile: the next tick looks again
            self.transactions.commit(changes)
            self.outbox_queue.send([{"message": message_id} for message_id in owed])
        return found is not None

    def _found(self, household: Household) -> dict[str, Any] | None:
        """Give an owner's homes at which others have cameras, with all owners' ids; none where there is nothing odd.

        Places that are kept off the map are never among them.
        """
        places = places_of(household.cameras)
        shared = [(place.line(), owners) for place in places if (owners := self._others(place, household))]
        return {"shared": shared} if shared or len(places) >= MANY_PLACES else None

    def _others(self, place: Address, household: Household) -> list[OwnerId]:
        """Give everybody with cameras at this home; nobody where it is the one owner alone."""
        from chalicelib.domain.geofence import Circle

        near = {OwnerId(match.owner_id) for match in self.cameras.find(Circle(place.point, NEAR_M))}
        others = sorted(each for each in near if each != household.owner.owner_id and not is_public(each))
        there = [
            each.owner.owner_id
            for each in self.registry.households(others).values()
            if any(same_home(camera.address, place) for camera in each.cameras)
        ]
        return [household.owner.owner_id, *there] if there else []
