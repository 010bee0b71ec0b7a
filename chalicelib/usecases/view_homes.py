"""A supervisor looks at homes that several owners registered, and at owners with many places: counts, never who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.officer import Officer
from chalicelib.domain.overlap import MANY_PLACES, places_of
from chalicelib.domain.owner import Household, OwnerId

from .desk_list import DeskList
from .watch_places import PLACES

if TYPE_CHECKING:
    from chalicelib import ports

MOST_SHOWN = 50
Held = list[tuple[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class OddPlaces:
    """What was found of one owner: homes with how many owners they have, and how many places the owner has."""

    name: str
    at: datetime
    shared: tuple[tuple[str, int], ...]
    places: int

    @property
    def many(self) -> bool:
        """Whether this owner has unusually many places."""
        return self.places >= MANY_PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewHomes:
    """Reads what the sweeper found. The record of the look is written first: where it cannot be, nothing is given."""

    registry: ports.Registry
    scratch: ports.Scratch
    audit: ports.AuditLog
    transactions: ports.Transactions
    clock: ports.Clock

    def waiting(self, officer: Officer) -> list[OddPlaces]:
        """Give what waits, newest first, each home once, as it stands now.

        Raises Refused for whoever is no supervisor.
        """
        now = self._checked(officer)
        held = self._held(now)
        found = list(_newest(held, self._households(held)))
        self.audit.write(
            AuditEntry(deed="view_homes", actor=officer.officer_id, at=now, subject="desk", count=len(found))
        )
        return found

    def done(self, officer: Officer, name: str) -> None:
        """Take it off the list with all that says the same of the same homes, on record.

        Raises Refused as `waiting` does, NotFound where somebody did before.
        """
        now = self._checked(officer)
        held = self._held(now)
        seen = next((_lines(value) for each, value in held if each == name), None)
        if seen is None:
            raise NotFound
        same = [each for each, value in held if each == name or (_lines(value) and _lines(value) <= seen)]
        desk = DeskList(scratch=self.scratch, kind=PLACES)
        row = AuditEntry(
            deed="judge_flag", actor=officer.officer_id, at=now, subject=name, count=len(same), detail="homes seen"
        )
        gone = [change for each in same for change in desk.take_off(each)]
        self.transactions.commit([*gone, self.audit.record(row)])

    def _held(self, now: datetime) -> Held:
        found = DeskList(scratch=self.scratch, kind=PLACES).page(now=now, most=MOST_SHOWN)
        return sorted(found, key=lambda each: str(each[1]["at"]), reverse=True)

    def _households(self, held: Held) -> dict[OwnerId, Household]:
        named = {owner for _, value in held for _, owners in value["shared"] for owner in owners}
        return self.registry.households(sorted({OwnerId(name) for name in named | {name for name, _ in held}}))

    def _checked(self, officer: Officer) -> datetime:
        if not officer.may_approve():
            raise Refused("web.desk.homes_role")
        return self.clock.now()


def _newest(held: Held, households: Mapping[OwnerId, Household]) -> Iterable[OddPlaces]:
    told: set[str] = set()
    for name, value in held:
        owner = households.get(OwnerId(name))
        counts = {line: _with_cameras(owners, households) for line, owners in value["shared"] if line not in told}
        shared = tuple((line, count) for line, count in counts.items() if count > 1)
        odd = OddPlaces(
            name, datetime.fromisoformat(value["at"]), shared, len(places_of(owner.cameras)) if owner else 0
        )
        if shared or odd.many:
            told |= {line for line, _ in shared}
            yield odd


def _with_cameras(owners: Iterable[str], households: Mapping[OwnerId, Household]) -> int:
    found = (households.get(OwnerId(owner)) for owner in owners)
    return sum(1 for each in found if each and each.cameras)


def _lines(value: Mapping[str, Any]) -> set[str]:
    return {line for line, _ in value["shared"]}
