"""Owners, contacts, cameras, and the places they stand at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from chalicelib.domain.camera import Camera, CameraId, Match
from chalicelib.domain.owner import Channel, Consent, Contact, ContactKey, Household, Owner, OwnerId, StoppedBy
from chalicelib.domain.photo import PhotoId
from chalicelib.domain.place import Located, Point
from chalicelib.domain.street_lines import Box, DrawnStreet

from .transactions import Change

if TYPE_CHECKING:  # these bring h3, which whoever names a port need not load
    from chalicelib.domain.footage import Footage
    from chalicelib.domain.geofence import Geofence
    from chalicelib.domain.wanted import Wanted


class Registry(Protocol):
    """Owners, contacts and cameras."""

    def key_of(self, channel: Channel, address: str) -> ContactKey:
        """Give the keyed hash that stands for this address."""

    def contact(self, key: ContactKey) -> Contact | None: ...

    def household(self, owner_id: OwnerId) -> Household | None: ...

    def households(self, owner_ids: Sequence[OwnerId]) -> dict[OwnerId, Household]:
        """Read many at once; owners deleted meanwhile are left out."""

    def add_contact(self, contact: Contact) -> Change:
        """Label `contact`; conflicts where the key exists already."""

    def attach_contact(self, key: ContactKey, owner_id: OwnerId, *, consent_at: datetime) -> Change:
        """Give a contact its owner and consent; label `contact`; conflicts where it stopped or has an owner."""

    def set_consent(
        self,
        key: ContactKey,
        consent: Consent,
        *,
        at: datetime,
        by: StoppedBy = "",
        cause: str = "",
        address: str = "",
    ) -> Change:
        """Label `consent`; conflicts where a later change stands, or `cause` (a delivery's id) was used before.

        `address` is written too where it is given: for somebody who comes back after it was forgotten.
        """

    def note_contact(self, key: ContactKey, *, language: str = "", heard_at: datetime | None = None) -> Change:
        """Write what is given: the language that is spoken there, when somebody last wrote; label `noted`.

        Conflicts where the contact is gone.
        """

    def check_consent(self, key: ContactKey, *, allowed: Sequence[Consent]) -> Change:
        """Write nothing; label `consent`; conflicts where the contact's consent is none of `allowed`."""

    def add_owner(self, owner: Owner) -> Change:
        """Label `owner`; conflicts where the id is taken."""

    def change_owner(self, owner: Owner) -> Change:
        """Write the owner anew; label `owner`; conflicts unless `owner.version` follows the stored one."""

    def add_camera(self, owner_id: OwnerId, camera: Camera) -> Change:
        """Label `camera`; conflicts where the id is taken."""

    def change_camera(self, owner_id: OwnerId, camera: Camera, *, photo_was: str | None = None) -> Change:
        """Label `camera`; conflicts where it is gone, or got another photo meanwhile (see `photo_was`)."""

    def remove_camera(self, owner_id: OwnerId, camera_id: CameraId, *, photo: str = "") -> Change:
        """Label `camera`; removing what is gone is no conflict. Conflicts where it has another photo than this.

        Whoever removes a camera with a photo owes that photo's deletion in the same transaction.
        """

    def owe_photos(self, photos: Sequence[PhotoId], *, due_at: datetime) -> Change:
        """Note that these files must be deleted, from `due_at` on; label `photo`."""

    def keep_photo(self, photo: PhotoId) -> Change:
        """Take back that it must be deleted; label `photo`; conflicts where that was done already."""

    def photos_owed(self, *, now: datetime) -> list[tuple[PhotoId, ...]]:
        """Give what is due to be deleted, as it was owed."""

    def photos_gone(self, photos: Sequence[PhotoId]) -> None:
        """Note that what was owed is done; again is no error."""

    def remove_household(self, household: Household, *, at: datetime) -> list[Change]:
        """Remove owner, cameras and addresses; contacts that stopped leave their key and the STOP behind."""

    def forget_contact(self, contact: Contact, *, at: datetime) -> Change:
        """Remove a contact, or all but the key and the STOP of one that stopped; label `contact`.

        Conflicts where its consent or its owner changed since it was read.
        """

    def walk_owners(self, *, after: str, limit: int) -> tuple[list[Owner], str]:
        """Read the next `limit` items of the registry; give the owners among them, and where to go on.

        Begin with an empty `after`; it is over where an empty one comes back.
        """

    def figures(self) -> dict[str, int]:
        """Count `owners` and `cameras`."""


class Cameras(Protocol):
    """The camera index. A geofence is a circle, a polygon, a corridor or a path."""

    def find(
        self, geofence: Geofence, *, seen: bool = ..., wanted: Wanted = ..., footage: Footage | None = ...
    ) -> list[Match]:
        """Find every camera within, or with `seen` those that could see into it, nearest first.

        Along a path each match bears its own window. With `footage`, only those that still hold it are found, and first
        the one that overwrites it first.
        """

    def count(
        self, geofence: Geofence, *, seen: bool = ..., wanted: Wanted = ..., footage: Footage | None = ...
    ) -> int:
        """Count what `find` would find."""


class Gazetteer(Protocol):
    """The agency's own address points and boundary."""

    def find(self, text: str) -> Located:
        """Find an address, a crossing or coordinates as people write them. Never raises, whatever the text."""

    def inside(self, point: Point) -> bool:
        """Say whether the point lies within the agency's boundary."""

    def streets(self, box: Box) -> tuple[DrawnStreet, ...]:
        """Draw the streets in a box from the agency's points: names, lines and house numbers, nothing else."""
