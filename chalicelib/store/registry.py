"""Owners, contacts and cameras in the registry table: an owner's things share a partition, a contact has its own."""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

from chalicelib.domain.camera import Camera, CameraId
from chalicelib.domain.owner import Channel, Consent, Contact, ContactKey, Household, Owner, OwnerId, StoppedBy
from chalicelib.domain.photo import PhotoId
from chalicelib.ports import Change

from . import items
from .items import ItemChange
from .registry_items import camera_of, camera_values, contact_of, contact_values, owner_of, owner_values

OWNER, CONTACT = "o", "k"
PHOTOS = "photos#owed"
"""The partition of photos that must be deleted: the object store takes part in no transaction."""
_PARALLEL = 8


class DynamoRegistry:
    """Keys: owner `<id>/o`, camera `<id>/c<n>` (in the index `geo` by `gp`, `gs`), contact `k#<key>/k`.

    A photo that has to be deleted: `photos#owed/p<photo>`.
    """

    def __init__(
        self, client: Any, table: str, *, key: str, kept_out: Callable[[Camera], bool] = lambda _: False
    ) -> None:
        """`kept_out` tells which cameras must not be in the index, and so can be found by nobody."""
        self._client, self._table, self._key = client, table, key.encode()
        self._kept_out = kept_out

    def key_of(self, channel: Channel, address: str) -> ContactKey:
        """Give the keyed hash that stands for this address: 128 bits of HMAC-SHA256 in hex."""
        plain = f"{channel}:{address.strip().lower()}"
        return ContactKey(hmac.digest(self._key, plain.encode(), "sha256").hex()[:32])

    def contact(self, key: ContactKey) -> Contact | None:
        found = items.one(self._client, self._table, f"k#{key}", CONTACT)
        return None if found is None else contact_of(found)

    def household(self, owner_id: OwnerId) -> Household | None:
        return self.households([owner_id]).get(owner_id)

    def households(self, owner_ids: Sequence[OwnerId]) -> dict[OwnerId, Household]:
        """Read many at once, two round trips deep; owners deleted meanwhile are left out."""
        with ThreadPoolExecutor(_PARALLEL) as pool:
            found = [owner for owner in pool.map(self._owner_and_cameras, dict.fromkeys(owner_ids)) if owner]
        contacts = self._contacts([key for owner, _ in found for key in owner.contact_keys])
        return {
            owner.owner_id: Household(
                owner, cameras, tuple(contacts[key] for key in owner.contact_keys if key in contacts)
            )
            for owner, cameras in found
        }

    def add_contact(self, contact: Contact) -> ItemChange:
        return ItemChange("contact", {"Put": items.put_new(*self._at(contact.key), contact_values(contact))})

    def attach_contact(self, key: ContactKey, owner_id: OwnerId, *, consent_at: datetime) -> ItemChange:
        """Give a contact its owner and consent; conflicts where it stopped, has an owner, or is not there."""
        change = items.update(
            *self._at(key),
            write={"owner_id": owner_id, "consent": "given", "consent_at": consent_at},
            condition="attribute_exists(pk) AND attribute_not_exists(#owner_id) AND #consent <> :stopped",
            values={"stopped": "stopped"},
        )
        return ItemChange("contact", {"Update": change})

    def set_consent(
        self,
        key: ContactKey,
        consent: Consent,
        *,
        at: datetime,
        by: StoppedBy = "",
        cause: str = "",
        address: str = "",
    ) -> ItemChange:
        """Order changes by the carrier's time; where two bear the same time, STOP wins whichever came first."""
        later = "#consent_at < :at OR (#consent_at = :at AND (#consent <> :stopped OR :consent = :stopped))"
        change = items.update(
            *self._at(key),
            write={"consent": consent, "consent_at": at, "stopped_by": by} | ({"address": address} if address else {}),
            remove=["forgotten_at"] if address else [],
            condition=f"attribute_exists(pk) AND ({later})",
            values={"at": at, "stopped": "stopped", "consent": consent},
        )
        return ItemChange("consent", {"Update": _once(change, cause) if cause else change})

    def note_contact(self, key: ContactKey, *, language: str = "", heard_at: datetime | None = None) -> ItemChange:
        noted = {"language": language or None, "heard_at": heard_at}
        write = {name: value for name, value in noted.items() if value is not None}
        change = items.update(*self._at(key), write=write, condition="attribute_exists(pk)")
        return ItemChange("noted", {"Update": change})

    def check_consent(self, key: ContactKey, *, allowed: Sequence[Consent]) -> ItemChange:
        names = [f":allowed{number}" for number in range(len(allowed))]
        check = {
            "TableName": self._table,
            "Key": items.key(f"k#{key}", CONTACT),
            "ConditionExpression": f"consent IN ({', '.join(names)})",
            "ExpressionAttributeValues": {name: {"S": value} for name, value in zip(names, allowed, strict=True)},
        }
        return ItemChange("consent", {"ConditionCheck": check})

    def add_owner(self, owner: Owner) -> ItemChange:
        return ItemChange("owner", {"Put": items.put_new(self._table, owner.owner_id, OWNER, owner_values(owner))})

    def change_owner(self, owner: Owner) -> ItemChange:
        put = items.put(self._table, owner.owner_id, OWNER, owner_values(owner))
        return ItemChange("owner", {"Put": put | _if_version(owner.version - 1)})

    def add_camera(self, owner_id: OwnerId, camera: Camera) -> ItemChange:
        return self._write_camera(owner_id, camera, "attribute_not_exists(pk)")

    def change_camera(self, owner_id: OwnerId, camera: Camera, *, photo_was: str | None = None) -> ItemChange:
        """The stored photo must be `photo_was`, or else the camera's own: a photo that nobody read is never lost."""
        was = camera.photo if photo_was is None else photo_was
        change = self._write_camera(owner_id, camera, f"attribute_exists(pk) AND {_photo_is(was)}")
        values = {"ExpressionAttributeValues": {":photo": {"S": was}}} if was else {}
        return ItemChange("camera", {"Put": change.entry["Put"] | values})

    def remove_camera(self, owner_id: OwnerId, camera_id: CameraId, *, photo: str = "") -> ItemChange:
        gone = {
            "TableName": self._table,
            "Key": items.key(owner_id, camera_id),
            "ConditionExpression": f"attribute_not_exists(pk) OR {_photo_is(photo)}",
        }
        values = {"ExpressionAttributeValues": {":photo": {"S": photo}}} if photo else {}
        return ItemChange("camera", {"Delete": gone | values})

    def owe_photos(self, photos: Sequence[PhotoId], *, due_at: datetime) -> ItemChange:
        values = {"photos": list(photos), "due_at": due_at}
        return ItemChange("photo", {"Put": items.put(self._table, PHOTOS, _owed(photos), values)})

    def keep_photo(self, photo: PhotoId) -> ItemChange:
        owed = {"TableName": self._table, "Key": items.key(PHOTOS, _owed([photo]))}
        return ItemChange("photo", {"Delete": owed | {"ConditionExpression": "attribute_exists(pk)"}})

    def photos_owed(self, *, now: datetime) -> list[tuple[PhotoId, ...]]:
        """Read what one query gives, about ten thousand at most: the rest is found once these are gone."""
        found = items.partition(self._client, self._table, PHOTOS)
        return [tuple(map(PhotoId, item["photos"])) for item in found if items.moment(item["due_at"]) <= now]

    def photos_gone(self, photos: Sequence[PhotoId]) -> None:
        self._client.delete_item(TableName=self._table, Key=items.key(PHOTOS, _owed(photos)))

    def remove_household(self, household: Household, *, at: datetime) -> list[Change]:
        """Conflicts (`owner`, `contact`) where it changed since it was read: read it again, and decide anew."""
        owner = household.owner
        gone = {"TableName": self._table, "Key": items.key(owner.owner_id, OWNER)} | _if_version(owner.version)
        cameras = [
            self.remove_camera(owner.owner_id, camera.camera_id, photo=camera.photo) for camera in household.cameras
        ]
        photos = [PhotoId(camera.photo) for camera in household.cameras if camera.photo]
        owed = [self.owe_photos(photos, due_at=at)] if photos else []
        contacts = [self.forget_contact(contact, at=at) for contact in household.contacts]
        return [ItemChange("owner", {"Delete": gone}), *cameras, *owed, *contacts]

    def forget_contact(self, contact: Contact, *, at: datetime) -> ItemChange:
        """The causes stay with a STOP: a recorded START that is sent again must not undo it."""
        whose = "#owner_id = :owner" if contact.owner_id else "attribute_not_exists(#owner_id)"
        values = {"stopped": "stopped"} | ({"owner": contact.owner_id} if contact.owner_id else {})
        if contact.consent == "stopped":
            left = items.update(
                *self._at(contact.key),
                write={"address": "", "forgotten_at": at},
                remove=["owner_id"],
                condition=f"#consent = :stopped AND {whose}",
                values=values,
            )
            return ItemChange("contact", {"Update": left})
        condition = f"#consent <> :stopped AND {whose}"
        gone = {
            "TableName": self._table,
            "Key": items.key(f"k#{contact.key}", CONTACT),
            "ConditionExpression": condition,
            "ExpressionAttributeValues": items.pack_all({f":{name}": value for name, value in values.items()}),
        }
        return ItemChange("contact", {"Delete": gone | items.names_of(condition)})

    def walk_owners(self, *, after: str, limit: int) -> tuple[list[Owner], str]:
        """Where to go on is a key of the table, which opens nothing and names nobody."""
        asked: dict[str, Any] = {"TableName": self._table, "Limit": limit, "FilterExpression": "sk = :owner"}
        asked["ExpressionAttributeValues"] = {":owner": {"S": OWNER}}
        if after:
            asked["ExclusiveStartKey"] = items.key(*after.split(" "))
        page = self._client.scan(**asked)
        last = items.unpack_all(page.get("LastEvaluatedKey", {}))
        return [
            owner_of(items.unpack_all(item)) for item in page["Items"]
        ], f"{last['pk']} {last['sk']}" if last else ""

    def figures(self) -> dict[str, int]:
        """Count `owners` and `cameras` by reading every key: for an operator, not for a request."""
        kinds = Counter(item["sk"][0] for item in items.scan(self._client, self._table, "sk"))
        return {"owners": kinds[OWNER], "cameras": kinds["c"]}

    def _at(self, key: ContactKey) -> tuple[str, str, str]:
        return self._table, f"k#{key}", CONTACT

    def _owner_and_cameras(self, owner_id: OwnerId) -> tuple[Owner, tuple[Camera, ...]] | None:
        found = list(items.partition(self._client, self._table, owner_id))
        owner = next((owner_of(item) for item in found if item["sk"] == OWNER), None)
        cameras = sorted((camera_of(item) for item in found if item["sk"] != OWNER), key=lambda camera: camera.number)
        return None if owner is None else (owner, tuple(cameras))

    def _contacts(self, keys: Sequence[ContactKey]) -> dict[ContactKey, Contact]:
        found = items.many(self._client, self._table, [(f"k#{key}", CONTACT) for key in keys])
        return {contact.key: contact for contact in map(contact_of, found)}

    def _write_camera(self, owner_id: OwnerId, camera: Camera, condition: str) -> ItemChange:
        from chalicelib.domain import camera_key  # brings h3, which only those need who write a camera

        index = {} if self._kept_out(camera) else camera_key.encode(camera)._asdict()
        values = camera_values(camera) | index
        put = items.put(self._table, owner_id, camera.camera_id, values)
        return ItemChange("camera", {"Put": put | {"ConditionExpression": condition}})


def _photo_is(photo: str) -> str:
    return "photo = :photo" if photo else "attribute_not_exists(photo)"


def _owed(photos: Sequence[PhotoId]) -> str:
    """Name what is owed by its first photo: no two deletions begin with the same one."""
    return f"p{photos[0]}"


def _if_version(version: int) -> dict[str, Any]:
    return {
        "ConditionExpression": "#version = :version",
        "ExpressionAttributeNames": {"#version": "version"},
        "ExpressionAttributeValues": {":version": {"N": str(version)}},
    }


def _once(change: dict[str, Any], cause: str) -> dict[str, Any]:
    """Let a delivery change consent once, for ever: a recorded START that is sent again does nothing."""
    return change | {
        "UpdateExpression": change["UpdateExpression"] + " ADD #causes :causes",
        "ConditionExpression": change["ConditionExpression"] + " AND NOT contains(#causes, :cause)",
        "ExpressionAttributeNames": change["ExpressionAttributeNames"] | {"#causes": "causes"},
        "ExpressionAttributeValues": change["ExpressionAttributeValues"]
        | {":causes": {"SS": [cause]}, ":cause": {"S": cause}},
    }
