"""Registration messages with labels, as JSON lines: how many are understood in every slot, and what is not."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.understood_slots import ALWAYS, SLOTS, Values, labelled, said, same, same_street
from chalicelib.domain.place import Exact, Located
from chalicelib.domain.place_names import NO_NAMES
from chalicelib.domain.registration_words import read
from chalicelib.domain.street import words_of

if TYPE_CHECKING:
    from chalicelib.store.gazetteer import SqliteGazetteer


@dataclass(frozen=True, slots=True)
class Row:
    """One message: the line it stands on, counted over all files from 1, its text, its label, its label's odd names."""

    number: int
    text: str
    label: Values
    city: str
    odd: Sequence[str]


def measured(files: Sequence[Path], city: Path | None, *, show: bool = False) -> dict[str, Any]:
    """Give `of` and `right`, the same for each slot, and `wrong`: the rows and the slots that were misunderstood.

    With a city's folder also `wrong_address_accepted`: how many addresses were taken without a question and are not
    the label's. With several files each has its figures `by_file` as well. Raises ValueError, naming file and line.
    """
    with tempfile.TemporaryDirectory() as folder:
        gazetteer = _gazetteer(city, Path(folder)) if city else None
        parts = {file.name: _figures(list(_rows(file)), gazetteer, show=show) for file in files}
    if len(parts) == 1:
        return next(iter(parts.values()))
    return {**_together(list(parts.values())), "by_file": parts}


def _gazetteer(city: Path, folder: Path) -> SqliteGazetteer:
    # Imported late: building a gazetteer takes seconds, and without a city nobody needs it.
    from bench.addresses import open_city

    return open_city(city, folder)


def _rows(file: Path) -> Iterator[Row]:
    lines = file.read_bytes().decode("utf-8-sig", errors="replace").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _row(number, json.loads(line))
            except (ValueError, TypeError, AttributeError, KeyError) as error:
                raise ValueError(f"{file.name}, line {number}: {error!r}") from error


def _row(number: int, entry: dict[str, Any]) -> Row:
    slots = entry["slots"] or {}
    label, odd = labelled(slots)
    return Row(number, str(entry["text"]), label, str(slots.get("city") or ""), odd)


def _figures(rows: list[Row], gazetteer: SqliteGazetteer | None, *, show: bool) -> dict[str, Any]:
    judged = [name for name in SLOTS if name in ALWAYS or any(name in row.label for row in rows)]
    right: Counter[str] = Counter()
    wrong, accepted = [], []
    names = gazetteer.names if gazetteer else NO_NAMES
    for row in rows:
        slots = read(row.text, names)
        understood = said(slots, city=row.city)
        missed = [name for name in judged if not same(name, row.label, understood)]
        right.update(name for name in judged if name not in missed)
        right["every"] += not missed
        right["main"] += not set(missed) & set(ALWAYS)
        if missed:
            wrong.append(_shown(row, missed, understood) if show else {"row": row.number, "slots": missed})
        if gazetteer and slots.place and _taken_for_another(gazetteer.find(slots.place), row.label):
            accepted.append(row.number)
    return {
        "of": len(rows),
        "right": right["every"],
        "share": _share(right["every"], len(rows)),
        "right_in_address_cameras_and_days": right["main"],
        "slots": {name: {"of": len(rows), "right": right[name]} for name in judged},
        "unknown_slots": dict(Counter(name for row in rows for name in row.odd)),
        **({"wrong_address_accepted": len(accepted), "rows_of_wrong_addresses": accepted} if gazetteer else {}),
        "wrong": wrong,
    }


def _shown(row: Row, missed: list[str], understood: Values) -> dict[str, Any]:
    pairs = {name: {"label": row.label.get(name), "said": understood.get(name)} for name in missed}
    return {"row": row.number, "slots": missed, "text": row.text, "understood": pairs}


def _taken_for_another(located: Located, label: Values) -> bool:
    """Say whether an address was accepted without a question that is not the label's."""
    if not isinstance(located, Exact):
        return False
    address = located.address
    number = "".join(address.number.upper().split())
    if address.precision == "coordinates" or "street" not in label:
        return address.precision != "coordinates"
    streets = tuple(" ".join(words_of(side)) for side in address.street.split(" & "))
    return number != "".join(label.get("number", "").split()) or not same_street(label["street"], streets)


def _together(parts: list[dict[str, Any]]) -> dict[str, Any]:
    summed = ("of", "right", "right_in_address_cameras_and_days", "wrong_address_accepted")
    total = {name: sum(part[name] for part in parts) for name in summed if name in parts[0]}
    return {**total, "share": _share(total["right"], total["of"])}


def _share(right: int, of: int) -> float:
    return round(right / of, 4) if of else 0.0
