"""The append-only record: a chain a day and shard, each row's number and hash following from the row before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zlib import crc32

from chalicelib.domain.agency import Keep
from chalicelib.domain.audit import AuditEntry, link
from chalicelib.domain.errors import Conflict
from chalicelib.ports import Clock

from . import items
from .items import ItemChange
from .transactions import DynamoTransactions

SHARDS = 4
"""An actor's deeds all go to one shard, so that two officers seldom wait for each other."""
_DAYS_BACK = 7
_TRIES = 20


class DynamoAuditLog:
    """Key: `<day>#<shard>/<number>`; written once, never changed: no role may update or delete here."""

    def __init__(self, client: Any, table: str, *, kept: Callable[[], Keep], clock: Clock) -> None:
        self._client, self._table, self._kept, self._clock = client, table, kept, clock

    def record(self, entry: AuditEntry) -> ItemChange:
        """Label `audit`; conflicts where somebody else wrote this shard's next row first. One in a transaction."""
        entry = replace(entry, at=entry.at.astimezone(UTC))
        shard = crc32(entry.actor.encode()) % SHARDS
        partition = f"{items.stamp(entry.at)[:10]}#{shard}"
        last = self._last(partition)
        number, previous = (last["number"] + 1, _identity(last)) if last else (1, self._before(partition))
        row = asdict(entry) | {"number": number, "previous": previous, "hash": link(previous, entry, number)}
        row["ttl"] = items.expiry(_day_after(partition) + timedelta(days=self._kept().audit_days))
        return ItemChange("audit", {"Put": items.put_new(self._table, partition, f"{number:08d}", row)})

    def write(self, entry: AuditEntry) -> None:
        """Record by itself, trying again where shards collide; raises Conflict after twenty collisions."""
        transactions = DynamoTransactions(self._client)
        for _ in range(_TRIES):
            try:
                return transactions.commit([self.record(entry)])
            except Conflict:
                continue
        raise Conflict("audit")

    def rows(self, day: str) -> list[tuple[AuditEntry, str]]:
        """Give the day's deeds (`2026-11-21`, UTC) with their hashes, in order of time."""
        found = [item for shard in range(SHARDS) for item in self._rows(f"{day}#{shard}")]
        return sorted(((_entry_of(item), item["hash"]) for item in found), key=lambda row: row[0].at)

    def broken_links(self, day: str) -> list[str]:
        """Name every row of the day whose number or hash does not follow from the row before it: `day#shard/number`.

        Rows cut off at the end of a chain show when the next day is checked, at its first row. A row whose time to be
        removed has come may be gone: its successor says when that was, and its hash vouches for it.
        """
        return [broken for shard in range(SHARDS) for broken in self._broken(f"{day}#{shard}")]

    def _broken(self, partition: str) -> list[str]:
        broken, before, now = [], self._before(partition), self._clock.now()
        for item in self._rows(partition):
            untouched = item["hash"] == link(item["previous"], _entry_of(item), int(item["sk"]))
            if not untouched or not (item["previous"] == before or _may_be_gone(item["previous"], now)):
                broken.append(f"{partition}/{item['sk']}")
            before = _identity(item)
        return broken

    def _before(self, partition: str) -> str:
        """Name the last row of this shard's last day with rows within a week, or else give the partition's own name."""
        day, shard = partition.split("#")
        for back in range(1, _DAYS_BACK + 1):
            last = self._last(f"{date.fromisoformat(day) - timedelta(days=back)}#{shard}")
            if last:
                return _identity(last)
        return partition

    def _last(self, partition: str) -> dict[str, Any] | None:
        page = self._client.query(
            TableName=self._table,
            ConsistentRead=True,
            ScanIndexForward=False,
            Limit=1,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": partition}},
        )
        return items.unpack_all(page["Items"][0]) if page["Items"] else None

    def _rows(self, partition: str) -> list[dict[str, Any]]:
        return list(items.partition(self._client, self._table, partition))


def _identity(row: Mapping[str, Any]) -> str:
    """Name a row in the next one: `<hash>@<ttl>`, so that the next row's hash covers when this one may go."""
    return f"{row['hash']}@{row['ttl']}" if "ttl" in row else str(row["hash"])


def _may_be_gone(identity: str, now: datetime) -> bool:
    _, _, ttl = identity.partition("@")
    return bool(ttl) and int(ttl) <= now.timestamp()


def _day_after(partition: str) -> datetime:
    """A day's rows go together: at the end of their day."""
    return datetime.combine(date.fromisoformat(partition.partition("#")[0]) + timedelta(days=1), time(), UTC)


def _entry_of(item: dict[str, Any]) -> AuditEntry:
    return AuditEntry(
        deed=item["deed"],
        actor=item["actor"],
        at=items.moment(item["at"]),
        case_number=item["case_number"],
        subject=item["subject"],
        count=item["count"],
        detail=item["detail"],
    )
