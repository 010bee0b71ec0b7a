"""PNG (W3C, third edition): keeps the chunks that make the picture, none that carries words, times or places."""

from __future__ import annotations

from zlib import crc32

from .photo import Uncleanable, check_size

MAGIC = b"\x89PNG\r\n\x1a\n"
_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"IDAT", b"IEND"}


def cleaned(content: bytes) -> bytes:
    """Give the picture alone, up to its end; raises Uncleanable where a chunk is broken or unknown and critical."""
    kept, at = [MAGIC], len(MAGIC)
    names: list[bytes] = []
    while not names or names[-1] != b"IEND":
        length = int.from_bytes(content[at : at + 4], "big")
        name, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content) or crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end], "big"):
            raise Uncleanable("chunk")
        if name not in _KEPT and not name[0] & 0x20:
            raise Uncleanable("critical chunk")
        if name in _KEPT:
            kept.append(content[at:end])
        names.append(name)
        at = end
    if names[0] != b"IHDR" or b"IDAT" not in names:
        raise Uncleanable("no picture")
    check_size(int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
    return b"".join(kept)
