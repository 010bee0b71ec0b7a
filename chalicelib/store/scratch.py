"""What expires: conversations, seen deliveries, sign-in links, rate limits. Every read checks the expiry itself."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import islice
from typing import Any

from chalicelib.ports import Clock

from . import items
from .items import ItemChange

SCRATCH, TRACE = "s", "trace"


class DynamoScratch:
    """Keys: value `<kind>#<name>/s`, trace `trace#<whose>/<kind>#<name>`.

    DynamoDB's own expiry (`ttl`) may come two days late and is only the broom.
    """

    def __init__(self, client: Any, table: str, *, clock: Clock) -> None:
        self._client, self._table, self._clock = client, table, clock

    def get(self, kind: str, name: str, *, now: datetime) -> dict[str, Any] | None:
        """Give the value, and under `version` the number to `put` with; none where there is none or it expired."""
        return _value_of(items.one(self._client, self._table, f"{kind}#{name}", SCRATCH), now=now)

    def put(
        self, kind: str, name: str, value: dict[str, Any], *, expires_at: datetime, version: int | None = None
    ) -> ItemChange:
        """Label = kind; see the port for what `version` means. A `version` inside `value` is not stored."""
        kept = {field: inner for field, inner in value.items() if field != "version"}
        values = {
            "value": json.dumps(kept, separators=(",", ":")),
            "version": (version or 0) + 1,
            "expires_at": expires_at,
            "ttl": items.expiry(expires_at),
        }
        put = items.put(self._table, f"{kind}#{name}", SCRATCH, values)
        return ItemChange(kind, {"Put": put | self._condition(version)})

    def remove(self, kind: str, name: str) -> ItemChange:
        """Label = kind; removing what is gone is no conflict."""
        return ItemChange(kind, {"Delete": {"TableName": self._table, "Key": items.key(f"{kind}#{name}", SCRATCH)}})

    def trace(self, of: str, kind: str, name: str, *, expires_at: datetime) -> ItemChange:
        """Label `trace`; writes whatever stands there."""
        values = {"kind": kind, "name": name, "expires_at": expires_at, "ttl": items.expiry(expires_at)}
        return ItemChange("trace", {"Put": items.put(self._table, f"{TRACE}#{of}", f"{kind}#{name}", values)})

    def traced(self, of: str, *, now: datetime) -> list[tuple[str, str]]:
        """Give kind and name of every value traced to `of` that has not expired."""
        rows = items.partition(self._client, self._table, f"{TRACE}#{of}")
        return [(str(row["kind"]), str(row["name"])) for row in rows if items.moment(row["expires_at"]) > now]

    def latest(self, of: str, kind: str, *, now: datetime, most: int, before: str = "~") -> list[str]:
        """Give names from the end on, page by page until there are so many."""
        rows = items.query(
            self._client,
            TableName=self._table,
            ConsistentRead=True,
            ScanIndexForward=False,
            Limit=most + 1,  # the first one read may be `before` itself
            KeyConditionExpression="pk = :pk AND sk BETWEEN :since AND :until",
            ExpressionAttributeValues=items.pack_all(
                {":pk": f"{TRACE}#{of}", ":since": f"{kind}#", ":until": f"{kind}#{before}"}
            ),
        )
        found = (row["name"] for row in rows if row["name"] != before and items.moment(row["expires_at"]) > now)
        return list(islice(found, most))

    def untrace(self, of: str, kind: str, name: str) -> ItemChange:
        """Label `trace`; the value itself stays."""
        asked = {"TableName": self._table, "Key": items.key(f"{TRACE}#{of}", f"{kind}#{name}")}
        return ItemChange("trace", {"Delete": asked})

    def forget(self, of: str) -> None:
        """Remove every value traced to somebody, and then its trace."""
        traces = f"{TRACE}#{of}"
        for item in list(items.partition(self._client, self._table, traces)):
            for pk, sk in ((f"{item['kind']}#{item['name']}", SCRATCH), (traces, item["sk"])):
                self._client.delete_item(TableName=self._table, Key=items.key(pk, sk))

    def take(self, kind: str, name: str, *, now: datetime) -> dict[str, Any] | None:
        """Read and delete in one step, so that only one taker gets it."""
        taken = self._client.delete_item(
            TableName=self._table, Key=items.key(f"{kind}#{name}", SCRATCH), ReturnValues="ALL_OLD"
        ).get("Attributes")
        return _value_of(items.unpack_all(taken) if taken else None, now=now)

    def count(self, kind: str, name: str, *, now: datetime, expires_at: datetime, by: int = 1) -> int:
        """Add to a counter that expires, and give its new value; the first to count sets when it expires."""
        asked = {
            "TableName": self._table,
            "Key": items.key(f"{kind}#{name}", SCRATCH),
            "UpdateExpression": "SET #expires_at = if_not_exists(#expires_at, :expires_at), "
            "#ttl = if_not_exists(#ttl, :ttl), #v = :one ADD #count :by",
            "ConditionExpression": "attribute_not_exists(#expires_at) OR #expires_at > :now",
            "ExpressionAttributeNames": {f"#{name}": name for name in ("expires_at", "ttl", "count", "v")},
            "ExpressionAttributeValues": items.pack_all({
                ":expires_at": expires_at, ":ttl": items.expiry(expires_at), ":one": 1, ":by": by, ":now": now,
            }),
            "ReturnValues": "UPDATED_NEW",
        }  # fmt: skip
        try:
            return int(self._client.update_item(**asked)["Attributes"]["count"]["N"])
        except self._client.exceptions.ConditionalCheckFailedException:
            self._sweep_out(kind, name, now=now)
            return self.count(kind, name, now=now, expires_at=expires_at, by=by)

    def _sweep_out(self, kind: str, name: str, *, now: datetime) -> None:
        try:
            self._client.delete_item(
                TableName=self._table,
                Key=items.key(f"{kind}#{name}", SCRATCH),
                ConditionExpression="expires_at <= :now",
                ExpressionAttributeValues=items.pack_all({":now": now}),
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return  # another counter swept first

    def _condition(self, version: int | None) -> dict[str, Any]:
        if version == 0:
            return {}
        if version is None:
            condition, value = "attribute_not_exists(pk) OR #expires_at <= :value", items.pack(self._clock.now())
        else:
            condition, value = "#version = :value", items.pack(version)
        asked = {"ConditionExpression": condition, "ExpressionAttributeValues": {":value": value}}
        return asked | items.names_of(condition)


def _value_of(item: dict[str, Any] | None, *, now: datetime) -> dict[str, Any] | None:
    if item is None or items.moment(item["expires_at"]) <= now:
        return None
    value: dict[str, Any] = json.loads(item["value"]) if "value" in item else {"count": item["count"]}
    return value | {"version": item.get("version", 0)}
