"""What one message says about somebody's cameras: where, how many, which way, for how long, and a name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .address_text import find_address_span
from .camera_words import spoken
from .number_words import days_in
from .patterns import compiled
from .plain_words import MAX_LETTERS, plain
from .view import View

MAX_NAME = 60
_TRIGGER = (
    r"(?i)^\W*(?:please\s+)?(?:register|registrar|registrarme|signup|sign\s+up|enroll|join|unirme|inscribir(?:me)?"
    r"|add(?:\s+(?:a|my|another))?\s+cam(?:era)?s?|camera|c[aá]mara|cam)\b[\s:,.-]*"
)
_NAMED = (
    r"(?i)\b(?:my\s+name(?:\s+is|'s|s)?|name\s*(?:is|:)|me\s+llamo|mi\s+nombre\s+es|nombre\s*:)\s*:?\s*"
    r"((?:[^\W\d_][\w'’.-]*\s*){1,3})"
)
_I_AM = r"\b(?i:i\s+am|i['’]?m|this\s+is|it['’]?s|soy)\s+((?:[A-Z][\w'’-]+\s*){1,3})"
_NO_NAME = frozenset({
    "i", "and", "y", "at", "with", "a", "an", "the", "my", "have", "has", "in", "on", "from", "we", "our", "live", "is",
    "living", "located", "here", "address", "con", "en", "vivo", "tengo",
})  # fmt: skip
_COMMA = r"[,;:.!?\n]+(?!\d)"


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


def read(text: str) -> Slots:
    """Read one message, of which 1,600 characters are looked at. Never raises, whatever the text."""
    text = compiled(_TRIGGER).sub(" , ", text[:MAX_LETTERS], count=1)
    name, text = _name(text)
    place, rest = find_address_span(text)
    words = " , ".join(part for part in (plain(part) for part in compiled(_COMMA).split(rest)) if part)
    stretch = days_in(words)
    days, words = stretch or (None, words)
    cameras = spoken(words)
    return Slots(place=place, count=cameras.count, days=days, views=cameras.views, name=name)


def is_trigger(text: str) -> bool:
    """Say whether a message opens with REGISTER, CAMERA, JOIN or the like."""
    return compiled(_TRIGGER).match(text[:MAX_LETTERS]) is not None


def clean_name(text: str) -> str:
    """Give a name in one line without control characters, at most 60 long; empty where no letter is in it."""
    kept = "".join(character if unicodedata.category(character)[0] != "C" else " " for character in text[:200])
    name = " ".join(kept.split())[:MAX_NAME].strip(" ,.;:-")
    return name if any(character.isalpha() for character in name) else ""


def _name(text: str) -> tuple[str, str]:
    """Cut a name out of the message where somebody says that it is one."""
    found = compiled(_NAMED).search(text) or compiled(_I_AM).search(text)
    if not found:
        return "", text
    said: list[str] = []
    for word in found[1].split():
        if word.lower().strip(".,") in _NO_NAME:
            break
        said.append(word)
    if not said:
        return "", text
    end = found.start(1) + len(found[1][: found[1].find(said[-1]) + len(said[-1])])
    return clean_name(" ".join(said)), f"{text[: found.start()]} , {text[end:]}"
