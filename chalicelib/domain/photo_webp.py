"""WebP (RFC 9649): keeps the picture and its transparency; EXIF, XMP, colour profiles and animations stay out."""

from __future__ import annotations

from .photo import Uncleanable, check_size

_ALPHA = 0x10
_PICTURES = (b"VP8 ", b"VP8L")


def is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def cleaned(content: bytes) -> bytes:
    """Give the picture alone; raises Uncleanable for an animation, and where a chunk is cut off."""
    chunks = _chunks(content)
    picture = next((name for name in _PICTURES if name in chunks), None)
    if picture is None:
        raise Uncleanable("no picture")
    kept = []
    if b"VP8X" in chunks:
        extended = chunks[b"VP8X"]
        if len(extended) < 10:
            raise Uncleanable("header")
        check_size(_number(extended[4:7]) + 1, _number(extended[7:10]) + 1)
        kept.append(_chunk(b"VP8X", bytes((extended[0] & _ALPHA, 0, 0, 0)) + extended[4:10]))
        kept += [_chunk(b"ALPH", chunks[b"ALPH"])] if b"ALPH" in chunks else []
    check_size(*_size(picture, chunks[picture]))
    kept.append(_chunk(picture, chunks[picture]))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(content: bytes) -> dict[bytes, bytes]:
    """Give the first chunk of each name."""
    end, at = 8 + _number(content[4:8]), 12
    if end > len(content):
        raise Uncleanable("cut off")
    found: dict[bytes, bytes] = {}
    while at + 8 <= end:
        name, size = content[at : at + 4], _number(content[at + 4 : at + 8])
        if at + 8 + size > end:
            raise Uncleanable("cut off")
        found.setdefault(name, content[at + 8 : at + 8 + size])
        at += 8 + size + size % 2
    return found


def _size(name: bytes, data: bytes) -> tuple[int, int]:
    """Read width and height; raises Uncleanable where the bitstream does not begin as it must."""
    if name == b"VP8L" and data[:1] == b"\x2f" and len(data) >= 5:
        bits = _number(data[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 " and data[3:6] == b"\x9d\x01\x2a" and len(data) >= 10:
        return _number(data[6:8]) & 0x3FFF, _number(data[8:10]) & 0x3FFF
    raise Uncleanable("bitstream")


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + len(data).to_bytes(4, "little") + data + b"\x00" * (len(data) % 2)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")
