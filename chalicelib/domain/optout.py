"""Whether somebody wants no more texts, in any reasonable words (47 CFR 64.1200(a)(10)). In doubt: yes."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

from .optout_phrases import ALONE, ANYWHERE, COME_BACK, LONG_PHRASES, POLITE, SENTENCE
from .patterns import compiled
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

_ENOUGH = rf"(?:{SENTENCE}|{ALONE})(?= |$)"
_AROUND = rf"(?:{POLITE}|i|we|or|me|no(?= st[o0]p)|\d{{1,2}})(?= |$)"
_POLITE = rf"\b{POLITE}\b"
_SPELLED = frozenset({"stop", "stopstop", "stopall"})
_DELETING = frozenset({"delete me", "please delete me", "delete me please"})
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
    if words.isdigit():
        return None
    if words in COME_BACK or " ".join(compiled(_POLITE).sub(" ", words).split()) in COME_BACK:
        return "start"
    return "stop_words" if words and _stops(text, words) else None


def opts_in(text: str) -> bool:
    """Say whether somebody who stopped comes back with this: then YES is a keyword too."""
    return text.strip().upper() == "YES" or read(text) == "start"


def _stops(text: str, words: str) -> bool:
    if words in _DELETING:
        return False
    if compiled(ANYWHERE).search(words) or words.replace(" ", "") in _SPELLED or _nearly(words):
        return True
    parts = clauses(text)
    if len(words.split()) > MAX_WORDS:
        return "stop" in (parts[0], parts[-1])
    return any(_leaves(part) for part in (words, *parts))


def _leaves(words: str) -> bool:
    """Say whether these words say that it is enough, and nothing else. Linear: each stretch is read one way."""
    at, enough = 0, False
    while at < len(words):
        leaving = compiled(_ENOUGH).match(words, at)
        found = leaving or compiled(_AROUND).match(words, at)
        if not found:
            return False
        at, enough = found.end() + 1, enough or leaving is not None
    return enough


def _nearly(words: str) -> bool:
    """Say whether all of it is a long phrase with a typing error."""
    return any(
        abs(len(phrase) - len(words)) < 4 and SequenceMatcher(None, words, phrase).ratio() >= NEAR_ENOUGH
        for phrase in LONG_PHRASES
    )
