"""What one mail says, in order: its plain text and its HTML are both made of this, so that they say the same."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .agency import Agency
from .incident import Request
from .outbox import Message
from .owner import ContactKey

Kind = Literal["heading", "text", "facts", "choices", "code", "link"]
_BETWEEN = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a letter.

    `facts` and `choices` have `rows`: what it is, and what it says; the digit, and what it means. Of a `link`, `text`
    says where it leads and `url` leads there.
    """

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A table that goes with a mail, as CSV: a name of plain letters, and what stands in it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of one mail, as they will be read; how to stop and whom to call is added to every one of them."""

    language: str
    blocks: tuple[Block, ...]
    enclosed: Enclosed | None = None

    def body(self) -> str:
        """Give what stands in a message's body."""
        blocks = [[block.kind, block.text, block.rows, block.url] for block in self.blocks]
        file = {"enclosed": [self.enclosed.name, self.enclosed.text]} if self.enclosed else {}
        values = {"letter": blocks, "language": self.language, **file}
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def letter_in(body: str, *, language: str) -> Letter:
    """Read a message's body; one that is plain text makes a letter of its paragraphs, in `language`."""
    if not body.startswith('{"letter":'):
        paragraphs = (paragraph.strip() for paragraph in _BETWEEN.split(body))
        return Letter(language, tuple(Block("text", paragraph) for paragraph in paragraphs if paragraph))
    values = json.loads(body)
    blocks = (
        Block(kind, text, tuple((name, said) for name, said in rows), url) for kind, text, rows, url in values["letter"]
    )
    enclosed = Enclosed(*values["enclosed"]) if "enclosed" in values else None
    return Letter(values["language"], tuple(blocks), enclosed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message on its way to a mailbox, with all that its headers and its end need.

    `first` is the mail that began the thread, where this one is not the first: the one that asked.
    """

    message: Message
    to: str
    contact_key: ContactKey
    language: str
    agency: Agency
    at: datetime
    request: Request | None = None
    first: Message | None = None
