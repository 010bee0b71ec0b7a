"""The questions that the gazetteer's file answers, each as one query."""

# ruff: noqa: S608 - the only thing put into the queries is how many question marks they have

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from chalicelib.domain.address_match import KnownStreet
from chalicelib.domain.boundary import Boundary
from chalicelib.domain.place import Point
from chalicelib.domain.spelling import errors_allowed, errors_between, traces_of
from chalicelib.domain.street import Street

from .gazetteer_file import DEGREES, cell_at, cell_of

MOST_STREETS = 200
MOST_SPELLINGS = 400
SHORTEST_CORE, LONGEST_CORE = 4, 40
"""Longer cores are nobody's typing error; not comparing them bounds the time that hostile texts take."""
_STREET = (
    "select s.id, s.label, s.core, s.kind, s.before, s.after, c.city, c.postcode, c.region"
    " from streets s join cities c on c.id = s.city"
)


class PointRow(NamedTuple):
    """One address point; its position is in millionths of a degree."""

    street: int
    number: int
    suffix: str
    unit: str
    lat: int
    lng: int

    @property
    def point(self) -> Point:
        return Point(self.lat / DEGREES, self.lng / DEGREES)


class Rows:
    """Reads one open gazetteer file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def cities(self) -> list[str]:
        return [city for (city,) in self._connection.execute("select distinct city from cities")]

    def boundary(self) -> Boundary:
        polygons: dict[int, list[tuple[tuple[float, float], ...]]] = {}
        for polygon, blob in self._connection.execute("select polygon, positions from rings order by polygon, ring"):
            flat = array("d", blob)
            if sys.byteorder == "big":
                flat.byteswap()
            polygons.setdefault(polygon, []).append(tuple(zip(flat[::2], flat[1::2], strict=True)))
        return Boundary(tuple(tuple(rings) for rings in polygons.values()))

    def streets_spelled(self, cores: Collection[str]) -> Iterator[tuple[str, KnownStreet]]:
        """Give each street found under one of the cores, with that core."""
        marks = ",".join("?" * len(cores))
        query = (
            f"select p.core, t.* from spellings p join spelled d on d.spelling = p.id join ({_STREET}) t"
            f" on t.id = d.street where p.core in ({marks}) limit {MOST_STREETS}"
        )
        for core, *street in self._connection.execute(query, tuple(cores)):
            yield core, _known(street)

    def streets(self, ids: Collection[int]) -> dict[int, KnownStreet]:
        query = f"{_STREET} where s.id in ({','.join('?' * len(ids))})"
        return {row[0]: _known(row) for row in self._connection.execute(query, tuple(ids))}

    def misspelled(self, core: str) -> dict[str, int]:
        """Give the cores that this one may be with typing errors in it, each with their number."""
        most = errors_allowed(core)
        if not most or len(core) > LONGEST_CORE:
            return {}
        traces = traces_of(core)
        query = (
            f"select distinct s.core from traces t join spellings s on s.id = t.spelling"
            f" where t.trace in ({','.join('?' * len(traces))}) and length(s.core) between ? and ?"
            f" limit {MOST_SPELLINGS}"
        )
        rows = self._connection.execute(query, (*traces, max(len(core) - most, SHORTEST_CORE), len(core) + most))
        errors = {known: errors_between(core, known, most=most) for (known,) in rows}
        return {known: count for known, count in errors.items() if 0 < count <= most}

    def numbers(self, streets: Sequence[int], number: int) -> list[PointRow]:
        """Give the points with a house number on any of the streets."""
        query = f"select * from points where street in ({','.join('?' * len(streets))}) and number = ?"
        return [PointRow(*row) for row in self._connection.execute(query, (*streets, number))]

    def nearest_numbers(self, street: int, number: int, *, limit: int) -> list[PointRow]:
        """Give the house numbers next to one that does not exist, those on its side of the street first."""
        query = (
            "select street, number, suffix, unit, lat, lng from points where street = ?"
            " group by number order by abs(number - ?) + (case when number % 2 = ? then 0 else 20 end) limit ?"
        )
        found = self._connection.execute(query, (street, number, number % 2, limit))
        return [PointRow(*row) for row in found]

    def points_of(self, streets: Sequence[int]) -> list[PointRow]:
        query = f"select * from points where street in ({','.join('?' * len(streets))})"
        return [PointRow(*row) for row in self._connection.execute(query, tuple(streets))]

    def points_around(self, point: Point, *, squares: int) -> list[PointRow]:
        """Give every point in the squares around a position, `squares` of them to each side."""
        row, column = cell_of(round(point.lat * DEGREES), round(point.lng * DEGREES))
        reach = range(-squares, squares + 1)
        cells = {cell_at(row + north, column + east) for north in reach for east in reach}
        query = (
            f"select p.* from points p where p.street in"
            f" (select street from cells where cell in ({','.join('?' * len(cells))}))"
        )
        found = (PointRow(*record) for record in self._connection.execute(query, tuple(cells)))
        return [record for record in found if cell_at(*cell_of(record.lat, record.lng)) in cells]


def _known(row: Sequence[object]) -> KnownStreet:
    number, label, core, kind, before, after, city, postcode, region = row
    street = Street(str(core), str(kind), str(before), str(after))
    return KnownStreet(int(str(number)), str(label), street, str(city), str(postcode), str(region))
