"""Reads when and how somebody wants to be written to: a pause, hours of the day, one channel. Strict, never guessing.

Only a message that says this and nothing else is read: what is in doubt between leaving and a pause is leaving.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from .future_days import CLOCK, MAX_LETTERS, SPAN, clock_time, moment_ahead, stretch, tidy
from .owner import Channel
from .patterns import compiled, either
from .wish_phrases import (
    AFTER,
    AGAIN,
    ANY_TIME,
    ASKED,
    BEFORE,
    BETWEEN,
    BREAK,
    EARLIER,
    EITHER_WAY,
    ENDING,
    ENDLESS,
    FOR,
    MAIL,
    NAMED_HOURS,
    NEG,
    NIGHT,
    NO,
    ONLY,
    ONLY_THEN,
    OPENING,
    OR,
    RATHER,
    REST,
    RESUME,
    SMS,
    SOFT,
    TEXT_ME,
    TODAY,
    UNTIL,
    WEEKDAYS_SAID,
    WITH,
)
from .wishes import PAUSE_AT_MOST


@dataclass(frozen=True, slots=True)
class Pause:
    """Not before this time; `ends_unsaid` where nobody said until when."""

    until: datetime
    ends_unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Resume:
    """No pause any more."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Not between these local times; none is the one that is in force already, or the usual one."""

    since: time | None
    until: time | None


@dataclass(frozen=True, slots=True)
class AnyTime:
    """No hours of their own any more."""


@dataclass(frozen=True, slots=True)
class By:
    """By this channel, and by no other where it is `only`; no channel is either of them."""

    channel: Channel | None
    only: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """A wish that cannot be kept as it was said: an hour without AM or PM, or days of the week."""

    why: Literal["half", "days"]


Wish = Pause | Resume | Quiet | AnyTime | By | Unclear
UNSAID = timedelta(days=30)
"""How long a pause is that nobody gave an end."""
MORNING, EVENING = time(8), time(21)
"""The usual ends of the hours of rest."""


def read(text: str, *, now: datetime, zone: ZoneInfo) -> tuple[Wish, ...]:
    """Give the wishes that a message is made of; none where anything else stands in it. Never raises."""
    if len(text) > MAX_LETTERS:
        return ()
    whole = _wish(tidy(text), now, zone)
    if whole:
        return (whole,)
    parts = [tidy(part) for part in compiled(r"[.,;!\n]+\s|[.!]+$| and | but | y | pero ").split(text.lower())]
    wishes = [_wish(part, now, zone) for part in parts if part]
    return tuple(wish for wish in wishes if wish) if len(wishes) > 1 and all(wishes) else ()


def _wish(words: str, now: datetime, zone: ZoneInfo) -> Wish | None:
    words = compiled(ENDING).sub("", compiled(OPENING).sub("", f"{words} ").strip())
    if not words:
        return None
    if compiled(RESUME).fullmatch(words):
        return Resume()
    return _channel(words) or _hours(words) or _pause(words, now, zone)


def _pause(words: str, now: datetime, zone: ZoneInfo) -> Pause | Unclear | None:
    if compiled(rf"{BREAK}(?: (?:for now|for a (?:while|bit)|por ahora|un (?:rato|tiempo)))?").fullmatch(words):
        return Pause(now + UNSAID, ends_unsaid=True)
    if compiled(rf"{BREAK} {UNTIL} {ENDLESS}").fullmatch(words):
        return Pause(now + PAUSE_AT_MOST, ends_unsaid=True)
    if compiled(rf"(?:{SOFT}|{BREAK}) (?:for )?{TODAY}").fullmatch(words):
        return _until("day after tomorrow" if words.endswith(("tomorrow", "manana")) else "tomorrow", now, zone)
    if compiled(rf"(?:{NEG}|{BREAK}) (?:{FOR} )?{REST}").fullmatch(words):
        return _until("next week", now, zone)
    found = compiled(rf"(?:{NEG} {FOR}|{BREAK}(?: {FOR})?|{AGAIN}) {SPAN}").fullmatch(words)
    if found:
        return Pause(now + min(stretch(found["n"], found["unit"]), PAUSE_AT_MOST))
    found = compiled(rf"(?:(?:{NO}|{BREAK}) (?:{UNTIL}|{BEFORE})|{AGAIN}) (?P<when>.+)").fullmatch(words)
    return _until(found["when"], now, zone) if found else None


def _until(when: str, now: datetime, zone: ZoneInfo) -> Pause | None:
    until = moment_ahead(when, now=now, zone=zone)
    return Pause(min(until, now + PAUSE_AT_MOST)) if until and until > now else None


def _hours(words: str) -> Quiet | AnyTime | Unclear | None:
    if compiled(ANY_TIME).fullmatch(words):
        return AnyTime()
    if compiled(WEEKDAYS_SAID).fullmatch(words):
        return Unclear("days")
    if compiled(rf"{NO} (?:{NIGHT})").fullmatch(words):
        return Quiet(EVENING, MORNING)
    for pattern, since, until in NAMED_HOURS:
        if compiled(rf"{ONLY_THEN}(?:{pattern})|{TEXT_ME}(?:{pattern}) only").fullmatch(words):
            return Quiet(since, until)
        if compiled(rf"{NEG} (?:{pattern})").fullmatch(words):
            return Quiet(until, since)
    return _not_hours(words) or _only_hours(words)


def _not_hours(words: str) -> Quiet | Unclear | None:
    found = compiled(rf"{NO} {BETWEEN}").fullmatch(words)
    if found:
        return _between(found["a"], found["b"])
    found = compiled(rf"{NO} {AFTER} (?P<a>{CLOCK})(?: {OR} {EARLIER} (?P<b>{CLOCK}))?").fullmatch(words)
    if found:
        return _from_to(found["a"], found["b"])
    found = compiled(rf"{NO} {EARLIER} (?P<b>{CLOCK})(?: {OR} {AFTER} (?P<a>{CLOCK}))?").fullmatch(words)
    return _from_to(found["a"], found["b"]) if found else None


def _only_hours(words: str) -> Quiet | Unclear | None:
    said = words.removesuffix(" only")
    found = compiled(rf"{TEXT_ME if said != words else ONLY_THEN}{BETWEEN}").fullmatch(said)
    if found:
        return _between(found["b"], found["a"])
    found = compiled(rf"{ONLY_THEN}{AFTER} (?P<b>{CLOCK})").fullmatch(words)
    if found:
        return _from_to(None, found["b"])
    found = compiled(rf"{ONLY_THEN}{EARLIER} (?P<a>{CLOCK})").fullmatch(words)
    return _from_to(found["a"], None) if found else None


def _between(since_said: str, until_said: str) -> Quiet | Unclear:
    """Both ends have to say which half of the day they lie in: night and day would be taken for each other."""
    since, until = clock_time(since_said), clock_time(until_said)
    if since is None or until is None or since == until:
        return Unclear("half")
    return Quiet(since, until)


def _from_to(since_said: str | None, until_said: str | None) -> Quiet | Unclear:
    since = clock_time(since_said, half="pm") if since_said else None
    until = clock_time(until_said, half="am") if until_said else None
    if (since_said and not since) or (until_said and not until) or (since and since == until):
        return Unclear("half")
    return Quiet(since, until)


def _channel(words: str) -> By | None:
    if compiled(EITHER_WAY).fullmatch(words):
        return By(None)
    for channel, said, other in (("email", MAIL, SMS), ("sms", SMS, MAIL)):
        named: Channel = "email" if channel == "email" else "sms"
        if compiled(_only_by(said, other)).fullmatch(words):
            return By(named, only=True)
        if compiled(rf"{RATHER} {WITH} ?{said}|{said} (?:is )?better").fullmatch(words):
            return By(named)
    return None


def _only_by(said: str, other: str) -> str:
    """Build the pattern of a message that wants one channel and not the other; `instead` says so too."""
    return either(
        rf"{TEXT_ME}{ONLY} {TEXT_ME}{WITH} ?(?:(?:a )?(?:la |el )?{said})(?: me)?(?: (?:no|not|nunca) {other})?",
        rf"{TEXT_ME}{WITH} ?{said} {ONLY}(?: (?:no|not) {other})?",
        rf"{said}(?: me| us)? (?:instead|en vez de {other}|instead of {other})",
        rf"(?:{ASKED} me |contact me |escribanme )?{WITH} ?{said} (?:instead|en vez de {other}|instead of {other})",
        rf"(?:no|not|dont send|sin|no more) {other} (?:only|just|solo) ?{WITH} ?{said}",
    )
