"""A raw mail as the domain knows it: sender, text, attachments, and the verdicts that the provider itself wrote."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.headerregistry import HeaderRegistry
from email.utils import getaddresses
from typing import Any

from chalicelib.domain.mail import Attachment, InboundMail, TakenInPart

from .automatic import shows_no_person
from .mime import Part, content_type, opened, parameter
from .verdicts import verdicts_in

MOST_TEXT = 1024 * 1024
"""Bytes of text that are decoded, of all text parts together."""
MOST_FROM = 1_000
"""Letters of From: behind more, a second address might stand."""
_CANNOT_READ = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
_ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?")
_BESIDE_ADDRESSES = re.compile(r'"[^"]{0,500}"|\([^()]{0,500}\)')
"""Names in quotes, and comments: what looks like an address there is none."""
_IN_BRACKETS = re.compile(r"<[^<>\s]{1,250}>")
_FOR = re.compile(r"\sfor\s+<?([^\s<>;]{3,320}@[^\s<>;]{1,255})>?;")
_CHARSETS = re.compile(
    r"(?:utf-?8|us-ascii|ascii|ansi_x3\.4-1968|iso-?8859-?\d{1,2}|latin-?\d|windows-?125\d|cp125\d|koi8-[ru]|"
    r"utf-?16(?:[bl]e)?|shift_?jis|sjis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5|macintosh|mac-?roman)"
)
"""Others are refused: some of Python's codecs unpack, or take quadratic time."""
_UNSEEN = dict.fromkeys(map(ord, "\x00\u200b\u200c\u200d\u2060\ufeff"), None)


def read(raw: bytes, *, mail_id: str) -> InboundMail:
    """Read a mail within the bounds of `mime`; never raises, whatever the bytes."""
    mail = opened(raw)
    top = mail.top
    plain, html, files = _texts(mail.leaves)
    in_part = mail.in_part or ("" if plain or html else "no_text")
    sender = _sender(top)
    return InboundMail(
        mail_id=mail_id,
        message_id=next(iter(_IN_BRACKETS.findall(top.first("message-id"))), ""),
        sender=sender,
        recipients=_recipients(top),
        subject=_words(top.first("subject"))[:200],
        plain=plain,
        html=html,
        verdicts=verdicts_in(top, sender),
        automatic=shows_no_person(top, sender),
        attachments=tuple(map(_attachment, files)),
        in_part=_reason(in_part),
    )


def _texts(leaves: list[Part]) -> tuple[str, str, list[Part]]:
    """Give the plain text, the HTML, and what is neither; several plain parts are one text, as some programs write."""
    plain: list[str] = []
    html: list[str] = []
    files: list[Part] = []
    left = MOST_TEXT
    for leaf in leaves:
        kind = content_type(leaf)
        if kind not in ("text/plain", "text/html") or _is_file(leaf) or left <= 0:
            files.append(leaf)
            continue
        text = _text(leaf, left)
        left -= len(text)
        (plain if kind == "text/plain" else html).append(text)
    return "\n\n".join(filter(str.strip, plain)), "\n".join(filter(str.strip, html)), files


def _is_file(part: Part) -> bool:
    return part.kind.get_content_disposition() == "attachment" or bool(_file_name(part))


def _file_name(part: Part) -> str:
    try:
        return str(part.kind.get_filename("") or "")
    except _CANNOT_READ:
        return ""


def _attachment(part: Part) -> Attachment:
    return Attachment(
        name=_words(_file_name(part))[:200],
        content_type=content_type(part),
        encoded_bytes=len(part.body),
        inline=bool(part.first("content-id")) or part.kind.get_content_disposition() == "inline",
        content=part.decoded,
    )


def _text(part: Part, most: int) -> str:
    """Decode a text part by its charset, where that is one and tells the truth; else as UTF-8, else as Windows-1252."""
    raw = part.decoded(most)
    declared = parameter(part, "charset").strip().lower()
    for charset in (declared if _CHARSETS.fullmatch(declared) else "utf-8", "utf-8"):
        try:
            return raw.decode(charset).translate(_UNSEEN)
        except (UnicodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace").translate(_UNSEEN)


def _sender(top: Part) -> str:
    """Give the one address of the one From; two of either, and nobody knows whom a check was about."""
    values = top.all("from")
    if len(values) != 1 or len(values[0]) > MOST_FROM:
        return ""
    try:
        header: Any = HeaderRegistry()("from", " ".join(values[0].split()))
        addresses = [str(address.addr_spec).lower() for address in header.addresses]
    except _CANNOT_READ:
        return ""
    if len(addresses) != 1 or not _ADDRESS.fullmatch(addresses[0]):
        return ""
    named = set(_ADDRESS.findall(_BESIDE_ADDRESSES.sub(" ", values[0].lower())))
    return addresses[0] if named <= {addresses[0]} else ""


def _recipients(top: Part) -> tuple[str, ...]:
    """Give whom it went to: by its headers, and by what the provider noted that the envelope said."""
    noted = _FOR.findall(" " + " ".join(top.first("received").split()))
    named = [value[:4000] for name in ("to", "cc", "delivered-to", "x-original-to") for value in top.all(name)[:4]]
    try:
        addresses = [address for _, address in getaddresses([" ".join(value.split()) for value in named])]
    except _CANNOT_READ:
        addresses = []
    found = [address.strip().lower() for address in (*noted, *addresses) if "@" in address]
    return tuple(dict.fromkeys(found))[:50]


def _words(value: str) -> str:
    """Undo RFC 2047; what cannot be undone stays as it is."""
    folded = " ".join(value.split())[:2000]
    try:
        said = str(make_header(decode_header(folded)))
    except _CANNOT_READ:
        return folded
    whole = said.encode("utf-8", "replace").decode()  # some charsets make half letters, which nothing can write down
    return " ".join(whole.translate(_UNSEEN).split())


def _reason(found: str) -> TakenInPart:
    reasons: dict[str, TakenInPart] = {
        reason: reason for reason in ("too_deep", "too_many_parts", "too_many_headers", "too_long", "no_text")
    }
    return reasons.get(found, "")
