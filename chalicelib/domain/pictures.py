"""Whether a text that brings a picture says anything but that it does."""

from __future__ import annotations

from .plain_words import plain

_PICTURE = frozenset({
    "pic", "pics", "picture", "pictures", "photo", "photos", "image", "images", "img", "video", "videos", "vid",
    "clip", "clips", "footage", "screenshot", "foto", "fotos", "imagen", "imagenes",
})  # fmt: skip
_AROUND = frozenset({
    "here", "heres", "is", "are", "this", "thats", "that", "these", "it", "its", "attached", "see", "look", "at", "my",
    "our", "the", "a", "of", "for", "you", "from", "with", "sent", "send", "sending", "i", "camera", "cameras", "cam",
    "cams", "please", "aqui", "esta", "mi", "la", "el", "una", "de",
})  # fmt: skip


def says_only_picture(text: str) -> bool:
    """Say whether a text has no words, or only words like `here is a pic of my camera`."""
    words = set(plain(text).split())
    return not words or (bool(words & _PICTURE) and words <= _PICTURE | _AROUND)
