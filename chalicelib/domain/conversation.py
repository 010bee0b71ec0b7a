"""A conversation by text: `(state, message, context) -> (state, replies, effect)`. Pure; script.py has the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from .camera import Camera, CameraId
from .checking import CHECK_OPEN
from .owner import Household
from .place import Address, Located
from .place_names import NO_NAMES, PlaceNames, no_names
from .registration import Draft
from .reply import Sentence
from .wishes import Wishes

StepName = Literal[
    "idle", "address", "choose", "count", "days", "confirm", "look", "indoor", "name",
    "remove_which", "remove_sure", "delete_sure", "change_which", "change_sure", "whose",
]  # fmt: skip
NUMBERED: frozenset[StepName] = frozenset({"choose", "count", "days", "remove_which", "change_which"})
"""Steps that ask for a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a conversation stands. `cameras` are those just registered, to be removed, or to be changed.

    Where it is `changing`, the draft and `working` are what is to become of those cameras. `under` is the conversation
    that this one broke into, and that goes on behind it; it breaks into none itself.
    """

    step: StepName = "idle"
    draft: Draft = field(default_factory=Draft)
    choices: tuple[Address, ...] = ()
    cameras: tuple[CameraId, ...] = ()
    changing: bool = False
    working: bool | None = None
    under: State | None = None
    number: int | None = None
    """One that was said alone, as long as we wait to hear what it counts."""
    refused: bool = False
    """Whether somebody said that what we understood is wrong, and was not shown it since."""
    wanted: str = ""
    """What somebody wrote that we take up once we heard which camera they mean, or whose a phone is by now."""

    @property
    def busy(self) -> bool:
        """Whether somebody is in the middle of something."""
        return self.step != "idle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the conversation may know: how to find an address, who writes, and whether an ask of theirs is open.

    `zone` is the agency's; `stale` says that nothing was said for a day, so that it has to be said where one left off;
    `unproven` that the phone was silent for so long that it may be somebody else's by now. `names` gives what the
    agency's streets and towns are called.
    """

    locate: Callable[[str], Located]
    now: datetime
    zone: ZoneInfo
    household: Household | None = None
    ask_open: bool = False
    stale: bool = False
    unproven: bool = False
    names: Callable[[], PlaceNames] = no_names

    def names_for(self, text: str) -> PlaceNames:
        """Give what the agency's streets and towns are called, but for a word or two, which hold no place."""
        return self.names() if text.count(" ") > 1 else NO_NAMES

    def cameras(self) -> tuple[Camera, ...]:
        """Give the cameras that the writer has registered."""
        return self.household.cameras if self.household else ()

    def check_open(self) -> bool:
        """Say whether we asked, and nobody said yet, whether all that is registered is still right."""
        owner = self.household.owner if self.household else None
        return owner is not None and owner.checks > 0 and self.now < (owner.checked_at or self.now) + CHECK_OPEN

    def first_number(self) -> int:
        """Give the number that the next camera gets."""
        return self.household.next_camera_number() if self.household else 1


@dataclass(frozen=True, slots=True)
class Register:
    """Register these cameras, and their owner too, if there is none yet."""

    cameras: tuple[Camera, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Describe:
    """Write these cameras anew."""

    cameras: tuple[Camera, ...]


@dataclass(frozen=True, slots=True)
class Rename:
    """Write the owner's name."""

    name: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take these cameras out of the registry."""

    cameras: tuple[CameraId, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Write when and how the owner wants to be asked."""

    wishes: Wishes


@dataclass(frozen=True, slots=True)
class Confirm:
    """Note that the owner said of everything registered that it is still right."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Delete everything about whoever writes."""


Effect = Register | Describe | Rename | Remove | Wish | Confirm | Leave


@dataclass(frozen=True, slots=True)
class Turn:
    """What one message leads to; `understood` is false where the reply only helps on."""

    state: State
    replies: tuple[Sentence, ...]
    effect: Effect | None = None
    understood: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it asks, what it makes of an answer (none where it makes nothing of it), and the step before it.

    `back` is `idle` where BACK leaves the matter as it was.
    """

    ask: Callable[[State, Context], Sentence]
    take: Callable[[State, str, Context], Turn | None]
    back: StepName = "idle"
