"""What each deed takes: DynamoDB write units by weighing what the stores really write, calls by counting them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from chalicelib.domain.agency import Keep
from chalicelib.domain.camera import Camera, CameraId
from chalicelib.domain.incident import Ask, RequestId
from chalicelib.domain.outbox import Message, MessageId
from chalicelib.domain.owner import Contact, ContactKey, Owner, OwnerId
from chalicelib.domain.place import Address, Point
from chalicelib.store.outbox import DynamoOutbox
from chalicelib.store.registry import DynamoRegistry
from chalicelib.store.requests import DynamoRequests

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
KILOBYTE = 1024
TRANSACTION = 2
"""A write in a transaction costs twice what it costs alone."""
INDEXED = frozenset({"gp", "oo", "rm", "dq"})
"""The partition keys of the indexes: an item that has one is written to that index as well, under one kilobyte."""
TEXT = "x" * 300


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What one deed takes, on average; `calls` are function calls, each `seconds` long on `gigabytes` of memory."""

    writes: float
    reads: float
    calls: float
    seconds: float = 0.15
    gigabytes: float = 1.0
    queue_requests: float = 0
    api_requests: float = 0


def deeds() -> dict[str, Deed]:
    """Give every kind of deed. The seconds are of warm calls on a laptop (REPORT lines of the local stack)."""
    seen, audit = 2 * TRANSACTION, 1 * TRANSACTION
    registered = _registration_writes()
    ask = _write_units(_requests().add_ask(_ask()).entry) + _write_units(_outbox().owe(_message()).entry)
    delivered = 6 + 2 * TRANSACTION
    """Claim (with the check of consent), attempt, accepted, sent, delivered: each moves the item and its index."""
    return {
        "registration": Deed(writes=registered + 3 * seen, reads=14, calls=3, api_requests=3),
        "request": Deed(writes=24 + audit * 4, reads=120, calls=6, seconds=1.0, queue_requests=12, api_requests=2),
        "ask": Deed(writes=ask + delivered, reads=10, calls=3, queue_requests=3, api_requests=2),
        "answer": Deed(writes=seen + 4 * TRANSACTION + delivered, reads=16, calls=3, queue_requests=3, api_requests=1),
        "file": Deed(writes=30, reads=40, calls=12, seconds=1.0, gigabytes=1.4, queue_requests=9, api_requests=9),
        "tick": Deed(writes=0, reads=2, calls=1, seconds=0.05, gigabytes=0.5, queue_requests=3),
    }


def item_bytes(item: Mapping[str, Any]) -> int:
    """Weigh an item as DynamoDB does: names and values, in bytes."""
    return sum(len(name.encode()) + _value_bytes(value) for name, value in item.items())


def _value_bytes(attribute: Mapping[str, Any]) -> int:
    ((kind, value),) = attribute.items()
    if kind == "M":
        return 3 + item_bytes(value) + len(value)
    if kind in ("L", "SS"):
        return 3 + sum(1 + (_value_bytes(each) if kind == "L" else len(each)) for each in value)
    return len(value.encode()) if isinstance(value, str) else 1


def _write_units(entry: Mapping[str, Any]) -> int:
    item = entry["Put"]["Item"]
    return TRANSACTION * ceil(item_bytes(item) / KILOBYTE) + TRANSACTION * len(INDEXED & set(item))


def _registration_writes() -> int:
    registry = DynamoRegistry(None, "registry", key="key")
    owner = Owner(
        owner_id=OwnerId("abc234"), contact_keys=(ContactKey("k" * 32),), registered_at=NOW, consent_version="1"
    )
    contact = Contact(key=ContactKey("k" * 32), channel="sms", address="+14105550100", consent_at=NOW)
    place = Address(number="1009", street="ROXLEIGH RD", city="TOWSON", postcode="21286", point=Point(39.4, -76.58))
    camera = Camera(camera_id=CameraId("c1"), address=place, retention_days=14)
    changes = [registry.add_owner(owner), registry.add_contact(contact), registry.add_camera(owner.owner_id, camera)]
    return sum(_write_units(change.entry) for change in changes) + TRANSACTION


def _requests() -> DynamoRequests:
    return DynamoRequests(None, "requests", kept=Keep)


def _outbox() -> DynamoOutbox:
    return DynamoOutbox(None, "outbox", kept=Keep)


def _ask() -> Ask:
    return Ask(
        request_id=RequestId("r" * 8),
        code="BCDF",
        owner_id=OwnerId("abc234"),
        contact_key=ContactKey("k" * 32),
        camera_ids=(CameraId("c1"),),
        created_at=NOW,
        expires_at=NOW + timedelta(days=14),
        overwritten_at=NOW + timedelta(days=13),
    )


def _message() -> Message:
    return Message(
        message_id=MessageId("r" * 8 + "-abc234"),
        kind="ask",
        body=TEXT,
        created_at=NOW,
        due_at=NOW,
        expires_at=NOW + timedelta(days=1),
        contact_key=ContactKey("k" * 32),
    )
