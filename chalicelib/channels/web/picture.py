"""The plain picture: streets, doors, pins and views around an address, as numbers that a template draws in SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from chalicelib.domain.camera import Kind
from chalicelib.domain.place import Point
from chalicelib.domain.plane import Metres, Plane
from chalicelib.domain.sector import LENSES
from chalicelib.domain.street_lines import DrawnStreet

WIDE_M, HIGH_M = 120.0, 84.0
"""How much is shown at least: 120 m across, 84 m up and down; more where a camera hangs further away."""
_MARGIN_M = 16.0
_BEYOND_M = 60.0
_LETTER_M = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """One camera on the map: its number, where it hangs, which way it looks (degrees) and what it is."""

    number: int
    point: Point
    heading: int | None
    kind: Kind = "unknown"


def picture(
    middle: Point, streets: Iterable[DrawnStreet], aims: Sequence[Aim] = (), *, home: str = ""
) -> dict[str, object]:
    """Give what picture.html draws, in metres from the middle, x to the east and y to the south."""
    plane, near = Plane.around(middle.lat, middle.lng), tuple(streets)
    scale = _scale([_at(plane, aim.point) for aim in aims])
    lines = [(street.name, [_at(plane, point) for point in line]) for street in near for line in street.lines]
    lines = [(name, line) for name, line in lines if any(_shown(place, scale) for place in line)]
    doors = {(door.label, _at(plane, door.point)) for street in near for door in street.doors}
    wide, high = WIDE_M * scale, HIGH_M * scale
    return {
        "box": f"{-wide / 2:.1f} {-high / 2:.1f} {wide:.1f} {high:.1f}",
        "scale": round(scale, 2),
        "paths": [_path(line, scale) for _, line in lines],
        "names": _names(lines, scale),
        "doors": sorted((label, round(x, 1), round(y, 1)) for label, (x, y) in doors if _shown((x, y), scale)),
        "home": home,
        "aims": [_drawn(aim, _at(plane, aim.point)) for aim in aims],
        "pins": _pins([(aim.number, _at(plane, aim.point)) for aim in aims]),
    }


def sector_path(kind: Kind, heading: int | None, at: Metres = (0.0, 0.0)) -> str:
    """Give the outline of what a camera sees: a slice, or a circle where it turns or nobody said where it looks."""
    lens, (x, y) = LENSES[kind], at
    reach = lens.range_m
    if heading is None or lens.field_degrees > 180:
        half = f"a{reach:g} {reach:g} 0 1 0"
        return f"M{x - reach:.1f} {y:.1f}{half} {2 * reach:g} 0{half} {-2 * reach:g} 0z"
    start, end = (radians(heading + side * lens.field_degrees / 2) for side in (-1, 1))
    begin, stop = ((x + reach * sin(turn), y - reach * cos(turn)) for turn in (start, end))
    return f"M{x:.1f} {y:.1f}L{begin[0]:.1f} {begin[1]:.1f}A{reach:g} {reach:g} 0 0 1 {stop[0]:.1f} {stop[1]:.1f}z"


def _scale(places: Iterable[Metres]) -> float:
    """Give how much larger the picture has to be than it is at least, so that every camera is in it."""
    needed = ((2 * (abs(x) + _MARGIN_M) / WIDE_M, 2 * (abs(y) + _MARGIN_M) / HIGH_M) for x, y in places)
    return max((1.0, *(scale for both in needed for scale in both)))


def _pins(numbered: Iterable[tuple[int, Metres]]) -> list[tuple[str, float, float]]:
    """Give one pin for each place, with the numbers of all cameras there: `1`, `1, 2` or `1-6`."""
    together: dict[tuple[float, float], list[int]] = {}
    for number, (x, y) in numbered:
        together.setdefault((round(x, 1), round(y, 1)), []).append(number)
    return [(_named(numbers), x, y) for (x, y), numbers in together.items()]


def _named(numbers: Sequence[int]) -> str:
    """Write numbers that rise; three or more in a row as the first and the last."""
    in_a_row = len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1
    return f"{numbers[0]}-{numbers[-1]}" if in_a_row else ", ".join(map(str, numbers))


def _drawn(aim: Aim, at: Metres) -> dict[str, object]:
    return {
        "view": sector_path(aim.kind, aim.heading, at),
        "sure": aim.heading is not None or aim.kind == "turning",
    }


def _at(plane: Plane, point: Point) -> Metres:
    east, north = plane.at(point.lat, point.lng)
    return east, -north


def _shown(place: Metres, scale: float, *, beyond: float = 0.0) -> bool:
    return abs(place[0]) <= WIDE_M * scale / 2 + beyond and abs(place[1]) <= HIGH_M * scale / 2 + beyond


def _path(line: Sequence[Metres], scale: float) -> str:
    """Write a line; what is far outside is left out."""
    kept = [place for place in line if _shown(place, scale, beyond=_BEYOND_M)]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept)


def _names(lines: Sequence[tuple[str, Sequence[Metres]]], scale: float) -> list[tuple[str, float, float, float]]:
    """Give each street's name once: where its longest piece in the picture has its middle, and how it is turned."""
    best: dict[str, tuple[float, float, float, float]] = {}
    for name, line in lines:
        for start, end in pairwise(line):
            length, x, y = hypot(end[0] - start[0], end[1] - start[1]), (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
            if _fits((x, y), name, scale) and length > best.get(name, (0.0,))[0]:
                best[name] = (length, x, y, _turn(start, end))
    return [(name, round(x, 1), round(y, 1), turn) for name, (_, x, y, turn) in sorted(best.items())]


def _fits(place: Metres, name: str, scale: float) -> bool:
    room = len(name) * _LETTER_M * scale / 2
    return abs(place[0]) <= WIDE_M * scale / 2 - room and abs(place[1]) <= (HIGH_M / 2 - 6) * scale


def _turn(start: Metres, end: Metres) -> float:
    """Give the angle of a name in degrees, never upside down."""
    turn = degrees(atan2(end[1] - start[1], end[0] - start[0]))
    return round(turn - 180 if turn > 90 else turn + 180 if turn < -90 else turn, 1)
