"""Tells an answer to a short question from what people write each other besides."""

from __future__ import annotations

from .patterns import compiled
from .plain_words import plain

WORDS_AT_MOST, WORDS_A_CAMERA = 8, 5
"""A longer message tells something else than what so many cameras look at."""
_CHAT = r"\b(?:u|ur|you|your|im|ill|ive|he|she|him|her|lol|lor|me|my (?!cam|door)|why|who|how)\b"


def chats(text: str, *, cameras: int) -> bool:
    """Say whether a message is no answer to a question about so many cameras: too long, or about somebody else."""
    words = plain(text)
    long = len(words.split()) > WORDS_AT_MOST + WORDS_A_CAMERA * cameras
    return long or "?" in text or compiled(_CHAT).search(words) is not None
