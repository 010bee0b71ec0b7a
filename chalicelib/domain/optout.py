"""Whether somebody wants no more texts, in any reasonable words (47 CFR 64.1200(a)(10)). In doubt: yes."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

from .optout_phrases import ALONE, ANYWHERE, COME_BACK, LONG_PHRASES, POLITE, SENTENCE
from .plain_words import clauses, plain

Reading = Literal["stop_keyword", "stop_words", "start", "help_keyword"]

STOP_KEYWORDS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
START_KEYWORDS = frozenset({"START", "UNSTOP"})
HELP_KEYWORDS = frozenset({"HELP", "INFO"})
"""What the carrier answers itself where it is the whole message (twilio.com/docs/messaging/tutorials/advanced-opt-out).

YES is one as well, but only for somebody who stopped: see `opts_in`.
"""
MAX_WORDS = 22
"""In a longer story, a clause such as `dont call me` or `quit` speaks of something else."""
NEAR_ENOUGH = 0.88
"""Below it, ordinary talk begins to look like the long phrases; short words collide even above (`quiet`, `quit`)."""

_BEFORE = rf"(?>(?:(?:{POLITE}|i|\d{{1,2}}|no(?= st[o0]p)) )*)"
_ENOUGH = rf"(?>(?:{SENTENCE}|{ALONE})(?= |$))"
_AFTER = rf"(?>(?: (?>(?:{SENTENCE}|{ALONE}|{POLITE}|i|we|or|me|\d{{1,2}})(?= |$)))*)"
_CLAUSE = re.compile(_BEFORE + _ENOUGH + _AFTER)
_ANYWHERE = re.compile(ANYWHERE)
_POLITE = re.compile(rf"\b{POLITE}\b")
_SPELLED = frozenset({"stop", "stopstop", "stopall"})
_DELETING = re.compile(r"(?:please )?delete me(?: please)?")
"""Is a command of ours: it leaves as well, after asking whether everything is to be deleted."""


def read(text: str) -> Reading | None:
    """Say what a message wants: no more texts (by the carrier's keyword or in words), texts again, help, or none."""
    keyword = text.strip().upper()
    if keyword in STOP_KEYWORDS:
        return "stop_keyword"
    if keyword in START_KEYWORDS:
        return "start"
    if keyword in HELP_KEYWORDS:
        return "help_keyword"
    words = plain(text)
    if words in COME_BACK or " ".join(_POLITE.sub(" ", words).split()) in COME_BACK:
        return "start"
    return "stop_words" if words and _stops(text, words) else None


def opts_in(text: str) -> bool:
    """Say whether somebody who stopped comes back with this: then YES is a keyword too."""
    return text.strip().upper() == "YES" or read(text) == "start"


def _stops(text: str, words: str) -> bool:
    if _DELETING.fullmatch(words):
        return False
    if _ANYWHERE.search(words) or words.replace(" ", "") in _SPELLED or _nearly(words):
        return True
    parts = clauses(text)
    if len(words.split()) > MAX_WORDS:
        return "stop" in (parts[0], parts[-1])
    return any(_CLAUSE.fullmatch(part) for part in (words, *parts))


def _nearly(words: str) -> bool:
    """Say whether all of it is a long phrase with a typing error."""
    return any(
        abs(len(phrase) - len(words)) < 4 and SequenceMatcher(None, words, phrase).ratio() >= NEAR_ENOUGH
        for phrase in LONG_PHRASES
    )
