"""The word of a form on the web, which a phone texts to finish it: `WEB BCDF`."""

from __future__ import annotations

from .patterns import compiled

_WORD = r"(?i)\W*WEB[\s:.-]*([B-DF-HJ-NP-TV-XZ]{4})\W*"


def web_word(text: str) -> str:
    """Give the four letters of the word that a text is, as they are kept; empty where it is none."""
    found = compiled(_WORD).fullmatch(text)
    return found[1].upper() if found else ""
