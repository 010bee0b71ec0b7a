"""The phone is proven: register what the form held, all at once, and let its owner in."""

from __future__ import annotations

from chalicelib import ports
from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import MAX_CAMERAS, Camera, CameraId
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.owner import Household, Owner, OwnerId

from .prove_phone import Proven
from .register_on_web import Registration, registration_from
from .sign_in_owner import new_session

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
) -> str:
    """Write owner, cameras and consent, use the code up, and give the token of a new session: one transaction.

    Somebody who is registered already gets the cameras added. Raises Refused for field `code` where the code was used
    meanwhile, for `cameras` where they would have too many.
    """
    registration = registration_from(proven.held)
    for _ in range(TRIES):
        owner_id, changes = _changes(proven, registration, registry=registry, clock=clock, ids=ids, agency=agency)
        token = ids.token()
        session = new_session(token, owner_id, scratch=scratch, now=clock.now())
        try:
            transactions.commit([proven.spend, session, *changes])
        except Conflict as conflict:
            if "code" in conflict.labels:
                raise Refused("web.error.code_expired", field="code") from conflict
        else:
            return token
    raise Conflict("owner")


def _changes(
    proven: Proven,
    registration: Registration,
    *,
    registry: ports.Registry,
    clock: ports.Clock,
    ids: ports.Ids,
    agency: Agency,
) -> tuple[OwnerId, list[ports.Change]]:
    """Raises Refused for field `code` where the contact stopped since the code went out, or vanished."""
    now = clock.now()
    contact = registry.contact(registry.key_of("sms", proven.phone))
    if contact is None or contact.consent == "stopped":
        raise Refused("web.error.stopped", field="code")
    household = registry.household(contact.owner_id) if contact.owner_id else None
    if household:
        consent = [] if contact.consent == "given" else [registry.set_consent(contact.key, "given", at=now)]
        return household.owner.owner_id, consent + _cameras(household, registration, registry)
    owner = Owner(
        owner_id=OwnerId(ids.short(6)),
        contact_keys=(contact.key,),
        registered_at=now,
        consent_version=agency.consent_version,
        name=registration.name,
        language=contact.language,
    )
    attach = registry.attach_contact(contact.key, owner.owner_id, consent_at=now)
    added = _cameras(Household(owner, (), ()), registration, registry)
    return owner.owner_id, [registry.add_owner(owner), attach, *added]


def _cameras(household: Household, registration: Registration, registry: ports.Registry) -> list[ports.Change]:
    if len(household.cameras) + len(registration.cameras) > MAX_CAMERAS:
        raise Refused("web.error.cameras_many", field="code", most=MAX_CAMERAS)
    first = household.next_camera_number()
    return [
        registry.add_camera(
            household.owner.owner_id,
            Camera(
                camera_id=CameraId(f"c{first + offset}"),
                address=registration.address,
                retention_days=registration.retention_days,
                heading=draft.heading,
                indoor=draft.indoor,
            ),
        )
        for offset, draft in enumerate(registration.cameras)
    ]
