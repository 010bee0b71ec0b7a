"""Says what was understood of a table of cameras, row by row, and writes the table that goes back."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from chalicelib import words
from chalicelib.domain.camera import Camera
from chalicelib.domain.reply import Sentence
from chalicelib.domain.sheet import quoted
from chalicelib.domain.sheet_places import PlacedRow
from chalicelib.domain.sheet_reading import TableRead
from chalicelib.domain.view import nearest_way


def understood(row: PlacedRow, language: str) -> str:
    """Say where a row's cameras are and what they are like; nothing where it has none."""
    cameras = (*row.cameras, *row.mended)
    if not cameras:
        return ""
    groups = Counter(_traits(camera, language) for camera in cameras)
    said = "; ".join(", ".join((_cameras(count, language), *traits)) for traits, count in groups.items())
    return f"{cameras[0].address.line()}: {said}"


def remarks(row: PlacedRow, language: str) -> str:
    """Say why a row was not taken, or what of it was left open."""
    return " ".join(_say(remark, language) for remark in row.remarks)


def answer_table(table: TableRead, rows: Sequence[PlacedRow], language: str) -> str:
    """Give the table as CSV with three more columns, cells that a spreadsheet would run quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    kept = [read.row.cells for read in table.rows]
    wide = max((len(cells) for cells in (*kept, table.header.cells if table.header else ())), default=0)
    theirs = [at for at in range(wide) if at not in table.ours]
    ours = [words.say(f"mail.sheet.column_{name}", language) for name in ("row", "understood", "remark")]
    writer.writerow([ours[0], *_picked(table.header.cells if table.header else (), theirs), *ours[1:]])
    for cells, row in zip(kept, rows, strict=True):
        told = [quoted(understood(row, language)), quoted(remarks(row, language))]
        writer.writerow([row.number, *_picked(cells, theirs), *told])
    return out.getvalue()


def _picked(cells: Sequence[str], at: Sequence[int]) -> list[str]:
    return [quoted(cells[each]) if each < len(cells) else "" for each in at]


def _traits(camera: Camera, language: str) -> tuple[str, ...]:
    kinds = {"doorbell": "part.doorbell", "fixed": "mail.sheet.fixed", "turning": "mail.sheet.turning"}
    found = [words.say(kinds[camera.kind], language)] if camera.kind in kinds else []
    if camera.heading is not None:
        found.append(words.say(f"part.looks_{nearest_way(camera.heading)}", language))
    if camera.indoor:
        found.append(words.say("part.indoor", language))
    days = camera.retention_days
    kept = words.say("part.days_one" if days == 1 else "part.days_many", language, count=days)
    return (*found, words.say("part.kept", language, days=kept))


def _cameras(count: int, language: str) -> str:
    return words.say("part.cameras_one" if count == 1 else "part.cameras_many", language, count=count)


def _say(said: Sentence, language: str) -> str:
    return words.say(said.msgid, language, **said.values)
