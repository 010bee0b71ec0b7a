"""Addresses in cities of other habits: grids, hyphens, quadrants, Spanish names, numbered roads."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from bench import odd_cities
from bench.addresses import measure_garbled, open_city
from chalicelib.domain.place import Exact, Several
from chalicelib.store.gazetteer import SqliteGazetteer

ALIKE = {"utah": 0.96, "quadrants": 0.96}
"""Where four quarters have the same number, people who leave theirs out are offered three of them."""


@cache
def folder(name: str) -> Path:
    return odd_cities.write(name, Path(mkdtemp()) / name)


@cache
def opened(name: str) -> SqliteGazetteer:
    return open_city(folder(name), folder(name))


@pytest.mark.parametrize(
    ("city", "text", "line"),
    [
        ("utah", "455 S 300 E", "455 S 300 E, Utah"),
        ("utah", "455 south 300 east, utah", "455 S 300 E, Utah"),
        ("utah", "458 E 300 S", "458 E 300 S, Utah"),
        ("wisconsin", "W180N11037 Goldendale Rd", "W180N11037 Goldendale Rd, Wisconsin"),
        ("wisconsin", "w180 n11037 goldendale", "W180N11037 Goldendale Rd, Wisconsin"),
        ("wisconsin", "N6023 Cty Rd A", "N6023 County Road A, Wisconsin"),
        ("queens", "86-13 Queens Blvd", "86-13 Queens Blvd, Queens"),
        ("queens", "8613 queens boulevard", "86-13 Queens Blvd, Queens"),
        ("queens", "86 13 queens blvd", "86-13 Queens Blvd, Queens"),
        ("quadrants", "100 K ST NW", "100 K St NW, Quadrants"),
        ("quadrants", "100 k st north west", "100 K St NW, Quadrants"),
        ("quadrants", "500 mlk ave se", "500 Martin Luther King Jr Ave SE, Quadrants"),
        ("spanish", "101 calle real", "101 Calle Real, Spanish"),
        ("spanish", "camino del mar 101", "101 Camino Del Mar, Spanish"),
        ("spanish", "101 camino mar", "101 Camino Del Mar, Spanish"),
        ("spanish", "101 Avenida Ponce de León", "101 Ave Ponce De Leon, Spanish"),
        ("highways", "1720 US 1", "1720 US Highway 1, Highways"),
        ("highways", "1720 u.s. route 1", "1720 US Highway 1, Highways"),
        ("highways", "1720 maryland 45", "1720 Md-45, Highways"),
        ("highways", "1720 CR 12", "1720 County Road 12, Highways"),
        ("highways", "1720 cr12", "1720 County Road 12, Highways"),
        ("highways", "1720 fm 1960", "1720 Farm To Market Rd 1960, Highways"),
        ("highways", "1547 1/2 cth k", "1547 1/2 County Highway K, Highways"),
        ("numbered", "61 w forty second st", "61 W 42nd St, Numbered"),
        ("numbered", "15 fifth avenue", "15 5th Ave, Numbered"),
        ("numbered", "15 5 ave", "15 5th Ave, Numbered"),
        ("numbered", "40 saint marks place", "40 St Marks Pl, Numbered"),
    ],
)
def test_an_address_is_found_as_people_there_write_it(city: str, text: str, line: str) -> None:
    located = opened(city).find(text)

    assert isinstance(located, Exact | Several), located
    assert isinstance(located, Exact) or located.candidates[0].confidence > located.candidates[1].confidence
    best = located.address if isinstance(located, Exact) else located.candidates[0]
    assert best.line() == line


@pytest.mark.parametrize(
    ("city", "text"), [("numbered", "15 W 71st St"), ("queens", "86-99 Queens Blvd"), ("utah", "455 S 3000 E")]
)
def test_a_number_is_no_typing_error_for_another(city: str, text: str) -> None:
    assert not isinstance(opened(city).find(text), Exact)


def test_the_numbers_of_a_hyphenated_block_are_offered_nearest_first() -> None:
    located = opened("queens").find("86-12 Queens Blvd")

    assert not isinstance(located, Exact | Several)
    assert {address.number for address in located.suggestions[:2]} == {"86-11", "86-13"}


def test_the_quarters_of_a_city_are_offered_where_none_is_named() -> None:
    located = opened("quadrants").find("100 K St")

    assert isinstance(located, Several)
    assert len(located.candidates) == 4


@pytest.mark.parametrize("city", odd_cities.CITIES)
def test_a_garbled_tenth_of_its_points_is_found(city: str) -> None:
    figures = measure_garbled(folder(city), every=10)

    assert figures["within_50_m"] >= ALIKE.get(city, 0.98) * figures["of"], figures
    assert figures["beyond_200_m_unasked"] == 0
