"""What writing costs, by weighing the items that the registry really writes: a unit for each KB begun, as AWS bills it.

An index entry costs a unit where it is put and where it is taken away, and none where it stays as it is. What is
written in a transaction costs twice. Whether AWS then bills index entries twice as well, its documents do not say: both
sums are given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import ceil
from typing import Any

from bench.cost_units import KILOBYTE, TRANSACTION, item_bytes
from chalicelib.domain.camera import Camera, CameraId
from chalicelib.domain.owner import Contact, ContactKey, Owner, OwnerId
from chalicelib.domain.place import Address, Point
from chalicelib.store.registry import DynamoRegistry

GOALS = {"register": 2, "edit_private_field": 1, "change_in_place": 3}
CAMERAS = (1, 4, 20)
_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
_INDEX_KEYS = ("pk", "sk", "gp", "gs")
Item = Mapping[str, Any]


def measured() -> dict[str, Any]:
    """Give the units of each kind of write, with its goal, and of first registrations of 1, 4 and 20 cameras."""
    camera = _camera(1)
    changes: dict[str, tuple[Camera | None, Camera | None]] = {
        "register": (None, camera),
        "edit_private_field": (camera, replace(camera, address=replace(camera.address, unit="APT 4"))),
        "change_in_place": (camera, replace(camera, heading=90)),
        "remove": (camera, None),
    }
    units = {name: _of(*map(_item_or_none, pair)) for name, pair in changes.items()}
    return {
        "operations": [{"operation": name, "wcu": count, "goal": GOALS.get(name)} for name, count in units.items()],
        "first_registration": [_first_registration(count) for count in CAMERAS],
    }


def transaction_units(items: Sequence[Item], *, index_twice: bool = False) -> int:
    """Give what it costs to put new items in one transaction."""
    tables = sum(ceil(item_bytes(item) / KILOBYTE) for item in items)
    entries = sum("gp" in item for item in items)
    return TRANSACTION * tables + (TRANSACTION if index_twice else 1) * entries


def _of(before: Item | None, after: Item | None) -> int:
    """Give what one write on its own costs: by the larger of the items, and by the entries that change."""
    table = max(ceil(item_bytes(item) / KILOBYTE) for item in (before, after) if item)
    old, new = ({name: item[name] for name in _INDEX_KEYS} if item else None for item in (before, after))
    return table if old == new else table + sum(entry is not None for entry in (old, new))


def _first_registration(cameras: int) -> dict[str, int]:
    """A household that is registered by text: its contact is there already, and is attached to the new owner."""
    registry = _registry()
    contact = Contact(key=ContactKey("k" * 32), channel="sms", address="+14105550100", consent_at=_NOW)
    owner = Owner(
        owner_id=OwnerId("abc234"),
        contact_keys=(contact.key,),
        registered_at=_NOW,
        consent_version="2026-11",
        name="Example Household",
    )
    attached = replace(contact, owner_id=owner.owner_id, consent="given")
    changes = [registry.add_owner(owner), registry.add_contact(attached)]
    items = [change.entry["Put"]["Item"] for change in changes] + [
        _item(_camera(number)) for number in range(1, cameras + 1)
    ]
    return {
        "cameras": cameras,
        "items": len(items),
        "wcu": transaction_units(items),
        "wcu_if_index_entries_are_billed_twice": transaction_units(items, index_twice=True),
    }


def _item(camera: Camera) -> Item:
    item: Item = _registry().add_camera(OwnerId("abc234"), camera).entry["Put"]["Item"]
    return item


def _item_or_none(camera: Camera | None) -> Item | None:
    return _item(camera) if camera else None


def _registry() -> DynamoRegistry:
    return DynamoRegistry(None, "registry", key="key")


def _camera(number: int) -> Camera:
    place = Address(number="1009", street="EXAMPLE RD", city="TOWSON", postcode="21286", point=Point(39.4, -76.58))
    return Camera(camera_id=CameraId(f"c{number}"), address=place, retention_days=14, heading=270, kind="doorbell")
