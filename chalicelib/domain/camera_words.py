"""How many cameras a message speaks of, and what it says about each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .camera import MAX_CAMERAS
from .camera_mentions import Mention, mentions
from .camera_nouns import BREAKS, TAKING_BACK
from .number_words import number
from .patterns import compiled
from .view import View
from .view_words import parts_of, view_of, views_of, way_of

__all__ = ["Spoken", "numbered", "spoken", "view_of", "way_of"]

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_NUMBERED = (
    r"(?:\b(?:camera|cam|number|no|and)\b ?)?"
    rf"\b(\d{{1,2}}|{'|'.join(_ORDINALS)}|one|two|three|four|five|six)\b(?: one)?"
)
_BOTH = r"\b(?:both|all(?: of them)?|they(?: all)?|ambas|todas)(?: (?:are|is|cameras|cams|of them|the))* ([^,]*)"


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many cameras a message names (none where it names none), and what it says about them in their order."""

    count: int | None
    views: tuple[View, ...]


@dataclass(slots=True)
class _Group:
    """Cameras named together, what the words up to the next mention say about them, and those singled out."""

    head: Mention
    said: str
    members: list[tuple[Mention, str]] = field(default_factory=list)

    def views(self) -> list[View] | None:
        """Give a view for each camera; none where nobody knows how many they are."""
        own = _kept(self.head, self.said)
        if self.head.kind == "numbered" or any(member.kind == "numbered" for member, _ in self.members):
            return self._by_number(own)
        singled = self._singled()
        if self.head.count == 0:
            certain = len(singled) > 1 or any(member.had for member, _ in self.members)
            return [view.over(_common(own)) for view in singled] if certain else None
        if not singled or self._again(own, singled):
            return own if not singled else [singled[0].over(own[0])]
        if self.head.count == 1 or self._besides(own, singled):
            return own + singled
        common = _common(own)
        rest = [View()] * (len(own) - len(singled))
        return [view.over(common) for view in (*singled, *rest)]

    def _singled(self) -> list[View]:
        """Give the views of those singled out; `the others` are as many as are left."""
        left = self.head.count - sum(member.count for member, _ in self.members)
        found: list[View] = []
        for member, said in self.members:
            counted = replace(member, count=max(left, 0)) if member.kind == "rest" else member
            found += _kept(counted, said) if counted.count else []
        return found

    def _again(self, own: list[View], singled: list[View]) -> bool:
        """Say whether what follows one camera is that camera: `one camera, one that faces north`."""
        joined = any(member.joined for member, _ in self.members)
        return len(own) == 1 and len(singled) == 1 and not joined and own[0] == View()

    def _besides(self, own: list[View], singled: list[View]) -> bool:
        """Say whether those singled out come on top: `8 inside, 2 outside`, not `6 cameras, 4 of them outside`."""
        return len(singled) > len(own) or any(
            (view.way and common.way and view.way != common.way)
            or ("unknown" not in (view.kind, common.kind) and view.kind != common.kind)
            or (view.indoor is not None and common.indoor is not None and view.indoor != common.indoor)
            for common in [_common(own)]
            for view in singled
        )

    def _by_number(self, own: list[View]) -> list[View] | None:
        numbers = {member.number: view_of(said) for member, said in self.members if member.number}
        if self.head.kind == "numbered":
            numbers[self.head.number] = view_of(self.said)
            own = []
        count = max(len(own), *numbers)
        if self.head.count == 0:
            own, count = [], max(numbers)
        if not own and (sorted(numbers) != list(range(1, count + 1))):
            return None
        base = [*own, *[View()] * (count - len(own))]
        singled = [view for member, said in self.members if not member.number for view in _kept(member, said)]
        return [numbers.get(at, View()).over(view) for at, view in enumerate(base, 1)] + singled


def spoken(text: str) -> Spoken:
    """Read a message of plain words from which address and days were cut. Commas may stand in it as ` , `."""
    words = text.split()
    found = mentions(words)
    if not found:
        return Spoken(None, views_of(text, 1))
    groups = _groups(found, words)
    listed = _listed(groups[0], words) if len(groups) > 1 else []
    parts = [listed] if listed else _without_sum([group.views() for group in groups])
    if any(part is None for part in parts):
        return Spoken(None, ())
    views = [view for part in parts for view in part or ()][:MAX_CAMERAS]
    if len(groups) == 1 and all(view in (View(), View(kind="doorbell")) for view in views):
        others = [
            replace(other, kind=view.kind) for other, view in zip(views_of(text, len(views)), views, strict=False)
        ]
        views = [view.over(other) for view, other in zip(views, others or views, strict=True)]
    views = _of_both(text, views)
    return Spoken(max(len(views), 1), tuple(views) if any(view != View() for view in views) else ())


def numbered(text: str, count: int) -> dict[int, View]:
    """Read an answer to `which way do they look`: views by camera number, from 1.

    What names no number belongs to all of them, or, where there are as many as cameras, to each in its order.
    """
    marks = [(_mark(match), match) for match in compiled(_NUMBERED).finditer(text)]
    if any(1 <= mark <= count for mark, _ in marks):
        ends = [match.start() for _, match in marks[1:]] + [len(text)]
        found = {mark: view_of(text[match.end() : end]) for (mark, match), end in zip(marks, ends, strict=True)}
        return {mark: view for mark, view in found.items() if 1 <= mark <= count and view != View()}
    parts = [view_of(part) for part in re.split(r" , | and | y ", text)]
    parts = [part for part in parts if part != View()]
    if len(parts) == 1:
        return dict.fromkeys(range(1, count + 1), parts[0])
    return dict(enumerate(parts[:count], 1))


def _mark(match: re.Match[str]) -> int:
    return _ORDINALS.get(match[1]) or number(match[1]) or 0


def _groups(found: Sequence[Mention], words: list[str]) -> list[_Group]:
    groups: list[_Group] = []
    for place, mention in enumerate(found):
        after = found[place + 1].start if place + 1 < len(found) else len(words)
        said = " ".join(words[mention.start : after])
        before = found[place - 1].end if place else 0
        if groups and _takes_back(words[before : mention.start + 1]) and mention.kind != "one":
            groups.pop()
        plus = mention.start and words[mention.start - 1] in BREAKS - {","}
        if groups and groups[-1].head.count == 0 and mention.count and mention.kind == "named" and not plus:
            groups.pop()
        if groups and mention.again:
            _tell_again(_named_before(groups, mention), mention, said)
        elif groups and mention.kind in ("one", "rest", "numbered"):
            groups[-1].members.append((mention, said))
        else:
            groups.append(_Group(mention, said if groups else f"{_clause_before(words, mention.start)} {said}"))
    return groups


def _named_before(groups: list[_Group], mention: Mention) -> _Group:
    """Give the group that is spoken of again: of a doorbell and a camera the one of its kind, or else the last."""
    two = len(groups) > 1 and groups[-1].head.bell != groups[-2].head.bell
    return groups[-2] if two and groups[-2].head.bell == mention.bell else groups[-1]


def _tell_again(group: _Group, mention: Mention, said: str) -> None:
    """Add what is said of cameras that were named before: a number at last, or `the camera faces north`."""
    last, words = group.members[-1] if group.members else (group.head, group.said)
    if group.members:
        group.members[-1] = (last, f"{words} , {said}")
        return
    group.said = f"{words} , {said}"
    more = mention.kind == "headline" and mention.count > group.head.count == 1
    if (
        more
        or (mention.count and not group.head.count)
        or (mention.bell and group.head.count == 1 and mention.count == 1)
    ):
        group.head = mention


def _takes_back(between: list[str]) -> bool:
    return not (TAKING_BACK - {"no"}).isdisjoint(between) or between[:1] == ["no"] or between[-2:-1] == ["no"]


def _clause_before(words: list[str], start: int) -> str:
    """Give the words of the clause before a first mention: `out front i have a camera`."""
    begin = start
    while begin and words[begin - 1] != ",":
        begin -= 1
    return " ".join(words[begin:start])


def _kept(mention: Mention, said: str) -> list[View]:
    count = min(mention.count, MAX_CAMERAS)
    views = views_of(said, max(count, 1)) or (View(),) * max(count, 1)
    return [_kind(view, mention) for view in views]


def _kind(view: View, mention: Mention) -> View:
    """Give a view the kind that its mention names: words about a bell nearby do not make it one."""
    if mention.bell:
        return replace(view, kind="doorbell")
    return replace(view, kind="unknown") if view.kind == "doorbell" else view


def _common(views: Sequence[View]) -> View:
    """Give what is said of all of them alike."""
    return views[0] if views and all(view == views[0] for view in views) else View()


def _listed(first: _Group, words: list[str]) -> list[View]:
    """Read a number of cameras and a list with as many parts: `three cams, doorbell, back, one facing south`."""
    count, rest = first.head.count, words[first.head.end :]
    if count < 2 or rest[:1] != [","]:
        return []
    parts = [part for part in parts_of(" ".join(rest[1:])) if part.strip()][: count + 1]
    views = [view_of(part) for part in parts]
    several = any(value and value > 1 for part in parts for value in map(number, part.split()))
    return views if len(views) == count and View() not in views and not several else []


def _without_sum(parts: list[list[View] | None]) -> list[list[View] | None]:
    """Leave out the first of several where it is their sum: `3 cameras: a doorbell and 2 cams in back`."""
    first, others = parts[0], parts[1:]
    if first is None or not others or any(other is None for other in others):
        return parts
    rest = sum(len(other or ()) for other in others)
    return others if len(first) == rest and rest > 1 else parts


def _of_both(text: str, views: list[View]) -> list[View]:
    """Give every camera what is said of both or all."""
    match = compiled(_BOTH).search(text)
    if not match or len(views) < 2:
        return views
    common = view_of(match[1])
    return [view.over(View(way=common.way, indoor=common.indoor)) for view in views]
