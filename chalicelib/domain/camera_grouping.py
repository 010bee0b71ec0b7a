"""Puts the mentions of cameras together: what comes on top, what is said again, what somebody takes back."""

from __future__ import annotations

from dataclasses import replace

from .camera_groups import Group
from .camera_mention import Mention
from .camera_nouns import ALSO, BREAKS, STRONG, TAKING_BACK


def grouped(found: list[Mention], words: list[str]) -> tuple[list[Group], int | None]:
    """Group the mentions; give the number that was said to stand for all of them too."""
    groups: list[Group] = []
    total: int | None = None
    for place, mention in enumerate(found):
        said = _said(found, place, words)
        before = words[found[place - 1].end if place else 0 : mention.start + 1]
        back = bool(groups) and _takes_back(before) and not mention.late
        if mention.kind == "total":
            total = _take_total(groups, mention, said, back=back)
            continue
        if back and mention.kind == "named":
            groups.pop()
            total = None
        _add(groups, mention, said)
    return groups, total


def _said(found: list[Mention], place: int, words: list[str]) -> str:
    """Give what is said about a mention: to the next one, and before it in its clause where it says where it hangs."""
    mention = found[place]
    after = found[place + 1].start if place + 1 < len(found) else len(words)
    if place + 1 < len(found):
        after = _lead(words, mention.end, after)
    begin = _lead(words, found[place - 1].end if place else 0, mention.start, first=not place)
    while after > mention.end and words[after - 1] in BREAKS - {"n", "e"}:
        after -= 1
    return " ".join(words[begin:after])


def _lead(words: list[str], begin: int, start: int, *, first: bool = False) -> int:
    """Give where the clause of a mention begins: behind the last break, where it tells where something hangs."""
    place = start
    while place > begin and words[place - 1] not in BREAKS:
        place -= 1
    return place if first or (place > begin and not STRONG.isdisjoint(words[place:start])) else start


def _takes_back(between: list[str]) -> bool:
    if not ALSO.isdisjoint(between[:-1]):
        return False
    return not (TAKING_BACK - {"no"}).isdisjoint(between) or between[:1] == ["no"] or between[-2:-1] == ["no"]


def _take_total(groups: list[Group], mention: Mention, said: str, *, back: bool) -> int:
    """Take a number for all: of those last named, where nobody had counted them or who did takes it back."""
    if not groups:
        groups.append(Group(mention, said))
        return mention.count
    last = groups[-1]
    if not last.members and (back or not last.head.count or (last.head.count == 1 and len(groups) == 1)):
        if not (last.head.bell and mention.count > 1 and not back):
            last.head = replace(last.head, count=mention.count)
        last.said = f"{last.said} , {said}"
    return mention.count


def _add(groups: list[Group], mention: Mention, said: str) -> None:
    if not groups:
        groups.append(Group(mention, said))
        return
    last = groups[-1]
    unsaid = mention.kind == "named" and last.head.count == 0 and not mention.joined
    if unsaid and mention.count and not last.members:
        groups.pop()
        groups.append(Group(mention, said))
    elif mention.again and mention.kind == "named":
        _tell_again(_named_before(groups, mention), mention, said)
    elif mention.late and last.head.count > mention.count:
        last.members.append((mention, said))
    elif mention.kind in ("one", "rest") and last.head.kind == "one":
        groups.append(Group(replace(mention, kind="one", count=mention.count or 1), said))
    elif mention.kind in ("one", "rest", "numbered", "spot"):
        last.members.append((mention, said))
    else:
        groups.append(Group(mention, said))


def _named_before(groups: list[Group], mention: Mention) -> Group:
    """Give the group that is spoken of again: of a doorbell and a camera the one of its kind, or else the last."""
    two = len(groups) > 1 and groups[-1].head.bell != groups[-2].head.bell
    return groups[-2] if two and groups[-2].head.bell == mention.bell else groups[-1]


def _tell_again(group: Group, mention: Mention, said: str) -> None:
    """Add what is said of cameras that were named before: a number at last, or `the camera faces north`."""
    if group.members:
        last, words = group.members[-1]
        group.members[-1] = (last, f"{words} , {said}")
        return
    if mention.bell and not group.head.bell and group.head.count > 1:
        group.members.append((mention, said))
        return
    group.said = f"{group.said} , {said}"
    bell = mention.bell and group.head.count == 1 and mention.count == 1
    if (mention.count and not group.head.count) or bell:
        group.head = mention
