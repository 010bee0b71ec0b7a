"""What a camera looks at beside street and back yard, in the resident's own word: an alley, a driveway, a side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .patterns import compiled, either
from .plain_words import plain_list
from .view import Sight, View, Way

_SIGHTS: tuple[tuple[Sight, str], ...] = (
    ("alley", r"alley(?:way)?s?|callejon(?:es)?"),
    ("driveway", r"drive ?ways?|entrada de (?:autos|carros|coches|vehiculos)|entrada del (?:auto|carro|coche)"),
    ("parking", r"parking(?: lots?| area| spaces?)?|car park|estacionamiento|parqueo|aparcamiento"),
    ("garage", r"garages?(?: doors?)?|garaje|cochera"),
    ("side", "side(?:s|yard)?(?: (?:yard|door|gate|of (?:the|my|our) house))?|costado|lateral|lado de (?:la|mi) casa"),
)  # fmt: skip
_NO_SIDE = r"\b(?:north|south|east|west|n|s|e|w|other|same|far|by|norte|sur|este|oeste|otro) (?:side|lado)\w*"
_FACES = (
    r"\b(?:fac\w+|look\w*|point\w*|aim\w*|toward\w*|cover\w*|watch\w*|sees?|shows?|view\w*|mira\w*|da|hacia|apunt\w*"
    r"|enfoca\w*|cubre\w*|ve) (?:(?:at|to|on|over|of|down|the|my|our|a|al|la|el|los|las|mi|hacia) ){0,3}"
)
_BACK = r"\b(?:back(?: ?yards?| door| porch)?|rear(?: \w*yard)?|behind|patio|deck|pool|traser[oa]s?|atras)\b"
_STREET = r"\b(?:streets?|road|sidewalk|front\w*|curb|porch|calle|frente|enfrente|entrada(?! de)|delanter[oa])\b"
_LYING: tuple[tuple[Way, Sight, str], ...] = (("back", "alley", _BACK), ("street", "driveway", _STREET))
_COUNTS = r"\b(?:cam\w*|camara\w*|days?|dias?|weeks?|semanas?|months?|keeps?)\b"
_NUMBERED = r"(?:^| )(?:camera |cam |number |camara )?(?P<at>\d{1,2})(?= [a-z])(?P<said>(?: (?!\d)[^ ]+)+)"


def sights_said(text: str, count: int) -> dict[int, View]:
    """Read the sights of a short answer to which way so many cameras look: by number, or one of all of them."""
    words = plain_list(text)
    found = {int(part["at"]): sight_in(part["said"]) for part in compiled(_NUMBERED).finditer(words)}
    numbered = {at: View(sees=sight) for at, sight in found.items() if sight and 1 <= at <= count}
    every = sight_in(words)
    return numbered or ({at: View(sees=every) for at in range(1, count + 1)} if every else {})


def sight_in(words: str) -> Sight:
    """Give the first sight that plain words name; none where they name none."""
    words = compiled(_NO_SIDE).sub(" ", words)
    found = ((at.start(), sight) for sight, said in _SIGHTS if (at := compiled(rf"\b(?:{said})\b").search(words)))
    return min(found, default=(0, ""))[1]


def is_list(text: str, count: int) -> bool:
    """Say whether a message goes through the cameras by number: `1 alley, 2 street`, and does not count them."""
    words = plain_list(text)
    numbers = [int(part["at"]) for part in compiled(_NUMBERED).finditer(words)]
    in_turn = numbers == list(range(1, len(numbers) + 1)) and 2 <= len(numbers) <= count
    return in_turn and compiled(_COUNTS).search(words) is None


def names_a_view(text: str) -> bool:
    """Say whether a message says that something looks at one of these."""
    return compiled(rf"{_FACES}(?:{either(*(said for _, said in _SIGHTS))})\b").search(plain_list(text)) is not None


def seeing(views: Mapping[int, View], text: str) -> dict[int, View]:
    """Give views by number with the word for what was said to lie behind or before them, as far as that is sure."""
    words = plain_list(text)
    by_number = {int(part["at"]): part["said"] for part in compiled(_NUMBERED).finditer(words)}
    if set(views) <= set(by_number):
        return {at: _seeing({at: view}, by_number[at])[at] for at, view in views.items()}
    return _seeing(views, words)


def _seeing(views: Mapping[int, View], words: str) -> dict[int, View]:
    """Lay the words for a way over the views that go this way, in their order."""
    told = dict(views)
    for way, sight, said in _LYING:
        going = [at for at, view in views.items() if view.way == way]
        named = [found["sight"] is not None for found in compiled(_either_of(sight, said)).finditer(words)]
        if all(named):
            named = named[:1] * len(going)
        for at, is_sight in zip(going, named, strict=False) if len(going) == len(named) else ():
            told[at] = replace(views[at], sees=sight if is_sight else "")
    first = next(iter(views), 0)
    if len(views) == 1 and views[first].way is None and names_a_view(words):
        told[first] = replace(views[first], sees=sight_in(words))
    return told


def _either_of(sight: Sight, said: str) -> str:
    """Match one of the words for a way; the group `sight` is the one that says more."""
    return rf"(?:(?:back|rear) )?\b(?P<sight>{dict(_SIGHTS)[sight]})\b|{said}"
