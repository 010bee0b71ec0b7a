"""Messages of people who leave, and of people who do not: what each is taken for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from chalicelib.domain import optout

Verdict = Literal["opt_out", "flagged", "none"]
TABLE = "text_json\t"


def measured(file: Path) -> dict[str, Any]:
    """Give `of` and `verdicts`, one for each row in order; of a table with labels also which of them were missed.

    A first line that begins `text_json` and a tab is a header: each row then begins with a JSON string, and its second
    column is its label. Otherwise each line is a message, the first one too.
    """
    lines = _lines(file)
    rows = list(_table(lines[1:])) if lines and lines[0].startswith(TABLE) else [(line, "") for line in lines]
    verdicts = [verdict(text) for text, _ in rows]
    figures: dict[str, Any] = {"of": len(rows), "verdicts": verdicts}
    if any(label for _, label in rows):
        leaving = [label.startswith("opt_out") for _, label in rows]
        pairs = list(enumerate(zip(leaving, verdicts, strict=True), 1))
        figures["labelled_opt_out"] = sum(leaving)
        figures["honoured"] = sum(leaves and found == "opt_out" for _, (leaves, found) in pairs)
        figures["missed"] = [row for row, (leaves, found) in pairs if leaves and found != "opt_out"]
        figures["taken_for_opt_out"] = [row for row, (leaves, found) in pairs if not leaves and found == "opt_out"]
    return figures


def ordinary(file: Path) -> dict[str, Any]:
    """Give the lines of the ham rows of the UCI collection that are taken for leaving, and how many are flagged."""
    rows = [(number, line) for number, line in enumerate(_lines(file), 1) if line.startswith("ham\t")]
    verdicts = [(number, verdict(line.removeprefix("ham\t"))) for number, line in rows]
    return {
        "of": len(rows),
        "taken_for_opt_out": [number for number, found in verdicts if found == "opt_out"],
        "flagged": sum(found == "flagged" for _, found in verdicts),
    }


def verdict(text: str) -> Verdict:
    """Say what a message is taken for; `flagged` is what a person is to look at."""
    if optout.read(text) in ("stop_keyword", "stop_words"):
        return "opt_out"
    return "flagged" if optout.in_doubt(text) else "none"


def _lines(file: Path) -> list[str]:
    """Give the lines without their ends; what stands behind the last line's end is no line."""
    lines = file.read_bytes().decode("utf-8-sig", errors="replace").split("\n")
    lines = [line.removesuffix("\r") for line in lines]
    return lines[:-1] if lines and not lines[-1] else lines


def _table(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.strip():
            text, *others = line.split("\t")
            yield _text(text), others[0] if others else ""


def _text(cell: str) -> str:
    try:
        return str(json.loads(cell))
    except ValueError:
        return cell
