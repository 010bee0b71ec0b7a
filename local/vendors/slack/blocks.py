"""Walks Block Kit: fills in block ids as Slack does, and finds elements."""

from __future__ import annotations

import copy
import secrets
from collections.abc import Iterator, Sequence
from typing import Any

Block = dict[str, Any]
Element = dict[str, Any]


def with_ids(blocks: Sequence[Block]) -> list[Block]:
    """Return a copy in which every block and every interactive element has an id."""
    copied = copy.deepcopy(list(blocks))
    for block in copied:
        block.setdefault("block_id", secrets.token_urlsafe(4))
        for element in elements_of(block):
            if element.get("type") not in ("mrkdwn", "plain_text"):
                element.setdefault("action_id", secrets.token_urlsafe(4))
    return copied


def elements_of(block: Block) -> Iterator[Element]:
    """Yield what stands in a block: its accessory, its elements, its one input."""
    for name in ("accessory", "element"):
        if name in block:
            yield block[name]
    yield from block.get("elements", [])


def find(blocks: Sequence[Block], *, action_id: str, block_id: str = "") -> tuple[Block, Element] | None:
    """Return the first element with this action id, in the named block where one is named."""
    for block in blocks:
        if block_id and block["block_id"] != block_id:
            continue
        for element in elements_of(block):
            if element.get("action_id") == action_id:
                return block, element
    return None
