"""Puts the mentions of cameras together: what comes on top, what is said again, what somebody takes back."""

from __future__ import annotations

from dataclasses import replace

from .camera_groups import Group
from .camera_mention import Mention
from .camera_nouns import ALSO, BREAKS, PLACED, STRONG, TAKING_BACK
from .camera_wholes import wholes
from .told_words import told
from .view_words import kind_of, way_of


def grouped(found: list[Mention], words: list[str]) -> tuple[list[Group], int | None]:
    """Group the mentions; give the number that was said to stand for all of them too."""
    groups: list[Group] = []
    total: int | None = None
    said = [_said(found, place, words) for place in range(len(found))]
    backs = [_is_taken_back(found, place, words) for place in range(len(found))]
    parts = wholes(found, said, backs)
    for place, mention in enumerate(found):
        if mention.kind == "total":
            total = _take_total(groups, mention, said[place], total, back=backs[place])
        elif place in parts:
            groups[-1].add_part(mention, said[place])
        else:
            if backs[place] and mention.kind == "named":
                groups.pop()
                total = None
            _add(groups, mention, said[place])
    return groups, total


def _is_taken_back(found: list[Mention], place: int, words: list[str]) -> bool:
    between = words[found[place - 1].end if place else 0 : found[place].start + 1]
    return place > 0 and _takes_back(between) and not found[place].late


def _said(found: list[Mention], place: int, words: list[str]) -> str:
    """Give what is said about a mention: to the next one, and before it in its clause where it says where it hangs."""
    mention = found[place]
    after = found[place + 1].start if place + 1 < len(found) else len(words)
    if place + 1 < len(found):
        after = _lead(words, mention.end, after)
    begin = _lead(words, found[place - 1].end if place else 0, mention.start, first=not place)
    while after > mention.end and words[after - 1] in BREAKS - {"n", "e"}:
        after -= 1
    lead = words[begin : mention.start]
    lead = lead if not PLACED.isdisjoint(lead) or not STRONG.isdisjoint(lead[:1]) else []
    return " ".join([*lead, *told(words[mention.start : after])])


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


def _take_total(groups: list[Group], mention: Mention, said: str, total: int | None, *, back: bool) -> int | None:
    """Take a number for all: of those last named, where nobody had counted them or who did takes it back."""
    if not groups:
        groups.append(Group(mention, said))
        return mention.count
    last = groups[-1]
    if last.whole:
        return mention.count
    if mention.weak and not back and total is None and (last.head.count > 1 or len(groups) > 1 or last.members):
        return total
    if not last.members and (back or not last.head.count or (last.head.count == 1 and len(groups) == 1)):
        if not (last.head.bell and mention.count > 1 and not back):
            last.head = replace(last.head, count=mention.count)
        last.said = f"{last.said} , {said}"
    return mention.count


def _add(groups: list[Group], mention: Mention, said: str) -> None:
    """Add a mention to those before, or as more cameras."""
    last = groups[-1] if groups else None
    if last and mention.kind == "one" and last.full():
        return
    if last and mention.count and mention.kind == "named" and _counts_at_last(last, mention):
        groups[-1] = Group(mention, said)
    elif not last or not (_tell(groups, last, mention, said) or _single_out(last, mention, said)):
        counted = mention if mention.kind != "rest" else replace(mention, kind="one", count=mention.count or 1)
        groups.append(Group(counted, said))


def _counts_at_last(last: Group, mention: Mention) -> bool:
    """Say whether cameras of which nobody had said how many are counted now."""
    return last.head.count == 0 and not mention.joined and not last.members


def _tell(groups: list[Group], last: Group, mention: Mention, said: str) -> bool:
    """Tell more of cameras that were named before, if they are meant."""
    if mention.late and last.head.count > mention.count:
        return False
    if mention.again and _told_of_kind(groups, said):
        return True
    if mention.again and mention.kind == "named" and not _tells_of_another(last, mention, said):
        _tell_again(_named_before(groups, mention), mention, said)
        return True
    if _apposes(last, mention, said):
        last.head, last.said = replace(mention, count=1), f"{last.said} , {said}"
        return True
    return False


def _single_out(last: Group, mention: Mention, said: str) -> bool:
    """Add those that are singled out of the cameras named last, or come on top of them without a name."""
    late = mention.late and last.head.count > mention.count
    more = mention.kind in ("one", "rest") and last.head.kind == "one"
    if not late and (more or mention.kind not in ("one", "rest", "numbered", "spot")):
        return False
    last.members.append((mention, said))
    return True


def _tells_of_another(last: Group, mention: Mention, said: str) -> bool:
    """Say whether a camera without a word before it looks another way: `cam on the porch cam facing west`."""
    before, ways = way_of(last.said), way_of(said)
    plain = said.split()[:1] in (["cam"], ["camera"], ["camara"])
    return plain and last.head.count == 1 and not mention.bell and bool(before and ways and before != ways)


def _told_of_kind(groups: list[Group], said: str) -> bool:
    """Add what is said of the one camera of a kind: `the fixed one faces north`, `la que gira ve la calle`."""
    kind = kind_of(" ".join(said.split()[:4]))
    if kind in ("unknown", "doorbell"):
        return False
    for group in reversed(groups):
        for at, (member, words) in enumerate(group.members):
            if member.count == 1 and kind_of(words) == kind:
                group.members[at] = (member, f"{words} , {said}")
                return True
        if group.head.count == 1 and kind_of(group.said) == kind:
            group.said = f"{group.said} , {said}"
            return True
    return False


def _apposes(last: Group, mention: Mention, said: str) -> bool:
    """Say whether one camera is told of in other words: `the one camera, a doorbell camera`."""
    single = last.said.split()[-2:-1]
    counted = not {"one", "1", "only", "single"}.isdisjoint(single) and last.head.count == 1 and not last.members
    return counted and mention.start == last.head.end + 1 and said.startswith(("a ", "an ")) and not mention.joined


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
