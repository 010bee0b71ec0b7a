"""How many cameras a message speaks of, and what it says about each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .camera import MAX_CAMERAS, Kind
from .camera_grouping import grouped
from .camera_groups import Group
from .camera_mentions import mentions
from .camera_nouns import BREAKS, FILLERS, ORDINALS, PLACED, STRONG
from .camera_settled import settled
from .number_words import number
from .patterns import compiled
from .told_words import told
from .view import View
from .view_words import hangs_at, looks, view_of, views_of, way_of

__all__ = ["Spoken", "numbered", "spoken", "view_of", "way_of"]

_NUMBERED = (
    r"(?:\b(?:camera|cam|number|no|and)\b ?)?"
    r"\b(\d{1,2}|first|second|third|fourth|fifth|one|two|three|four|five|six)\b(?: one)?"
)
_SIDE_BY_SIDE = r"\b(nw|ne|sw|norte|sur|oeste) (?=(?:nw|ne|sw|se|norte|sur|este|oeste)\b)"
_CUT = r" , (?:street|road|rd|calle)(?= , )"
"""What is left where an address was cut out."""
_EVERY = (
    r"\b(?:both|all(?: of (?:them|em))?|every(?: single)? one(?: of them)?|each(?: one)?(?: of them)?"
    r"|they (?:all|both)|they(?= (?:are|face|look|point|watch|cover|see|keep)\b)"
    r"|ambas|todas|all (?:\d+|two|three|four|five|six)(?: of them)?|las (?:dos|tres|cuatro|cinco|seis|\d+))"
    r"(?: (?:are|is|cameras|cams|of them|the|estan|se))* ([^,]*)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many cameras a message names (none where it names none), and what it says about them in their order."""

    count: int | None
    views: tuple[View, ...]


def spoken(text: str) -> Spoken:
    """Read a message of plain words from which address and days were cut. Commas may stand in it as ` , `."""
    words = compiled(_SIDE_BY_SIDE).sub(r"\1 , ", text).split()
    found = settled(mentions(words), words)
    text = " ".join(words)
    if not found:
        return Spoken(None, _unnamed(text))
    groups, total = grouped(found, words)
    views = _fitting(groups, total)
    if views is None:
        return Spoken(total, ())
    views = _of_every(text, _of_one_mention(text, groups, views))[:MAX_CAMERAS]
    return Spoken(max(len(views), 1), tuple(views) if any(view != View() for view in views) else ())


def _unnamed(text: str) -> tuple[View, ...]:
    """Read what is said of cameras that nobody names: `faces the street`, not `wrong street`."""
    views = views_of(text, 1)
    bare = all(word in STRONG | FILLERS | PLACED | BREAKS for word in text.split())
    kept = views if bare or looks(text) else [replace(view, way=None) for view in views]
    return tuple(view for view in kept if view != View())


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
    return ORDINALS.get(match[1]) or number(match[1]) or 0


def _fitting(groups: list[Group], total: int | None) -> list[View] | None:
    """Give the views of all cameras, in the way of adding them up that fits the number said for all."""
    parts = [group.views() for group in groups]
    if any(part is None for part in parts):
        return None
    counts = [len(part or ()) for part in parts]
    first, rest = parts[0] or [], [view for part in parts[1:] for view in part or ()]
    views = [*first, *rest]
    if len(views) == total:
        return views
    if len(parts) > 1 and counts[0] == len(rest) > 1 and _restates(groups):
        return rest
    if total is None:
        return views
    if len(rest) == total or counts[0] == total:
        return [*rest, *first[len(rest) :]][:total]
    return [*views, *[View()] * (total - len(views))] if len(views) < total else views[:total]


def _restates(groups: list[Group]) -> bool:
    """Say whether a number is the sum of what follows it: `3 cameras: a doorbell and 2 cams in back`."""
    if groups[0].head.kind == "one" or hangs_at(groups[0].said) or groups[1].head.joined:
        return False
    return len(groups) > 2 or bool(groups[1].members) or not groups[1].head.bell


def _of_one_mention(text: str, groups: list[Group], views: list[View]) -> list[View]:
    """Give cameras that were named only once what is said elsewhere in the message."""
    if len(groups) > 1 or any(view not in (View(), View(kind="doorbell")) for view in views):
        return views
    start = groups[0].head.start
    before = compiled(_CUT).sub(" , ", f" , {' '.join(text.split()[:start])} , ")
    text = " ".join(told([",", *before.split(), *text.split()[start:]]))
    others = [
        replace(other, kind=_other_kind(view, other))
        for other, view in zip(views_of(text, len(views)), views, strict=False)
    ]
    return [view.over(other) for view, other in zip(views, others or views, strict=True)]


def _other_kind(view: View, other: View) -> Kind:
    return view.kind if view.kind != "unknown" or other.kind == "doorbell" else other.kind


def _of_every(text: str, views: list[View]) -> list[View]:
    """Give every camera what is said of both or all."""
    match = compiled(_EVERY).search(text)
    if not match or len(views) < 2:
        return views
    common = view_of(match[1])
    return [view.over(View(way=common.way, indoor=common.indoor)) for view in views]
