"""Builds patterns over plain words out of short pieces."""

from __future__ import annotations

import re
from functools import cache


def either(*patterns: str) -> str:
    """Give a group that matches any of them; a piece may hold several, with bars between."""
    return f"(?:{'|'.join(patterns)})"


def words(text: str) -> str:
    """Give a group that matches any of the words in `text`."""
    return either(*text.split())


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is needed first: all of them together would cost a cold start 60 ms."""
    return re.compile(pattern)
