"""Finds the days of the week in a wish, as `tidy` leaves its words: which days, and what stands around them."""

from __future__ import annotations

import re

from .patterns import compiled, either
from .wishes import WEEK, WEEKDAYS, WEEKEND

_NAMES = tuple(map(str.split, (
    "monday mon lunes", "tuesday tue tues martes", "wednesday wed weds miercoles", "thursday thu thur thurs jueves",
    "friday fri viernes", "saturday sat sabado", "sunday sun domingo",
)))  # fmt: skip
_DAY = either(*sorted((name for names in _NAMES for name in names), key=len, reverse=True)) + "s?"
_WEEKEND = r"week ?ends?|fin(?:es)? de (?:la )?semanas?"
_WEEKDAYS = (
    r"week ?days?|work ?(?:ing )?days|(?:during |in )?the (?:work ?)?week(?! ?end)"
    r"|dias? (?:de|entre|laborales|habiles)(?: semana)?|entre semana|dias laborables"
)
_SEVERAL = either(_WEEKEND, _WEEKDAYS, _DAY)
_TO = "(?:-|to|thru|through|till|until|a|al|hasta)"
_STRETCH = rf"(?:(?:de |del |from )?{_DAY} ?{_TO} ?{_DAY}|{_SEVERAL})"
_ARTICLE = r"(?:(?:on|los|las|el|en|la|during|the|any|all|every|each|durante|cada|todos) )*"
_LIST = rf"{_ARTICLE}{_STRETCH}(?:(?: (?:and|or|nor|o|y|ni|e))* {_ARTICLE}{_STRETCH})*"
_ONE_OF = rf"(?P<from>{_DAY}) ?{_TO} ?(?P<to>{_DAY})|(?P<end>{_WEEKEND})|(?P<work>{_WEEKDAYS})|(?P<day>{_DAY})"
HERE = "@"
"""Stands where the days stood."""


def spelled(text: str) -> str:
    """Write `Mon-Fri` and `weeknights` in words, before what is between letters is lost."""
    text = compiled(rf"(?<![a-z])({_DAY})\.? ?[-\u2013\u2014/] ?({_DAY})(?![a-z])").sub(r"\1 to \2", text.lower())
    text = compiled(r"\bweek ?nights?\b(?= (?:after|before|between|from|until)\b)").sub("weekdays", text)
    return compiled(r"\bweek ?nights?\b").sub("weekday nights", text)


def days_in(words: str) -> tuple[frozenset[int], str] | None:
    """Give the days that a wish names, and its words with `HERE` in their place; none where it names none.

    Days that are named in two places are none: one of them may be an exception.
    """
    found = list(compiled(rf"(?<![a-z0-9]){_LIST}(?![a-z0-9])").finditer(words))
    if len(found) != 1:
        return None
    at = found[0]
    days: frozenset[int] = frozenset().union(*map(_meant, compiled(_ONE_OF).finditer(at.group())))
    rest = f"{words[: at.start()]} {HERE} {words[at.end() :]}"
    return (days, " ".join(rest.split())) if days and days != WEEK else None


def times_named(words: str) -> int:
    """Say in how many places of a wish days are named."""
    return sum(1 for _ in compiled(rf"(?<![a-z0-9]){_LIST}(?![a-z0-9])").finditer(words))


def _meant(one: re.Match[str]) -> frozenset[int]:
    if one["end"]:
        return WEEKEND
    if one["work"]:
        return WEEKDAYS
    if one["day"]:
        return frozenset({_number(one["day"])})
    first, last = _number(one["from"]), _number(one["to"])
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def _number(name: str) -> int:
    return next(at for at, names in enumerate(_NAMES) if name in names or name.removesuffix("s") in names)
