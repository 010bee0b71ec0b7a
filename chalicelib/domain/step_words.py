"""Short answers to the questions of a registration: how many cameras, how many days, and what is none of that."""

from __future__ import annotations

from dataclasses import replace

from .camera import MAX_CAMERAS
from .conversation import StepName
from .number_words import NUMBER, number
from .patterns import compiled, either
from .plain_words import plain
from .registration import UNSURE_DAYS
from .registration_words import Slots
from .small_talk import numbers_apart

MAX_BARE_WORDS = 5
FOREVER_DAYS = 365
"""What is noted for who says forever: nobody has tried. It is said back before it counts."""
_UNSURE = either(
    r"(?:im |i am )?(?:not sure|unsure|no idea|idk|dk|dunno|(?:i )?(?:dont|do not) know|unknown|no se|no clue)"
    r"(?: .{0,40})?",
    "(?:it |that )?(?:depends|varies)|depende|varia|until (?:its|it is|it gets) full|hasta que se llena",
    "(?:(?:in|on|to|it goes to|it saves to|its|en|a|the|my|la|el|una?) )*(?:cloud|nube|sd ?card|micro ?sd|hard drive"
    "|tarjeta(?: sd)?|disco duro|dvr|nvr)",
    "(?:i )?(?:have no (?:clue|idea)|couldnt (?:say|tell(?: you)?))",
)
"""Says that, or says only where the video goes."""
_FOREVER = either(
    "forever|for ever|always|unlimited|all of it|everything|a year or more|para siempre|siempre|ilimitado",
    "(?:it )?never (?:deletes?|erases?|records over)(?: it)?|nunca (?:se )?borra",
)
_SAVES_NOTHING = either(
    "(?:(?:it|they|mine) )?(?:doesnt|dont|does not|do not|never|isnt|wont) (?:record|save|keep|store)(?:ing|s)?"
    "(?: anything| video| any(?: video)?)?",
    "(?:its |it is )?(?:live (?:view )?only|only live|just live)|no recording|nothing is saved|solo en vivo",
    "no (?:graba|guarda)(?: nada)?|(?:0|zero|cero)(?: days| dias)?",
)
_GUESSING = either(
    "(?:i |im |i am )?(?:dont know|do not know|not sure|idk|no idea|unsure)(?: how many)?|several|some|many",
    "(?:a |quite a )?(?:few|lot|bunch|lots|many)(?: of them)?",
    "no (?:se|estoy segur[oa])|vari[oa]s|much[oa]s|unas cuantas|algunas",
)
_HAS_NONE = either(
    "(?:i |we )?(?:have |got |dont have |do not have )?(?:none|(?:no|zero|0|any) cameras?|nothing)",
    "ningun[oa]|no tengo(?: (?:camaras?|ningun[oa]))?|cero",
)
_NEITHER = either(
    "(?:no )?(?:neither|none|none of (?:them|these|those)|not (?:any|one) of (?:them|these)|not here|not there)",
    "ningun[oa]",
)
_BOTH = "(?:both|all)(?: of (?:them|these))?|ambas|todas|(?:las|los) dos|1 (?:and )?2"
_ONLY_ONE = (
    r"\b(?:1|one|single|just|only|una?|uno|solo)\b"
    r"(?! (?:is|of|looks?|faces|points|at|in|on|has|was|es|esta|mira|da|queda|week|month|day|year|semana|mes|dia|ano)"
    r"\b)"
)
_OPENS = (
    "(?:(?:no|ok|wait|sorry|actually|i have|we have|i got|there are|theres|its|it is|just|only|about|tengo|hay|son|unos"
    rf"|como) )*(?P<n>{NUMBER})"
    r"(?! (?:days?|weeks?|months?|dias?|semanas?|mes(?:es)?|hours?|years?|or|to|o)\b)(?: |$)"
)
_OWNED = r"(?:(?:no|ok|wait|sorry|actually|its) )*(?:i have|we have|i got|there are|just|only|tengo|hay|son|solo)\b"
"""Before a number that opens a message, it is one of cameras."""
_EITHER = (
    r"(?:(?:about|like|maybe|around|between|unos|como|entre) )*(?P<a>\d{1,3}) (?:or|to|and|o|a|y) (?P<b>\d{1,3})"
    "(?: (?:days|dias))?"
)


def days_said(text: str) -> int | None:
    """Read an answer to how many days: a number, the shorter of two, forever, or not sure."""
    words = plain(text)
    if compiled(_UNSURE).fullmatch(words):
        return UNSURE_DAYS
    two = compiled(_EITHER).fullmatch(words)
    if two:
        return min(int(two["a"]), int(two["b"]))
    return FOREVER_DAYS if compiled(_FOREVER).fullmatch(words) else number_said(text)


def number_said(text: str) -> int | None:
    """Give the one number of a short message."""
    words = plain(text).split()
    found = [value for word in words if word not in ("a", "an", "un", "una") and (value := number(word)) is not None]
    return found[0] if len(found) == 1 and len(words) <= MAX_BARE_WORDS else None


def is_unsure(text: str) -> bool:
    """Say whether somebody does not know how long video is kept, whatever else they say: `not sure, google nest`."""
    return compiled(_UNSURE).fullmatch(plain(text)) is not None


def saves_nothing(text: str) -> bool:
    """Say whether a camera is said to keep no video at all."""
    return compiled(_SAVES_NOTHING).fullmatch(plain(text)) is not None


def is_vague(text: str) -> bool:
    """Say whether somebody does not say how many: `a few`, `idk`."""
    return compiled(_GUESSING).fullmatch(plain(text)) is not None


def has_none(text: str) -> bool:
    """Say whether somebody has no camera at all."""
    return compiled(_HAS_NONE).fullmatch(plain(text)) is not None


def is_neither(text: str) -> bool:
    """Say whether none of what was offered is meant."""
    return compiled(_NEITHER).fullmatch(plain(text)) is not None


def is_both(text: str) -> bool:
    """Say whether several of what was offered are meant."""
    return compiled(_BOTH).fullmatch(plain(text)) is not None


def counted_once(slots: Slots, text: str) -> Slots:
    """Count cameras once that are counted and then gone through by number: `6 cameras, 1-4 inside, 5 and 6 outside`."""
    words = plain(numbers_apart(text))
    named = {int(found["n"]) for found in compiled(r"\b(?P<n>\d{1,2}) (?:cams?|cameras?|camaras?)\b").finditer(words)}
    most = named.pop() if len(named) == 1 else 0
    each = set(range(1, most + 1)) <= {int(word) for word in words.split() if word.isdigit()}
    if 2 <= most < (slots.count or 0) and each:
        return replace(slots, count=most, views=slots.views[:most])
    return slots


def without_implied(slots: Slots, text: str, count: int | None) -> Slots:
    """Leave out that there is one camera, where several are known and only one of them is spoken of."""
    if slots.count != 1 or (count or 0) < 2 or compiled(_ONLY_ONE).search(plain(text)):
        return slots
    return replace(slots, count=None)


def with_leading(slots: Slots, text: str, step: StepName) -> Slots:
    """Add the number that a message opens with, where it answers the question: `3, they keep 14 days`."""
    found = compiled(_OPENS).match(plain(text))
    said = number(found["n"]) if found and not slots.place and not slots.empty() else None
    if said and step == "count" and slots.count is None and said <= MAX_CAMERAS:
        return replace(slots, count=said)
    if said and step == "confirm" and slots.count is None and slots.days and compiled(_OWNED).match(plain(text)):
        return replace(slots, count=said)
    if said and step == "days" and slots.days is None and slots.views and slots.count in (None, 1):
        return replace(slots, days=said, count=None)
    return slots
