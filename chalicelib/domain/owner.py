"""People and businesses who registered cameras, and how they may be written to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NewType

from .camera import MAX_CAMERAS, Camera
from .wishes import Wishes

OwnerId = NewType("OwnerId", str)
ContactKey = NewType("ContactKey", str)
"""A keyed hash of a channel and an address: stands for a phone number wherever one must not."""
Channel = Literal["sms", "email"]
Consent = Literal["unconfirmed", "given", "stopped"]
StoppedBy = Literal["", "keyword", "words", "page", "provider", "desk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A channel and an address (E.164 for `sms`), and whether it may be written to.

    `stopped_by` is `keyword` where the carrier blocks the number as well, and answers START by itself.
    `address` is empty once its owner was deleted: the key alone remembers a STOP. `causes` are the carrier's ids of the
    texts that changed consent: each counts once, whenever it is delivered again.
    """

    key: ContactKey
    channel: Channel
    address: str
    owner_id: OwnerId | None = None
    consent: Consent = "unconfirmed"
    consent_at: datetime
    stopped_by: StoppedBy = ""
    language: str = ""
    """In which to write there; empty as long as nothing told (then in the agency's first language)."""
    causes: frozenset[str] = frozenset()
    heard_at: datetime | None = None
    """When somebody last wrote to us from it: numbers are handed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A person or business with cameras; `name` may be empty, for nobody has to say it.

    `confirmed_at` is when the owner last said that all of it is right (none: at `registered_at`); `checks` counts the
    yearly questions since then that nobody answered, the last of them sent at `checked_at`.
    """

    owner_id: OwnerId
    contact_keys: tuple[ContactKey, ...]
    registered_at: datetime
    consent_version: str
    consent_language: str = ""
    consent_sha256: str = ""
    """Of the text that was agreed to, as words/consent.py gives it: with the version it says which text that was."""
    name: str = ""
    language: str = ""
    wishes: Wishes = field(default_factory=Wishes)
    confirmed_at: datetime | None = None
    checked_at: datetime | None = None
    checks: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class Household:
    """An owner with everything registered under it."""

    owner: Owner
    cameras: tuple[Camera, ...]
    contacts: tuple[Contact, ...]

    def next_camera_number(self) -> int:
        """Give the lowest number that is higher than every camera's."""
        return max((camera.number for camera in self.cameras), default=0) + 1

    def language(self) -> str:
        """Give the language in which to speak with the owner, whichever way they come; empty where nothing told."""
        spoken = (contact.language for contact in self.contacts if contact.language)
        return next(spoken, self.owner.language)

    def has_room_for(self, more: int) -> bool:
        """Say whether one owner may have so many cameras more."""
        return len(self.cameras) + more <= MAX_CAMERAS
