"""Somebody presses the button below a table of cameras that they mailed: what was understood is registered, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import MAX_CAMERAS, Camera, CameraId
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.owner import Contact, ContactKey, Household
from chalicelib.domain.sheet_places import PlacedRow, rows_from
from chalicelib.domain.token import hashed
from chalicelib.words.consent import ConsentText

from .anew import anew
from .limits import may_register
from .mail_sheet import SHEET, SHEET_LIFE
from .register_household import register_household

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How many cameras a table added, and how many it changed."""

    added: int
    mended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSheet:
    """A table as it waits, in its owner's language; `done` is what became of it, none while it waits."""

    rows: tuple[PlacedRow, ...]
    name: str
    language: str
    done: Done | None

    @property
    def cameras(self) -> int:
        """How many it would add."""
        return sum(len(row.cameras) for row in self.rows)

    @property
    def mended(self) -> int:
        """How many of the owner's it would change."""
        return sum(len(row.mended) for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmSheet:
    """The page behind the link in the answer to a table."""

    registry: ports.Registry
    scratch: ports.Scratch
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency

    def look(self, token: str) -> HeldSheet:
        """Give what the link would register; raises NotFound where it ran out, or a newer table took its place."""
        held, contact = self._held(token)
        return HeldSheet(
            rows=rows_from(held["rows"]),
            name=held["name"],
            language=self.agency.spoken(contact.language),
            done=_done(held),
        )

    def press(self, token: str, agreed: ConsentText) -> Done:
        """Register it under what was agreed to, and give what became of it; again, and it only says so.

        Raises NotFound as `look` does, and Refused where the owner has no room for so many any more.
        """
        return anew(lambda: self._press(token, agreed))

    def _press(self, token: str, agreed: ConsentText) -> Done:
        held, contact = self._held(token)
        return _done(held) or self._register(token, held, contact, agreed)

    def _held(self, token: str) -> tuple[dict[str, Any], Contact]:
        held = self.scratch.get(SHEET, hashed(token), now=self.clock.now())
        contact = self.registry.contact(ContactKey(held["key"])) if held else None
        if held is None or contact is None or not contact.address or contact.consent == "stopped":
            raise NotFound
        return held, contact

    def _register(self, token: str, held: dict[str, Any], contact: Contact, agreed: ConsentText) -> Done:
        household = self.registry.household(contact.owner_id) if contact.owner_id else None
        rows = rows_from(held["rows"])
        found = [camera for row in rows for camera in row.cameras]
        self._may_add(len(found), contact, household)
        first, now = household.next_camera_number() if household else 1, self.clock.now()
        cameras = [replace(camera, camera_id=CameraId(f"c{at}")) for at, camera in enumerate(found, first)]
        changes = register_household(
            contact, household, cameras, name=held["name"], agreed=agreed, registry=self.registry,
            scratch=self.scratch, ids=self.ids, now=now,
        )  # fmt: skip
        changed = _mended(household, [camera for row in rows for camera in row.mended])
        if household:
            changes += [self.registry.change_camera(household.owner.owner_id, camera) for camera in changed]
        done = Done(added=len(cameras), mended=len(changed))
        self.transactions.commit([*self._spent(token, held, contact, done), *changes])
        return done

    def _may_add(self, count: int, contact: Contact, household: Household | None) -> None:
        if household and not household.has_room_for(count):
            raise Refused("web.sheet.no_room", field="sheet", most=MAX_CAMERAS)
        now = self.clock.now()
        if count and not may_register(
            "email", contact.address, contact.key, scratch=self.scratch, agency=self.agency, now=now
        ):
            raise Refused("web.error.registrations_often", field="sheet", desk=self.agency.desk())

    def _spent(self, token: str, held: dict[str, Any], contact: Contact, done: Done) -> list[ports.Change]:
        """What was understood is not needed any more; that it was done is, for whoever presses twice."""
        until = self.clock.now() + SHEET_LIFE
        value = {"key": held["key"], "rows": [], "name": "", "done": [done.added, done.mended]}
        return [
            self.scratch.put(SHEET, hashed(token), value, expires_at=until, version=held["version"]),
            self.scratch.trace(contact.key, SHEET, hashed(token), expires_at=until),
        ]


def _done(held: dict[str, Any]) -> Done | None:
    return Done(added=held["done"][0], mended=held["done"][1]) if held["done"] else None


def _mended(household: Household | None, wanted: Sequence[Camera]) -> list[Camera]:
    """Give the owner's cameras as the table has them; one that is gone since, or stands elsewhere now, stays so."""
    standing = {camera.camera_id: camera for camera in household.cameras} if household else {}
    return [
        replace(was, retention_days=each.retention_days, heading=each.heading, kind=each.kind, indoor=each.indoor)
        for each in wanted
        if (was := standing.get(each.camera_id)) and was.address.line() == each.address.line()
    ]
