"""Reads an inventory of cameras as cities publish them: CSV, GeoJSON or a JSON list, one record a camera."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_COLUMNS, LONGEST_LINE = 500, 100_000
GEOMETRY = "geometry"
"""The column in which a GeoJSON point stands, as `lng lat`."""


@dataclass(frozen=True, slots=True)
class Record:
    """One camera as the file has it: the line on which it begins, and its cells by the file's own column names."""

    line: int
    cells: dict[str, str]


def read_records(path: Path) -> list[Record]:
    """Read the whole file before anything is done with it; raises ValueError naming the line where it is broken."""
    try:
        text = _text(path.read_bytes())
        return list(_from_json(text) if text.lstrip()[:1] in ("{", "[") else _from_csv(text))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def columns_of(records: list[Record]) -> list[str]:
    """Give the names of all columns, in the order in which they first appear."""
    return list(dict.fromkeys(name for record in records for name in record.cells))


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line}: this is not UTF-8 (byte {error.start})") from error


def _from_csv(text: str) -> Iterator[Record]:
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise ValueError(f"line {number}: longer than {LONGEST_LINE} characters")
    begins = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    header: list[str] = []
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise ValueError(f"line {begins}: {_plain(error)}") from error
        if row is None:
            return
        if not header:
            header = _header(row)
        elif any(cell.strip() for cell in row):
            yield Record(begins, {name: cell.strip() for name, cell in zip(header, row, strict=False)})
        begins = reader.line_num + 1


def _plain(error: csv.Error) -> str:
    open_quote = "unexpected end of data" in str(error) or "field larger" in str(error)
    return "a quote is left open" if open_quote else str(error)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _header(row: list[str]) -> list[str]:
    if len(row) > MOST_COLUMNS:
        raise ValueError(f"line 1: more than {MOST_COLUMNS} columns")
    return [name.strip() or f"column {number}" for number, name in enumerate(row, 1)]


def _from_json(text: str) -> Iterator[Record]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        # A number of more than 4,300 digits is a plain ValueError, which knows no line.
        line = getattr(error, "lineno", 1)
        raise ValueError(f"line {line}: this is no JSON") from error
    things = document.get("features") if isinstance(document, dict) else document
    if not isinstance(things, list):
        raise ValueError("line 1: neither a GeoJSON FeatureCollection nor a list of objects")  # noqa: TRY004 (a file's fault)
    for line, thing in zip(_lines_of(text, len(things)), things, strict=True):
        yield Record(line, _cells(thing) if isinstance(thing, dict) else {})


def _lines_of(text: str, count: int) -> Iterator[int]:
    """Give the line on which each thing of the list begins; its number in the list where that cannot be told."""
    decoder, place, line, seen = json.JSONDecoder(), 0, 1, 0
    named = text.find('"features"')
    place = text.find("[", max(0, named) if text.lstrip()[:1] == "{" else 0) + 1
    line += text.count("\n", 0, place)
    for number in range(1, count + 1):
        start = place + len(text[place : place + 10_000]) - len(text[place : place + 10_000].lstrip(" \t\r\n,"))
        line += text.count("\n", place, start)
        try:
            place = decoder.raw_decode(text, start)[1]
        except json.JSONDecodeError:
            seen = number
            break
        yield line
        line += text.count("\n", start, place)
    yield from range(seen, count + 1) if seen else ()


def _cells(thing: dict[str, Any]) -> dict[str, str]:
    if thing.get("type") != "Feature":
        return {str(name): _cell(value) for name, value in thing.items()}
    properties, geometry = thing.get("properties") or {}, thing.get("geometry") or {}
    cells = {str(name): _cell(value) for name, value in properties.items()} if isinstance(properties, dict) else {}
    place = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(place, list) and len(place) == 1:
        place = place[0]
    is_pair = isinstance(place, list) and len(place) >= 2 and not any(isinstance(each, list) for each in place)
    return cells | {GEOMETRY: f"POINT ({place[0]} {place[1]})" if is_pair and place else ""}


def _cell(value: Any) -> str:
    return "" if value is None else value.strip() if isinstance(value, str) else json.dumps(value)
