"""What officers read in Slack is said in the agency's first language."""

from __future__ import annotations

from chalicelib import wiring, words


def say(msgid: str, /, **values: object) -> str:
    """Give a sentence in the agency's first language."""
    return words.say(msgid, language(), **values)


def language() -> str:
    """Give the agency's first language; English where the agency cannot be read, for an apology must be said anyhow."""
    try:
        return wiring.agency().spoken()
    except Exception:  # noqa: BLE001
        return words.FALLBACK
