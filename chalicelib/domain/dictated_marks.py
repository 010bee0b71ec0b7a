"""Puts marks where somebody who dictates said them: `fork road comma two cameras period`."""

from __future__ import annotations

from .patterns import compiled

_ENGLISH = r"(?i)\bcomma\b|\bexclamation (?:point|mark)\b|\bquestion mark\b|\bnew line\b|\bperiod\b.*\bperiod\W*$"
_SPANISH = r"(?i)\bcoma\b.*\bpunto\b|\bpunto\b.*\bcoma\b"
_MARKS = (
    (r"(?i) ?\b(?:comma|semicolon)\b", ","),
    (r"(?i)(?<!retention)(?<!time)(?<!storage)(?<!day) ?\b(?:period|full stop)\b(?! of\b| is\b)", "."),
    (r"(?i) ?\bexclamation (?:point|mark)\b", "!"),
    (r"(?i) ?\bquestion mark\b", "?"),
    (r"(?i) ?\bnew (?:line|paragraph)\b", ","),
)
_SPANISH_MARKS = ((r"(?i) ?\bcoma\b", ","), (r"(?i) ?\bpunto(?: (?:final|y aparte|y seguido))?\b", "."))


def with_marks(text: str) -> str:
    """Give a message with its marks as marks; only where one is said that is no word of talk. Linear."""
    for told, marks in ((_ENGLISH, _MARKS), (_SPANISH, _SPANISH_MARKS)):
        if compiled(told).search(text):
            for pattern, mark in marks:
                text = compiled(pattern).sub(mark, text)
    return text
