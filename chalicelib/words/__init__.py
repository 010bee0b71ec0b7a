"""Every sentence that people read: gettext catalogues, one folder a language, one file a channel."""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path

FALLBACK = "en"


class MissingSentenceError(KeyError):
    """No catalogue holds this msgid; a test finds every one before it ships."""


def say(msgid: str, language: str = FALLBACK, /, **values: object) -> str:
    """Give the sentence in `language`, its `{placeholders}` filled; English stands in for what is not translated.

    Raises MissingSentenceError for a msgid that English lacks, KeyError for a placeholder without a value.
    """
    for candidate in (language, FALLBACK):
        sentence = sentences(candidate).get(msgid)
        if sentence is not None:
            return sentence.format_map(values) if values else sentence.format()
    raise MissingSentenceError(msgid)


@lru_cache(maxsize=8)
def sentences(language: str) -> dict[str, str]:
    """Give every sentence of one language by msgid; none where there is no such catalogue."""
    found: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / language).glob("*.mo")):
        with path.open("rb") as file:
            found.update(_entries(gettext.GNUTranslations(file)))
    return found


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Give the languages that have a catalogue."""
    return tuple(sorted(path.name for path in Path(__file__).parent.iterdir() if any(path.glob("*.mo"))))


def _entries(catalogue: gettext.GNUTranslations) -> dict[str, str]:
    pairs: dict[str, str] = catalogue._catalog  # type: ignore[attr-defined]  # noqa: SLF001  (gettext has no listing)
    return {msgid: sentence for msgid, sentence in pairs.items() if msgid and isinstance(msgid, str)}
