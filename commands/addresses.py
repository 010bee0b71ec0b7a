"""Builds the gazetteer: from the agency's address points and its boundary to one SQLite file."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from chalicelib.domain.boundary import Boundary, ManyPoints
from chalicelib.domain.place import Point
from chalicelib.domain.spelling import traces_of
from chalicelib.domain.street import parse, readable, spellings, words_of
from chalicelib.store.gazetteer_file import DEGREES, SCHEMA_VERSION, TABLES, cell_at, cell_of

from . import address_rows
from .address_groups import Row, spread
from .address_rows import boundary_in, house_number, position, refusal, street_of, town_of, unit_of

StreetKey = tuple[str, str, str, str]
"""Street, city, postcode and state, as the file writes them, in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What was built. `skipped` counts rows by reason; `outside` are points beyond the boundary, kept to say so."""

    path: Path
    digest: str
    rows: int
    points: int
    streets: int
    outside: int
    skipped: Mapping[str, int]
    size: int

    @property
    def object_name(self) -> str:
        """The key under which the file belongs in the data bucket: it changes whenever the content does."""
        return f"gazetteer/v{SCHEMA_VERSION}-{self.digest[:16]}.sqlite"


def build(
    addresses_path: Path, boundary_path: Path, out_path: Path, *, progress: Callable[[str], None] | None = None
) -> BuildReport:
    """Build the file at `out_path`, replacing what is there, from OpenAddresses columns (CSV or CSV.GZ) and GeoJSON.

    The same input gives the same bytes. `progress` is told a short sentence now and then. Raises ValueError with a
    sentence for the administrator where the input cannot be used.
    """
    say = progress or (lambda _: None)
    boundary = boundary_in(boundary_path)
    skipped: Counter[str] = Counter()
    rows_by_street = _gather(addresses_path, skipped, say)
    rows = sum(skipped.values()) + sum(len(rows) for rows in rows_by_street.values())
    if not rows_by_street:
        raise ValueError(
            f"{addresses_path.name}: not one of its {rows} rows holds a house number, a street and a place"
        )
    say(f"writing {len(rows_by_street)} streets")
    out_path.unlink(missing_ok=True)
    points, outside = _write(out_path, rows_by_street, boundary)
    digest = hashlib.sha256(out_path.read_bytes()).hexdigest()
    return BuildReport(
        path=out_path,
        digest=digest,
        rows=rows,
        points=points,
        streets=len(rows_by_street),
        outside=outside,
        skipped=dict(skipped),
        size=out_path.stat().st_size,
    )


def tell(sentence: str) -> None:
    """Show progress on standard error."""
    print(f"porchlight: {sentence}", file=sys.stderr, flush=True)


def _gather(path: Path, skipped: Counter[str], say: Callable[[str], None]) -> dict[StreetKey, list[Row]]:
    rows_by_street: dict[StreetKey, list[Row]] = {}
    for count, record in enumerate(address_rows.records_in(path), 1):
        if count % 50_000 == 0:
            say(f"read {count} address points")
        number, place, reason = house_number(record), position(record), refusal(record)
        if reason or number is None or place is None:
            skipped[reason] += 1
            continue
        key = (street_of(record).upper(), *town_of(record))
        rows_by_street.setdefault(key, []).append(Row(*number, unit_of(record), *place))
    return rows_by_street


def _write(path: Path, rows_by_street: Mapping[StreetKey, list[Row]], boundary: Boundary) -> tuple[int, int]:
    database = sqlite3.connect(path)
    try:
        database.executescript("pragma page_size = 4096; pragma journal_mode = off; pragma synchronous = off;" + TABLES)
        towns = {town: at for at, town in enumerate(sorted({key[1:] for key in rows_by_street}), 1)}
        database.executemany("insert into cities values (?, ?, ?, ?)", [(at, *town) for town, at in towns.items()])
        spelled: dict[str, list[int]] = {}
        counts = Counter[str]()
        area = ManyPoints(boundary)
        for at, key in enumerate(sorted(rows_by_street), 1):
            words = words_of(key[0])
            street = parse(words)
            parts = (street.core, street.kind, street.before, street.after)
            database.execute(
                "insert into streets values (?, ?, ?, ?, ?, ?, ?)", (at, readable(key[0]), *parts, towns[key[1:]])
            )
            for core in spellings(words):
                spelled.setdefault(core, []).append(at)
            _write_points(database, at, spread(rows_by_street[key]), area, counts)
        _write_spellings(database, spelled)
        _write_boundary(database, boundary)
        database.execute("insert into meta values ('schema', ?)", (str(SCHEMA_VERSION),))
        database.commit()
        database.execute("vacuum")
    finally:
        database.close()
    return counts["points"], counts["outside"]


def _write_points(
    database: sqlite3.Connection, street: int, rows: list[Row], area: ManyPoints, counts: Counter[str]
) -> None:
    database.executemany("insert into points values (?, ?, ?, ?, ?, ?)", [(street, *row) for row in rows])
    cells = sorted({cell_at(*cell_of(row.lat, row.lng)) for row in rows})
    database.executemany("insert into cells values (?, ?)", [(cell, street) for cell in cells])
    counts["points"] += len(rows)
    counts["outside"] += sum(not area.contain(Point(row.lat / DEGREES, row.lng / DEGREES)) for row in rows)


def _write_spellings(database: sqlite3.Connection, streets_by_core: Mapping[str, list[int]]) -> None:
    for at, core in enumerate(sorted(streets_by_core), 1):
        database.execute("insert into spellings values (?, ?)", (at, core))
        database.executemany("insert into spelled values (?, ?)", [(at, street) for street in streets_by_core[core]])
        database.executemany("insert into traces values (?, ?)", [(trace, at) for trace in sorted(traces_of(core))])


def _write_boundary(database: sqlite3.Connection, boundary: Boundary) -> None:
    for at, polygon in enumerate(boundary.polygons):
        for ring, positions in enumerate(polygon):
            flat = array("d", (value for position in positions for value in position))
            if sys.byteorder == "big":
                flat.byteswap()
            database.execute("insert into rings values (?, ?, ?)", (at, ring, flat.tobytes()))
