"""Searches houses and crossings in a gazetteer's rows: as they were written, then with typing errors, then beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from chalicelib.domain.address_match import Asked, KnownStreet, asked_of, decide, distinct, errors_fit
from chalicelib.domain.address_text import Crossing, House
from chalicelib.domain.house_number import Door
from chalicelib.domain.mended import mended
from chalicelib.domain.place import Address, Located, Point, Precision, Unknown
from chalicelib.domain.street import readable
from chalicelib.domain.street_crossing import closest_approach
from chalicelib.domain.town import Towns

from .gazetteer_file import COMPASS_MARK
from .gazetteer_rows import PointRow, Rows

GOOD = 0.85
"""From here on, what was found as it was written needs no search for typing errors."""
CLEAR = 0.9
"""And from here on, less likely readings are not searched for them."""
MOST_STREETS, FIRST_MISREAD, MOST_MISREAD, MOST_CROSSED = 40, 3, 8, 6
MOST_BESIDE, MOST_GUESSES = 3, 2
NO_FIT = (0.0, None)
NEAR_CROSSING_M = 80.0
ENDS = {
    "n": "north", "s": "south", "e": "east", "w": "west",
    "ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest",
}  # fmt: skip
Fits = dict[int, tuple[float, KnownStreet]]
"""Streets by their id, each with how well it fits."""


class Search:
    """Searches one gazetteer's rows."""

    def __init__(self, rows: Rows, towns: Towns) -> None:
        self._rows, self._towns = rows, towns

    def houses(self, houses: Sequence[House]) -> Located:
        """Find a house, given in each way that a text may be read."""
        asked = [asked_of(house.words, house.tail, house.postcode, self._towns) for house in houses]
        written = [self._as_written(one) for one in asked]
        found = [one for house, fits in zip(houses, written, strict=True) for one in self._with_number(fits, house)]
        if any(address.confidence >= GOOD for address in found):
            return decide(found, with_errors=False)
        misspelled: Fits = {}
        guesses: list[Address] = []
        for house, one, fits in zip(houses, asked, written, strict=True):
            for guessed in self._guessed(house, one):
                others = {street: fit for street, fit in guessed.items() if fit[0] > fits.get(street, NO_FIT)[0]}
                misspelled = misspelled or others
                guesses += self._with_number(others, house)
                if any(address.confidence >= CLEAR for address in guesses):
                    break
        return self._located(houses[0], written[0], misspelled, found, guesses)

    def crossing(self, crossing: Crossing) -> Located:
        """Find where two streets meet."""
        one, other = (self._side(words, crossing) for words in (crossing.one, crossing.other))
        found = []
        for value, street, points in one:
            for other_value, other_street, other_points in other:
                gap = closest_approach(points, other_points) if street.street != other_street.street else None
                if gap:
                    sure = value * other_value * (0.98 if gap[0] <= NEAR_CROSSING_M else 0.85)
                    found.append(_corner(street, other_street, gap[1], sure))
        return decide(found, with_errors=False)

    def _located(
        self, house: House, fits: Fits, misspelled: Fits, found: list[Address], guesses: list[Address]
    ) -> Located:
        if any(fit >= GOOD for fit, _ in fits.values()) and not found:
            return self._number_unknown(fits, house, guesses)
        located = decide([*found, *guesses], with_errors=True)
        if isinstance(located, Unknown) and not located.suggestions:
            return self._number_unknown({**misspelled, **fits}, house, [])
        return located

    def _as_written(self, asked: Asked) -> Fits:
        """Give the streets whose core was written, each with how well it fits."""
        return self._best(asked, {reading.street.core: {reading.street.core: 0} for reading in asked.readings})

    def _guessed(self, house: House, asked: Asked) -> Iterator[Fits]:
        """Give the streets that may have been meant with typing errors, the likeliest readings first."""
        yield self._mended(house)
        cores = _cores(asked)
        yield self._misspelled(asked, cores[:FIRST_MISREAD])
        yield self._misspelled(asked, cores[FIRST_MISREAD:MOST_MISREAD])

    def _mended(self, house: House) -> Fits:
        """Give the streets that were written with an error in a word such as `street` or `second`."""
        words = mended(house.words)
        if tuple(words) == house.words:
            return {}
        fits = self._as_written(asked_of(words, house.tail, house.postcode, self._towns))
        return {at: (value * errors_fit(1, street.street.core), street) for at, (value, street) in fits.items()}

    def _misspelled(self, asked: Asked, cores: Sequence[str]) -> Fits:
        return self._best(asked, {core: self._rows.misspelled(core) for core in cores})

    def _best(self, asked: Asked, errors_by_core: dict[str, dict[str, int]]) -> Fits:
        wanted = {known for errors in errors_by_core.values() for known in errors}
        best: Fits = {}
        for core, street in self._rows.streets_spelled(wanted) if wanted else ():
            for reading in asked.readings:
                errors = errors_by_core.get(reading.street.core, {}).get(core)
                if errors is None:
                    continue
                value = asked.fit(reading, street) * errors_fit(errors, core)
                if value > best.get(street.id, (0.0, street))[0]:
                    best[street.id] = (value, street)
        return dict(sorted(best.items(), key=lambda item: -item[1][0])[:MOST_STREETS])

    def _with_number(self, fits: Fits, house: House) -> Iterator[Address]:
        """Give the doors of that number; those that are only written the same way where there is none."""
        door = Door(house.number, house.suffix)
        twins = door.twins()
        rows = self._rows.numbers(list(fits), [door.number, *(twin.number for twin in twins)]) if fits else []
        units = {row.street for row in rows if house.unit and row.unit == house.unit}
        for row in rows:
            chosen = row.unit == house.unit if row.street in units else not row.unit or row.unit[0] == COMPASS_MARK
            sure = door.fit(row.door) if row.number == door.number else 0.97 * (row.door in twins)
            if chosen and sure:
                value, street = fits[row.street]
                yield _address(row, street, value * sure * house.likely, unit=house.unit)

    def _number_unknown(self, fits: Fits, house: House, guesses: list[Address]) -> Located:
        """Offer that number on streets that are spelled much alike, and the numbers beside one that does not exist."""
        beside = []
        for value, street in list(fits.values())[:3]:
            rows = self._rows.nearest_numbers(street.id, Door(house.number, house.suffix), limit=MOST_BESIDE)
            for rank, row in enumerate(rows):
                beside.append(_address(row, street, value * (0.6 - 0.02 * rank), precision="nearest"))
        alike = distinct(guesses)[:MOST_GUESSES]
        sure = [address for address in alike if address.confidence >= GOOD][:1]
        return Unknown((*sure, *distinct(beside)[:MOST_BESIDE], *(one for one in alike if one not in sure)))

    def _side(self, words: Sequence[str], crossing: Crossing) -> list[tuple[float, KnownStreet, list[Point]]]:
        """Give the streets that one side of a crossing may mean, each with the points along it."""
        asked = asked_of(words, crossing.tail, crossing.postcode, self._towns)
        fits = self._as_written(asked) or self._misspelled(asked, _cores(asked)[:MOST_MISREAD])
        rows = self._rows.points_of(list(fits)[:MOST_CROSSED])
        along = {street: [row.point for row in rows if row.street == street] for street in fits}
        return [(value, street, along[street.id]) for value, street in fits.values() if along[street.id]]


def _cores(asked: Asked) -> list[str]:
    """Give the names that may hold errors: of readings whose town is understood, those with a type of street first."""
    ways = [reading for reading in asked.readings if reading.left.unknown <= (1 if reading.street.kind else 0)]
    ways.sort(key=lambda reading: (reading.left.unknown, not reading.street.kind))
    return list(dict.fromkeys(reading.street.core for reading in ways))


def addresses_of(rows: Iterable[PointRow], streets: dict[int, KnownStreet]) -> list[Address]:
    """Make addresses of rows as they are."""
    return [_address(row, streets[row.street], 1.0) for row in rows]


def _address(
    row: PointRow, known: KnownStreet, confidence: float, *, unit: str = "", precision: Precision = "point"
) -> Address:
    """Make the address; a building that stands apart is named by the end of the lot it lies at."""
    building = _building(row.unit[1:]) if row.unit[:1] == COMPASS_MARK else ""
    return Address(
        number=row.door.text(),
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
