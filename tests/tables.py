"""The tables' keys as create_table takes them; infra/app.yaml mirrors them, and a test compares the two."""

from __future__ import annotations

from typing import Any

HASH, RANGE = "HASH", "RANGE"


def table(name: str, **indexes: tuple[str, str]) -> dict[str, Any]:
    """Give create_table's arguments: `pk` and `sk`, and KEYS_ONLY indexes by name."""
    names = ["pk", "sk", *(attribute for pair in indexes.values() for attribute in pair)]
    described: dict[str, Any] = {
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": key_schema("pk", "sk"),
        "AttributeDefinitions": [{"AttributeName": attribute, "AttributeType": "S"} for attribute in names],
    }
    if indexes:
        described["GlobalSecondaryIndexes"] = [index(name, *pair) for name, pair in indexes.items()]
    return described


def index(name: str, partition: str, sort: str) -> dict[str, Any]:
    return {
        "IndexName": name,
        "KeySchema": key_schema(partition, sort),
        "Projection": {"ProjectionType": "KEYS_ONLY"},
    }


def key_schema(partition: str, sort: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": HASH}, {"AttributeName": sort, "KeyType": RANGE}]


TABLES: dict[str, dict[str, Any]] = {
    "registry": table("registry", geo=("gp", "gs")),
    "requests": table("requests", open=("oo", "oa"), recent=("rm", "ra")),
    "outbox": table("outbox", due=("dq", "da")),
    "audit": table("audit"),
    "scratch": table("scratch"),
    "agency": table("agency"),
}

EXPIRING = ("requests", "outbox", "audit", "scratch")
"""Tables whose items may carry `ttl`, seconds since 1970, by which DynamoDB removes them in its own time."""
