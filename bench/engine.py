"""A DynamoDB that holds sorted entries in memory and answers Query as the real one does, in pages of 1 MB.

Read units are the reader's sum over what it was given; emulators count them wrongly (docs/performance.md).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from chalicelib.domain.camera_key import CameraFacts, encode_facts
from chalicelib.store.camera_index import entry_bytes

PAGE_BYTES = 1_048_576
Item = dict[str, dict[str, str]]


class CameraEngine:
    """The client that CameraIndex speaks to, over the entries of its index."""

    def __init__(self, cameras: Iterable[CameraFacts]) -> None:
        """Give camera n the owner whose id is n in eight digits."""
        entries: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for number, camera in enumerate(cameras):
            gp, gs = encode_facts(camera)
            entries[gp].append((gs, f"{number:08}"))
        self._sorted = {gp: sorted(pairs) for gp, pairs in entries.items()}

    def query(self, **asked: Any) -> dict[str, Any]:
        """Answer a Query with BETWEEN on the sort key; one page at a time."""
        values = {name: value["S"] for name, value in asked["ExpressionAttributeValues"].items()}
        gp = values[":gp"]
        held = self._sorted.get(gp, [])
        since = asked.get("ExclusiveStartKey")
        first = bisect_right(held, _place(since)) if since else bisect_left(held, (values[":first"], ""))
        found = [_item(gp, *pair) for pair in held[first : bisect_right(held, (values[":last"], "~"))]]
        return page_of(found)


def page_of(found: list[Item]) -> dict[str, Any]:
    """Give the first megabyte of what a Query found, and where to go on."""
    size = 0
    for number, item in enumerate(found):
        size += entry_bytes(item)
        if size >= PAGE_BYTES and number + 1 < len(found):
            return {"Items": found[: number + 1], "LastEvaluatedKey": item}
    return {"Items": found}


def _item(gp: str, gs: str, owner_id: str) -> Item:
    return {"pk": {"S": owner_id}, "sk": {"S": "c1"}, "gp": {"S": gp}, "gs": {"S": gs}}


def _place(key: Item) -> tuple[str, str]:
    return key["gs"]["S"], key["pk"]["S"]
