"""What becomes of a message after the carrier took it: statuses, and the callbacks that tell of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import httpx

from local.vendors.carrier.behaviour import Behaviour
from local.vendors.carrier.ledger import Ledger
from local.vendors.carrier.messages import AS_REPLY, Message
from local.vendors.carrier.signature import sign

PAUSE = 0.3  # seconds between one status and the next
TIMEOUT = 15.0  # as Twilio's webhooks
DEFAULT_ERROR = {"failed": 30008, "undelivered": 30003}


@dataclass(frozen=True, kw_only=True)
class Step:
    """After so many seconds the message has this status; the application is told, or not."""

    after: float
    status: str
    is_told: bool = True


def steps(behaviour: Behaviour) -> list[Step]:
    """Return what happens to a queued message. Twilio sends no callback for the first status, `queued`."""
    statuses = ["failed"] if behaviour.outcome == "failed" else ["sent", behaviour.outcome]
    if behaviour.callbacks == "shuffled":
        statuses.reverse()
    if behaviour.callbacks == "twice":
        statuses = [status for status in statuses for _ in range(2)]
    pause = behaviour.delay if behaviour.callbacks == "late" else PAUSE
    return [Step(after=pause, status=status, is_told=behaviour.callbacks != "lost") for status in statuses]


class Delivery:
    """Moves messages forward in the background."""

    def __init__(
        self, *, ledger: Ledger, web: httpx.AsyncClient, token: str, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._ledger = ledger
        self._web = web
        self._token = token
        self._sleep = sleep
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, message: Message, behaviour: Behaviour) -> None:
        self._spawn(self.run(message.sid, behaviour))

    def resume(self) -> None:
        """Go on with what a stop interrupted."""
        for message in self._ledger.unfinished():
            self.begin(message, Behaviour())

    async def run(self, sid: str, behaviour: Behaviour) -> None:
        for step in steps(behaviour):
            await self._sleep(step.after)
            self._advance(sid, step.status, behaviour.error_code)
            if step.is_told:
                await self._tell(sid, step.status)

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _advance(self, sid: str, status: str, error_code: int | None) -> None:
        message = self._ledger.get(sid)
        assert message
        code = error_code or DEFAULT_ERROR.get(status) if status in DEFAULT_ERROR else None
        self._ledger.write(message.advance(status, now=self._ledger.now(), error_code=code))

    async def _tell(self, sid: str, status: str) -> None:
        message = self._ledger.get(sid)
        if not message or not message.status_callback or message.direction == AS_REPLY:
            return
        fields = callback_fields(message, status)
        signature = sign(url=message.status_callback, fields=fields, token=self._token)
        headers = {"X-Twilio-Signature": signature}
        try:
            answer = await self._web.post(message.status_callback, data=fields, headers=headers, timeout=TIMEOUT)
        except httpx.HTTPError as error:
            self._ledger.alert(code=11205, sid=sid, detail=f"status callback: {type(error).__name__}")
            return
        if answer.is_error:
            self._ledger.alert(code=11200, sid=sid, detail=f"status callback: {answer.status_code}")


def callback_fields(message: Message, status: str) -> dict[str, str]:
    """Return the form of a status callback."""
    fields = {
        "AccountSid": message.account_sid,
        "ApiVersion": "2010-04-01",
        "From": message.sender,
        "MessageSid": message.sid,
        "MessageStatus": status,
        "SmsSid": message.sid,
        "SmsStatus": status,
        "To": message.to,
    }
    if status in DEFAULT_ERROR and message.error_code:
        fields["ErrorCode"] = str(message.error_code)
    return fields
