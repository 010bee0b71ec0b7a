"""Builds patterns over plain words out of short pieces."""

from __future__ import annotations


def either(*patterns: str) -> str:
    """Give a group that matches any of them; a piece may hold several, with bars between."""
    return f"(?:{'|'.join(patterns)})"


def words(text: str) -> str:
    """Give a group that matches any of the words in `text`."""
    return either(*text.split())
