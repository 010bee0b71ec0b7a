"""Things to test with, complete and plausible; each argument changes one field."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chalicelib.domain.agency import Agency, agency_from
from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.camera import Camera, CameraId
from chalicelib.domain.exhibit import Exhibit, ExhibitId
from chalicelib.domain.incident import Ask, Question, Request, RequestId, Window
from chalicelib.domain.officer import Officer, OfficerId
from chalicelib.domain.outbox import Message, MessageId
from chalicelib.domain.owner import Contact, ContactKey, Household, Owner, OwnerId
from chalicelib.domain.place import Address, Point
from tests.fakes import NOON

PHONE = "+14105550142"
OTHER_PHONE = "+14105550143"
DETECTIVE, SUPERVISOR = OfficerId("UDETECTIVE"), OfficerId("USUPERVISOR")
CHANNEL = "CFOOTAGE"
TEAM = "TEXAMPLE"
AGENCY_TABLE: dict[str, Any] = {
    "name": "Example County Police",
    "short_name": "Example Police",
    "time_zone": "America/New_York",
    "desk_phone": "+14105550100",
    "case_number": r"\d{2}-\d{5}",
    "case_number_example": "26-01234",
    "quiet_hours": {"from": "21:00", "until": "08:00"},
    "gazetteer_key": "gazetteer-1.sqlite",
    "limits": {"work_bits": 6},
}


def an_agency(**changes: Any) -> Agency:
    return agency_from({**AGENCY_TABLE, **changes})


def an_address(**changes: Any) -> Address:
    plain = {"number": "1009", "street": "ROXLEIGH RD", "city": "TOWSON", "postcode": "21286"}
    return Address(**{**plain, "point": Point(39.4009, -76.5866), **changes})


def a_camera(number: int = 1, **changes: Any) -> Camera:
    plain = {"camera_id": CameraId(f"c{number}"), "address": an_address(), "retention_days": 14}
    return Camera(**{**plain, **changes})


def a_contact(key: str = "key1", **changes: Any) -> Contact:
    plain = {"key": ContactKey(key), "channel": "sms", "address": PHONE, "consent_at": NOON}
    return Contact(**{**plain, **changes})


def an_owner(owner_id: str = "owner1", **changes: Any) -> Owner:
    plain = {
        "owner_id": OwnerId(owner_id),
        "contact_keys": (ContactKey("key1"),),
        "registered_at": NOON,
        "consent_version": "1",
        "name": "Example Neighbor",
    }
    return Owner(**{**plain, **changes})


def a_household(owner_id: str = "owner1", *, cameras: int = 1, **contact: Any) -> Household:
    """An owner whose one contact gave consent."""
    written_to = a_contact(**{"owner_id": OwnerId(owner_id), "consent": "given", **contact})
    owner = an_owner(owner_id, contact_keys=(written_to.key,))
    return Household(owner, tuple(a_camera(number + 1) for number in range(cameras)), (written_to,))


def an_officer(officer_id: str = DETECTIVE, **changes: Any) -> Officer:
    plain = {"officer_id": OfficerId(officer_id), "team_id": TEAM, "name": "Example Detective", "role": "detective"}
    return Officer(**{**plain, **changes})


def a_window(**changes: Any) -> Window:
    plain = {"start": NOON - timedelta(hours=20), "end": NOON - timedelta(hours=18)}
    return Window(**{**plain, **changes})


def a_question(**changes: Any) -> Question:
    plain = {
        "case_number": "26-01234",
        "category": "burglary",
        "place": an_address(),
        "radius_m": 300.0,
        "window": a_window(),
        "look_for": "man in a red jacket",
    }
    return Question(**{**plain, **changes})


def a_request(request_id: str = "request1", **changes: Any) -> Request:
    plain = {
        "request_id": RequestId(request_id),
        "code": "BCDF",
        "question": a_question(),
        "officer_id": DETECTIVE,
        "channel_id": CHANNEL,
        "created_at": NOON,
        "expires_at": NOON + timedelta(days=14),
        "state": "open",
        "cameras": 1,
        "owners": 1,
    }
    return Request(**{**plain, **changes})


def an_ask(request_id: str = "request1", owner_id: str = "owner1", **changes: Any) -> Ask:
    plain = {
        "request_id": RequestId(request_id),
        "code": "BCDF",
        "owner_id": OwnerId(owner_id),
        "contact_key": ContactKey("key1"),
        "camera_ids": (CameraId("c1"),),
        "created_at": NOON,
        "expires_at": NOON + timedelta(days=14),
        "overwritten_at": NOON + timedelta(days=13),
    }
    return Ask(**{**plain, **changes})


def an_exhibit(exhibit_id: str = "exhibit1", **changes: Any) -> Exhibit:
    plain = {
        "exhibit_id": ExhibitId(exhibit_id),
        "request_id": RequestId("request1"),
        "owner_id": OwnerId("owner1"),
        "file_name": "front door.mp4",
        "size": 11,
        "announced_at": NOON,
        "keep_until": NOON + timedelta(days=an_agency().keep.exhibits_days),
    }
    return Exhibit(**{**plain, **changes})


def a_message(message_id: str = "message1", **changes: Any) -> Message:
    plain = {
        "message_id": MessageId(message_id),
        "kind": "ask",
        "body": f"Example Police: a text for {message_id}",
        "created_at": NOON,
        "due_at": NOON,
        "expires_at": NOON + timedelta(days=1),
        "contact_key": ContactKey("key1"),
    }
    return Message(**{**plain, **changes})


def an_entry(**changes: Any) -> AuditEntry:
    plain = {"deed": "lookup", "actor": DETECTIVE, "at": NOON, "case_number": "26-01234", "count": 3}
    return AuditEntry(**{**plain, **changes})
