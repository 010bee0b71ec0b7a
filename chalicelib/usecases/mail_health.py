"""How our mail is received: counts bounces and complaints of a week, and pauses all mail before a provider does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from chalicelib.domain.crowd import domain_crowd
from chalicelib.domain.errors import Conflict
from chalicelib.domain.outbox import NOBODY, Kind, Message

if TYPE_CHECKING:
    from chalicelib import ports

Trouble = Literal["bounces", "complaints"]
Lane = Literal["mail", "answers", "strangers"]
"""What we begin; answers and codes to owners; answers and codes to everybody else. Each is paused by itself."""
ANSWERS: frozenset[Kind] = frozenset({"mail_reply", "farewell", "code"})
"""What anybody can have us send, and then send back: its trouble pauses its like, and never what asks owners."""
WINDOW_DAYS = 7
LIMITS: dict[Trouble, tuple[float, int]] = {"bounces": (0.02, 5), "complaints": (0.0005, 2)}
"""The share of all mail at which sending pauses, and how many there must be: one of three says nothing.

SES reviews an account at 5 % and 0.1 % (its page "Sending review process"): we stop well before.
"""
PAUSE_LIFE: dict[Lane, timedelta] = {
    "mail": timedelta(days=3650), "answers": timedelta(days=1), "strangers": timedelta(days=1),
}  # fmt: skip
"""What we begin waits for an operator; what a flood can pause goes on by itself, until the next bounce."""
MOST_OF_A_DOMAIN = 3
"""Mailboxes of one domain that come back in a week before strangers there are answered no more."""
_SENT, _TROUBLE, _PAUSE, _DOMAIN = "mail_sent", "mail_trouble", "mail_pause", "mail_domain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Of the last seven days, as UTC counts them: mails handed over, and which of them came to grief."""

    sent: int
    bounces: int
    complaints: int
    paused: bool

    def too_many(self) -> bool:
        """Say whether sending must pause."""
        found: dict[Trouble, int] = {"bounces": self.bounces, "complaints": self.complaints}
        return any(found[kind] >= least and found[kind] >= share * self.sent for kind, (share, least) in LIMITS.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHealth:
    """Counts, judges, pauses and resumes, each lane by itself. All of it stands in scratch."""

    scratch: ports.Scratch
    transactions: ports.Transactions
    clock: ports.Clock
    lane: Lane = "mail"

    def of(self, message: Message) -> MailHealth:
        """Give the lane that this mail goes by."""
        if message.kind not in ANSWERS:
            return self.by("mail")
        return self.by("strangers" if message.owner_id in (None, NOBODY) else "answers")

    def by(self, lane: Lane) -> MailHealth:
        """Give a lane by its name."""
        return replace(self, lane=lane)

    def paused(self) -> bool:
        """Say whether mail waits."""
        return self.scratch.get(_PAUSE, self.lane, now=self.clock.now()) is not None

    def refuses(self, address: str) -> bool:
        """Say whether too many mailboxes of this domain came back: its holder makes up as many as they like."""
        crowd = domain_crowd(address) if self.lane == "strangers" else ""
        found = self.scratch.get(_DOMAIN, crowd, now=self.clock.now()) if crowd else None
        return found is not None and found["count"] >= MOST_OF_A_DOMAIN

    def note_domain(self, address: str) -> None:
        """Count a mailbox of this domain that came back; only strangers' make their domain refused."""
        now = self.clock.now()
        if self.lane == "strangers" and (crowd := domain_crowd(address)):
            self.scratch.count(_DOMAIN, crowd, now=now, expires_at=now + timedelta(days=WINDOW_DAYS))

    def count_sent(self) -> None:
        """Count one mail that was handed over."""
        now = self.clock.now()
        self.scratch.count(_SENT, self._day(now), now=now, expires_at=_until(now))

    def note(self, kind: Trouble, message_id: str) -> list[ports.Change]:
        """Give the change that counts this mail's trouble, once however often it is told; label `mail_trouble`."""
        now = self.clock.now()
        if any(message_id in value[kind] for value in self._troubles(now)):
            return []
        today = self.scratch.get(_TROUBLE, self._day(now), now=now) or {
            "bounces": [],
            "complaints": [],
            "version": None,
        }
        today[kind].append(message_id)
        return [self.scratch.put(_TROUBLE, self._day(now), today, expires_at=_until(now), version=today["version"])]

    def judge(self) -> bool:
        """Pause all mail where there was too much trouble; say whether mail waits now."""
        health = self.figures()
        if health.paused or not health.too_many():
            return health.paused
        now = self.clock.now()
        try:
            self.transactions.commit([self.scratch.put(_PAUSE, self.lane, {}, expires_at=now + PAUSE_LIFE[self.lane])])
        except Conflict:
            return True  # somebody else paused it
        return True

    def resume(self) -> None:
        """Let mail go out again, and begin to count anew: what was mended must not pause it once more."""
        now = self.clock.now()
        counts = [self.scratch.remove(kind, day) for day in self._days(now) for kind in (_SENT, _TROUBLE)]
        self.transactions.commit([*counts, self.scratch.remove(_PAUSE, self.lane)])

    def figures(self) -> Health:
        """Count the window."""
        now = self.clock.now()
        sent = [self.scratch.get(_SENT, day, now=now) for day in self._days(now)]
        troubles = self._troubles(now)
        return Health(
            sent=sum(value["count"] for value in sent if value),
            bounces=sum(len(value["bounces"]) for value in troubles),
            complaints=sum(len(value["complaints"]) for value in troubles),
            paused=self.paused(),
        )

    def _troubles(self, now: datetime) -> list[dict[str, Any]]:
        found = (self.scratch.get(_TROUBLE, day, now=now) for day in self._days(now))
        return [value for value in found if value]

    def _days(self, now: datetime) -> list[str]:
        return [self._day(now - timedelta(days=ago)) for ago in range(WINDOW_DAYS)]

    def _day(self, moment: datetime) -> str:
        day = moment.date().isoformat()
        return day if self.lane == "mail" else f"{self.lane}-{day}"


def _until(now: datetime) -> datetime:
    return now + timedelta(days=WINDOW_DAYS + 1)
