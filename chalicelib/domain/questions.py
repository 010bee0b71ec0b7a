"""Plain questions that people ask back, and what else wants a kind word: each has one answer, at any point of a talk.

Only a short message that asks this and nothing else is read: with an address, a number or a camera's trait in it, it
is for somebody else to understand.
"""

from __future__ import annotations

from .patterns import compiled
from .plain_words import plain
from .question_phrases import BESIDE_THANKS, GRATEFUL, PATTERNS, Topic

BESIDE_ANSWERS: frozenset[Topic] = frozenset({"person", "later", "thanks"})
"""Topics that an answer to an ask may lie in as well: then it is the answer."""
MAX_WORDS, MAX_LETTERS = 16, 120
_GRATEFUL = frozenset(GRATEFUL.split())
_BESIDE_THANKS = _GRATEFUL | frozenset(BESIDE_THANKS.split())


def overrules(topic: Topic | None) -> bool:
    """Say whether a message that asks this is no answer to an ask, whatever words of one stand in it."""
    return topic is not None and topic not in BESIDE_ANSWERS


def asked(text: str) -> Topic | None:
    """Say what a whole message asks, or that it thanks; none where it is about something else. Never raises."""
    said = plain(text)
    if not said or len(said) > MAX_LETTERS or len(said.split()) > MAX_WORDS or _names_something(said):
        return None
    for topic, pattern in PATTERNS:
        if compiled(pattern).fullmatch(said):
            return topic
    said_words = set(said.split())
    return "thanks" if said_words & _GRATEFUL and said_words <= _BESIDE_THANKS else None


def _names_something(said: str) -> bool:
    return any(word.isdigit() and word not in ("911", "24", "7") for word in said.split())
