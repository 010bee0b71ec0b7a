"""What one message says about somebody's cameras: where, how many, which way, for how long, and a name."""

from __future__ import annotations

from dataclasses import dataclass

from .address_span import find_address_span
from .camera_words import spoken
from .day_words import read as read_days
from .dictated_marks import with_marks
from .marked_words import as_words
from .mended_words import mended
from .name_words import clean_name, name_in
from .others_words import without_theirs
from .patterns import compiled
from .place_names import NO_NAMES, PlaceNames
from .plain_words import MAX_LETTERS
from .restated_words import restated
from .span_apart import gathered, without_building
from .span_tokens import spaced
from .taken_back import with_last_word
from .view import View

_TRIGGER = (
    r"(?i)^\W*(?:please\s+)?(?:register|registrar|registrarme|signup|sign\s+up|enroll|join|unirme|inscribir(?:me)?"
    r"|add(?:\s+(?:a|my|another))?\s+cam(?:era)?s?|camera|c[aá]mara|cam)\b[\s:,.-]*"
)
_OPENING = (
    r"(?i)^\W*(?:please\s+)?(?:register|registrar(?:me)?|signup|sign\s+(?:me\s+)?up|enroll|join|unirme|inscribir(?:me)?)\b"
    r"[\s:,.-]*"
)
"""What of a trigger says nothing about cameras."""
_TAKES_BACK = (
    r"\b(?:no(?!\.\s?\d)|sorry|wait|i\s+mean|actually|oops|perd[o\u00f3]n|digo)\b(?:\W{1,9}(?:no|wait|sorry"
    r"|it'?s|its|is|i\s+mean|number|it)){0,5}\W{1,9}"
)
_OTHER_NUMBER = rf"(?i){_TAKES_BACK}(\d{{3,6}}[a-z]?)\b(?!\W+(?:cam|c[a\u00e1]m|day|d[i\u00ed]a|week|month|hour|\d))"
_NEXT_NUMBER = rf"(?i)(?:^| , )\W{{0,4}}{_TAKES_BACK}(\d{{1,2}})(?=[,.!]|$)"
"""A short number too, where it stands right behind the place."""
_DASH = r"(?<=[^\W_.,])\s[-\u2013\u2014]{1,3}\s"


__all__ = ["Slots", "clean_name", "is_trigger", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What was understood. `place` is the address as it was written, empty where there is none; none is not said."""

    place: str = ""
    count: int | None = None
    days: int | None = None
    views: tuple[View, ...] = ()
    name: str = ""

    def empty(self) -> bool:
        """Say whether nothing at all was understood."""
        return self == Slots()


def read(text: str, names: PlaceNames = NO_NAMES) -> Slots:
    """Read one message, of which 1,600 characters are looked at. Never raises, whatever the text.

    With the agency's `names` the place ends where a street or a town of the agency's does.
    """
    text = without_theirs(with_marks(spaced(text[:MAX_LETTERS])))
    text = mended(without_building(text), names)
    text = compiled(_OPENING).sub(" , ", text, count=1)
    name, text = name_in(text, names)
    found = find_address_span(compiled(_DASH).sub(" , ", text), names=names)
    place, rest = gathered(found, names)
    place, rest = _corrected(place, rest)
    days, words = read_days(restated(with_last_word(as_words(rest))))
    cameras = spoken(words)
    return Slots(place=place, count=cameras.count, days=days, views=cameras.views, name=name)


def _corrected(place: str, rest: str) -> tuple[str, str]:
    """Take another house number where somebody takes the first one back: `1009 Roxleigh Rd, no wait, 1011`."""
    for pattern in (_NEXT_NUMBER, _OTHER_NUMBER) if place[:1].isdigit() else ():
        found = list(compiled(pattern).finditer(rest))
        if found:
            first, last = found[0].start(), found[-1].end()
            return compiled(r"^\d+[a-zA-Z]?").sub(found[-1][1], place), f"{rest[:first]} , {rest[last:]}"
    return place, rest


def is_trigger(text: str) -> bool:
    """Say whether a message opens with REGISTER, CAMERA, JOIN or the like."""
    return compiled(_TRIGGER).match(text[:MAX_LETTERS]) is not None
