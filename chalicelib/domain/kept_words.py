"""How long each of several cameras keeps its video, where one message says different times and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from .camera import MAX_RETENTION_DAYS
from .day_words import days_in
from .number_words import number
from .patterns import compiled
from .plain_words import bare, plain_list
from .small_talk import each_of

_ORDINALS = {"first": 1, "1st": 1, "primera": 1, "second": 2, "2nd": 2, "segunda": 2, "third": 3, "3rd": 3,
             "tercera": 3, "fourth": 4, "4th": 4, "cuarta": 4, "fifth": 5, "quinta": 5}  # fmt: skip
_PART = r" , | and | y | but | pero | while | mientras | (?=the (?:others?|rest)\b|la otra\b|el resto\b)"
_NAMED = (
    r"\b(?:cameras?|cams?|camaras?|number|numero|no) (?P<n>\d{1,2}|one|two|three|four|five|six|una|dos|tres|cuatro)\b"
    rf"|\b(?P<nth>{'|'.join(_ORDINALS)})\b|^(?P<bare>\d{{1,2}})\b(?! (?:days?|dias?|weeks?|semanas?|months?|mes|cam))"
)
_ONE_OF_THEM = (
    r"\b(?:ones?|others?|cam\w*|doorbells?|bell|timbre|front|back|rear|side|garage|inside|outside|indoors?|outdoors?|door"
    r"|alley|street|otra|una|primera|ring|nest|patio|calle|frente|atras|dentro|afuera)\b"
)
_TAKEN_BACK = r"\b(?:no|not|oops|wait|sorry|actually|i mean|i meant|or|maybe|digo|perdon|o|mejor)\b"
_STRETCH = (
    r"(?<![\d/:])(\d{1,2}) ?(?:-|\u2013|to|thru|through|al?) ?(\d{1,2})(?!\d| ?(?:days?|dias?|weeks?|semanas?|months?"
    r"|mes|hours?|horas?|[ap]m|st|nd|rd|th))"
)
_BY_NAME = rf"\b(?:cameras?|cams?|camaras?|{'|'.join(_ORDINALS)})\b"
_REST = r"\b(?:the (?:other|rest)|others?|la otra|las? demas|el resto|las otras)\b"
_UNIT_UNSAID = (
    r"(?:keeps?|saves?|holds?|is|has|guarda|one|ones|it|for|about|others?|other|rest|otra) (?P<days>\d{1,3})$"
)


def kept_each(text: str, count: int) -> dict[int, int]:
    """Give the days of each camera by its number, of `count`; nothing unless the times differ and it is sure whose.

    `camera 1 keeps 7 days and camera 2 keeps 30`; or, of as many cameras as there are times, in their order.
    """
    parts = compiled(_PART).split(plain_list(compiled(_STRETCH).sub(each_of, bare(text))))
    told = [(part, days) for part in parts if (days := _days(part))]
    if len({days for _, days in told}) < 2:
        return {}
    named = _by_number(parts, count)
    if named is not None:
        return named
    sure = len(told) == count and not any(compiled(_TAKEN_BACK).search(part) for part, _ in told)
    each = sure and all(compiled(_ONE_OF_THEM).search(part) for part, _ in told)
    return {at: days for at, (_, days) in enumerate(told, 1)} if each else {}


def kept_by_number(text: str, count: int) -> dict[int, int]:
    """Give the days of those cameras alone that are named by number; nothing where none is."""
    parts = compiled(_PART).split(plain_list(compiled(_STRETCH).sub(each_of, bare(text))))
    named = any(_numbers(part) for part in parts if compiled(_BY_NAME).search(part))
    return (_by_number(parts, count) or {}) if named else {}


def _by_number(parts: Sequence[str], count: int) -> dict[int, int] | None:
    """Read the times of cameras that are named by number or order; none where none is, or not all times are theirs."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for part in parts:
        waiting += _numbers(part)
        days = _days(part)
        if days and not waiting and compiled(_REST).search(part):
            waiting = [at for at in range(1, count + 1) if at not in found]
        if days and not waiting:
            return None
        if days:
            found |= dict.fromkeys(waiting, days)
            waiting = []
    if found and max(found) > count:
        return {}
    return found or None


def _numbers(part: str) -> list[int]:
    said = compiled(_NAMED).finditer(part)
    return [_ORDINALS[one["nth"]] if one["nth"] else number(one["n"] or one["bare"]) or 0 for one in said]


def _days(part: str) -> int | None:
    found = days_in(part)
    if found:
        return min(found[0], MAX_RETENTION_DAYS)
    unsaid = compiled(_UNIT_UNSAID).search(part)
    return min(int(unsaid["days"]), MAX_RETENTION_DAYS) or None if unsaid else None
