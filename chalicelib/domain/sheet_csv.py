"""Reads a table of text: commas, semicolons or tabs, in the encodings that spreadsheets write."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from .sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetError, gathered

_DELIMITERS = ",;\t|"
_SAMPLE = 20
_LOOKED_AT = MOST_ROWS * 10
"""Lines, empty ones among them."""
_LONGEST_LINE = 20_000
_MOST_BREAKS = 5
"""In one quoted cell; a file with an odd number of quotes has one that does not close."""
_SEP = re.compile(r"sep=([,;\t|])\s*(?:\r\n|\n|\r)", re.IGNORECASE)
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
"""How some programs keep a number's zeros: `="0123"`; no formula."""
_Cells = tuple[int, list[str], frozenset[int]]


def read_csv(content: bytes) -> Sheet:
    """Read a file of text; one whose quotes do not close is read line by line. Raises SheetError."""
    text = _decoded(content)
    marked = _SEP.match(text)
    text = text[marked.end() :] if marked else text
    delimiter = marked[1] if marked else _delimiter(text)
    try:
        return gathered(list(_rows(text, delimiter)))
    except csv.Error:
        return gathered(_line_by_line(text, delimiter), cut="quotes")


def _rows(text: str, delimiter: str) -> Iterator[_Cells]:
    """Give numbered rows; a quoted cell may hold line breaks, and makes no row of them."""
    most_breaks = 0 if text.count('"') % 2 else _MOST_BREAKS
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        if any(cell.count("\n") > most_breaks for cell in cells):
            raise csv.Error("a quote was left open")
        yield _without_formulas(number, cells)
        if number >= _LOOKED_AT:
            return


def _line_by_line(text: str, delimiter: str) -> Iterator[_Cells]:
    for number, line in enumerate(text.splitlines()[:_LOOKED_AT], 1):
        short = line[:_LONGEST_LINE]
        if short.count('"') % 2:
            yield _without_formulas(number, short.replace('"', "").split(delimiter))
        else:
            yield from (_without_formulas(number, cells) for cells in csv.reader([short], delimiter=delimiter))


def _without_formulas(number: int, cells: list[str]) -> _Cells:
    kept: list[str] = []
    formulas: set[int] = set()
    for at, cell in enumerate(cells[:MOST_COLUMNS]):
        plain = cell[:_LONGEST_LINE].strip()
        as_text = _AS_TEXT.fullmatch(plain)
        if as_text:
            plain = as_text[1]
        elif plain.startswith("="):
            plain = ""
            formulas.add(at)
        kept.append(plain)
    return number, kept, frozenset(formulas)


def _delimiter(text: str) -> str:
    """Give what parts most of the first lines into equally many cells, more than one; else a comma."""
    lines = [line[:_LONGEST_LINE] for line in text[: _LONGEST_LINE * 4].splitlines() if line.strip()][:_SAMPLE]

    def score(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        commonest = max(set(counts), key=counts.count, default=0)
        return (counts.count(commonest) if commonest else 0, commonest)

    return max(_DELIMITERS, key=score)


def _decoded(content: bytes) -> str:
    """Decode by the mark at its start, else as UTF-16 where every other byte is zero, UTF-8, Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    start = content[:400]
    if start and start.count(0) * 3 > len(start):
        return content.decode("utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be", "replace")
    if b"\0" in start:
        raise SheetError("other_format")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
