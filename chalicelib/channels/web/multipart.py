"""A form that brings a file: `multipart/form-data` (RFC 7578), read without guessing, and small."""

from __future__ import annotations

import re
from http import HTTPStatus

from chalicelib.channels.http import HttpRequest, Unreadable

MAX_PARTS = 20
MAX_FIELD = 4096
MAX_HEAD = 2048
"""Of a part's headers: looking through them takes time with the square of their length, and anybody may post them."""
_BOUNDARY = re.compile(r'multipart/form-data;.*?boundary=(?:"([^"]{1,70})"|([^\s;,]{1,70}))', re.IGNORECASE)
_NAME = re.compile(rb'content-disposition:\s*form-data;[^\r\n]*?\bname="([A-Za-z0-9_-]{1,40})"', re.IGNORECASE)
_FILE = re.compile(rb'[;\s]filename\*?="?', re.IGNORECASE)


def read_upload(request: HttpRequest, *, file: str) -> tuple[dict[str, str], bytes]:
    """Give the plain fields, and the content of the field `file`; empty where there is none. Raises Unreadable.

    What a browser claims about the file, its name and its type, is not even read.
    """
    found = _BOUNDARY.match(request.headers.get("content-type", ""))
    if not found:
        raise Unreadable(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    mark = b"\r\n--" + (found[1] or found[2]).encode("ascii", "replace")
    pieces = (b"\r\n" + request.body).split(mark, MAX_PARTS + 1)
    if len(pieces) < 2 or len(pieces) > MAX_PARTS + 1 or not pieces[-1].startswith(b"--"):
        raise Unreadable(HTTPStatus.BAD_REQUEST)
    fields, content = {}, b""
    for piece in pieces[1:-1]:
        name, is_file, body = _part(piece)
        if name == file and is_file:
            content = body
        elif not is_file:
            fields[name] = body[:MAX_FIELD].decode("utf-8", "replace")
    return fields, content


def _part(piece: bytes) -> tuple[str, bool, bytes]:
    """Give a part's name, whether it is a file, and its content."""
    ends = piece.find(b"\r\n\r\n", 0, MAX_HEAD)
    head, body = piece[: max(ends, 0)], piece[ends + 4 :]
    name = _NAME.search(head)
    if not name:
        raise Unreadable(HTTPStatus.BAD_REQUEST)
    return name[1].decode(), _FILE.search(head) is not None, body
