"""What a turn of a conversation does to the registry: the changes that belong to each of its effects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.conversation import Confirm, Describe, Effect, Register, Remove, Rename, Wish
from chalicelib.domain.owner import Contact, Household, Owner

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Knows every effect but leaving, which needs more than the registry."""

    registry: ports.Registry
    scratch: ports.Scratch
    ids: ports.Ids
    agency: Agency

    def changes(
        self, effect: Effect | None, household: Household | None, contact: Contact, *, now: datetime
    ) -> list[ports.Change]:
        """Give the changes; none where there is nothing to change. `contact` is who writes, new or known."""
        if isinstance(effect, Register):
            return self._registered(effect, household, contact, now)
        if effect is None or household is None:
            return []
        owner = household.owner
        if isinstance(effect, Describe):
            return self._described(effect, household, now)
        if isinstance(effect, Remove):
            from .change_registration import removals  # few texts remove cameras: no cold start pays for it

            return removals(household, effect.cameras, registry=self.registry, now=now)
        changed = _changed(owner, effect, now)
        return [self.registry.change_owner(replace(changed, version=owner.version + 1))]

    def _described(self, effect: Describe, household: Household, now: datetime) -> list[ports.Change]:
        owner_id, stood = household.owner.owner_id, {camera.camera_id: camera.address for camera in household.cameras}
        changes = [self.registry.change_camera(owner_id, camera) for camera in effect.cameras]
        if any(camera.address != stood.get(camera.camera_id) for camera in effect.cameras):
            from .watch_places import placed  # who moves comes to another place; few texts do that

            changes += placed(owner_id, scratch=self.scratch, now=now)
        return changes

    def _registered(
        self, effect: Register, household: Household | None, contact: Contact, now: datetime
    ) -> list[ports.Change]:
        from chalicelib.words.consent import consent_by_message  # one text of a registration needs them, its last

        from .register_household import register_household

        return register_household(
            contact, household, effect.cameras, name=effect.name, registry=self.registry, scratch=self.scratch,
            ids=self.ids, agreed=consent_by_message(self.agency, contact.language, contact.channel), now=now,
        )  # fmt: skip


def _changed(owner: Owner, effect: Effect, now: datetime) -> Owner:
    if isinstance(effect, Rename):
        return replace(owner, name=effect.name)
    if isinstance(effect, Wish):
        return replace(owner, wishes=effect.wishes)
    assert isinstance(effect, Confirm)
    return replace(owner, confirmed_at=now, checks=0)
