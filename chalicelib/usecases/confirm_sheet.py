"""Somebody presses the button below a table of cameras that they mailed: what was understood is registered, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import MAX_CAMERAS, CameraId
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.owner import Contact, ContactKey
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
class HeldSheet:
    """A table as it waits, in its owner's language; `done` is how many cameras it became, 0 while it waits."""

    rows: tuple[PlacedRow, ...]
    name: str
    language: str
    done: int

    @property
    def cameras(self) -> int:
        return sum(len(row.cameras) for row in self.rows)


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
            done=held["done"],
        )

    def press(self, token: str, agreed: ConsentText) -> int:
        """Register it under what was agreed to, and give how many cameras that made; again, and it only says so.

        Raises NotFound as `look` does, and Refused where the owner has no room for so many any more.
        """
        return anew(lambda: self._press(token, agreed))

    def _press(self, token: str, agreed: ConsentText) -> int:
        held, contact = self._held(token)
        return int(held["done"]) if held["done"] else self._register(token, held, contact, agreed)

    def _held(self, token: str) -> tuple[dict[str, Any], Contact]:
        held = self.scratch.get(SHEET, hashed(token), now=self.clock.now())
        contact = self.registry.contact(ContactKey(held["key"])) if held else None
        if held is None or contact is None or not contact.address or contact.consent == "stopped":
            raise NotFound
        return held, contact

    def _register(self, token: str, held: dict[str, Any], contact: Contact, agreed: ConsentText) -> int:
        household = self.registry.household(contact.owner_id) if contact.owner_id else None
        found = [camera for row in rows_from(held["rows"]) for camera in row.cameras]
        if household and not household.has_room_for(len(found)):
            raise Refused("web.sheet.no_room", field="sheet", most=MAX_CAMERAS)
        first, now = household.next_camera_number() if household else 1, self.clock.now()
        if not may_register("email", contact.address, contact.key, scratch=self.scratch, agency=self.agency, now=now):
            raise Refused("web.error.registrations_often", field="sheet", desk=self.agency.desk())
        cameras = [replace(camera, camera_id=CameraId(f"c{at}")) for at, camera in enumerate(found, first)]
        changes = register_household(
            contact, household, cameras, name=held["name"], agreed=agreed, registry=self.registry, ids=self.ids, now=now
        )
        # What was understood is not needed any more; that it was done is, for whoever presses twice.
        done = {"key": held["key"], "rows": [], "name": "", "done": len(cameras)}
        until = now + SHEET_LIFE
        spent = [
            self.scratch.put(SHEET, hashed(token), done, expires_at=until, version=held["version"]),
            self.scratch.trace(contact.key, SHEET, hashed(token), expires_at=until),
        ]
        self.transactions.commit([*spent, *changes])
        return len(cameras)
