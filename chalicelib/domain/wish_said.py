"""What somebody may wish about being asked, as it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal

from .agency import QuietHours
from .owner import Channel


@dataclass(frozen=True, slots=True)
class Pause:
    """Not before this time; `ends_unsaid` where nobody said until when."""

    until: datetime
    ends_unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Resume:
    """No pause any more."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Not between these local times; none is the one that is in force already, or the usual one."""

    since: time | None
    until: time | None


@dataclass(frozen=True, slots=True)
class NotOn:
    """Not on these days of the week, or not within these hours of them; where it is `only`, on no other day at all."""

    days: frozenset[int]
    hours: QuietHours | None = None
    only: bool = False


@dataclass(frozen=True, slots=True)
class OpenOn:
    """These days of the week are as good as any."""

    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class AnyTime:
    """No hours and no days of their own any more."""


@dataclass(frozen=True, slots=True)
class By:
    """By this channel, and by no other where it is `only`; no channel is either of them."""

    channel: Channel | None
    only: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """A wish that cannot be kept as it was said: an hour without AM or PM, or several things about several days."""

    why: Literal["half", "days"]


Wish = Pause | Resume | Quiet | NotOn | OpenOn | AnyTime | By | Unclear
