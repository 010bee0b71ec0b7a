"""HTML from strangers as tags and text, in one pass: the standard library's parser takes minutes over hostile input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:_-]{0,30})((?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+)>""")
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]{0,30})([^<>]*+)>")
_DECLARED = re.compile(r"<[!?/][^<>]*+>?")
_ATTRIBUTE = re.compile(
    r"""\b(class|id|style)\s{0,3}=\s{0,3}(?:"([^"]{0,400})|'([^']{0,400})|([^\s"'>]{1,400}))""", re.IGNORECASE
)
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
_ATTRIBUTES_LOOKED_AT = 4_000
_RAW = ("script", "style", "title", "textarea", "xmp", "noscript")
"""What stands in these is no HTML until their own end."""


@dataclass(frozen=True, slots=True)
class Start:
    """A tag that opens, its name and what marks it in small letters."""

    name: str
    css_class: str = ""
    id: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """A tag that closes."""

    name: str


def tokens(html: str) -> Iterator[Start | End | str]:
    """Give tags, and the text between them with its character references resolved; comments are left out.

    Never raises. What does not close, and must (a comment, a script), takes the rest with it.
    """
    lower = html.lower() if html.isascii() else _lower(html)
    at, end = 0, len(html)
    while at < end:
        opens = html.find("<", at)
        if opens != at:
            yield _text(html[at : opens if opens >= 0 else end])
        if opens < 0:
            return
        at = opens
        if html.startswith("<!--", at):
            closes = html.find("-->", at + 2)
            at = end if closes < 0 else closes + 3
            continue
        tag = _TAG.match(html, at) or _LOOSE_TAG.match(html, at)
        if tag is None:
            declared = _DECLARED.match(html, at)
            if declared is None:
                yield "<"
            at = declared.end() if declared else at + 1
            continue
        at = tag.end()
        name = tag[2].lower()
        yield End(name) if tag[1] else _start(name, tag[3])
        if name in _RAW and not tag[1]:
            closes = lower.find(f"</{name}", at)
            at = end if closes < 0 else closes


def _start(name: str, attributes: str) -> Start:
    marks: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(attributes[:_ATTRIBUTES_LOOKED_AT]):
        marks.setdefault(found[1].lower(), (found[2] or found[3] or found[4] or "").lower())
    return Start(name, marks.get("class", ""), marks.get("id", ""), marks.get("style", ""))


def _text(raw: str) -> str:
    """Resolve character references; numbers of thousands of digits, which Python refuses to read, are no letters."""
    return unescape(_LONG_NUMBER.sub("\ufffd", raw)) if "&" in raw else raw


def _lower(html: str) -> str:
    """Give small letters of ASCII only, so that every place stays where it is."""
    return html.translate(_SMALL)


_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
