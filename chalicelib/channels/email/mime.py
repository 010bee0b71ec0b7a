"""A raw mail as headers and parts, within bounds: whatever is sent, so much of it is looked at and no more.

The standard library reads headers and encodings. It does not split the parts: its parser goes through every boundary
above for each line, and through itself for each level.
"""

from __future__ import annotations

import binascii
import quopri
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

MOST_BYTES = 40 * 1024 * 1024
"""What the provider takes at most."""
MOST_DEPTH = 10
MOST_PARTS = 200
MOST_HEADER_BYTES = 256 * 1024
MOST_HEADERS = 500
MOST_VALUE = 8_000
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_NEWLINE = re.compile(rb"\r\n|\n|\r")
_NAME = re.compile(rb"[!-9;-~]{1,80}\s{0,3}:")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


@dataclass(slots=True)
class Part:
    """One part: its headers as they stand there, first to last, and its body, still encoded.

    A header's value keeps its line breaks; names are in small letters.
    """

    headers: list[tuple[str, str]]
    body: bytes
    depth: int = 0
    _described: Message | None = field(default=None, init=False)

    def all(self, name: str) -> list[str]:
        return [value for known, value in self.headers if known == name]

    def first(self, name: str) -> str:
        return next((value for known, value in self.headers if known == name), "")

    @property
    def kind(self) -> Message:
        """The headers that say what the part is, as the standard library reads them."""
        if self._described is None:
            self._described = Message()
            for name in ("content-type", "content-disposition", "content-transfer-encoding"):
                if value := self.first(name):
                    self._described[name] = " ".join(value.split())[:MOST_VALUE]
        return self._described

    def decoded(self, most: int = MOST_BYTES) -> bytes:
        """Undo the transfer encoding of the first `most` bytes; what is no such encoding stays as it is."""
        encoding = str(self.kind.get("content-transfer-encoding", "")).strip().lower()
        raw = self.body[:most]
        if encoding == "base64":
            letters = _NOT_BASE64.sub(b"", raw)
            letters = letters[: len(letters) - (len(letters) % 4 == 1)]
            try:
                return b64decode(letters + b"=" * (-len(letters) % 4))
            except (binascii.Error, ValueError):
                return b""
        return quopri.decodestring(raw) if encoding == "quoted-printable" else raw


@dataclass(slots=True)
class Opened:
    """The mail's own headers, its leaves in their order, and why it was not read whole, if it was not."""

    top: Part
    leaves: list[Part]
    in_part: str = ""


def opened(raw: bytes) -> Opened:
    """Take a mail apart; looks at MOST_BYTES, MOST_DEPTH levels and MOST_PARTS parts. Never raises."""
    top, many_headers = _part(raw[:MOST_BYTES], 0)
    found = Opened(top, [], "too_long" if len(raw) > MOST_BYTES else "too_many_headers" if many_headers else "")
    waiting = [top]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            found.in_part = found.in_part or "too_many_parts"
            break
        inner = list(_inside(part))
        if inner and part.depth >= MOST_DEPTH:
            found.in_part = found.in_part or "too_deep"
            continue
        if inner:
            waiting += reversed(inner)
        else:
            found.leaves.append(part)
    return found


def parameter(part: Part, name: str, *, header: str = "content-type") -> str:
    """Give a parameter of a header, empty where it is missing or cannot be read."""
    try:
        value = part.kind.get_param(name, "", header=header)
        return str(value[2] if isinstance(value, tuple) else value)
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""


def content_type(part: Part) -> str:
    """Give `text/plain` and the like, in small letters."""
    return part.kind.get_content_type()


def _part(raw: bytes, depth: int) -> tuple[Part, bool]:
    """Cut a part into headers and body; the headers end at the first empty line or line that is none, RFC 5322."""
    start = raw[:MOST_HEADER_BYTES]
    ends = _EMPTY_LINE.search(start)
    block = start[: ends.start()] if ends else start
    headers, length, cut = _headers(block)
    if not cut and length < len(block):
        return Part(headers, raw[length:], depth), False
    after = ends.end() if ends else len(block)
    return Part(headers, raw[after:], depth), cut or (not ends and len(raw) > MOST_HEADER_BYTES)


def _headers(block: bytes) -> tuple[list[tuple[str, str]], int, bool]:
    """Give the headers, how many bytes they take, and whether there were more than are read."""
    found: list[tuple[str, str]] = []
    at = 0
    if block.startswith(b"From "):
        at = _line_end(block, 0)
    while at < len(block):
        end = _line_end(block, at)
        line = block[at:end]
        if line[:1] in (b" ", b"\t"):
            if found:
                name, value = found[-1]
                found[-1] = (name, value if len(value) > MOST_VALUE else value + _text(line))
        elif _NAME.match(line):
            if len(found) >= MOST_HEADERS:
                return found, at, True
            label, _, rest = line.partition(b":")
            found.append((label.decode("ascii").strip().lower(), _text(rest)))
        else:
            return found, at, False
        at = end
    return found, at, False


def _line_end(block: bytes, at: int) -> int:
    newline = _NEWLINE.search(block, at)
    return newline.end() if newline else len(block)


def _text(raw: bytes) -> str:
    """Read a header's bytes: UTF-8 as RFC 6532 has it, else each byte a letter."""
    raw = raw[:MOST_VALUE]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _inside(part: Part) -> Iterator[Part]:
    """Give the parts of a multipart, none of anything else: a mail within a mail is a file like any other."""
    if not content_type(part).startswith("multipart/"):
        return
    boundary = parameter(part, "boundary").strip()
    if not boundary or len(boundary) > 200:
        return
    begins = -1
    for count, line in enumerate(_fences(part.body, boundary.encode("utf-8", "replace"))):
        if begins >= 0:
            yield _part(part.body[begins : line.start], part.depth + 1)[0]
        if line.is_last or count > MOST_PARTS:
            return
        begins = line.end
    if begins >= 0:
        yield _part(part.body[begins:], part.depth + 1)[0]


@dataclass(frozen=True, slots=True)
class _Fence:
    """A boundary's line, with the line break before it and the one after it, which the next line may share."""

    start: int
    end: int
    is_last: bool


def _fences(body: bytes, boundary: bytes) -> Iterator[_Fence]:
    """Find a boundary's lines. The pattern begins with letters, which the library looks for fifty times as fast."""
    line = rb"--" + re.escape(boundary) + rb"(--)?[ \t]{0,80}(?=\r?\n|\Z)"
    if first := re.match(line, body):
        yield _Fence(0, _after_newline(body, first.end()), bool(first[1]))
    for found in re.compile(rb"\n" + line).finditer(body):
        start = found.start() - (body[found.start() - 1 : found.start()] == b"\r")
        yield _Fence(start, _after_newline(body, found.end()), bool(found[1]))


def _after_newline(body: bytes, at: int) -> int:
    newline = _NEWLINE.match(body, at)
    return newline.end() if newline else at
