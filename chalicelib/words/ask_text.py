"""Writes the one text that asks an owner: always two segments at most, what to look for cut first."""

from __future__ import annotations

from datetime import datetime

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.incident import Question
from chalicelib.domain.sms import MAX_SEGMENTS, fit, fold, segments
from chalicelib.domain.times import in_words

_SHORTEST = 12
"""Characters: less of a description than this helps nobody."""


def ask_text(question: Question, *, code: str, agency: Agency, language: str, now: datetime) -> str:
    """Give the text: from the agency by name, a block and never a door, how to answer, how to check, how to stop.

    The year is said only where it is not this one.
    """
    look_for = fold(question.look_for).rstrip(" .")
    text = _said(question, code, agency, language, now, look_for)
    while segments(text) > MAX_SEGMENTS and look_for:
        look_for = _shorter(look_for)
        text = _said(question, code, agency, language, now, look_for)
    return fit(text)


def _said(question: Question, code: str, agency: Agency, language: str, now: datetime, look_for: str) -> str:
    zone = agency.zone()
    old = question.window.end.astimezone(zone).year != now.astimezone(zone).year
    values = {
        "short_name": agency.short_name,
        "code": code,
        "category": question.category[:1].upper() + question.category[1:],
        "place": question.place.block(),
        "when": in_words(question.window, zone, year=old),
        "desk": agency.desk(),
    }
    if look_for:
        return fold(words.say("sms.ask.described", language, look_for=look_for, **values))
    return fold(words.say("sms.ask", language, **values))


def _shorter(text: str) -> str:
    shorter = text.removesuffix("...").rstrip()
    shorter = shorter.rpartition(" ")[0] or shorter[:-8]
    return f"{shorter.rstrip(' ,;')}..." if len(shorter) >= _SHORTEST else ""
