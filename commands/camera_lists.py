"""Which published lists the registry's cameras came from, and a list taken out again."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from chalicelib.domain.inventory import is_public
from chalicelib.store import items

UNNAMED = "inventory"
"""The list of cameras that were imported before lists had names."""
_AT_ONCE, _SAY_EVERY = 25, 1_000


def lists_in(client: Any, table: str) -> Counter[str]:
    """Count the cameras of each list."""
    return Counter(name for _, name in _listed(client, table))


def remove_list(client: Any, table: str, name: str, *, progress: Callable[[str], None]) -> int:
    """Take every camera of a list out, and give how many; cut off, it may be run again. Two write units each."""
    going = (owner_id for owner_id, stands_in in _listed(client, table) if stands_in == name)
    removed = 0
    while some := list(islice(going, _AT_ONCE)):
        keys = [items.key(owner_id, "c1") for owner_id in some]
        write_batch(client, table, [{"DeleteRequest": {"Key": key}} for key in keys])
        removed += len(some)
        if removed % _SAY_EVERY == 0:
            progress(f"{removed} cameras removed")
    return removed


def write_batch(client: Any, table: str, writes: Sequence[dict[str, Any]]) -> None:
    """Write up to 25; what the table does not take at once is tried again, more slowly each time."""
    waiting, pause = list(writes), 0.05
    while waiting:
        waiting = client.batch_write_item(RequestItems={table: waiting})["UnprocessedItems"].get(table, [])
        if waiting:
            time.sleep(pause)
            pause = min(5.0, 2 * pause)


def _listed(client: Any, table: str) -> Iterator[tuple[str, str]]:
    for row in items.scan(client, table, "pk", "list"):
        if is_public(row["pk"]):
            yield row["pk"], row.get("list", UNNAMED)
