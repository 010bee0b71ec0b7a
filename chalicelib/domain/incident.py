"""What a detective asks, and what one owner is asked and answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NewType

from .camera import CameraId
from .owner import ContactKey, OwnerId
from .place import Address

if TYPE_CHECKING:
    from .geofence import Circle
    from .officer import OfficerId

RequestId = NewType("RequestId", str)
RequestState = Literal["awaiting_approval", "open", "closed"]


class Answer(StrEnum):
    """What an owner can say to an ask; the digit that says it is `digit`."""

    HAS_FOOTAGE = "has_footage"
    SAVED = "saved"
    NOTHING = "nothing"
    OVERWRITTEN = "overwritten"
    NO = "no"
    HELP = "help"

    @property
    def digit(self) -> int:
        """The key an owner presses for it, 1 to 6."""
        return list(Answer).index(self) + 1


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when, as aware datetimes in UTC."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError("a window ends after it starts")

    def length(self) -> timedelta:
        """How long the window is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a detective wants to know, before anything was sent: checked, but not yet a request."""

    case_number: str
    category: str
    place: Address
    radius_m: float
    window: Window
    look_for: str = ""

    def geofence(self) -> Circle:
        """The area asked about."""
        from .geofence import Circle  # lookups need areas, a text does not: no cold start of its function pays for them

        return Circle(self.place.point, self.radius_m)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A question that was sent, or waits for a supervisor. `code` is what owners check it by at the desk."""

    request_id: RequestId
    code: str
    question: Question
    officer_id: OfficerId
    channel_id: str
    created_at: datetime
    expires_at: datetime
    state: RequestState
    cameras: int
    owners: int
    approved_by: OfficerId | None = None
    slack_ts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request as put to one owner, through one contact, for these cameras of theirs.

    One that is `held` was not put yet: its phone was silent for long, and is first asked whose it is.
    """

    request_id: RequestId
    code: str
    owner_id: OwnerId
    contact_key: ContactKey
    camera_ids: tuple[CameraId, ...]
    created_at: datetime
    expires_at: datetime
    overwritten_at: datetime
    answer: Answer | None = None
    answered_at: datetime | None = None
    closed: bool = False
    held: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """How a request stands: `asked` owners, how many gave each answer, and how many files came."""

    asked: int
    answers: dict[Answer, int]
    exhibits: int
