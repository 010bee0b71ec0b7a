"""Writes the index's keys of every camera in the current format, while the system runs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from chalicelib.domain import camera_key

from . import items
from .registry_items import camera_of

_SAY_EVERY = 1_000


def reindex(client: Any, table: str, *, progress: Callable[[str], None]) -> Counter[str]:
    """Give how many cameras were `rewritten`, were `current` already, or `changed` meanwhile (and so are current).

    Lookups read both formats, and every order in `hexagons.READ`, so it may be cut off anywhere and run again.
    """
    done: Counter[str] = Counter(rewritten=0, current=0, changed=0)
    for number, item in enumerate(_cameras(client, table), 1):
        done[_rewrite(client, table, item)] += 1
        if number % _SAY_EVERY == 0:
            progress(f"{number} cameras")
    return done


def _cameras(client: Any, table: str) -> Any:
    asked: dict[str, Any] = {"TableName": table, "ConsistentRead": True, "FilterExpression": "attribute_exists(gp)"}
    while True:
        page = client.scan(**asked)
        yield from map(items.unpack_all, page["Items"])
        if "LastEvaluatedKey" not in page:
            return
        asked["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def _rewrite(client: Any, table: str, item: dict[str, Any]) -> str:
    """Write the two keys alone, and only while they are as they were read: a change made meanwhile is never undone."""
    now = camera_key.encode(camera_of(item))
    if (now.gp, now.gs) == (item["gp"], item["gs"]):
        return "current"
    change = items.update(
        table,
        item["pk"],
        item["sk"],
        write={"gp": now.gp, "gs": now.gs},
        condition="#gp = :gp AND #gs = :gs",
        values={"gp": item["gp"], "gs": item["gs"]},
    )
    try:
        client.update_item(**change)
    except client.exceptions.ConditionalCheckFailedException:
        return "changed"
    return "rewritten"
