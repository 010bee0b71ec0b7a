"""The gazetteer's file, built from a small town and asked as people ask."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.domain.place import Exact, Outside, Point, Several, Unknown
from chalicelib.store.gazetteer import SqliteGazetteer
from commands.addresses import build
from tests.gazetteers import CITY, ROWS, found, town

ODD_STRINGS = Path(__file__).parents[3] / "shared" / "data" / "odd_files" / "blns" / "blns.json"


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> SqliteGazetteer:
    return town(tmp_path_factory.mktemp("town"), *ROWS)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> SqliteGazetteer:
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    build(CITY / "addresses.csv.gz", CITY / "boundary.geojson", path)
    return SqliteGazetteer(path)


@pytest.mark.parametrize(
    "text",
    [
        "1009 Roxleigh Rd, Towson, MD 21286",
        "1009 roxleigh rd towson",
        "1009 ROXLEIGH ROAD",
        "1009 roxleigh",
        "1009 Roxliegh Rd",
        "1009 roxleih",
        "1009 roxleigh rd twoson",
        "1009 roxleigh rd baltimore md",
        "calle roxleigh 1009",
    ],
)
def test_an_address_is_found_as_people_write_it(gazetteer: SqliteGazetteer, text: str) -> None:
    address = found(gazetteer, text)

    assert address.line() == "1009 Roxleigh Rd, Towson 21286"
    assert address.block() == "1000 block of Roxleigh Rd"
    assert address.point == Point(39.4307, -76.5554)
    assert address.precision == "point"


def test_what_was_written_wrong_is_less_certain(gazetteer: SqliteGazetteer) -> None:
    right, bare, wrong = (
        found(gazetteer, f"1009 {street}").confidence for street in ("Roxleigh Rd", "Roxleigh", "Roxliegh")
    )

    assert 1 == right > bare > wrong >= 0.8


def test_a_unit_is_kept_apart_from_the_number(gazetteer: SqliteGazetteer) -> None:
    assert found(gazetteer, "1009 Roxleigh Rd Apt 3").line() == "1009 Roxleigh Rd, Unit 3, Towson 21286"


def test_two_streets_of_one_name_are_offered(gazetteer: SqliteGazetteer) -> None:
    located = gazetteer.find("12 oak")

    assert isinstance(located, Several)
    assert {address.street for address in located.candidates} == {"Oak Ct", "Oak Ln"}


def test_the_type_of_street_chooses(gazetteer: SqliteGazetteer) -> None:
    assert found(gazetteer, "12 Oak Lane").street == "Oak Ln"


def test_one_address_in_two_cities_is_offered(gazetteer: SqliteGazetteer) -> None:
    located = gazetteer.find("100 Main St")

    assert isinstance(located, Several)
    assert {address.city for address in located.candidates} == {"Towson", "Essex"}


@pytest.mark.parametrize(
    ("text", "city"), [("100 Main St Essex", "Essex"), ("100 Main St 21286", "Towson"), ("100 main, towsn", "Towson")]
)
def test_city_or_postcode_chooses_among_several(gazetteer: SqliteGazetteer, text: str, city: str) -> None:
    assert found(gazetteer, text).city == city


def test_a_missing_direction_is_asked_for(gazetteer: SqliteGazetteer) -> None:
    assert isinstance(gazetteer.find("20 Rolling Rd"), Several)
    assert found(gazetteer, "20 North Rolling Road").street == "N Rolling Rd"


def test_another_type_of_street_is_offered_and_not_taken(gazetteer: SqliteGazetteer) -> None:
    located = gazetteer.find("1009 Roxleigh Ct")

    assert isinstance(located, Unknown)
    assert located.suggestions[0].line() == "1009 Roxleigh Rd, Towson 21286"


def test_a_number_that_does_not_exist_brings_those_beside_it_on_the_same_side_first(gazetteer: SqliteGazetteer) -> None:
    located = gazetteer.find("1010 Roxleigh Rd")

    assert isinstance(located, Unknown)
    assert [address.number for address in located.suggestions] == ["1008", "1012", "1009"]
    assert {address.precision for address in located.suggestions} == {"nearest"}


def test_the_same_street_in_another_state_is_not_taken(gazetteer: SqliteGazetteer) -> None:
    assert not isinstance(gazetteer.find("1009 Roxleigh Rd, Portland, OR"), Exact)


def test_several_buildings_of_one_number_are_told_apart_by_where_they_stand(gazetteer: SqliteGazetteer) -> None:
    located = gazetteer.find("50 Farm Rd")

    assert isinstance(located, Several)
    assert {address.unit for address in located.candidates} == {"north building", "south building"}


@pytest.mark.parametrize(
    "text", ["Roxleigh & Providence", "Providence Rd and Roxleigh Rd, Towson", "corner of roxliegh and providence"]
)
def test_a_crossing_lies_where_the_streets_come_closest(gazetteer: SqliteGazetteer, text: str) -> None:
    address = found(gazetteer, text)

    assert address.precision == "crossing"
    assert address.point.lng == pytest.approx(-76.5562, abs=1e-6)
    assert set(address.block().split(" & ")) == {"Roxleigh Rd", "Providence Rd"}


def test_streets_that_do_not_meet_have_no_crossing(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.find("Roxleigh Rd & Oak Ct") == Unknown()


@pytest.mark.parametrize("text", ["39.4307,-76.5554", "-76.5554, 39.4307"])
def test_coordinates_are_named_by_their_block(gazetteer: SqliteGazetteer, text: str) -> None:
    address = found(gazetteer, text)

    assert address.precision == "coordinates"
    assert address.block() == address.line() == "1000 block of Roxleigh Rd"


def test_coordinates_elsewhere_are_outside(gazetteer: SqliteGazetteer) -> None:
    assert isinstance(gazetteer.find("47.6, -122.3"), Outside)


def test_a_known_address_in_a_hole_of_the_boundary_is_outside(gazetteer: SqliteGazetteer) -> None:
    located = gazetteer.find("5 Hollow Ln")

    assert isinstance(located, Outside)
    assert located.place is not None
    assert located.place.street == "Hollow Ln"


def test_what_nobody_knows_is_unknown_and_not_outside(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.find("77 Nowhere Blvd") == Unknown()


def test_the_demo_city_knows_the_address_of_the_tour(demo: SqliteGazetteer) -> None:
    assert found(demo, "1009 Roxleigh Rd Towson").line() == "1009 Roxleigh Rd, Towson 21286"
    assert found(demo, "Roxleigh Rd & Providence Rd").block() == "Roxleigh Rd & Providence Rd"


@given(text=st.text(max_size=250))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_text_raises(demo: SqliteGazetteer, text: str) -> None:
    demo.find(text)
    demo.find("1009 " + text)


WORDS = [
    "roxleigh",
    "n",
    "rd",
    "st",
    "&",
    "apt",
    "#3",
    ",",
    "towson",
    "21286",
    "1009",
    "calle",
    "park",
    "1/2",
    "39.4,-76.5",
    "md",
]


@given(words=st.lists(st.sampled_from(WORDS), max_size=20))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_mixture_of_address_words_raises(demo: SqliteGazetteer, words: list[str]) -> None:
    demo.find(" ".join(words))


ODD_ONES = [
    "",
    "undefined",
    "1/0",
    "NaN",
    "-1.5e400, 9.9e999",
    "999.9, 999.9",
    "\u0661\u0660\u0660\u0669 Roxleigh Rd",
    "\uff11\uff10\uff10\uff19 Roxleigh",
    "\u202e1009\u202d roxleigh",
    "z\u0351\u036b\u0343 1009",
    "1009 \U0001f469\u200d\U0001f469 rd",
    "1009 '; drop table points; --",
    "1009 %s%s%s ? ?1 :a",
    "1009 \x00 rd",
    "# # # # 1009 # #",
    "1009 " + "a" * 10**5,
    "1009 " * 10**4,
    "apt " * 10**4,
    "park " * 10**4 + "& " + "park " * 10**4,
    "1." * 10**5,
]


def odd_strings() -> list[str]:
    return json.loads(ODD_STRINGS.read_text(encoding="utf-8")) if ODD_STRINGS.exists() else []


@pytest.mark.parametrize("text", [*ODD_ONES, *odd_strings()])
def test_strings_that_break_software_do_not_break_this(demo: SqliteGazetteer, text: str) -> None:
    demo.find(text)
    demo.find(f"1009 {text} rd")


def test_only_the_first_two_hundred_characters_are_looked_at(demo: SqliteGazetteer) -> None:
    assert demo.find("1009 Roxleigh Rd" + " " * 184 + "zzz " * 10**5) == demo.find("1009 Roxleigh Rd")
