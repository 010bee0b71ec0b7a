"""A photo of a camera's view: kept with the registration, replaced and removed with it, never left behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.camera import Camera
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.owner import Household, OwnerId
from chalicelib.domain.photo import PhotoId, clean_photo

from .change_registration import camera_of

if TYPE_CHECKING:
    from chalicelib import ports

UNFINISHED = timedelta(hours=1)
"""How long a file may lie in the bucket that no camera names: then it is deleted as one that was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPhoto:
    """Adds and takes away photos.

    The object store takes part in no transaction. So the deletion of a new file is owed before the file is written, and
    that debt is paid in the transaction that lets a camera name the file; the debt for the old one begins there.
    """

    registry: ports.Registry
    photos: ports.Photos
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids

    def add(self, household: Household, camera_id: str, content: bytes) -> None:
        """Clean a photo and keep it, in the place of the one before.

        Raises Refused for field `photo` for what is no photo, or where the camera was changed meanwhile; NotFound where
        the camera is none of theirs.
        """
        camera, photo = camera_of(household, camera_id), clean_photo(content)
        photo_id, now = PhotoId(self.ids.token()), self.clock.now()
        self.transactions.commit([self.registry.owe_photos([photo_id], due_at=now + UNFINISHED)])
        self.photos.put(photo_id, photo)
        self._name(household.owner.owner_id, camera, photo_id)

    def remove(self, household: Household, camera_id: str) -> None:
        """Take a camera's photo away; where it has none, nothing happens."""
        camera = camera_of(household, camera_id)
        if camera.photo:
            self._name(household.owner.owner_id, camera, PhotoId(""))

    def _name(self, owner_id: OwnerId, camera: Camera, photo_id: PhotoId) -> None:
        was, changed = PhotoId(camera.photo), replace(camera, photo=photo_id)
        changes = [self.registry.change_camera(owner_id, changed, photo_was=was)]
        if photo_id:
            changes.append(self.registry.keep_photo(photo_id))
        if was:
            changes.append(self.registry.owe_photos([was], due_at=self.clock.now()))
        try:
            self.transactions.commit(changes)
        except Conflict as conflict:
            raise Refused("web.error.photo_again", field="photo") from conflict


def delete_owed_photos(*, registry: ports.Registry, photos: ports.Photos, clock: ports.Clock) -> int:
    """Delete every file that is owed to be; give how many. Cut off anywhere, the rest is done the next time."""
    count = 0
    for owed in registry.photos_owed(now=clock.now()):
        photos.remove(owed)
        registry.photos_gone(owed)
        count += len(owed)
    return count
