"""Reads what an owner says about cameras that are registered: which of them, and what has changed. Conservative."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .camera import MAX_CAMERAS
from .camera_words import numbered, view_of
from .day_words import days_in
from .gone_words import every_one_gone, gone
from .number_words import NUMBER, number
from .patterns import compiled, words
from .plain_words import bare, plain, plain_list
from .registration_words import Slots
from .registration_words import read as read_slots
from .sight_words import names_a_view, seeing, sight_in, sights_said
from .view import View

MAX_WORDS, MAX_WORDS_OF_VIEW = 22, 14
"""A longer story is about something else."""
_CAMERA = words("camera cameras cam cams camara camaras")
_NEW = (
    r"\b(?:new (?:cam\w*|one|doorbell)|another|additional|extra|more|add|added|adding|installed|install|bought|got a"
    r"|nueva camara|otra camara|agregar|instale|compre)\b"
)
_MOVED = (
    r"\b(?:(?:i|we|ive|weve|have|has|just|am|are)(?: (?:have|just|now|are|am))* (?:moved|moving|relocated)"
    r"|(?:new|my|our) address (?:is|changed|now)|change (?:of|my|our) address|(?:me|nos) (?:mude|mudamos|he mudado)"
    r"|(?:i|we) (?:dont|do not|no longer) live (?:there|here)"
    r"|ya no viv(?:o|imos) (?:ahi|aqui)|mi (?:nueva )?direccion (?:es|cambio|ahora))\b"
    r"|^(?:moved|me mude|nueva direccion|new address)\b"
)
_BROKEN = (
    r"\b(?:broken?|broke|busted|isnt working|not working|doesnt work|does not work|stopped working|quit working|dead"
    r"|no longer works|unplugged|disconnected|out of order|offline|no (?:sirve|funciona)|dejo de (?:funcionar|servir)"
    r"|(?:esta|se) (?:rota|rompio|danada|dano|descompuesta|descompuso|apagada))\b"
)
_FIXED = (
    r"\b(?:fixed|repaired|replaced|work(?:s|ing)? (?:again|now|fine)|back (?:online|on|up)|plugged in"
    r"|ya (?:sirve|funciona)|funciona (?:otra vez|de nuevo)|arregl\w+|repar\w+)\b"
)
_KEEPS = (
    r"\b(?:keeps?|kept|keeping|saves?|stores?|retains?|retention|records? over|overwrit\w+|holds?|goes back"
    r"|guarda\w*|retencion|conserva\w*|mantiene\w*|days now)\b"
)
_FACES = (
    r"\b(?:looks?|looking|faces?|facing|points?|pointing|pointed|aims?|aimed|covers?|covering|watches|turned|shows?"
    r"|mira\w*|apunta\w*|enfoca\w*|da al?|cubre\w*)\b"
)
_IS = r"\b(?:is|are|its|theyre|hangs?|sits?|both|all|esta\w*|son|es)\b"
_ALL = (
    r"\b(?:both|all|each|every|they|them|theyre|these|those"
    r"|my cameras|the cameras|ambas|todas|las dos|ellas)\b"
)
_ONE = r"\b(?:it|its|that one|this one|the camera|my camera|my cam|doorbell|camera|cam|one|esa|la camara|mi camara)\b"
_ONE_OF = (
    r"\b(?:one|una|1) (?:of|de) (?:them|my|the|those|these|our|ellas|las|mis)"
    r" ?(?:camaras|cameras|cams|ones)?\b|^(?:one|una)(?: cam\w*)? "
    r"(?=(?:is|isnt|does|doesnt|broke|stopped|died|no|dejo|se|looks|keeps|esta)\b)"
)
"""One of several, and nobody knows which."""
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
             "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "quinta": 5}  # fmt: skip
_WHICH = (
    rf"\b(?:(?:{_CAMERA}|number|numero) ?(?P<n>\d{{1,2}}|one|two|three|four|five|una|dos|tres)"
    rf"|(?:the |la )?(?P<nth>{'|'.join(_ORDINALS)})(?: (?:one|{_CAMERA}))?)\b"
)
_COUNT = (
    r"(?:(?:no|sorry|actually|oops|wait|in fact|change of plan|i mean|now|so|perdon|en realidad|ahora) )*"
    r"(?:(?:its|it is|make it|i have|we have|i only have|there are|i got|thats|tengo|tenemos|son|hay) )?"
    rf"(?:only |just |solo )?(?P<n>{NUMBER}) {_CAMERA}"
    rf"(?: (?:now|total|in total|altogether|not {NUMBER}|en total|ahora))*"
)
_CHAT = r"\b(?:u|ur|you|your|i|im|he|she|we)\b"
_NAME = r"\b(?:my name is|my name s|name is|me llamo|mi nombre es)\b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What has changed, about the cameras with these numbers; all of them where it is `every`, any where it is none.

    `one` says that it is one of several, whichever. `place` is the address as it was written; `moved` that there is
    another one, said or not; `gone` that the cameras are there no more.
    """

    numbers: tuple[int, ...] = ()
    every: bool = False
    one: bool = False
    moved: bool = False
    gone: bool = False
    place: str = ""
    days: int | None = None
    kept: dict[int, int] = field(default_factory=dict)
    """The days of each camera by number, where they differ."""
    working: bool | None = None
    views: dict[int, View] = field(default_factory=dict)
    """By camera number; under 0 what is said of no camera by number."""
    count: int | None = None
    name: str = ""


def read(text: str) -> Said | None:
    """Read what an owner says about the cameras that are registered; none where it is about something else."""
    said = plain(text)
    if not said or len(said.split()) > MAX_WORDS or "?" in text:
        return None
    if compiled(_ONE_OF).search(said):
        marked, found = compiled(_ONE_OF).subn("the camera ", bare(text), count=1)
        # Only without its marks may it say so: `one . keeps 5 days`.
        one = read(marked if found else compiled(_ONE_OF).sub("the camera ", said, count=1))
        return replace(one, one=True, every=False) if one else None
    counted = compiled(_COUNT).fullmatch(said)
    if counted:
        return Said(count=number(counted["n"]))
    slots = read_slots(text)
    if slots.name and compiled(_NAME).search(said):
        return Said(name=slots.name)
    return _changed(text, said, slots)


def _changed(text: str, said: str, slots: Slots) -> Said | None:
    which = Said(
        numbers=tuple(_number(match) for match in compiled(_WHICH).finditer(said)),
        every=compiled(_ALL).search(said) is not None,
    )
    if gone(said):
        return replace(which, gone=True, every=which.every or every_one_gone(said))
    if compiled(_MOVED).search(said) and not slots.views:
        return replace(which, moved=True, place=slots.place)
    if slots.place or compiled(_NEW).search(said):
        return None
    return _about(text, said, which)


def speaks_of_new(text: str) -> bool:
    """Say whether a message speaks of a camera that is new, or one more."""
    return compiled(_NEW).search(plain(text)) is not None


def _about(text: str, said: str, which: Said) -> Said | None:
    about = which.numbers or which.every or compiled(_ONE).search(said)
    days = days_in(said)
    if days and compiled(_KEEPS).search(said):
        return replace(which, days=days[0])
    if about and compiled(_BROKEN).search(said):
        return replace(which, working=False)
    if about and compiled(_FIXED).search(said):
        return replace(which, working=True)
    views = _views(text, said) if about and len(said.split()) <= MAX_WORDS_OF_VIEW else {}
    return replace(which, views=views) if views else None


def _views(text: str, said: str) -> dict[int, View]:
    if compiled(_FACES).search(said):
        return _told(text, said, way=True)
    return _told(text, said, way=False) if compiled(_IS).search(said) and not compiled(_CHAT).search(said) else {}


def _told(text: str, said: str, *, way: bool) -> dict[int, View]:
    """Read views by number, or what is said of no number; without a word of looking, only kind and indoors count."""
    words_said = plain_list(text)
    views = numbered(words_said, MAX_CAMERAS) if compiled(_WHICH).search(said) else {0: view_of(words_said)}
    if way and names_a_view(text):
        views = {**({} if compiled(_WHICH).search(said) else {0: View(sees=sight_in(said))}), **_sighted(views, text)}
    kept = {
        at: view if way else View(kind=view.kind if at else "unknown", indoor=view.indoor) for at, view in views.items()
    }
    return {at: view for at, view in kept.items() if view != View()}


def _sighted(views: dict[int, View], text: str) -> dict[int, View]:
    """Say in the resident's own word what cameras look at; those by number that go no way are found by it."""
    seen = {at: view for at, view in seeing(views, text).items() if view.way or view.sees}
    return seen or (sights_said(text, MAX_CAMERAS) if 0 not in views else {})


def _number(match: re.Match[str]) -> int:
    return number(match["n"]) or 0 if match["n"] else _ORDINALS[match["nth"]]
