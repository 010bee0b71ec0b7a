"""Who is to be asked: of the cameras inside, the owners who may be written to and whose footage still exists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import pi
from typing import Literal
from zoneinfo import ZoneInfo

from .agency import Limits
from .camera import CameraId, Match
from .checking import unconfirmed
from .incident import Question, Window
from .inventory import is_public
from .owner import Contact, Household, OwnerId

Beyond = Literal["radius", "area", "window", "owners"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One owner to ask, through one contact, about these cameras; the first of them is overwritten at that time.

    `ask_at` is the earliest time that the owner's own wishes leave.
    """

    owner_id: OwnerId
    contact: Contact
    camera_ids: tuple[CameraId, ...]
    overwritten_at: datetime
    ask_at: datetime
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Whom to ask, soonest overwritten first; and how many cameras and owners lie inside.

    `listed` counts those of the cameras that come from published lists: they belong to none of the owners, and nobody
    can be asked about them. `overwritten` counts the owners' cameras whose recorder has probably lost the window by the
    time of asking, `unconfirmed` the owners to be asked who did not say for long whether their cameras are still there.
    """

    addressees: tuple[Addressee, ...]
    cameras: int
    owners: int
    overwritten: int
    listed: int = 0
    unconfirmed: int = 0


def plan_asks(
    matches: Iterable[Match],
    households: Mapping[OwnerId, Household],
    *,
    window: Window,
    at: datetime,
    zone: ZoneInfo,
) -> Plan:
    """Plan whom to ask at a time: each owner once, none without consent, none whose footage is gone by then.

    `at` is when the agency may ask; who wished for a later time is asked then, if the footage lasts that long.
    """
    working = [match for match in matches if match.working]
    gone_at = {match: window.end + timedelta(days=match.retention_days) for match in working}
    owned = [match for match in working if not is_public(match.owner_id)]
    inside: dict[OwnerId, list[Match]] = {}
    for match in owned:
        inside.setdefault(OwnerId(match.owner_id), []).append(match)
    found = []
    for owner_id, cameras in inside.items():
        household = households.get(owner_id)
        contact = reachable(household) if household else None
        if household is None or contact is None:
            continue
        ask_at = household.owner.wishes.time_to_ask(at, zone)
        if holding := [camera for camera in cameras if gone_at[camera] > ask_at]:
            found.append(_addressee(household, contact, holding, gone_at, ask_at))
    return Plan(
        addressees=tuple(sorted(found, key=lambda addressee: (addressee.overwritten_at, addressee.owner_id))),
        cameras=len(working),
        owners=len(inside),
        listed=len(working) - len(owned),
        overwritten=sum(1 for match in owned if gone_at[match] <= at),
        unconfirmed=sum(unconfirmed(households[asked.owner_id].owner, at) for asked in found),
    )


def reachable(household: Household) -> Contact | None:
    """Give the contact to write to: one with consent, by the owner's wishes, else a phone before a mailbox.

    None where nobody may be written to.
    """
    wishes = household.owner.wishes
    given = [
        contact
        for contact in household.contacts
        if contact.consent == "given" and contact.address and wishes.only in ("", contact.channel)
    ]
    first = wishes.prefers or "sms"
    return min(given, key=lambda contact: contact.channel != first, default=None)


def beyond_limits(question: Question, owners: int, limits: Limits) -> tuple[Beyond, ...]:
    """Name the limits that a detective may not pass alone.

    Areas are compared to a hundredth, for 800 m of radius and 2 square kilometres are meant to be the same.
    """
    area_km2 = pi * (question.radius_m / 1000) ** 2
    passed: dict[Beyond, bool] = {
        "radius": question.radius_m > limits.radius_m,
        "area": area_km2 > limits.area_km2 * 1.01,
        "window": question.window.length() > timedelta(hours=limits.window_hours),
        "owners": owners > limits.owners,
    }
    return tuple(name for name, is_beyond in passed.items() if is_beyond)


def _addressee(
    household: Household,
    contact: Contact,
    cameras: Iterable[Match],
    gone_at: Mapping[Match, datetime],
    ask_at: datetime,
) -> Addressee:
    cameras = list(cameras)
    return Addressee(
        owner_id=household.owner.owner_id,
        contact=contact,
        camera_ids=tuple(sorted((camera.camera_id for camera in cameras), key=lambda name: int(name[1:]))),
        overwritten_at=min(gone_at[camera] for camera in cameras),
        ask_at=ask_at,
        language=contact.language or household.owner.language,
    )
