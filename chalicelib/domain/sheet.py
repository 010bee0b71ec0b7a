"""A table that somebody sent: its cells as text, within bounds, and why it was not read, or not all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

MOST_BYTES = 2_000_000
"""Of the file as it was attached: fifty cameras take a hundredth of it."""
MOST_ROWS = 200
MOST_COLUMNS = 30
MOST_CELL = 200
MOST_LETTERS = 24_000
"""Of all cells together: they are held until they are confirmed, and go back with the answer."""

Trouble = Literal["too_large", "encrypted", "old_format", "other_format", "broken", "unsafe", "empty"]
"""Why a file is not read at all."""
Cut = Literal["", "rows", "letters", "quotes"]
"""Why a file is not read to its end, or not as it was meant; what lies beyond MOST_COLUMNS is never looked at."""
_FORMULA, _NUMBER = re.compile(r"'*\s*[=+\-@\t\r|%＝＋－＠]"), re.compile(r"[+-]?\d+(\.\d+)?(e-\d+)?")


class SheetError(Exception):
    """A file that is not read; `trouble` says why, and nothing of what it holds."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, from 1, and its cells; `formulas` are the columns, from 0, that held one."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that hold anything, in their order."""

    rows: tuple[Row, ...]
    cut: Cut = ""


def gathered(rows: Iterable[tuple[int, Sequence[str], frozenset[int]]], *, cut: Cut = "") -> Sheet:
    """Tidy rows and keep those that hold anything, up to MOST_ROWS and MOST_LETTERS; raises SheetError for none."""
    found: list[Row] = []
    left = MOST_LETTERS
    for number, cells, formulas in rows:
        kept = [tidy(cell) for cell in cells[:MOST_COLUMNS]]
        while kept and not kept[-1] and len(kept) - 1 not in formulas:
            kept.pop()
        if not kept:
            continue
        left -= sum(map(len, kept))
        if left < 0 or len(found) >= MOST_ROWS:
            cut = "letters" if left < 0 else "rows"
            break
        found.append(Row(number, tuple(kept), formulas))
    if not found:
        raise SheetError("empty")
    return Sheet(tuple(found), cut)


def tidy(cell: str) -> str:
    """Give a cell as one line of at most MOST_CELL letters that can be printed, as it was before it was quoted."""
    shown = "".join(letter if letter.isprintable() else " " for letter in cell[: MOST_CELL * 4])
    return unquoted(" ".join(shown.split())[:MOST_CELL])


def quoted(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula; a number, and a phone's plus and digits, are none."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unquoted(cell: str) -> str:
    """Take off what `quoted` put on."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell[1:]) else cell
