"""Writes the one text that asks an owner: always two segments at most, what to look for cut first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.incident import Question
from chalicelib.domain.sms import MAX_SEGMENTS, fit, fold, segments

from . import naming

_SHORTEST = 12
"""Characters: less of a description than this helps nobody."""


def ask_text(question: Question, *, code: str, agency: Agency, language: str, now: datetime) -> str:
    """Give the text: from the agency by name, a block and never a door, how to answer, how to check, how to stop.

    The year is said only where it is not this one. What is too long loses its description, then says a window across
    a clock change only once, then loses the end of its place; never how to check and how to stop.
    """
    language = agency.spoken(language)
    category = naming.category(question.category, language)
    values = {
        "short_name": agency.short_name,
        "code": code,
        "category": category[:1].upper() + category[1:],
        "desk": agency.desk(),
    }
    text = ""
    for varied in _shorter_and_shorter(question, agency, language, now):
        msgid = "sms.ask.described" if "look_for" in varied else "sms.ask"
        text = fold(words.say(msgid, language, **values, **varied))
        if segments(text) <= MAX_SEGMENTS:
            return text
    return fit(text)


def _shorter_and_shorter(
    question: Question, agency: Agency, language: str, now: datetime
) -> Iterator[Mapping[str, str]]:
    """Give what differs from question to question, in the order in which it is tried."""
    zone = agency.zone()
    old = question.window.end.astimezone(zone).year != now.astimezone(zone).year
    place = fold(naming.block(question.place, language))
    windows = (
        naming.window(question.window, zone, language, year=old, short=True),
        naming.window_in_few_words(question.window, zone, language, year=old),
    )
    for when in (fold(window).rstrip(".") for window in windows):
        for look_for in _descriptions(fold(question.look_for).rstrip(" .")):
            yield {"place": place, "when": when, "look_for": look_for}
        yield {"place": place, "when": when}
    for room in range(len(place) - 1, 0, -1):
        yield {"place": place[:room].rstrip(" &,"), "when": when}


def _descriptions(look_for: str) -> Iterator[str]:
    while look_for:
        yield look_for
        shorter = look_for.removesuffix("...").rpartition(" ")[0] or look_for[:-8]
        look_for = f"{shorter.rstrip(' ,;.')}..." if len(shorter) >= _SHORTEST else ""
