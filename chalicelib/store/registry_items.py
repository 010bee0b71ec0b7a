"""Owners, contacts and cameras as the registry table holds them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import time
from typing import Any

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.camera import Camera, CameraId
from chalicelib.domain.owner import Contact, ContactKey, Owner, OwnerId
from chalicelib.domain.place import Address, Point
from chalicelib.domain.wishes import Closed, Wishes

from .items import moment, moment_or_none


def owner_values(owner: Owner) -> dict[str, Any]:
    """Give the attributes of an owner's item."""
    return asdict(owner) | {"wishes": _wishes_values(owner.wishes)}


def owner_of(item: dict[str, Any]) -> Owner:
    """Read an owner's item."""
    return Owner(
        owner_id=OwnerId(item["pk"]),
        contact_keys=tuple(map(ContactKey, item["contact_keys"])),
        registered_at=moment(item["registered_at"]),
        consent_version=item["consent_version"],
        consent_language=item.get("consent_language", ""),
        consent_sha256=item.get("consent_sha256", ""),
        name=item["name"],
        language=item["language"],
        wishes=_wishes_of(item.get("wishes", {})),
        confirmed_at=moment_or_none(item.get("confirmed_at")),
        checked_at=moment_or_none(item.get("checked_at")),
        checks=item.get("checks", 0),
        version=item["version"],
    )


def contact_values(contact: Contact) -> dict[str, Any]:
    """Give the attributes of a contact's item."""
    return asdict(contact) | {"causes": contact.causes or None}


def contact_of(item: dict[str, Any]) -> Contact:
    """Read a contact's item."""
    return Contact(
        key=ContactKey(item["key"]),
        channel=item["channel"],
        address=item.get("address", ""),
        owner_id=item.get("owner_id"),
        consent=item["consent"],
        consent_at=moment(item["consent_at"]),
        stopped_by=item["stopped_by"],
        language=item["language"],
        causes=frozenset(item.get("causes", ())),
        heard_at=moment_or_none(item.get("heard_at")),
    )


def camera_values(camera: Camera) -> dict[str, Any]:
    """Give the attributes of a camera's item, without those of the index."""
    return asdict(camera) | {"address": address_values(camera.address), "photo": camera.photo or None}


def camera_of(item: dict[str, Any]) -> Camera:
    """Read a camera's item."""
    return Camera(
        camera_id=CameraId(item["sk"]),
        address=address_of(item["address"]),
        retention_days=item["retention_days"],
        heading=item.get("heading"),
        indoor=item["indoor"],
        kind=item["kind"],
        working=item["working"],
        pin=_point_of(item["pin"]) if "pin" in item else None,
        photo=item.get("photo", ""),
    )


def address_values(address: Address) -> dict[str, Any]:
    """Give the map that stands for an address."""
    return asdict(address)


def address_of(values: dict[str, Any]) -> Address:
    """Read the map that stands for an address."""
    return Address(**{**values, "point": _point_of(values["point"]), "confidence": float(values["confidence"])})


def _point_of(values: dict[str, Any]) -> Point:
    return Point(float(values["lat"]), float(values["lng"]))


def _wishes_values(wishes: Wishes) -> dict[str, Any]:
    return {
        "paused_until": wishes.paused_until,
        "quiet": _hours_values(wishes.quiet),
        "closed": [{"day": each.day, "hours": _hours_values(each.hours)} for each in wishes.closed],
        "only": wishes.only,
        "prefers": wishes.prefers,
    }


def _wishes_of(values: dict[str, Any]) -> Wishes:
    """Read an owner's wishes; items of before there were any have none, and the older ones no days of the week."""
    return Wishes(
        paused_until=moment_or_none(values.get("paused_until")),
        quiet=_hours_of(values.get("quiet")),
        closed=tuple(Closed(int(each["day"]), _hours_of(each.get("hours"))) for each in values.get("closed", ())),
        only=values.get("only", ""),
        prefers=values.get("prefers", ""),
    )


def _hours_values(hours: QuietHours | None) -> list[str] | None:
    return [hours.since.isoformat("minutes"), hours.until.isoformat("minutes")] if hours else None


def _hours_of(values: list[str] | None) -> QuietHours | None:
    return QuietHours(*map(time.fromisoformat, values)) if values else None
