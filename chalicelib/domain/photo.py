"""A photo of what a camera sees: known by its first bytes, and cleaned of all that is not the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from .errors import Refused

PhotoId = NewType("PhotoId", str)
"""Random, and the object's key: nothing leads from it to an owner."""
PhotoType = Literal["image/jpeg", "image/png", "image/webp"]

MAX_PHOTO_BYTES = 4 * 1024**2
"""What a form may bring through the function: Lambda takes 6 MB, of which a third is the price of base64."""
MAX_SIDE, MAX_PIXELS = 12_000, 60_000_000
"""Beyond these a few bytes could become gigabytes in the browser that shows them."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture and nothing else: no place, no time, no owner's name."""

    content: bytes
    content_type: PhotoType


class Uncleanable(Exception):
    """The file is not what its first bytes say, or not a picture that can be cleaned."""


def clean_photo(content: bytes) -> Photo:
    """Give the picture without its metadata (EXIF with GPS, XMP, comments, previews, whatever follows its end).

    Raises Refused for field `photo`: for what is too large, no JPEG, PNG or WebP, cut off, or a trap.
    """
    from . import photo_jpeg, photo_png, photo_webp

    if not content:
        raise Refused("web.error.photo_missing", field="photo")
    if len(content) > MAX_PHOTO_BYTES:
        raise Refused("web.error.photo_large", field="photo", most=MAX_PHOTO_BYTES // 1024**2)
    try:
        if content.startswith(photo_jpeg.MAGIC):
            return Photo(photo_jpeg.cleaned(content), "image/jpeg")
        if content.startswith(photo_png.MAGIC):
            return Photo(photo_png.cleaned(content), "image/png")
        if photo_webp.is_webp(content):
            return Photo(photo_webp.cleaned(content), "image/webp")
    except Uncleanable as error:
        raise Refused("web.error.photo_broken", field="photo") from error
    raise Refused("web.error.photo_kind", field="photo")


def check_size(width: int, height: int) -> None:
    """Raise Uncleanable for a picture that is empty, or larger than any camera takes."""
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and width * height <= MAX_PIXELS):
        raise Uncleanable("size")
