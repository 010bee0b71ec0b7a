"""How well addresses are found as people type them: against a file of them, or a city's own points garbled."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from math import isfinite
from pathlib import Path

from bench.garbled_addresses import EVERY, SEED, Typed, garbled
from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.place import Address, Exact, Located, Outside, Point, Several
from chalicelib.store.gazetteer import SqliteGazetteer
from commands.address_rows import addresses_file
from commands.addresses import build

NEAR_M, FAR_M = 50.0, 200.0
MOST_OFFERED = 3
COLUMNS = {
    "typed": ("typed", "address", "text", "input", "query"),
    "lat": ("lat", "latitude", "y"),
    "lng": ("lon", "lng", "long", "longitude", "x"),
}
"""Each column by the names that it may have, the documented one first."""


def measure_addresses(file: Path, city: Path) -> dict[str, int]:
    """Count what the gazetteer of a city's folder makes of a CSV with `typed,lat,lon`; other columns are ignored.

    `within_50_m`: the accepted answer, or one of the first three offered, lies there. `beyond_200_m_unasked`: one was
    accepted and lies elsewhere. `asked`: several were offered, or those nearest. `unknown`: nothing was found, or it
    lies outside the boundary. Raises ValueError with a sentence where a file cannot be used.
    """
    return _measured(_read(file), city)


def measure_garbled(city: Path, *, every: int = EVERY, seed: int = SEED) -> dict[str, int]:
    """Count the same for every so many-th of the city's own points, garbled from a seed."""
    return _measured(garbled(city, every=every, seed=seed), city)


def verdict(typed: Typed, located: Located) -> list[str]:
    """Name the figures that one answer counts for."""
    if isinstance(located, Exact):
        gap = distance_m(typed.point, located.address.point)
        return ["within_50_m"] * (gap <= NEAR_M) + ["beyond_200_m_unasked"] * (gap > FAR_M)
    offered = offered_by(located)
    near = any(distance_m(typed.point, address.point) <= NEAR_M for address in offered[:MOST_OFFERED])
    return ["asked" if offered else "unknown"] + ["within_50_m"] * near


def offered_by(located: Located) -> tuple[Address, ...]:
    """Give the addresses that a person could choose from by number."""
    if isinstance(located, Several):
        return located.candidates
    return () if isinstance(located, Exact | Outside) else located.suggestions


def _measured(typed: Iterable[Typed], city: Path) -> dict[str, int]:
    counts = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        gazetteer = open_city(city, Path(folder))
        for one in typed:
            counts.update(["of", *verdict(one, gazetteer.find(one.text))])
    return {name: counts[name] for name in ("of", "within_50_m", "beyond_200_m_unasked", "asked", "unknown")}


def open_city(city: Path, folder: Path) -> SqliteGazetteer:
    """Build a city's gazetteer in a folder and open it."""
    build(addresses_file(city), city / "boundary.geojson", folder / "gazetteer.sqlite")
    return SqliteGazetteer(folder / "gazetteer.sqlite")


def _read(path: Path) -> Iterator[Typed]:
    """Read the rows that hold a text and a place; a file without a header has its columns in the documented order."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    sample = text.partition("\n")[0]
    with io.StringIO(text, newline="") as file:
        rows = csv.reader(file, delimiter=_delimiter(sample))
        header = [cell.strip().casefold() for cell in next(csv.reader([sample], delimiter=_delimiter(sample)), [])]
        places = {name: _column(header, names) for name, names in COLUMNS.items()}
        if None not in places.values():
            next(rows)
        elif _point(header[1:3]) is None:
            raise ValueError(f"{path.name}: its first line must name the columns typed, lat and lon")
        else:
            places = {"typed": 0, "lat": 1, "lng": 2}
        for row in rows:
            cells = {name: row[at] if at is not None and at < len(row) else "" for name, at in places.items()}
            point = _point([cells["lat"], cells["lng"]])
            if point:
                yield Typed(cells["typed"], point)


def _delimiter(line: str) -> str:
    return max(",\t;", key=line.count)


def _column(header: list[str], names: tuple[str, ...]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _point(cells: list[str]) -> Point | None:
    try:
        lat, lng = (float(cell) for cell in cells)
    except ValueError:
        return None
    real = isfinite(lat) and isfinite(lng) and abs(lat) <= 90 and abs(lng) <= 180
    return Point(lat, lng) if real else None
