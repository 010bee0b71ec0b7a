"""Finds addresses, crossings and coordinates in the agency's own address points, and says what its boundary holds."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from chalicelib.domain.address_match import SURE, Asked, KnownStreet, asked_of, decide, distinct, errors_fit
from chalicelib.domain.address_text import Crossing, House, read
from chalicelib.domain.boundary import Boundary
from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.place import Address, Exact, Located, Outside, Point, Precision, Several, Unknown
from chalicelib.domain.street import readable
from chalicelib.domain.street_crossing import closest_approach
from chalicelib.domain.town import Towns

from .gazetteer_file import COMPASS_MARK, open_file
from .gazetteer_rows import PointRow, Rows

GOOD = 0.85
"""From here on, what was found as it was written needs no search for typing errors."""
MOST_STREETS, MOST_MISREAD, MOST_CROSSED = 40, 8, 6
NEAR_CROSSING_M = 80.0
ENDS = {
    "n": "north", "s": "south", "e": "east", "w": "west",
    "ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest",
}  # fmt: skip


class SqliteGazetteer:
    """Answers from one file that `admin addresses import` built. Safe to share between threads; nothing is written."""

    def __init__(self, path: Path) -> None:
        """Open a file. Raises ValueError where it is of another version or no gazetteer."""
        self._rows = Rows(open_file(path))

    def find(self, text: str) -> Located:
        """Find a place as people write it. Never raises, whatever the text; looks at 200 characters."""
        written = read(text)
        if isinstance(written, Point):
            return self._coordinates(written)
        if isinstance(written, Crossing):
            return self._within(self._crossing(written))
        if isinstance(written, House) and written.number:
            return self._within(self._house(written))
        return Unknown()

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
        return [_address(row, streets[row.street], 1.0) for row in rows]

    def block_of(self, point: Point) -> str:
        """Name the hundred-block nearest to a point; empty where there is no address within some five kilometres."""
        return next((address.block() for address in self.nearest(point, 1)), "")

    def places(self) -> frozenset[str]:
        """Give the names of the cities in the agency's points, in small letters."""
        return frozenset(city.casefold() for city in self._rows.cities() if city)

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

    def _house(self, house: House) -> Located:
        asked = asked_of(house.words, house.tail, house.postcode, self._towns)
        fits = self._as_written(asked)
        found = list(self._with_number(fits, house))
        if any(address.confidence >= GOOD for address in found):
            return decide(found, with_errors=False)
        misspelled = {street: fit for street, fit in self._misspelled(asked).items() if street not in fits}
        guesses = list(self._with_number(misspelled, house))
        if any(fit >= GOOD for fit, _ in fits.values()) and not found:
            return self._number_unknown(fits, house, guesses)
        located = decide([*found, *guesses], with_errors=True)
        if isinstance(located, Unknown) and not located.suggestions:
            return self._number_unknown({**misspelled, **fits}, house, [])
        return located

    def _as_written(self, asked: Asked) -> dict[int, tuple[float, KnownStreet]]:
        """Give the streets whose core was written, each with how well it fits."""
        return self._best(asked, {reading.street.core: {reading.street.core: 0} for reading in asked.readings})

    def _misspelled(self, asked: Asked) -> dict[int, tuple[float, KnownStreet]]:
        """Give the streets whose core was written with typing errors; only readings whose town is understood."""
        cores = dict.fromkeys(reading.street.core for reading in asked.readings if not reading.left.unknown)
        return self._best(asked, {core: self._rows.misspelled(core) for core in list(cores)[:MOST_MISREAD]})

    def _best(self, asked: Asked, errors_by_core: dict[str, dict[str, int]]) -> dict[int, tuple[float, KnownStreet]]:
        wanted = {known for errors in errors_by_core.values() for known in errors}
        best: dict[int, tuple[float, KnownStreet]] = {}
        for core, street in self._rows.streets_spelled(wanted):
            for reading in asked.readings:
                errors = errors_by_core.get(reading.street.core, {}).get(core)
                if errors is None:
                    continue
                value = asked.fit(reading, street) * errors_fit(errors, core)
                if value > best.get(street.id, (0.0, street))[0]:
                    best[street.id] = (value, street)
        return dict(sorted(best.items(), key=lambda item: -item[1][0])[:MOST_STREETS])

    def _with_number(self, fits: dict[int, tuple[float, KnownStreet]], house: House) -> Iterable[Address]:
        rows = self._rows.numbers(list(fits), house.number)
        units = {row.street for row in rows if house.unit and row.unit == house.unit}
        for row in rows:
            chosen = row.unit == house.unit if row.street in units else not row.unit or row.unit[0] == COMPASS_MARK
            if chosen:
                value, street = fits[row.street]
                yield _address(row, street, value * _suffix_fit(house.suffix, row.suffix), unit=house.unit)

    def _number_unknown(
        self, fits: dict[int, tuple[float, KnownStreet]], house: House, guesses: list[Address]
    ) -> Located:
        """Offer the numbers beside one that does not exist, and that number on streets that are spelled much alike."""
        beside = []
        for value, street in list(fits.values())[:3]:
            for rank, row in enumerate(self._rows.nearest_numbers(street.id, house.number, limit=3)):
                near = value * (0.6 - 0.02 * rank)
                beside.append(_address(row, street, near, precision="nearest"))
        return Unknown((*distinct(beside)[:3], *distinct(guesses)[:2]))

    def _crossing(self, crossing: Crossing) -> Located:
        one, other = (self._side(words, crossing) for words in (crossing.one, crossing.other))
        found = []
        for value, street, points in one:
            for other_value, other_street, other_points in other:
                gap = closest_approach(points, other_points) if street.street != other_street.street else None
                if gap:
                    sure = value * other_value * (0.98 if gap[0] <= NEAR_CROSSING_M else 0.85)
                    found.append(_corner(street, other_street, gap[1], sure))
        return decide(found, with_errors=False)

    def _side(self, words: Sequence[str], crossing: Crossing) -> list[tuple[float, KnownStreet, list[Point]]]:
        """Give the streets that one side of a crossing may mean, each with the points along it."""
        asked = asked_of(words, crossing.tail, crossing.postcode, self._towns)
        fits = self._as_written(asked) or self._misspelled(asked)
        rows = self._rows.points_of(list(fits)[:MOST_CROSSED])
        along = {street: [row.point for row in rows if row.street == street] for street in fits}
        return [(value, street, along[street.id]) for value, street in fits.values() if along[street.id]]

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


def _address(
    row: PointRow, known: KnownStreet, confidence: float, *, unit: str = "", precision: Precision = "point"
) -> Address:
    """Make the address; a building that stands apart is named by the end of the lot it lies at."""
    gap = " " if "/" in row.suffix else ""
    building = _building(row.unit[1:]) if row.unit[:1] == COMPASS_MARK else ""
    return Address(
        number=f"{row.number}{gap}{row.suffix}",
        street=known.label,
        unit=f"Unit {unit}, {building}" if unit and building else unit or building,
        city=readable(known.city),
        postcode=known.postcode,
        point=row.point,
        precision=precision,
        confidence=round(confidence, 3),
    )


def _building(end: str) -> str:
    """Name a building by its end of the lot; the second one at an end has a figure behind it."""
    compass = end.rstrip("23456789")
    return f"{ENDS[compass]} building {end[len(compass) :]}".rstrip()


def _corner(one: KnownStreet, other: KnownStreet, point: Point, confidence: float) -> Address:
    return Address(
        street=f"{one.label} & {other.label}",
        city=readable(one.city),
        postcode=one.postcode,
        point=point,
        precision="crossing",
        confidence=round(confidence, 3),
    )


def _suffix_fit(asked: str, known: str) -> float:
    if asked == known:
        return 1.0
    return 0.8 if asked and known else 0.9
