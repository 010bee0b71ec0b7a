"""A household registers, or registers more, by text or by the form: the changes that make its cameras count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import MAX_CAMERAS, Camera
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.owner import Contact, Household, Owner, OwnerId
from chalicelib.domain.registration_form import Registration, registration_from
from chalicelib.words.consent import ConsentText, consent_text

from .limits import may_register
from .prove_phone import Proven
from .watch_places import placed

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5


def confirm_registration(
    proven: Proven,
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    transactions: ports.Transactions,
    clock: ports.Clock,
    ids: ports.Ids,
    agency: Agency,
) -> None:
    """Write owner, cameras and consent, and use the code up, in one transaction.

    Somebody who is registered already gets the cameras added. Raises Refused for field `code` where the code was used
    or the number stopped meanwhile, where there would be too many cameras, and beyond what a day may bring.
    """
    key = registry.key_of(proven.channel, proven.phone)
    if not may_register(proven.channel, proven.phone, key, scratch=scratch, agency=agency, now=clock.now()):
        raise Refused("web.error.registrations_often", field="code", desk=agency.desk())
    for _ in range(TRIES):
        changes = _by_form(proven, registry=registry, scratch=scratch, clock=clock, ids=ids, agency=agency)
        try:
            return transactions.commit([proven.spend, *changes])
        except Conflict as conflict:
            if "code" in conflict.labels:
                raise Refused("web.error.code_expired", field="code") from conflict
    raise Conflict("owner")


def register_household(  # noqa: PLR0913  (ports, by keyword)
    contact: Contact,
    household: Household | None,
    cameras: Sequence[Camera],
    *,
    name: str,
    agreed: ConsentText,
    registry: ports.Registry,
    scratch: ports.Scratch,
    ids: ports.Ids,
    now: datetime,
    is_new: bool = False,
) -> list[ports.Change]:
    """Give the changes; `contact` has not stopped, `agreed` is the text that was agreed to.

    Labels: `contact` or `consent`, `owner`, `camera`, `placed`, `trace`. A contact that `is_new` is written down here
    too. A new owner's contact gives its consent with it; that of an owner who had none given yet likewise.
    """
    owner = household.owner if household else _new_owner(contact, name=name, agreed=agreed, ids=ids, now=now)
    if household and contact.consent == "given":
        changes = [registry.check_consent(contact.key, allowed=("given",))]
    elif household:
        changes = [registry.set_consent(contact.key, "given", at=now)]
    elif is_new:
        given = replace(contact, owner_id=owner.owner_id, consent="given", consent_at=now)
        changes = [registry.add_owner(owner), registry.add_contact(given)]
    else:
        changes = [registry.add_owner(owner), registry.attach_contact(contact.key, owner.owner_id, consent_at=now)]
    added = (registry.add_camera(owner.owner_id, camera) for camera in cameras)
    return [*changes, *added, *placed(owner.owner_id, scratch=scratch, now=now)]


def household_by_form(  # noqa: PLR0913  (ports, by keyword)
    held: Mapping[str, Any],
    contact: Contact,
    *,
    is_new: bool = False,
    language: str,
    registry: ports.Registry,
    scratch: ports.Scratch,
    ids: ports.Ids,
    agency: Agency,
    now: datetime,
) -> list[ports.Change]:
    """Give the changes that register what a form held, for whoever has proven its phone.

    Raises Refused for field `code` where there would be too many cameras.
    """
    registration = registration_from(held)
    household = registry.household(contact.owner_id) if contact.owner_id else None
    agreed = consent_text(agency, language)
    return register_household(
        contact,
        household,
        _cameras(registration, household),
        name=registration.name,
        registry=registry,
        scratch=scratch,
        ids=ids,
        agreed=replace(agreed, version=registration.consent_version or agreed.version),
        now=now,
        is_new=is_new,
    )


def _by_form(
    proven: Proven,
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    clock: ports.Clock,
    ids: ports.Ids,
    agency: Agency,
) -> list[ports.Change]:
    contact = registry.contact(registry.key_of(proven.channel, proven.phone))
    if contact is None or contact.consent == "stopped":
        reason = "web.error.stopped" if proven.channel == "sms" else "web.error.stopped_mail"
        raise Refused(reason, field="code")
    return household_by_form(
        proven.held, contact, language=proven.language, registry=registry, scratch=scratch, ids=ids, agency=agency,
        now=clock.now(),
    )  # fmt: skip


def _new_owner(contact: Contact, *, name: str, agreed: ConsentText, ids: ports.Ids, now: datetime) -> Owner:
    return Owner(
        owner_id=OwnerId(ids.short(6)),
        contact_keys=(contact.key,),
        registered_at=now,
        consent_version=agreed.version,
        consent_language=agreed.language,
        consent_sha256=agreed.sha256,
        name=name,
        language=contact.language or agreed.language,
    )


def _cameras(registration: Registration, household: Household | None) -> list[Camera]:
    if household and not household.has_room_for(len(registration.cameras)):
        raise Refused("web.error.cameras_many", field="code", most=MAX_CAMERAS)
    return registration.as_cameras(first=household.next_camera_number() if household else 1)
