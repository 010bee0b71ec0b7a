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
from chalicelib.domain.house_number import Door
from chalicelib.domain.place import Point
from chalicelib.domain.place_names import PlaceNames
from chalicelib.domain.spelling import errors_asked_about, errors_between, figures_of, sound_of, traces_of
from chalicelib.domain.street import Street

from .gazetteer_file import DEGREES, cell_at, cell_of

MOST_STREETS = 200
MOST_SPELLINGS = 60
"""Those that share most traces; the right one is among the first few."""
BY_EAR, MOST_BY_EAR = 3, 4
"""What sounds alike counts as three errors, and has at most four."""
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
    def door(self) -> Door:
        return Door(self.number, self.suffix)

    @property
    def point(self) -> Point:
        return Point(self.lat / DEGREES, self.lng / DEGREES)


class Rows:
    """Reads one open gazetteer file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def cities(self) -> list[str]:
        return [city for (city,) in self._connection.execute("select distinct city from cities")]

    def names(self) -> PlaceNames:
        """Read every street, under each spelling, and every city: 25,000 streets take 20 ms."""
        streets = self._connection.execute(
            "select distinct p.core, s.kind from spellings p join spelled d on d.spelling = p.id"
            " join streets s on s.id = d.street"
        )
        postcodes = self._connection.execute("select distinct postcode from cities where postcode != ''")
        return PlaceNames.of(streets, self.cities(), (postcode for (postcode,) in postcodes))

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
        most = errors_asked_about(core)
        if not most or len(core) > LONGEST_CORE:
            return {}
        traces = traces_of(core)
        query = (
            f"select s.core from (select spelling, count(*) as shared from traces"
            f" where trace in ({','.join('?' * len(traces))}) group by spelling order by shared desc limit ?) t"
            f" join spellings s on s.id = t.spelling where length(s.core) between ? and ?"
        )
        shortest, longest = max(len(core) - most, SHORTEST_CORE), len(core) + most
        rows = self._connection.execute(query, (*traces, MOST_SPELLINGS, shortest, longest))
        found = {known: _errors(core, known, most) for (known,) in rows if figures_of(known) == figures_of(core)}
        return {known: errors for known, errors in found.items() if errors}

    def numbers(self, streets: Sequence[int], numbers: Sequence[int]) -> list[PointRow]:
        """Give the points with one of the house numbers on any of the streets."""
        query = (
            f"select * from points where street in ({','.join('?' * len(streets))})"
            f" and number in ({','.join('?' * len(numbers))})"
        )
        return [PointRow(*row) for row in self._connection.execute(query, (*streets, *numbers))]

    def nearest_numbers(self, street: int, door: Door, *, limit: int) -> list[PointRow]:
        """Give the house numbers next to one that does not exist, those on its side of the street first."""
        query = (
            "select street, number, suffix, unit, lat, lng from points where street = ?"
            " group by number order by abs(number - ?) + (case when number % 2 = ? then 0 else 20 end) limit ?"
        )
        found = self._connection.execute(query, (street, door.number, door.number % 2, limit))
        twins = [row for row in self.numbers([street], [door.number]) if door.suffix[:1] == "-" == row.suffix[:1]]
        twins.sort(key=lambda row: abs(_behind_hyphen(row.door) - _behind_hyphen(door)))
        return [*twins, *(PointRow(*row) for row in found)][:limit]

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


def _errors(core: str, known: str, most: int) -> int:
    """Count typing errors, or say that two words sound alike; 0 where it is neither, or the very word."""
    errors = errors_between(core, known, most=MOST_BY_EAR)
    if errors <= most:
        return errors
    return BY_EAR if errors <= MOST_BY_EAR and sound_of(core) == sound_of(known) else 0


def _behind_hyphen(door: Door) -> int:
    return int(door.suffix[1:]) if door.suffix[1:].isdigit() else 0


def _known(row: Sequence[object]) -> KnownStreet:
    number, label, core, kind, before, after, city, postcode, region = row
    street = Street(str(core), str(kind), str(before), str(after))
    return KnownStreet(int(str(number)), str(label), street, str(city), str(postcode), str(region))
