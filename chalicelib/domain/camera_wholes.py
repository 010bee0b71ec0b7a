"""Which number of cameras is the sum of what follows it: `6 cameras: a doorbell, 2 in back and 3 inside cams`."""

from __future__ import annotations

from collections.abc import Sequence

from .camera_groups import Group
from .camera_mention import Mention
from .view_words import hangs_at

_PARTS = frozenset({"named", "one", "spot", "rest"})


def wholes(found: Sequence[Mention], said: Sequence[str], backs: Sequence[bool]) -> dict[int, int]:
    """Give for each mention that is part of a whole where the whole was named, as places in `found`.

    A whole has a number that its parts add up to, or is a plain plural that they count: `cams: doorbell, one in back`.
    What somebody takes back ends it.
    """
    parts: dict[int, int] = {}
    for at, head in enumerate(found):
        if at in parts or not _may_be_whole(head):
            continue
        end = next((place for place in range(at + 1, len(found)) if backs[place]), len(found))
        parts.update(dict.fromkeys(_parts(found, said, at, end), at))
    return parts


def _may_be_whole(head: Mention) -> bool:
    return head.kind in ("named", "total") and head.count != 1 and not head.again and not head.bell


def _parts(found: Sequence[Mention], said: Sequence[str], at: int, end: int) -> list[int]:
    """Give the mentions from behind `at` to `end` that add up to its number, first without what is said again."""
    head, following = found[at], range(at + 1, end)
    if any(found[place].kind == "numbered" for place in following):
        return []
    totals = [found[place].count for place in following if found[place].kind == "total"]
    count = head.count or (totals[-1] if totals else 0)
    for again in (False, True):
        places = [place for place in following if found[place].kind in _PARTS and (again or not found[place].again)]
        if head.count and totals and head.count + sum(found[place].count for place in places) == totals[-1]:
            return []
        if len(places) > 1 and _adds_up([found[place] for place in places], count):
            group = Group(head, said[at], [(found[place], said[place]) for place in places])
            named = bool(hangs_at(said[at])) and any(found[place].kind == "named" for place in places)
            return [] if named or group.differs() or group.hang_elsewhere() else places
    return []


def _adds_up(parts: list[Mention], count: int) -> bool:
    told = sum(part.count for part in parts)
    unsaid = [part for part in parts if not part.count]
    if any(part.kind != "rest" for part in unsaid) or len(unsaid) > 1:
        return False
    if not count:
        return not parts[0].joined and not unsaid
    if parts[0].joined:
        return False
    return told < count if unsaid else told == count
