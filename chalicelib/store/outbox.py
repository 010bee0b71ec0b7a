"""Messages owed and their delivery: one item a message, and an index of those that somebody must see to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from zlib import crc32

from chalicelib.domain.agency import Keep
from chalicelib.domain.errors import Conflict
from chalicelib.domain.outbox import RANK, Message, MessageId, State

from . import items
from .items import ItemChange

MESSAGE, SHARDS = "m", 4
AFTERWARDS = timedelta(days=1)
"""A message is remembered at least so long after it could last have gone out."""
_UNSETTLED: tuple[State, ...] = ("owed", "claimed", "attempted", "unknown")


class DynamoOutbox:
    """Key: message `<id>/m`. Index `due`: `dq` (a shard), `da` (due, or lease over); settled messages leave it."""

    def __init__(self, client: Any, table: str, *, kept: Callable[[], Keep]) -> None:
        self._client, self._table, self._kept = client, table, kept

    def owe(self, message: Message) -> ItemChange:
        values = asdict(message) | _waiting(message.message_id, message.due_at)
        kept_until = message.created_at + timedelta(days=self._kept().texts_days)
        values["ttl"] = items.expiry(max(kept_until, message.expires_at + AFTERWARDS))
        return ItemChange("message", {"Put": items.put_new(self._table, message.message_id, MESSAGE, values)})

    def message(self, message_id: MessageId) -> Message | None:
        found = items.one(self._client, self._table, message_id, MESSAGE)
        return None if found is None else _message_of(found)

    def drop(self, message: Message, *, reason: str) -> ItemChange:
        change = items.update(
            self._table,
            message.message_id,
            MESSAGE,
            write={"state": "dropped", "reason": reason},
            remove=["dq", "da"],
            condition="#state = :owed",
            values={"owed": "owed"},
        )
        return ItemChange("message", {"Update": change})

    def claim(self, message: Message, *, now: datetime, lease: timedelta) -> ItemChange:
        """Conflicts unless it is owed, or claimed (and never attempted) with its lease run out."""
        until = now + lease
        change = items.update(
            self._table,
            message.message_id,
            MESSAGE,
            write={"state": "claimed", "lease_until": until} | _waiting(message.message_id, until),
            condition="#attempts = :attempts AND (#state = :owed OR (#state = :claimed AND #lease_until <= :now))",
            values={"attempts": message.attempts, "owed": "owed", "claimed": "claimed", "now": now},
        )
        return ItemChange("message", {"Update": change})

    def attempt(self, message: Message, *, now: datetime) -> None:
        """Write down that the provider will now be called; `message` as it was claimed.

        Raises Conflict where the lease ran out, or somebody else has it: then the provider must not be called.
        """
        written = self._update(
            message,
            write={"state": "attempted", "attempts": message.attempts + 1, "attempted_at": now},
            condition="#state = :claimed AND #lease_until = :lease AND :now < :lease AND #attempts = :attempts",
            values={"claimed": "claimed", "lease": message.lease_until, "now": now, "attempts": message.attempts},
        )
        if not written:
            raise Conflict("message")

    def move(self, message_id: MessageId, to: str, *, provider_id: str = "", reason: str = "") -> bool:
        """Move forward by RANK; False where it stands there or further already, or is not there. Final states stay."""
        lower = {f"from{number}": state for number, state in enumerate(RANK) if RANK[state] < _rank(to)}
        if not lower:
            return False
        known = {"provider_id": provider_id, "reason": reason}
        settled = to not in _UNSETTLED
        change = items.update(
            self._table,
            message_id,
            MESSAGE,
            write={"state": to} | {name: value for name, value in known.items() if value},
            remove=["dq", "da", "lease_until"] if settled else [],
            condition=f"#state IN ({', '.join(':' + name for name in lower)})",
            values=lower,
        )
        return self._written(change)

    def undeliver(self, message: Message, *, reason: str, provider_id: str = "", delivered: bool = False) -> ItemChange:
        """Label `undelivered`; a mailbox can send back what it took, so `delivered` may be left as well."""
        lower = {f"from{number}": state for number, state in enumerate(RANK) if RANK[state] < _rank("undelivered")}
        states = lower | ({"delivered": "delivered"} if delivered else {})
        known = {"reason": reason, "provider_id": provider_id}
        change = items.update(
            self._table,
            message.message_id,
            MESSAGE,
            write={"state": "undelivered"} | {name: value for name, value in known.items() if value},
            remove=["dq", "da", "lease_until"],
            condition=f"#state IN ({', '.join(':' + name for name in states)})",
            values=states,
        )
        return ItemChange("undelivered", {"Update": change})

    def doubt(self, message: Message, *, until: datetime, reason: str = "") -> None:
        """From attempted or unknown to unknown: nobody knows whether the provider took it; ask it at `until`.

        Does nothing where the message moved on meanwhile.
        """
        self._update(
            message,
            write={"state": "unknown", "reason": reason, "lease_until": until} | _waiting(message.message_id, until),
            condition="#attempts = :attempts AND #state IN (:attempted, :unknown)",
            values={"attempts": message.attempts, "attempted": "attempted", "unknown": "unknown"},
        )

    def put_back(self, message: Message, *, due_at: datetime) -> None:
        """From owed, claimed, attempted or unknown to owed at `due_at`: the provider has surely not taken it.

        Does nothing where the message moved on meanwhile.
        """
        self._update(
            message,
            write={"state": "owed", "due_at": due_at, "reason": ""} | _waiting(message.message_id, due_at),
            remove=["lease_until"],
            condition="#attempts = :attempts AND #state = :state",
            values={"attempts": message.attempts, "state": message.state},
        )

    def due(self, *, now: datetime, limit: int = 100) -> list[Message]:
        """Give those owed and due, and those stuck with their lease run out, longest waiting first."""
        waiting = sorted((item["da"], item["pk"]) for shard in range(SHARDS) for item in self._shard(shard, now, limit))
        keys = [(message_id, MESSAGE) for _, message_id in waiting[:limit]]
        found = {item["pk"]: item for item in items.many(self._client, self._table, keys)}
        ripe = [found[pk] for pk, _ in keys if "da" in found.get(pk, {}) and found[pk]["da"] <= items.stamp(now)]
        return list(map(_message_of, ripe))

    def _shard(self, shard: int, now: datetime, limit: int) -> list[dict[str, Any]]:
        page = self._client.query(
            TableName=self._table,
            IndexName="due",
            Limit=limit,
            KeyConditionExpression="dq = :shard AND da <= :now",
            ExpressionAttributeValues=items.pack_all({":shard": str(shard), ":now": now}),
        )
        return list(map(items.unpack_all, page["Items"]))

    def _update(self, message: Message, **clauses: Any) -> bool:
        return self._written(items.update(self._table, message.message_id, MESSAGE, **clauses))

    def _written(self, change: Mapping[str, Any]) -> bool:
        try:
            self._client.update_item(**change)
        except self._client.exceptions.ConditionalCheckFailedException:
            return False
        return True


def _rank(state: str) -> int:
    return {str(name): rank for name, rank in RANK.items()}[state]


def _waiting(message_id: str, until: datetime) -> dict[str, Any]:
    return {"dq": str(crc32(message_id.encode()) % SHARDS), "da": until}


def _message_of(item: dict[str, Any]) -> Message:
    return Message(
        message_id=MessageId(item["pk"]),
        kind=item["kind"],
        body=item["body"],
        created_at=items.moment(item["created_at"]),
        due_at=items.moment(item["due_at"]),
        expires_at=items.moment(item["expires_at"]),
        contact_key=item.get("contact_key"),
        request_id=item.get("request_id"),
        owner_id=item.get("owner_id"),
        subject=item["subject"],
        reply_to=item.get("reply_to", ""),
        in_reply_to=item.get("in_reply_to", ""),
        state=item["state"],
        attempts=item["attempts"],
        attempted_at=items.moment_or_none(item.get("attempted_at")),
        lease_until=items.moment_or_none(item.get("lease_until")),
        provider_id=item["provider_id"],
        reason=item["reason"],
    )
