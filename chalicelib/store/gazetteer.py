"""Finds addresses, crossings and coordinates in the agency's own address points, and says what its boundary holds."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from chalicelib.domain.address_match import SURE
from chalicelib.domain.address_text import Crossing, House, readings
from chalicelib.domain.boundary import Boundary
from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.place import Address, Exact, Located, Outside, Point, Several, Unknown
from chalicelib.domain.place_names import PlaceNames
from chalicelib.domain.street_lines import Box, DrawnStreet
from chalicelib.domain.town import Towns

from .gazetteer_file import open_file
from .gazetteer_rows import PointRow, Rows
from .gazetteer_search import Search, addresses_of
from .gazetteer_streets import streets_in


class SqliteGazetteer:
    """Answers from one file that `admin addresses import` built. Safe to share between threads; nothing is written."""

    def __init__(self, path: Path, *, connect: Callable[[Path], sqlite3.Connection] = open_file) -> None:
        """Open a file. Raises ValueError where it is of another version or no gazetteer."""
        self._rows = Rows(connect(path))

    def find(self, text: str) -> Located:
        """Find a place as people write it. Never raises, whatever the text; looks at 200 characters."""
        written = readings(text)
        point = next((one for one in written if isinstance(one, Point)), None)
        if point:
            return self._coordinates(point)
        houses = [one for one in written if isinstance(one, House) and one.number]
        crossings = [one for one in written if isinstance(one, Crossing)]
        if crossings and (not houses or isinstance(written[0], Crossing)):
            located = self._search.crossing(crossings[0])
            if not houses or isinstance(located, Exact | Several):
                return self._within(located)
        if not houses:
            return Unknown()
        located = self._search.houses(houses)
        if crossings and isinstance(located, Unknown):
            met = self._search.crossing(crossings[0])
            located = located if isinstance(met, Unknown) else met
        return self._within(located)

    def inside(self, point: Point) -> bool:
        """Say whether a point lies within the agency's boundary."""
        return self._boundary.contains(point)

    def middle(self) -> Point:
        """Give the middle of the agency's boundary."""
        lngs, lats = zip(*(place for polygon in self._boundary.polygons for place in polygon[0]), strict=True)
        return Point((min(lats) + max(lats)) / 2, (min(lngs) + max(lngs)) / 2)

    def nearest(self, point: Point, limit: int = 5) -> list[Address]:
        """Give the addresses nearest to a point, nearest first; none where none is within about five kilometres."""
        rows: list[PointRow] = []
        for squares in (1, 3, 9):
            rows = self._rows.points_around(point, squares=squares)
            if len(rows) >= limit:
                break
        rows = sorted(rows, key=lambda row: distance_m(point, row.point))[:limit]
        streets = self._rows.streets({row.street for row in rows})
        return addresses_of(rows, streets)

    def block_of(self, point: Point) -> str:
        """Name the hundred-block nearest to a point; empty where there is no address within some five kilometres."""
        return next((address.block() for address in self.nearest(point, 1)), "")

    def streets(self, box: Box) -> tuple[DrawnStreet, ...]:
        """Draw the streets in a box: names, lines and house numbers, nothing else."""
        return streets_in(self._rows, box)

    def places(self) -> frozenset[str]:
        """Give the names of the cities in the agency's points, in small letters."""
        return frozenset(city.casefold() for city in self._rows.cities() if city)

    @cached_property
    def names(self) -> PlaceNames:
        """What the agency's streets and towns are called."""
        return self._rows.names()

    @cached_property
    def _search(self) -> Search:
        return Search(self._rows, self._towns)

    @cached_property
    def _towns(self) -> Towns:
        return Towns.of(self._rows.cities())

    @cached_property
    def _boundary(self) -> Boundary:
        return self._rows.boundary()

    def _coordinates(self, point: Point) -> Located:
        """Take them as latitude and longitude, or the other way round where only that lies inside."""
        turned = Point(point.lng, point.lat) if abs(point.lng) <= 90 else point
        if not self.inside(point) and self.inside(turned):
            point = turned
        address = Address(street=self.block_of(point), point=point, precision="coordinates")
        return Exact(address) if self.inside(point) else Outside(address)

    def _within(self, located: Located) -> Located:
        """Tell a place outside the boundary from one that nobody knows."""
        if isinstance(located, Exact):
            return located if self.inside(located.address.point) else Outside(located.address)
        if isinstance(located, Several):
            inside = tuple(address for address in located.candidates if self.inside(address.point))
            if len(inside) == 1 and inside[0].confidence >= SURE:
                return Exact(inside[0])
            return Several(inside) if inside else Outside(located.candidates[0])
        if isinstance(located, Unknown):
            return Unknown(tuple(address for address in located.suggestions if self.inside(address.point)))
        return located


def fetch_gazetteer(s3: Any, bucket: str, key: str) -> SqliteGazetteer:
    """Fetch a file into this machine's temporary folder, unless it is there already, and open it.

    The key holds the content's hash, so a file that is there is the right one.
    """
    path = Path(tempfile.gettempdir()) / ("porchlight-" + key.replace("/", "-"))
    if not path.exists():
        fetched = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
        # botocore's own call: a client without boto3 has no `download_file`.
        body = s3.get_object(Bucket=bucket, Key=key)["Body"]
        with fetched.open("wb") as file:
            shutil.copyfileobj(body, file, 1024**2)
        fetched.replace(path)
    return SqliteGazetteer(path)
