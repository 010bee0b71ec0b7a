"""Takes cameras at protected places out of the index, and puts back those that stand at none any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from chalicelib.domain import camera_key
from chalicelib.domain.camera import Camera

from . import items
from .registry_items import camera_of

_SAY_EVERY = 1_000


def keep_out(
    client: Any, table: str, *, kept_out: Callable[[Camera], bool], progress: Callable[[str], None]
) -> Counter[str]:
    """Give how many cameras were `taken_out` and `put_back`; the items themselves stay, for their owners.

    Doing it again changes nothing, so what is cut off is finished by doing it again.
    """
    done: Counter[str] = Counter(taken_out=0, put_back=0)
    for number, item in enumerate(_cameras(client, table), 1):
        camera = camera_of(item)
        out, found = kept_out(camera), "gp" in item
        if out and found:
            done["taken_out"] += _take_out(client, table, item)
        elif not out and not found:
            done["put_back"] += _put_back(client, table, item, camera)
        if number % _SAY_EVERY == 0:
            progress(f"{number} cameras")
    return done


def _cameras(client: Any, table: str) -> Iterator[dict[str, Any]]:
    asked = {"TableName": table, "ConsistentRead": True, "FilterExpression": "attribute_exists(retention_days)"}
    for page in client.get_paginator("scan").paginate(**asked):
        yield from map(items.unpack_all, page["Items"])


def _take_out(client: Any, table: str, item: dict[str, Any]) -> bool:
    change = items.update(
        table, item["pk"], item["sk"], write={}, remove=("gp", "gs"), condition="attribute_exists(pk)"
    )
    return _written(client, change)


def _put_back(client: Any, table: str, item: dict[str, Any], camera: Camera) -> bool:
    key = camera_key.encode(camera)
    condition = "attribute_exists(pk) AND attribute_not_exists(gp)"
    change = items.update(table, item["pk"], item["sk"], write={"gp": key.gp, "gs": key.gs}, condition=condition)
    return _written(client, change)


def _written(client: Any, change: dict[str, Any]) -> bool:
    try:
        client.update_item(**change)
    except client.exceptions.ConditionalCheckFailedException:
        return False
    return True
