"""A camera: where it is, which way it looks, how long it keeps what it sees. Nothing that would open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NewType

from .place import Address, Point

if TYPE_CHECKING:
    from .incident import Window

CameraId = NewType("CameraId", str)
"""`c` and a number within its owner: `c1`."""
Kind = Literal["unknown", "doorbell", "fixed", "turning"]
KINDS: tuple[Kind, ...] = ("unknown", "doorbell", "fixed", "turning")

MAX_RETENTION_DAYS = 1000
MAX_CAMERAS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """One registered camera; `heading` in degrees clockwise from north, none where it is not known.

    `retention_days` is how long its recorder keeps footage, 1 to 1000. `pin` is where it hangs, where its owner said it
    more exactly than the address does. `photo` names the picture of its view, if there is one.
    """

    camera_id: CameraId
    address: Address
    retention_days: int
    heading: int | None = None
    indoor: bool = False
    kind: Kind = "unknown"
    working: bool = True
    pin: Point | None = None
    photo: str = ""

    def __post_init__(self) -> None:
        if self.heading is not None and not 0 <= self.heading < 360:
            raise ValueError("a heading lies between 0 and 359 degrees")
        if not 1 <= self.retention_days <= MAX_RETENTION_DAYS:
            raise ValueError("a recorder keeps footage between 1 and 1000 days")

    @property
    def point(self) -> Point:
        """Where the camera is: its pin, or else its address."""
        return self.pin or self.address.point

    @property
    def number(self) -> int:
        """The camera's number within its owner, from 1."""
        return int(self.camera_id[1:])

    def retention(self) -> timedelta:
        """How long the recorder keeps footage."""
        return timedelta(days=self.retention_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A camera that a lookup found; as much as the index holds. Along a path it has a window of its own."""

    owner_id: str
    camera_id: CameraId
    point: Point
    distance_m: float
    heading: int | None
    indoor: bool
    working: bool
    kind: Kind
    retention_days: int
    window: Window | None = None
