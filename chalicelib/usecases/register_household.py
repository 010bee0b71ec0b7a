"""A household registers, or registers more: the changes that make its cameras count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chalicelib import ports
from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import Camera
from chalicelib.domain.owner import Contact, Household, Owner, OwnerId


def register_household(
    contact: Contact,
    household: Household | None,
    cameras: Sequence[Camera],
    *,
    name: str,
    registry: ports.Registry,
    ids: ports.Ids,
    agency: Agency,
    now: datetime,
) -> list[ports.Change]:
    """Give the changes; `contact` is known and has not stopped. Labels: `contact` or `consent`, `owner`, `camera`.

    A new owner's contact gives its consent with it; that of an owner who had none given yet likewise.
    """
    if household:
        owner_id = household.owner.owner_id
        if contact.consent == "given":
            consent = registry.check_consent(contact.key, allowed=("given",))
        else:
            consent = registry.set_consent(contact.key, "given", at=now)
        return [consent, *(registry.add_camera(owner_id, camera) for camera in cameras)]
    owner = Owner(
        owner_id=OwnerId(ids.short(6)),
        contact_keys=(contact.key,),
        registered_at=now,
        consent_version=agency.consent_version,
        name=name,
        language=contact.language,
    )
    attach = registry.attach_contact(contact.key, owner.owner_id, consent_at=now)
    return [registry.add_owner(owner), attach, *(registry.add_camera(owner.owner_id, camera) for camera in cameras)]
