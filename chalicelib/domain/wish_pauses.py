"""Reads a pause: not until then, not for so long, or away until then. Strict, never guessing."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .future_days import SPAN, day_ahead, moment_ahead, stretch
from .patterns import compiled
from .wish_phrases import AGAIN, AWAY, BACK_ON, BEFORE, BREAK, ENDLESS, FOR, NEG, NO, REST, SOFT, TODAY, UNTIL
from .wish_said import Pause
from .wishes import PAUSE_AT_MOST

UNSAID = timedelta(days=30)
"""How long a pause is that nobody gave an end."""


def pause_in(words: str, now: datetime, zone: ZoneInfo) -> Pause | None:
    """Give the pause that tidy words are, and nothing else; none where they are no pause."""
    if compiled(rf"{BREAK}(?: (?:for now|for a (?:while|bit)|por ahora|un (?:rato|tiempo)))?").fullmatch(words):
        return Pause(now + UNSAID, ends_unsaid=True)
    if compiled(rf"(?:{BREAK}|{AWAY}) {UNTIL} {ENDLESS}").fullmatch(words):
        return Pause(now + PAUSE_AT_MOST, ends_unsaid=True)
    if compiled(rf"(?:{SOFT}|{BREAK}|{AWAY}) (?:for )?{TODAY}").fullmatch(words):
        return _until("day after tomorrow" if words.endswith(("tomorrow", "manana")) else "tomorrow", now, zone)
    if compiled(rf"(?:{NEG}|{BREAK}|{AWAY}) (?:{FOR} )?{REST}").fullmatch(words):
        return _until("next week", now, zone)
    found = compiled(rf"(?:{NEG} {FOR}|(?:{BREAK}|{AWAY})(?: {FOR})?|{AGAIN}|{BACK_ON}) {SPAN}").fullmatch(words)
    if found:
        return Pause(now + min(stretch(found["n"], found["unit"]), PAUSE_AT_MOST))
    begins = rf"(?:{NO}|{BREAK}) (?:{UNTIL}|{BEFORE})|{AWAY}(?: and)? (?:{UNTIL}|{BACK_ON})|{AGAIN}"
    found = compiled(rf"(?:{begins}) (?P<when>.+)").fullmatch(words) or _back_on(words, now, zone)
    return _until(found["when"], now, zone) if found else None


def _back_on(words: str, now: datetime, zone: ZoneInfo) -> re.Match[str] | None:
    """Find the day of `back on Monday`; `back in 5` are minutes."""
    found = compiled(rf"(?:{BACK_ON}) (?P<when>.+)").fullmatch(words)
    return found if found and day_ahead(found["when"], today=now.astimezone(zone).date()) else None


def _until(when: str, now: datetime, zone: ZoneInfo) -> Pause | None:
    until = moment_ahead(when, now=now, zone=zone)
    return Pause(min(until, now + PAUSE_AT_MOST)) if until and until > now else None
