"""A conversation by text: `(state, message, context) -> (state, replies, effect)`. Pure; script.py has the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from .camera import Camera, CameraId
from .owner import Household
from .place import Address, Located
from .registration import Draft
from .reply import Sentence

StepName = Literal[
    "idle", "address", "choose", "count", "days", "confirm", "look", "indoor", "name",
    "remove_which", "remove_sure", "delete_sure",
]  # fmt: skip
NUMBERED: frozenset[StepName] = frozenset({"choose", "count", "days", "remove_which"})
"""Steps that ask for a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a conversation stands. `cameras` are those just registered, or those to be removed."""

    step: StepName = "idle"
    draft: Draft = field(default_factory=Draft)
    choices: tuple[Address, ...] = ()
    cameras: tuple[CameraId, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether somebody is in the middle of something."""
        return self.step != "idle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the conversation may know: how to find an address, who writes, and whether an ask of theirs is open."""

    locate: Callable[[str], Located]
    household: Household | None = None
    ask_open: bool = False

    def cameras(self) -> tuple[Camera, ...]:
        """Give the cameras that the writer has registered."""
        return self.household.cameras if self.household else ()

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
class Leave:
    """Delete everything about whoever writes."""


Effect = Register | Describe | Rename | Remove | Leave


@dataclass(frozen=True, slots=True)
class Turn:
    """What one message leads to; `understood` is false where the reply only helps on."""

    state: State
    replies: tuple[Sentence, ...]
    effect: Effect | None = None
    understood: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it asks, and what it makes of an answer (none where it makes nothing of it)."""

    ask: Callable[[State, Context], Sentence]
    take: Callable[[State, str, Context], Turn | None]
