"""What the carrier keeps: messages, stopped numbers, webhooks already answered, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from local.vendors.carrier.messages import AS_REPLY, Message, new_sid
from local.vendors.journal import Journal

MESSAGE, STOPPED, ANSWERED = "carrier-message", "carrier-stopped", "carrier-answered"


class Ledger:
    """The carrier's memory, written through to the journal."""

    def __init__(self, *, journal: Journal, account_sid: str, now: Callable[[], datetime]) -> None:
        self.now = now
        self.account_sid = account_sid
        self.alerts: list[dict[str, Any]] = []
        self._journal = journal
        self._messages = {row["sid"]: Message(**row) for row in journal.load(MESSAGE)}
        self._stopped = {row["number"] for row in journal.load(STOPPED)}
        self._answered = {row["sid"] for row in journal.load(ANSWERED)}

    def __contains__(self, sid: str) -> bool:
        return sid in self._messages

    def get(self, sid: str) -> Message | None:
        return self._messages.get(sid)

    def newest_first(self) -> Iterator[Message]:
        return reversed(self._messages.values())

    def of_phone(self, number: str) -> list[Message]:
        """Return what this number sent and got, oldest first."""
        return [message for message in self._messages.values() if number in (message.sender, message.to)]

    def unfinished(self) -> list[Message]:
        return [message for message in self._messages.values() if not message.is_finished]

    def write(self, message: Message) -> Message:
        self._messages[message.sid] = message
        self._journal.put(MESSAGE, message.sid, message.to_record())
        return message

    def draft(self, *, sender: str, to: str, body: str, direction: str = AS_REPLY, **more: Any) -> Message:
        """Return a new message that is queued and not yet written."""
        at = self.now().astimezone(UTC).isoformat()
        fields = {"sid": new_sid(), "status": "queued", **more}
        return Message(
            account_sid=self.account_sid, sender=sender, to=to, body=body, direction=direction,
            created=at, updated=at, **fields,
        )  # fmt: skip

    def is_stopped(self, number: str) -> bool:
        return number in self._stopped

    def stop(self, number: str) -> bool:
        """Block a number; say whether it was free before."""
        was_free = number not in self._stopped
        self._stopped.add(number)
        self._journal.put(STOPPED, number, {"number": number})
        return was_free

    def start(self, number: str) -> bool:
        """Free a number; say whether it was blocked before."""
        was_stopped = number in self._stopped
        self._stopped.discard(number)
        self._journal.drop(STOPPED, number)
        return was_stopped

    def stopped_numbers(self) -> list[str]:
        return sorted(self._stopped)

    def answer_once(self, sid: str) -> bool:
        """Say whether the webhook of this message is answered for the first time, and remember it."""
        if sid in self._answered:
            return False
        self._answered.add(sid)
        self._journal.put(ANSWERED, sid, {"sid": sid})
        return True

    def alert(self, *, code: int, sid: str, detail: str) -> None:
        """Note what Twilio's debugger would show."""
        self.alerts.append({"code": code, "sid": sid, "detail": detail, "at": self.now().isoformat()})
        self._journal.version += 1
