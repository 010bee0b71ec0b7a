"""JPEG (ISO 10918-1): keeps the segments that a decoder needs, and of EXIF nothing but which way is up."""

from __future__ import annotations

from collections.abc import Iterator

from .photo import Uncleanable, check_size

MAGIC = b"\xff\xd8\xff"
_START, _END, _SCAN, _COMMENT, _EXIF, _ADOBE = 0xD8, 0xD9, 0xDA, 0xFE, 0xE1, 0xEE
_APPLICATION = range(0xE0, 0xF0)
_FRAMES = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive: what browsers show."""
_TABLES = {0xC4, 0xDB, 0xDD}
_ORIENTATION = 0x0112


def cleaned(content: bytes) -> bytes:
    """Give the picture alone, up to its end: a second picture behind it (with a place of its own) is left behind."""
    kept, sized, scanned = [bytes((0xFF, _START))], False, False
    for marker, segment in _segments(content):
        if marker == _EXIF:
            kept += _upright(segment)
        elif marker in _FRAMES:
            check_size(int.from_bytes(segment[7:9], "big"), int.from_bytes(segment[5:7], "big"))
            sized = True
            kept.append(segment)
        elif marker == _SCAN:
            scanned = True
            kept.append(segment)
        elif marker in _TABLES or marker == _ADOBE:
            kept.append(segment)
        elif marker != _COMMENT and marker not in _APPLICATION:
            raise Uncleanable(f"marker {marker:x}")
    if not (sized and scanned):
        raise Uncleanable("no picture")
    return b"".join((*kept, bytes((0xFF, _END))))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each segment with its marker, a scan with its data, up to the end marker; raises Uncleanable without one."""
    at = 2
    while True:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 2 > len(content) or content[at] != 0xFF:
            raise Uncleanable("no marker")
        marker = content[at + 1]
        if marker == _END:
            return
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(content) or (marker in _FRAMES and length < 11):
            raise Uncleanable("cut off")
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        yield marker, content[at:end]
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Give where the next marker stands; a stuffed zero and a restart are none."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise Uncleanable("cut off")
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _upright(segment: bytes) -> list[bytes]:
    """Give an EXIF segment that holds the orientation alone, where the old one turns the picture."""
    turn = _orientation(segment[4:])
    if not 2 <= turn <= 8:
        return []
    entry = _ORIENTATION.to_bytes(2, "big") + b"\x00\x03\x00\x00\x00\x01" + turn.to_bytes(2, "big") + b"\x00\x00"
    body = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
    return [b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body]


def _orientation(body: bytes) -> int:
    """Read the orientation of the first directory; 0 where there is none, or nothing that can be read."""
    tiff = body[6:]
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if not body.startswith(b"Exif\x00\x00") or order is None:
        return 0

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if order == "little" else "big")

    first = number(4, 4)
    for entry in range(first + 2, first + 2 + 12 * min(number(first, 2), 200), 12):
        if number(entry, 2) == _ORIENTATION:
            return number(entry + 8, 2)
    return 0
