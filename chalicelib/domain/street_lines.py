"""Streets drawn from nothing but house numbers: a line for each street, along the middle between its two sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from .place import Point
from .plane import Metres, Plane

MAX_SIDE_DEGREES = 0.03
"""The longest side of a box that is drawn: about three kilometres."""
MAX_HOUSES = 4000
_BREAK_M, _ACROSS_M, _BEYOND_M = 280.0, 90.0, 28.0
_NEAR_NUMBERS = 12
_SMOOTHED = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map in degrees; raises ValueError where it is no box, or more than is drawn at once."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        sides = self.east - self.west, self.north - self.south
        if not (-180 <= self.west < self.east <= 180 and -90 <= self.south < self.north <= 90):
            raise ValueError("a box has its west before its east, and its south before its north")
        if max(sides) > MAX_SIDE_DEGREES:
            raise ValueError("a box is at most 0.03 degrees wide and high")

    def holds(self, point: Point) -> bool:
        return self.west <= point.lng <= self.east and self.south <= point.lat <= self.north

    def middle(self) -> Point:
        return Point((self.south + self.north) / 2, (self.west + self.east) / 2)

    @staticmethod
    def around(point: Point, *, metres: float) -> Box:
        """Give the box whose sides are this far from a point."""
        plane = Plane.around(point.lat, point.lng)
        south, west = plane.back((-metres, -metres))
        north, east = plane.back((metres, metres))
        return Box(max(west, -180), max(south, -90), min(east, 180), min(north, 90))


class Door(NamedTuple):
    """A house number and where it is; `number` is its figures alone."""

    label: str
    number: int
    point: Point


@dataclass(frozen=True, slots=True)
class DrawnStreet:
    """One street: its name, the lines along it, and its doors."""

    name: str
    lines: tuple[tuple[Point, ...], ...]
    doors: tuple[Door, ...]


def draw_streets(doors_by_street: Mapping[str, Sequence[Door]], middle: Point) -> tuple[DrawnStreet, ...]:
    """Draw every street that has doors; nothing is told but names, numbers and lines. In order of their names."""
    plane = Plane.around(middle.lat, middle.lng)
    count = sum(map(len, doors_by_street.values()))
    return tuple(
        DrawnStreet(name, _lines(doors, plane), tuple(doors) if count <= MAX_HOUSES else ())
        for name, doors in sorted(doors_by_street.items())
    )


def _lines(doors: Sequence[Door], plane: Plane) -> tuple[tuple[Point, ...], ...]:
    """Follow the numbers upwards; where the next door is far away, a new line begins."""
    places = _along({door.number: plane.at(door.point.lat, door.point.lng) for door in doors})
    lines: list[list[Metres]] = [[]]
    for place in places:
        if lines[-1] and hypot(place[0] - lines[-1][-1][0], place[1] - lines[-1][-1][1]) > _BREAK_M:
            lines.append([])
        lines[-1].append(place)
    drawn = (_prolonged(_smooth(line)) for line in lines if len(line) > 1)
    return tuple(tuple(Point(*plane.back(place)) for place in line) for line in drawn)


def _along(places: Mapping[int, Metres]) -> list[Metres]:
    """Give the middle between each door and the nearest number across; a street with one side is drawn along it."""
    numbers = sorted(places)
    pairs = [(number, _across(number, places)) for number in numbers]
    between = [_middle(places[number], places[other]) for number, other in pairs if other is not None]
    return between if len(between) * 3 >= len(numbers) and len(between) > 1 else [places[number] for number in numbers]


def _across(number: int, places: Mapping[int, Metres]) -> int | None:
    near = [other for step in range(1, _NEAR_NUMBERS, 2) for other in (number + step, number - step) if other in places]
    for other in near:
        if hypot(places[number][0] - places[other][0], places[number][1] - places[other][1]) <= _ACROSS_M:
            return other
    return None


def _smooth(line: Sequence[Metres]) -> list[Metres]:
    """Take the mean over a few doors to each side, since houses do not stand in a row."""
    spans = (
        line[max(0, at - reach) : at + reach + 1]
        for at in range(len(line))
        for reach in (min(_SMOOTHED, at, len(line) - 1 - at),)
    )
    return _thinned([_mean(span) for span in spans])


def _thinned(line: Iterable[Metres]) -> list[Metres]:
    """Leave out what lies within four metres of the place before it."""
    kept: list[Metres] = []
    for place in line:
        if not kept or hypot(place[0] - kept[-1][0], place[1] - kept[-1][1]) >= 4:
            kept.append(place)
    return kept


def _prolonged(line: list[Metres]) -> list[Metres]:
    """Draw a little on beyond the first door and the last: that is where the crossings are."""
    if len(line) < 2:
        return line
    return [_beyond(line[1], line[0]), *line, _beyond(line[-2], line[-1])]


def _beyond(before: Metres, last: Metres) -> Metres:
    east, north = last[0] - before[0], last[1] - before[1]
    length = hypot(east, north) or 1.0
    return last[0] + east / length * _BEYOND_M, last[1] + north / length * _BEYOND_M


def _middle(one: Metres, other: Metres) -> Metres:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _mean(places: Sequence[Metres]) -> Metres:
    return sum(east for east, _ in places) / len(places), sum(north for _, north in places) / len(places)
