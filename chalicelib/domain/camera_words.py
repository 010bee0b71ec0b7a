"""How many cameras a message speaks of, and what it says about each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .camera import MAX_CAMERAS, Kind
from .number_words import NUMBER, number
from .patterns import compiled, either, words
from .view import View, Way

_CAMERA = words("camera cameras cam cams camara camaras camra camras cctv cctvs webcam webcams")
_BRAND = words("ring nest video eufy blink arlo smart wyze reolink lorex")
_BELL = either(rf"(?:{_BRAND} )*(?:door ?bells?(?: {_CAMERA})?|timbres?)", rf"rings?\b(?! {_CAMERA})")
_BETWEEN = words(
    "ring nest arlo wyze blink eufy reolink lorex security surveillance outdoor indoor outside inside video more other "
    "new old wired wireless small hd 4k ip ptz dome bullet front back rear side door porch garage driveway yard "
    "floodlight street total north south east west northeast northwest southeast southwest"
)
_MENTION = (
    rf"(?:\b(?P<count>{NUMBER}|my|the|other|another) )?(?:{_BETWEEN} ){{0,3}}"
    rf"\b(?:(?P<bell>{_BELL})|(?P<camera>{_CAMERA}))\b"
)
_ORDER = "(?:other|another|second|third|fourth|first|last)"
_ANOTHER = rf"\b(?:(?:the )?{_ORDER}(?: one)?|one|uno|una|otra|otro|(?<=and )(?:the )?back)\b"
_COMPASS: tuple[tuple[str, Way], ...] = (
    ("north ?east|noreste|ne", "ne"), ("north ?west|noroeste|nw", "nw"), ("south ?east|sureste|se", "se"),
    ("south ?west|suroeste|sw", "sw"), ("north|norte", "n"), ("south|sur", "s"), ("east|este", "e"),
    ("west|oeste", "w"),
)  # fmt: skip
_FACING = either(
    r"fac\w+|look\w*|point\w*|aim\w*|toward\w*|view\w*|cover\w*|watch\w*|see\w*|mira\w*|hacia|heading",
    "on|at|to|over|al|a|is",
)
_LETTERS: tuple[Way, ...] = ("n", "e", "s", "w")
_SIDES: tuple[tuple[str, Way], ...] = (
    (either("back ?yard|back ?door|in back|out back|the back|back|rear|alley|behind|patio|deck|pool|patio trasero",
            "atras|trasera|callejon"), "back"),
    (either("street|st|road|sidewalk|front|driveway|frontyard|curb|porch|calle|frente|entrada|delante"), "street"),
)  # fmt: skip
_IN = r"\b(?:indoors?|inside|interior|adentro|dentro)\b"
_OUT = r"\b(?:outdoors?|outside|exterior|afuera|fuera|out back)\b"
_TURNING = r"\b(?:ptz|pan tilt|rotating|turning|360)\b"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_NUMBERED = (
    r"(?:\b(?:camera|cam|number|no|and)\b ?)?"
    rf"\b(\d{{1,2}}|{'|'.join(_ORDINALS)}|one|two|three|four|five|six)\b(?: one)?"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many cameras a message names (none where it names none), and what it says about them in their order."""

    count: int | None
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    count: int
    start: int
    bell: bool


def spoken(text: str) -> Spoken:
    """Read a message of plain words from which address and days were cut. Commas may stand in it as ` , `."""
    mentions = [_mention(match) for match in compiled(_MENTION).finditer(text)]
    if not mentions:
        return Spoken(None, _listed(text, 1))
    total = _total(mentions)
    if len(mentions) == 1:
        return Spoken(total, _listed(text, total))
    if total < sum(mention.count for mention in mentions):
        mentions = mentions[1:]
    ends = [mention.start for mention in mentions[1:]] + [len(text)]
    views: list[View] = []
    for mention, end in zip(mentions, ends, strict=True):
        said = _listed(text[mention.start : end], mention.count, bell=mention.bell)
        views += said or (View(),) * mention.count
    return Spoken(total, tuple(views[:total]) if any(view != View() for view in views) else ())


def view_of(text: str) -> View:
    """Read what a few plain words say about one camera."""
    kind: Kind = (
        "turning" if compiled(_TURNING).search(text) else "doorbell" if compiled(_BELL).search(text) else "unknown"
    )
    indoor = True if compiled(_IN).search(text) else False if compiled(_OUT).search(text) else None
    return View(kind=kind, way=way_of(text), indoor=indoor)


def way_of(text: str) -> Way | None:
    """Read which way a camera looks: a compass word, the street, or the back yard."""
    for pattern, way in _COMPASS:
        if compiled(rf"\b(?:{pattern})(?:ern|ward|bound)?\b").search(text):
            return way
    for letter in _LETTERS:
        if text.strip() == letter or compiled(rf"\b{_FACING} (?:the )?{letter}\b(?! \w+ (?:st|rd|ave))").search(text):
            return letter
    for pattern, way in _SIDES:
        if compiled(rf"\b(?:{pattern})\b").search(text):
            return way
    return None


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


def _mention(match: re.Match[str]) -> _Mention:
    said = match["count"] or ""
    plural = (match["bell"] or match["camera"]).endswith("s")
    unsaid = 2 if plural and said not in ("", "the", "my") else 1
    return _Mention(number(said) or unsaid, match.start(), bool(match["bell"]))


def _total(mentions: list[_Mention]) -> int:
    """Add up, unless the first number is the sum of those that follow: `3 cameras: a doorbell and 2 cams in back`."""
    first, *others = (mention.count for mention in mentions)
    total = first if others and first == sum(others) and first > 1 else first + sum(others)
    return min(max(total, 1), MAX_CAMERAS)


def _listed(text: str, count: int, *, bell: bool = False) -> tuple[View, ...]:
    """Read what is said about `count` cameras: once about all of them, or about one and another."""
    parts = _parts(text)
    about = [view for view in map(view_of, parts) if view.way or view.indoor is not None]
    every = view_of(text)
    apart = count > 1 and len(about) > 1
    views = tuple((about + [View()] * count)[:count]) if apart else (every,) * count
    if bell:
        return tuple(View(kind="doorbell").over(view) for view in views)
    return views if any(view != View() for view in views) else ()


def _parts(text: str) -> list[str]:
    cuts = [match.start() for match in compiled(_ANOTHER).finditer(text)]
    cuts += [match.start() for match in re.finditer(r" , | and | y ", text)]
    edges = [0, *sorted(set(cuts)), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]
