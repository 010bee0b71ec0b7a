"""Streets drawn from house numbers: between their sides, in one line, and no larger than asked."""

from __future__ import annotations

import pytest

from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.place import Point
from chalicelib.domain.plane import Plane
from chalicelib.domain.street_lines import MAX_HOUSES, Box, Door, draw_streets

MIDDLE = Point(39.43, -76.55)
PLANE = Plane.around(MIDDLE.lat, MIDDLE.lng)


def door(number: int, east: float, north: float) -> Door:
    return Door(str(number), number, Point(*PLANE.back((east, north))))


def both_sides(count: int = 10) -> list[Door]:
    """A street that runs east: odd numbers 20 m to its south, even ones to its north, a door each 15 m."""
    return [door(number, number * 15.0, -20.0 if number % 2 else 20.0) for number in range(1, count + 1)]


def test_a_street_runs_in_the_middle_between_its_two_sides() -> None:
    (street,) = draw_streets({"Main St": both_sides()}, MIDDLE)

    (line,) = street.lines
    norths = [PLANE.at(point.lat, point.lng)[1] for point in line]
    assert max(map(abs, norths)) < 3
    assert distance_m(line[0], line[-1]) > 130


def test_a_street_with_houses_on_one_side_is_drawn_along_them() -> None:
    (street,) = draw_streets({"Shore Rd": [door(number, number * 15.0, 20.0) for number in range(1, 20, 2)]}, MIDDLE)

    assert len(street.lines) == 1
    assert all(abs(PLANE.at(point.lat, point.lng)[1] - 20) < 1 for point in street.lines[0])


def test_a_far_gap_breaks_the_line() -> None:
    doors = [*both_sides(), *(door(each.number + 500, 1000 + each.number * 15.0, 0.0) for each in both_sides())]

    (street,) = draw_streets({"Main St": doors}, MIDDLE)

    assert len(street.lines) == 2


def test_one_door_is_no_line_but_is_there() -> None:
    (street,) = draw_streets({"Lone Ln": [door(1, 0, 0)]}, MIDDLE)

    assert street.lines == ()
    assert [each.label for each in street.doors] == ["1"]


def test_where_there_are_too_many_houses_only_streets_are_drawn() -> None:
    (street,) = draw_streets({"Main St": both_sides(MAX_HOUSES + 1)}, MIDDLE)

    assert street.doors == ()


@pytest.mark.parametrize(
    "sides",
    [(0, 0, 0, 0), (1, 0, 0, 1), (0, 0, 0.04, 0.01), (0, 0, 0.01, 0.04), (-181, 0, -180.99, 0.01),
     (float("nan"), 0, 0.01, 0.01), (0, float("-inf"), 0.01, 0.01), (0, 0, float("inf"), 0.01)],
)  # fmt: skip
def test_what_is_no_small_box_is_refused(sides: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="a box"):
        Box(*sides)


def test_a_box_around_a_point_reaches_as_far_as_asked() -> None:
    box = Box.around(MIDDLE, metres=400)

    assert distance_m(MIDDLE, Point(box.north, MIDDLE.lng)) == pytest.approx(400, abs=0.1)
    assert distance_m(MIDDLE, Point(MIDDLE.lat, box.west)) == pytest.approx(400, abs=0.1)
