"""Street names: what is one street, and what is not."""

import pytest

from chalicelib.domain.spelling import errors_between, traces_of
from chalicelib.domain.street import Street, likeness, parse, readable, readings, words_of


def street(text: str) -> Street:
    return parse(words_of(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("N. Rolling Road", "NORTH ROLLING RD"),
        ("Roxleigh rd.", "ROXLEIGH ROAD"),
        ("Second Ave", "2ND AVENUE"),
        ("Saint Charles Place", "St. Charles Pl"),
        ("Mt Vernon Sq", "MOUNT VERNON SQUARE"),
        ("Park Heights Ave", "PARK HTS AVENUE"),
        ("Lochraven Blvd", "LOCH RAVEN BOULEVARD"),
        ("O'Donnell St", "ODONNELL STREET"),
        ("Peña Blvd", "PENA BLVD"),
        ("US Route 40", "U.S. Highway 40"),
        ("Hwy 40", "Route 40"),
        ("MD-45", "State Road 45"),
        ("MD 45", "Maryland 45"),
        ("Co Rd B", "COUNTY ROAD B"),
        ("CTH K", "County Trunk Hwy K"),
        ("FM 1960", "Farm to Market Road 1960"),
        ("I-95 N", "Interstate 95 North"),
        ("Forty-Second St", "42ND ST"),
        ("Dr Martin Luther King Jr Blvd", "MLK BLVD"),
        ("K St North West", "K ST NW"),
        ("El Camino Real", "CAMINO REAL"),
        ("Main St North", "MAIN ST N"),
    ],
)
def test_one_street_written_two_ways_is_one(one: str, other: str) -> None:
    assert street(one) == street(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oak Ct", "Oak Ln"),
        ("N Main St", "S Main St"),
        ("Park Heights Ave", "Park Ave"),
        ("2nd St", "2nd Ave"),
        ("Old York Rd", "York Rd"),
        ("US 40", "MD 40"),
        ("Collis Ct 2", "CT 2"),
        ("Old Hwy 40", "Hwy 40"),
        ("Calle Real", "Camino Real"),
        ("S 300 E", "E 300 S"),
        ("County Line Rd", "County Rd 5"),
    ],
)
def test_two_streets_stay_two(one: str, other: str) -> None:
    assert street(one) != street(other)


def test_a_name_is_never_taken_apart_to_nothing() -> None:
    assert [street(name).core for name in ("North Ave", "Court Rd", "Avenue B", "E", "Park")] == [
        "n",
        "court",
        "avenueb",
        "e",
        "park",
    ]


def test_a_name_without_its_type_may_end_in_a_word_that_is_one() -> None:
    cores = {reading.core for reading in readings(words_of("old court"))}

    assert cores == {"old", "oldcourt"}


def test_a_direction_may_be_part_of_the_name() -> None:
    cores = {reading.core for reading in readings(words_of("north wind rd"))}

    assert {"wind", "northwind"} <= cores


def test_a_missing_type_counts_less_than_a_wrong_one() -> None:
    known = street("Oak Ct")

    assert (
        1 == likeness(street("Oak Court"), known) > likeness(street("Oak"), known) > likeness(street("Oak Ln"), known)
    )


def test_calle_before_a_name_fits_whatever_the_agency_calls_the_street() -> None:
    assert likeness(street("Calle Roxleigh"), street("Roxleigh Rd")) > likeness(
        street("Roxleigh Ct"), street("Roxleigh Rd")
    )


def test_a_highway_may_be_anybodys_and_a_state_road_is_not_a_county_road() -> None:
    known = street("County Road 12")

    assert likeness(street("Hwy 12"), known) > 0.9 > likeness(street("State Road 12"), known)


def test_on_a_grid_the_order_of_the_directions_counts() -> None:
    assert likeness(street("S 300 E"), street("E 300 S")) < 0.8 < likeness(street("300 E"), street("S 300 E"))


def test_the_opposite_direction_counts_more_than_a_missing_one() -> None:
    known = street("N Main St")

    assert likeness(street("Main St"), known) > likeness(street("S Main St"), known)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ROXLEIGH RD", "Roxleigh Rd"),
        ("2ND AVE", "2nd Ave"),
        ("main st NE", "Main St NE"),
        ("McHenry Row", "McHenry Row"),
        ("SAINT-DENIS ST", "Saint-Denis St"),
    ],
)
def test_names_are_shown_as_people_write_them(written: str, read: str) -> None:
    assert readable(written) == read
    assert readable(read) == read


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("roxleigh", "roxleigh", 0),
        ("roxliegh", "roxleigh", 1),
        ("roxleih", "roxleigh", 1),
        ("roxxleigh", "roxleigh", 1),
        ("rixliegh", "roxleigh", 2),
        ("foxliegh", "towson", 3),
        ("", "ab", 2),
    ],
)
def test_swapped_missing_added_and_changed_letters_are_one_error_each(one: str, other: str, errors: int) -> None:
    assert errors_between(one, other, most=2) == errors
    assert errors_between(other, one, most=2) == errors


@pytest.mark.parametrize("wrong", ["roxliegh", "oxleigh", "rooxleigh", "roxleigj", "rxleih", "toxleihg"])
def test_a_word_with_up_to_two_errors_shares_a_trace_with_the_right_one(wrong: str) -> None:
    assert traces_of(wrong) & traces_of("roxleigh")
