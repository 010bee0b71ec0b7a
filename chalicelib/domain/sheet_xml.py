"""Reads the parts of an XLSX by expat: no document type, no entity, and no more rows than are looked at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TypeVar
from xml.parsers import expat

from .sheet import MOST_CELL, MOST_COLUMNS, MOST_ROWS, SheetError

_CHUNK = 64 * 1024
_LETTERS = re.compile(r"[A-Za-z]{1,3}(?=\d)")
_WHOLE = re.compile(r"-?\d{1,15}")
_HIDDEN = ("hidden", "veryHidden")
_FILLED = MOST_ROWS + 50
"""Rows of cells that are kept: some may turn out to hold nothing."""


class EnoughError(Exception):
    """All that is looked at was read."""


class Part:
    """What hears of a part's elements, by their names without a prefix."""

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def closes(self, name: str) -> None:
        """It ends."""

    def says(self, text: str) -> None:
        """Text stands within it; a long one comes in pieces."""


_P = TypeVar("_P", bound=Part)


def parse(content: bytes, part: _P) -> _P:
    """Let `part` hear all of it; raises SheetError for what is no XML, or has a document type."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: part.opens(_plain(name), attributes)
    parser.EndElementHandler = lambda name: part.closes(_plain(name))
    parser.CharacterDataHandler = part.says
    parser.StartDoctypeDeclHandler = _refused
    parser.EntityDeclHandler = _refused
    parser.ExternalEntityRefHandler = _refused
    try:
        for start in range(0, len(content), _CHUNK):
            parser.Parse(content[start : start + _CHUNK], False)
        parser.Parse(b"", True)
    except EnoughError:
        pass
    except (expat.ExpatError, UnicodeError, ValueError, LookupError) as error:
        raise SheetError("broken") from error
    return part


class Workbook(Part):
    """The keys of the worksheets that are not hidden, in their order."""

    def __init__(self) -> None:
        self.sheets: list[str] = []

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet" and attributes.get("state") not in _HIDDEN and len(self.sheets) < MOST_ROWS:
            self.sheets += [value for key, value in attributes.items() if key.endswith(":id")]


class Relations(Part):
    """Where each key leads."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")[:500]


class _Said(Part):
    """Gathers the text of one thing at a time, MOST_CELL letters of it and a few more."""

    def __init__(self) -> None:
        self._text = ""
        self._listens = self._aside = False

    def says(self, text: str) -> None:
        if self._listens and not self._aside and len(self._text) < MOST_CELL * 4:
            self._text += text[: MOST_CELL * 4]


class Strings(_Said):
    """The shared strings that are wanted, by number."""

    def __init__(self, wanted: Collection[int]) -> None:
        super().__init__()
        self.found: dict[int, str] = {}
        self._wanted, self._number, self._last = wanted, -1, max(wanted, default=-1)

    def opens(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002  (as every part hears it)
        if name == "si":
            self._number, self._text = self._number + 1, ""
        elif name == "rPh":  # how it is spoken, in some scripts
            self._aside = True
        elif name == "t":
            self._listens = True

    def closes(self, name: str) -> None:
        if name == "t":
            self._listens = False
        elif name == "rPh":
            self._aside = False
        elif name == "si":
            if self._number in self._wanted:
                self.found[self._number] = self._text
            if self._number >= self._last:
                raise EnoughError


class Cells(_Said):
    """The cells of a worksheet; a shared string is a number until all are known."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: set[int] = set()
        self._rows: list[tuple[int, dict[int, str | int], set[int]]] = []
        self._number = self._column = 0
        self._kind = ""

    def rows(self, strings: dict[int, str]) -> Iterator[tuple[int, list[str], frozenset[int]]]:
        """Give the rows with their numbers, cells as text, and the columns that held a formula."""
        for number, cells, formulas in self._rows:
            width = max((*cells, *formulas), default=-1) + 1
            texts = [cells.get(column, "") for column in range(width)]
            yield (
                number,
                [strings.get(each, "") if isinstance(each, int) else each for each in texts],
                frozenset(formulas),
            )

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            said = attributes.get("r", "")
            self._number = int(said) if said.isdecimal() and len(said) < 9 else self._number + 1
            if len(self._rows) >= _FILLED:
                raise EnoughError
            self._rows.append((self._number, {}, set()))
            self._column = -1
        elif name == "c":
            letters = _LETTERS.match(attributes.get("r", ""))
            self._column = _column(letters[0]) if letters else self._column + 1
            self._kind, self._text = attributes.get("t", "n"), ""
        elif name == "f" and self._rows and 0 <= self._column < MOST_COLUMNS:
            self._rows[-1][2].add(self._column)
        elif name in ("v", "t"):
            self._listens = True

    def closes(self, name: str) -> None:
        if name in ("v", "t"):
            self._listens = False
        elif name == "row":
            if self._rows and not self._rows[-1][1] and not self._rows[-1][2]:
                self._rows.pop()
        elif name == "c" and self._rows and self._text and 0 <= self._column < MOST_COLUMNS:
            self._rows[-1][1][self._column] = self._value()

    def _value(self) -> str | int:
        if self._kind == "s":
            if not self._text.isdecimal() or len(self._text) > 8:
                return ""
            self.wanted.add(int(self._text))
            return int(self._text)
        if self._kind == "e":
            return ""
        if self._kind == "b":
            return "yes" if self._text == "1" else "no"
        return _number(self._text) if self._kind == "n" else self._text


def _number(text: str) -> str:
    """Give a whole number without what the file adds to it: `30.0` and `3E1` are 30."""
    if _WHOLE.fullmatch(text) or len(text) > 30:
        return text
    try:
        value = float(text)
    except ValueError:
        return text
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else text


def _column(letters: str) -> int:
    """Give the number of a column, from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _plain(name: str) -> str:
    return name.rpartition(":")[2]


def _refused(*_: object) -> int:
    raise SheetError("unsafe")
