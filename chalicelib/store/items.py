"""Between plain values and DynamoDB's attribute values, and the shapes of its writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from typing import Any

Item = dict[str, Any]
"""An item as DynamoDB's wire has it: attribute names to typed values."""
SCHEMA_VERSION = 1
_LONGEST_KEY = 1024
"""In bytes; DynamoDB takes 2048 in a partition key and 1024 in a sort key, and ours are a tenth of that."""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One entry of a TransactWriteItems; `label` names it in a Conflict."""

    label: str
    entry: Mapping[str, Any]


def pack(value: Any) -> dict[str, Any]:
    """Give the attribute value; times become UTC text that sorts as they do. Raises TypeError for other types."""
    for kinds, name, packed in _PACKED:
        if isinstance(value, kinds):
            return {name: packed(value)}
    raise TypeError(f"{type(value).__name__} has no place in a table")


def pack_all(values: Mapping[str, Any]) -> Item:
    """Give the attributes; what is None is left out."""
    return {name: pack(value) for name, value in values.items() if value is not None}


def unpack(attribute: Mapping[str, Any]) -> Any:
    """Give the plain value; whole numbers as int, times as the text they are stored as."""
    ((kind, value),) = attribute.items()
    match kind:
        case "N":
            return float(value) if set(value) & set(".eE") else int(value)
        case "L":
            return [unpack(inner) for inner in value]
        case "M":
            return unpack_all(value)
        case "SS":
            return set(value)
    return value


def unpack_all(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give the plain values of an item."""
    return {name: unpack(attribute) for name, attribute in item.items()}


def stamp(moment: datetime) -> str:
    """Give a time as UTC text of one length, so that text sorts as time does."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> datetime:
    """Read what `stamp` wrote."""
    return datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> datetime | None:
    """Read what `stamp` wrote, or nothing."""
    return None if text is None else moment(text)


def expiry(moment: datetime) -> int:
    """Give a time as `ttl` has it: whole seconds since 1970, never earlier than the time itself."""
    return ceil(moment.timestamp())


def key(pk: str, sk: str) -> Item:
    """Give the key of an item."""
    return {"pk": {"S": pk}, "sk": {"S": sk}}


def put(table: str, pk: str, sk: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give a Put of a whole item, with its schema version."""
    return {"TableName": table, "Item": {**key(pk, sk), "v": {"N": str(SCHEMA_VERSION)}, **pack_all(values)}}


def put_new(table: str, pk: str, sk: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give a Put that fails where the key is taken."""
    return put(table, pk, sk, values) | {"ConditionExpression": "attribute_not_exists(pk)"}


def update(
    table: str,
    pk: str,
    sk: str,
    *,
    write: Mapping[str, Any],
    remove: Iterable[str] = (),
    condition: str,
    values: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Give an Update; the condition may name any attribute as `#name`, and any of `values` as `:name`."""
    gone = [*remove, *(name for name, value in write.items() if value is None)]
    kept = pack_all(write)
    clauses = ["SET " + ", ".join(f"#{name} = :new_{name}" for name in kept)] if kept else []
    clauses += ["REMOVE " + ", ".join(f"#{name}" for name in gone)] if gone else []
    expression = " ".join(clauses)
    given = {f":new_{name}": value for name, value in kept.items()}
    given |= {f":{name}": pack(value) for name, value in (values or {}).items()}
    asked = {"TableName": table, "Key": key(pk, sk), "UpdateExpression": expression, "ConditionExpression": condition}
    return asked | names_of(f"{expression} {condition}") | ({"ExpressionAttributeValues": given} if given else {})


def names_of(expression: str) -> dict[str, dict[str, str]]:
    """Give the attribute names that an expression mentions as `#name`: none of them is a reserved word then."""
    words = (word for word in expression.replace("(", " ").replace(")", " ").replace(",", " ").split())
    found = {word: word[1:] for word in words if word.startswith("#")}
    return {"ExpressionAttributeNames": found} if found else {}


def query(client: Any, **asked: Any) -> Iterator[dict[str, Any]]:
    """Give every item of a Query or of what follows it, page by page."""
    while True:
        page = client.query(**asked)
        yield from map(unpack_all, page["Items"])
        if "LastEvaluatedKey" not in page:
            return
        asked["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def partition(client: Any, table: str, pk: str, *, since: str = " ", until: str = "~") -> Iterator[dict[str, Any]]:
    """Give the items of a partition with sort keys from `since` to `until`, read consistently, in order."""
    return query(
        client,
        TableName=table,
        ConsistentRead=True,
        KeyConditionExpression="pk = :pk AND sk BETWEEN :since AND :until",
        ExpressionAttributeValues=pack_all({":pk": pk, ":since": since, ":until": until}),
    )


def one(client: Any, table: str, pk: str, sk: str) -> dict[str, Any] | None:
    """Read one item consistently; none under what cannot be a key, such as a page's address typed at random."""
    if not 0 < len(pk.encode(errors="replace")) <= _LONGEST_KEY:
        return None
    found = client.get_item(TableName=table, Key=key(pk, sk), ConsistentRead=True).get("Item")
    return None if found is None else unpack_all(found)


def many(client: Any, table: str, keys: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Read items by key, consistently, a hundred at a time; in no order, without those that are gone."""
    waiting = [key(pk, sk) for pk, sk in dict.fromkeys(keys)]
    found: list[dict[str, Any]] = []
    while waiting:
        asked = {table: {"Keys": waiting[:100], "ConsistentRead": True}}
        page = client.batch_get_item(RequestItems=asked)
        found += map(unpack_all, page["Responses"].get(table, []))
        waiting = page["UnprocessedKeys"].get(table, {}).get("Keys", []) + waiting[100:]
    return found


def scan(client: Any, table: str, *names: str) -> Iterator[dict[str, Any]]:
    """Give these attributes of every item of a table, read consistently: for an operator, not for a request."""
    shown = ", ".join(f"#{name}" for name in names)
    asked: dict[str, Any] = {"TableName": table, "ProjectionExpression": shown, "ConsistentRead": True}
    asked |= names_of(shown)
    while True:
        page = client.scan(**asked)
        yield from map(unpack_all, page["Items"])
        if "LastEvaluatedKey" not in page:
            return
        asked["ExclusiveStartKey"] = page["LastEvaluatedKey"]


_PACKED: tuple[tuple[type | tuple[type, ...], str, Callable[[Any], Any]], ...] = (
    (bool, "BOOL", bool),
    (str, "S", str),
    ((int, float), "N", repr),
    (bytes, "B", bytes),
    (datetime, "S", stamp),
    (frozenset, "SS", sorted),
    (Mapping, "M", pack_all),
    ((list, tuple), "L", lambda values: [pack(value) for value in values]),
)
"""What becomes of each type; the first that fits counts, for True is an int as well."""
