"""A world in which senders die, freeze and are doubled at any step, and a carrier whose answers get lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from chalicelib.domain.errors import ProviderBusy, ProviderSilent
from chalicelib.usecases.deliver_message import deliver_message
from chalicelib.usecases.follow_delivery import follow_delivery
from tests.fakes.vendors import SentText

LIFE = timedelta(seconds=120)
"""How long a sender may live: its function's time-out."""
CALL = timedelta(seconds=10)
LIST_LAG = timedelta(seconds=90)
STEPS = {
    "outbox": ("message", "attempt", "move", "doubt", "put_back"),
    "transactions": ("commit",),
    "registry": ("contact",),
    "texts": ("send", "look"),
}
"""Where a sender touches the outside: before and after each of these it can break."""

Strike = Callable[["Sender"], None]


class DiedError(BaseException):
    """The process is gone; nothing in it can catch this."""


@dataclass
class Sender:
    """One run of the sender, and which of its steps it is at."""

    born: datetime
    step: int = 0
    claimed_at: int | None = None


class Struck:
    """A port that strikes before and after each step."""

    def __init__(self, port: Any, names: tuple[str, ...], around: Callable[..., Any]) -> None:
        self._port, self._names, self._around = port, names, around

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._port, name)
        if name not in self._names:
            return method
        return lambda *arguments, **named: self._around(name, lambda: method(*arguments, **named))


@dataclass
class Stage:
    """Runs senders on a world; `strike` is called before and after each of their steps and may raise or interfere."""

    world: Any
    strike: Strike
    sequence: int = 0
    claims: dict[str, int] = field(default_factory=dict)
    stops: dict[str, int] = field(default_factory=dict)
    after_stop: list[str] = field(default_factory=list)
    after_lease: list[str] = field(default_factory=list)

    def deliver(self, message_id: str) -> str:
        """Run one sender on one message; what it says became of it, or that it died."""
        sender = Sender(self.world.clock.now())

        def around(name: str, method: Callable[[], Any]) -> Any:
            if name == "send":
                self._check_lease(message_id)
            self._step(sender)
            if name == "send":
                self._check_claim(sender, message_id)
            result = method()
            if name == "commit" and sender.claimed_at is None:
                sender.claimed_at = self.tick()
            self._step(sender)
            return result

        world = self.world
        ports = world.ports("requests", "scratch", "emails", "chat", "agency", "clock", "ids", "base_url")
        struck = {name: Struck(getattr(world, name), names, around) for name, names in STEPS.items()}
        try:
            return deliver_message(message_id, **ports, **struck)
        except DiedError:
            return "died"

    def stop(self, contact_key: str) -> None:
        """The person says STOP, and it is committed."""
        stop = self.world.registry.set_consent(contact_key, "stopped", at=self.world.clock.now(), by="keyword")
        self.world.transactions.commit([stop])
        self.stops[contact_key] = self.tick()

    def tick(self) -> int:
        self.sequence += 1
        return self.sequence

    def _check_lease(self, message_id: str) -> None:
        lease = self.world.outbox.message(message_id).lease_until
        if lease is None or self.world.clock.now() + CALL > lease:
            self.after_lease.append(message_id)

    def _check_claim(self, sender: Sender, message_id: str) -> None:
        contact_key = self.world.outbox.message(message_id).contact_key
        if (sender.claimed_at or 0) > self.stops.get(contact_key, self.sequence + 1):
            self.after_stop.append(message_id)

    def _step(self, sender: Sender) -> None:
        sender.step += 1
        self.strike(sender)
        if self.world.clock.now() - sender.born > LIFE:
            raise DiedError


class UnreliableTexts:
    """A carrier that may take a text and not say so, is busy, lists late, and reports in any order or not at all."""

    def __init__(self, world: Any, chance: random.Random, rate: float) -> None:
        self._world, self._chance, self._rate = world, chance, rate
        self.sent: list[SentText] = []
        self.reports: list[tuple[datetime, str, str, str]] = []

    def send(self, message_id: str, to: str, body: str) -> str:
        if self._chance.random() < self._rate:
            raise self._chance.choice([ProviderBusy, ProviderSilent])
        now = self._world.clock.now()
        text = SentText(f"SM{len(self.sent):032x}", message_id, to, body, now)
        self.sent.append(text)
        for status in ("sent", "delivered"):
            for _ in range(self._chance.choice([0, 1, 1, 1, 1, 2])):
                self.reports.append((now + timedelta(seconds=self._chance.uniform(0, 600)), *_report(text, status)))
        if self._chance.random() < self._rate:
            raise ProviderSilent
        return text.provider_id

    def look(self, to: str, body: str, *, since: datetime) -> str | None:
        if self._chance.random() < self._rate:
            raise ProviderSilent
        seen = self._world.clock.now() - LIST_LAG
        listed = (text for text in self.sent if (text.to, text.body) == (to, body) and since <= text.at <= seen)
        return next((text.provider_id for text in listed), None)

    def report(self) -> None:
        """Call back with every report whose time has come, in any order."""
        now = self._world.clock.now()
        ripe = [report for report in self.reports if report[0] <= now]
        self.reports = [report for report in self.reports if report[0] > now]
        self._chance.shuffle(ripe)
        for _, message_id, status, provider_id in ripe:
            needed = self._world.ports("outbox", "registry", "transactions", "clock", "fall_back")
            follow_delivery(message_id, status, provider_id=provider_id, **needed)


def _report(text: SentText, status: str) -> tuple[str, str, str]:
    return text.message_id, status, text.provider_id
