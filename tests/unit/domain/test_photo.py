"""Photos: the picture stays as it is, and whatever could tell where, when or by whom it was taken goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zlib import compress, crc32

import pytest

from chalicelib.domain.errors import Refused
from chalicelib.domain.photo import MAX_PHOTO_BYTES, clean_photo

PHOTOS = Path(__file__).resolve().parents[2] / "payloads" / "photos"
SECRET = b"39.43071 N 76.55541 W Example Neighbor"


def porch(kind: str) -> bytes:
    return (PHOTOS / f"porch.{kind}").read_bytes()


def jpeg_segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def exif(turn: int) -> bytes:
    """An EXIF segment, little endian, with an orientation and a place."""
    entries = b"\x0f\x01\x02\x00\x01\x00\x00\x00ABCD" + b"\x12\x01\x03\x00\x01\x00\x00\x00" + bytes((turn, 0, 0, 0))
    return jpeg_segment(0xE1, b"Exif\x00\x00II\x2a\x00\x08\x00\x00\x00\x02\x00" + entries + SECRET)


def into_jpeg(*segments: bytes) -> bytes:
    whole = porch("jpg")
    return whole[:2] + b"".join(segments) + whole[2:]


def chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + crc32(name + body).to_bytes(4, "big")


def into_png(*chunks: bytes) -> bytes:
    whole = porch("png")
    return whole[:33] + b"".join(chunks) + whole[33:]


def webp_chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\x00" * (len(body) % 2)


def extended_webp() -> bytes:
    """The same picture with an extended header, EXIF and XMP."""
    plain = porch("webp")[12:]
    header = webp_chunk(b"VP8X", bytes((0x0C, 0, 0, 0)) + (47).to_bytes(3, "little") + (31).to_bytes(3, "little"))
    body = b"WEBP" + header + plain + webp_chunk(b"EXIF", SECRET) + webp_chunk(b"XMP ", SECRET)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


@pytest.mark.parametrize(
    ("kind", "content_type"), [("jpg", "image/jpeg"), ("png", "image/png"), ("webp", "image/webp")]
)
def test_a_clean_picture_is_known_by_its_first_bytes(kind: str, content_type: str) -> None:
    photo = clean_photo(porch(kind))

    assert photo.content_type == content_type
    assert clean_photo(photo.content) == photo


@pytest.mark.parametrize(
    "dirty",
    [
        into_jpeg(exif(1), jpeg_segment(0xE2, b"MPF\x00" + SECRET), jpeg_segment(0xED, SECRET)),
        into_jpeg(jpeg_segment(0xFE, SECRET), jpeg_segment(0xEF, SECRET)),
        porch("jpg") + porch("jpg")[:2] + exif(1) + porch("jpg")[2:],
        porch("jpg") + SECRET,
        into_png(chunk(b"tEXt", SECRET), chunk(b"eXIf", SECRET), chunk(b"iTXt", SECRET), chunk(b"zTXt", SECRET)),
        porch("png") + SECRET,
        extended_webp(),
        porch("webp") + SECRET,
    ],
    ids=["exif and more", "comments", "a second picture", "a tail", "png words", "png tail", "webp", "webp tail"],
)  # fmt: skip
def test_nothing_but_the_picture_is_left(dirty: bytes) -> None:
    assert SECRET in dirty

    assert SECRET not in clean_photo(dirty).content


def test_a_picture_that_had_to_be_turned_still_is() -> None:
    cleaned = clean_photo(into_jpeg(exif(6))).content

    assert b"Exif\x00\x00" in cleaned
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in cleaned
    assert len(cleaned) < len(porch("jpg")) + 64


def test_the_pixels_are_not_touched() -> None:
    plain = porch("jpg")
    scan = plain[plain.index(b"\xff\xda") :]

    assert clean_photo(into_jpeg(exif(1))).content.endswith(scan)


def a_png(width: int, height: int) -> bytes:
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", compress(b"\x00" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "missing"),
        (b"\xff" * (MAX_PHOTO_BYTES + 1), "large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "kind"),
        (b"<!doctype html><script>alert(1)</script>", "kind"),
        (b"GIF89a" + b"\x00" * 20, "kind"),
        (b"PK\x03\x04" + b"\x00" * 40, "kind"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "kind"),
        (a_png(30_000, 30_000), "broken"),
        (a_png(0, 10), "broken"),
        (a_png(11_000, 11_000), "broken"),
        (b"\xff\xd8\xff\xd9", "broken"),
        (b"\xff\xd8\xff" + b"<html>" * 20, "broken"),
        (porch("jpg")[:-40], "broken"),
        (porch("png")[:-20], "broken"),
        (porch("webp")[:-9], "broken"),
        (into_png(chunk(b"EVIL", b"")), "broken"),
        (porch("png").replace(b"IDAT", b"IDAX"), "broken"),
        (b"RIFF\x10\x00\x00\x00WEBPANIM\x00\x00\x00\x00", "broken"),
    ],
)
def test_what_cannot_be_cleaned_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=f"photo_{reason}"):
        clean_photo(content)


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_no_broken_byte_brings_anything_but_a_refusal(kind: str) -> None:
    whole = porch(kind)
    damages: list[Callable[[int], bytes]] = [
        lambda at: whole[:at],
        lambda at: whole[:at] + b"\xff" + whole[at + 1 :],
        lambda at: whole[:at] + b"\x00" + whole[at + 1 :],
    ]

    for at in range(len(whole)):
        for damage in damages:
            try:
                clean_photo(damage(at))
            except Refused:
                continue
