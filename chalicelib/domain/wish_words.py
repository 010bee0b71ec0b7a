"""Reads when and how somebody wants to be written to: a pause, hours of the day, one channel. Strict, never guessing.

Only a message that says this and nothing else is read: what is in doubt between leaving and a pause is leaving.
"""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from .agency import QuietHours
from .future_days import CLOCK, MAX_LETTERS, SPAN, clock_time, tidy
from .owner import Channel
from .patterns import compiled, either
from .wish_days import HERE, days_in, spelled, times_named
from .wish_pauses import pause_in
from .wish_phrases import (
    AFTER,
    ANY_DAY,
    ANY_TIME,
    ASKED,
    BEFORE,
    BETWEEN,
    EARLIER,
    EITHER_WAY,
    ENDING,
    FOR,
    MAIL,
    NAMED_HOURS,
    NEG,
    NIGHT,
    NO,
    NOT_THEN,
    ONLY,
    ONLY_ON,
    ONLY_THEN,
    OPEN_ON,
    OPENING,
    OR,
    RATHER,
    RESUME,
    SMS,
    TEXT_ME,
    UNTIL,
    WITH,
)
from .wish_said import AnyTime, By, NotOn, OpenOn, Quiet, Resume, Unclear, Wish
from .wishes import WEEK

MAX_WORDS = 12
"""Of a wish about days of the week; in a longer message they may stand for something else."""
MORNING, EVENING = time(8), time(21)
"""The usual ends of the hours of rest."""


def read(text: str, *, now: datetime, zone: ZoneInfo) -> tuple[Wish, ...]:
    """Give the wishes that a message is made of; none where anything else stands in it. Never raises."""
    if len(text) > MAX_LETTERS:
        return ()
    text = spelled(text)
    whole = _wish(tidy(text), now, zone)
    if whole and whole != Unclear("days"):
        return (whole,)
    parts = [tidy(part) for part in compiled(r"[.,;!\n]+\s|[.!]+$| and | but | y | pero ").split(text)]
    wishes = [_wish(part, now, zone) for part in parts if part]
    if len(wishes) > 1 and all(wishes):
        return tuple(wish for wish in wishes if wish)
    return (whole,) if whole else ()


def _wish(words: str, now: datetime, zone: ZoneInfo) -> Wish | None:
    words = compiled(ENDING).sub("", compiled(OPENING).sub("", f"{words} ").strip())
    if not words:
        return None
    if compiled(RESUME).fullmatch(words):
        return Resume()
    return _channel(words) or _on_days(words) or _hours(words) or pause_in(words, now, zone)


def read_on(text: str, *, now: datetime, zone: ZoneInfo) -> tuple[Wish, ...]:
    """Give the wish of somebody whose pause has just begun, and who says until when, or for how long, and no more."""
    if compiled(rf"(?:{UNTIL}|{FOR}|{BEFORE}) .+|{SPAN}").fullmatch(tidy(text)):
        return read(f"pause {text}", now=now, zone=zone)
    return ()


def _on_days(words: str) -> NotOn | OpenOn | Unclear | None:
    """Read a wish about days of the week: the days are cut out, and what is left is read as one about every day."""
    if compiled(ANY_DAY).fullmatch(words):
        return OpenOn(WEEK)
    found = days_in(words)
    if found is None:
        several = len(words.split()) <= MAX_WORDS and times_named(words) > 1
        return Unclear("days") if several and compiled(rf"(?:{NO}|{ONLY}) .*").fullmatch(words) else None
    days, rest = found
    if compiled(OPEN_ON).fullmatch(rest):
        return OpenOn(days)
    for pattern, only in ((NOT_THEN, False), (ONLY_ON, True)):
        if compiled(pattern).fullmatch(rest):
            return NotOn(days, only=only)
    return _hours_of(days, rest)


def _hours_of(days: frozenset[int], rest: str) -> NotOn | OpenOn | Unclear | None:
    """Read hours of some days: where one end was not said it is the day's, for other days have hours of their own."""
    words = compiled(rf" ?{HERE} ?").sub(" ", compiled(rf"\b{UNTIL} (?={CLOCK}$)").sub("before ", rest)).strip()
    if words.endswith(" only") or compiled(rf"{ASKED} (?:me|us) ").match(words):
        words = f"only {words.removesuffix(' only')}"
    hours = _hours(words)
    if isinstance(hours, Quiet):
        only = compiled(rf"\b{ONLY}\b").search(words) is not None
        return NotOn(days, QuietHours(hours.since or time(0), hours.until or time(0)), only=only)
    return OpenOn(days) if isinstance(hours, AnyTime) else hours


def _hours(words: str) -> Quiet | AnyTime | Unclear | None:
    if compiled(ANY_TIME).fullmatch(words):
        return AnyTime()
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
