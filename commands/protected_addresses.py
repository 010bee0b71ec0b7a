"""`./porchlight admin addresses protect FILE`: the whole list of places that are kept off the map."""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from chalicelib.domain.place import Address, Exact, Located, Outside, Several
from chalicelib.store.protecting import keep_out
from infra.city import change_agency, current_table
from infra.failure import CannotGoOnError, say
from infra.stage import Stage

KNOWN_AFTER_S = 65.0
"""The agency's configuration is cached for a minute (ports.Agencies)."""
_HEADERS = frozenset({"address", "place", "location"})


def protect(stage: Stage, path: Path, *, wait: Callable[[float], None] = time.sleep) -> dict[str, Any]:
    """Make the addresses of a file, one a line or in a column `address`, the ones that are kept off the map.

    The file is the whole list: what stood in the last one and not in this counts again. Answers with line numbers,
    never with an address; nothing of the file is kept but keyed hashes. Functions know an older list for a minute, so
    the index is looked through once more after that.
    """
    gazetteer, protected = stage.gazetteer(), stage.protected()
    marks: set[str] = set()
    lines: dict[str, list[int]] = {"protected": [], "not_found": [], "unclear": []}
    for line, text in _lines(path):
        found = gazetteer.find(text)
        places = _one_place(found)
        kind = "protected" if places else "unclear" if isinstance(found, Several) else "not_found"
        lines[kind].append(line)
        for place in places:
            marks |= protected.marks_of(place)
    # First the list, so that nothing new is written into the index, then what stands there already.
    change_agency(stage, {**current_table(stage), "protected": sorted(marks)})
    done = _kept_out(stage)
    say("waiting until every function knows the new list")
    wait(KNOWN_AFTER_S)
    done += _kept_out(stage)
    wrong = [{"line": line, "why": why} for why in ("not_found", "unclear") for line in lines[why]]
    return {
        "protected": len(lines["protected"]),
        "taken_out": done["taken_out"],
        "put_back": done["put_back"],
        "wrong": wrong,
    }


def _kept_out(stage: Stage) -> Counter[str]:
    client, table = stage.account.client("dynamodb"), stage.outputs["RegistryTable"]
    return keep_out(client, table, kept_out=stage.protected().covers, progress=say)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotGoOnError("the list of protected addresses cannot be read") from error
    rows = text.splitlines()
    header = [cell.strip().casefold() for cell in next(csv.reader(rows[:1]), [])]
    column = next((at for at, name in enumerate(header) if name in _HEADERS), None)
    for number, row in enumerate(rows, 1):
        if column is not None and number == 1:
            continue
        cells = next(csv.reader([row]), [])
        address = row if column is None else cells[column] if column < len(cells) else ""
        if address.strip() and not address.lstrip().startswith("#"):
            yield number, address.strip()


def _one_place(found: Located) -> tuple[Address, ...]:
    """Give the one place that was meant, with all its buildings; none where it may be one of several."""
    if isinstance(found, Exact):
        return (found.address,)
    if isinstance(found, Outside):
        return (found.place,) if found.place else ()
    if not isinstance(found, Several):
        return ()
    names = {(address.number, address.street, address.city) for address in found.candidates}
    return found.candidates if len(names) == 1 else ()
