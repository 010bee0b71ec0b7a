"""Where a message of plain words speaks of cameras, and of how many each time: one pass, left to right."""

from __future__ import annotations

from dataclasses import replace

from .camera_mention import Mention
from .camera_named import named
from .camera_nouns import FORGOT
from .camera_ones import one
from .camera_totals import spot, total

MOST = 60
"""Nobody speaks of cameras more often in one message; what comes after is not looked at."""


def mentions(words: list[str]) -> list[Mention]:
    """Find every mention, in order. Linear in the number of words."""
    found: list[Mention] = []
    at = 0
    while at < len(words) and len(found) < MOST:
        mention = named(words, at, found) or one(words, at, found) or _other(words, at, found)
        if mention:
            found.append(replace(mention, late=_late(words, mention.start)) if mention.kind == "named" else mention)
        at = max(mention.end, at + 1) if mention else at + 1
    return found


def _other(words: list[str], at: int, found: list[Mention]) -> Mention | None:
    return total(words, at, named=any(each.kind == "named" for each in found)) or spot(words, at)


def _late(words: list[str], start: int) -> bool:
    return not FORGOT.isdisjoint(words[max(0, start - 3) : start])
