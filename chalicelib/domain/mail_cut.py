"""The new part of a reply: what its sender wrote, without what they answer, their signature and a gateway's notices."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from .mail_html import text_of_html
from .mail_quotes import attribution, is_history, is_marker, is_quoted, is_separator, opens_header_block
from .mail_signs import is_banner, is_device_line, is_disclaimer, is_signature

MOST_LETTERS = 200_000
MOST_LINES = 2_000
_LONG_LINE = 60
"""A quoted line so long may have been wrapped by a program that forgot to quote the rest of it."""
_FULL_LINE = 74


def new_part_of(plain: str, html: str, *, sent: Collection[str] = ()) -> str:
    """Give the new part of a mail that has both forms, or one of them (the other is empty); plain text is preferred.

    `sent` are the lines of the mail that is answered: they are never taken for the sender's own.
    """
    return new_part(plain, sent=sent) or (new_part(text_of_html(html), sent=sent) if html else "")


def new_part(body: str, *, sent: Collection[str] = ()) -> str:
    """Give the new part of a plain text, empty where all of it is quoted; parts that stand apart have an empty line
    between them.

    Looks at the first MOST_LETTERS letters and MOST_LINES lines, each line a bounded number of times.
    """
    text = body[:MOST_LETTERS].lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n", MOST_LINES)[:MOST_LINES]
    known = frozenset(_folded(line) for line in sent) - {""}
    parts = _Parts(known)
    at = _after_banner(lines)
    while at < len(lines):
        step = _step(lines, at, parts)
        if step is None:
            break
        at += step
    return parts.text()


class _Parts:
    """What was kept so far, in pieces that stood apart."""

    def __init__(self, known: frozenset[str]) -> None:
        self._pieces: list[list[str]] = [[]]
        self._known = known
        self.quoted = ""
        """The quoted line just above, empty where there is none."""
        self.seen_quotes = False

    def keep(self, line: str) -> None:
        self.quoted = ""
        if self._known and _folded(line) in self._known:
            self.part()
        else:
            self._pieces[-1].append(line)

    def part(self) -> None:
        if self._pieces[-1]:
            self._pieces.append([])

    def quote(self, line: str) -> None:
        self.quoted, self.seen_quotes = line, True
        self.part()

    def empty(self) -> bool:
        return not any(line.strip() for piece in self._pieces for line in piece)

    def text(self) -> str:
        kept = ["\n".join(_without_separators(piece)).strip() for piece in self._pieces]
        return "\n\n".join(piece for piece in kept if piece)


def _step(lines: list[str], at: int, parts: _Parts) -> int | None:
    """Take one line, or the lines that belong together; give how many, none where nothing new follows."""
    line = lines[at]
    length = attribution(lines, at)
    if length and _quotes_follow(lines, at + length):
        parts.quote("")
        return length
    if length or _ends_what_is_new(lines, at, parts):
        return None
    if is_quoted(line) or _spilled(lines, at, parts.quoted):
        parts.quote(line)
    elif not is_device_line(line):
        parts.keep(line)
    elif not parts.empty():
        return None
    return 1


def _ends_what_is_new(lines: list[str], at: int, parts: _Parts) -> bool:
    line = lines[at]
    if is_marker(line) or is_history(line, after_quotes=parts.seen_quotes) or opens_header_block(lines, at):
        return True
    return is_signature(line) or is_disclaimer(line)


def _after_banner(lines: list[str]) -> int:
    """Skip a gateway's notice that stands at the top."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    return first + 1 if lines and is_banner(lines[first]) else 0


def _quotes_follow(lines: list[str], at: int) -> bool:
    """Say whether what an attribution announces is marked as quoted, so that what comes after it may be new."""
    following = (line for line in islice(lines, at, at + 8) if line.strip())
    return is_quoted(next(following, ""))


def _spilled(lines: list[str], at: int, quoted: str) -> bool:
    """Say whether a line is the rest of the quoted one above, which some program wrapped without quoting the rest."""
    line = lines[at]
    if not quoted or not line.strip():
        return False
    if quoted.endswith("="):
        return True
    after = lines[at + 1] if at + 1 < len(lines) else ""
    alone = not after.strip() or is_quoted(after)
    wrapped = len(quoted) >= _FULL_LINE or (len(quoted) >= _LONG_LINE and line.lstrip()[:1].islower())
    return alone and wrapped


def _without_separators(piece: list[str]) -> list[str]:
    """Leave out the lines at the end that only set apart what was cut off below."""
    end = len(piece)
    while end and (not piece[end - 1].strip() or is_separator(piece[end - 1])):
        end -= 1
    return piece[:end]


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold()
