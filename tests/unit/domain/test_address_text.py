"""Places as people write them, alone and in the middle of a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.address_text import Crossing, House, find_address_span, read
from chalicelib.domain.place import Point
from chalicelib.domain.place_names import PlaceNames


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("1009 roxleigh rd towson", House(1009, ("roxleigh", "rd", "towson"))),
        ("1009 N. Rolling Road Apt 3", House(1009, ("n", "rolling", "road"), unit="3")),
        ("1009 Roxleigh Rd #2f, Towson", House(1009, ("roxleigh", "rd"), unit="2F", tail=("towson",))),
        (
            "1009 Roxleigh Rd, Towson, MD 21286-1234",
            House(1009, ("roxleigh", "rd"), tail=("towson", "md"), postcode="21286"),
        ),
        ("21319 gunpowder rd", House(21319, ("gunpowder", "rd"))),
        ("9 St Charles Pl", House(9, ("st", "charles", "pl"))),
        ("1009roxleigh rd", House(1009, ("roxleigh", "rd"))),
        ("#1009 roxleigh rd", House(1009, ("roxleigh", "rd"))),
        ("suite 200 bldg 17 7000 dunwoody rd", House(7000, ("dunwoody", "rd"), unit="200")),
        ("1009 1/2 Roxleigh", House(1009, ("roxleigh",), suffix="1/2")),
        ("1009\u00bd Roxleigh", House(1009, ("roxleigh",), suffix="1/2")),
        ("12-34 Main St", House(12, ("main", "st"), suffix="-34")),
        ("1009B Roxleigh", House(1009, ("roxleigh",), suffix="B")),
        ("21715 A Gunpowder Rd", House(21715, ("gunpowder", "rd"), suffix="A")),
        ("100 E Main St", House(100, ("e", "main", "st"))),
        ("100 A St", House(100, ("a", "st"))),
        ("100 2nd St", House(100, ("2nd", "st"))),
        ("calle Roxleigh 1009", House(1009, ("calle", "roxleigh"))),
        ("1009 de la calle Roxleigh", House(1009, ("calle", "roxleigh"))),
        ("23 El Ray Rd", House(23, ("el", "ray", "rd"))),
        ("Apt 3, 1009 Roxleigh Rd", House(1009, ("roxleigh", "rd"), unit="3")),
        ("my address is 1009 roxleigh", House(1009, ("roxleigh",))),
        ("Roxleigh Rd", House(0, ("roxleigh", "rd"))),
    ],
)
def test_a_house_is_read_in_its_parts(text: str, house: House) -> None:
    assert read(text) == house


@pytest.mark.parametrize(
    ("text", "crossing"),
    [
        ("Roxleigh & Loch Raven", Crossing(("roxleigh",), ("loch", "raven"))),
        ("Roxleigh Rd and Loch Raven Blvd", Crossing(("roxleigh", "rd"), ("loch", "raven", "blvd"))),
        ("corner of Roxleigh / Loch Raven, Towson", Crossing(("roxleigh",), ("loch", "raven"), ("towson",))),
        ("esquina de Roxleigh y Loch Raven", Crossing(("roxleigh",), ("loch", "raven"))),
        ("Route 40 & Rolling Rd", Crossing(("route", "40"), ("rolling", "rd"))),
    ],
)
def test_a_crossing_is_read_as_two_streets(text: str, crossing: Crossing) -> None:
    assert read(text) == crossing


@pytest.mark.parametrize(
    "text",
    [
        "39.4307,-76.5554",
        "39.4307 -76.5554",
        "(39.4307, -76.5554)",
        "39.4307\N{DEGREE SIGN} N, 76.5554\N{DEGREE SIGN} W",
        "https://maps.example/@39.4307,-76.5554,17z",
        "lat 39.4307, lng: -76.5554",
    ],
)
def test_coordinates_are_read_however_they_are_set(text: str) -> None:
    assert read(text) == Point(39.4307, -76.5554)


@pytest.mark.parametrize("text", ["", "   ", "1009", "\U0001f600", "&", ", ,", "410-555-0100"])
def test_what_holds_no_place_is_read_as_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("message", "span", "rest"),
    [
        (
            "REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days",
            "1009 Roxleigh Rd Towson",
            "REGISTER , 2 cameras, keeps 14 days",
        ),
        (
            "hi i have a ring doorbell at 1009 roxleigh rd and a cam in back, saves 30 days",
            "1009 roxleigh rd",
            "hi i have a ring doorbell at , and a cam in back, saves 30 days",
        ),
        (
            "2 cameras at 9 St Charles Pl, 14 days, call 410-555-0100",
            "9 St Charles Pl",
            "2 cameras at , 14 days, call 410-555-0100",
        ),
        ("1009 1/2 N. Charles St. Apt 3B two cameras", "1009 1/2 N. Charles St. Apt 3B", "two cameras"),
        ("12-34 Main St 4 cams", "12-34 Main St", "4 cams"),
        ("1009 Park Heights Ave 2 cams", "1009 Park Heights Ave", "2 cams"),
        ("1009 Seven Courts Dr two cams", "1009 Seven Courts Dr", "two cams"),
        (
            "tengo 2 camaras en 1009 de la calle Roxleigh, guarda 30 dias",
            "1009 de la calle Roxleigh",
            "tengo 2 camaras en , guarda 30 dias",
        ),
        ("tengo dos cámaras en calle Roxleigh 1009, 30 días", "calle Roxleigh 1009", "tengo dos cámaras en , 30 días"),
        ("1009 Roxleigh Rd, Towson, MD 21286. 3 cams", "1009 Roxleigh Rd, Towson, MD 21286", "3 cams"),
        ("cam at Roxleigh & Loch Raven, 14 days", "Roxleigh & Loch Raven", "cam at , 14 days"),
        (
            "camera on Roxleigh Rd and Providence Rd keeps 7 days",
            "Roxleigh Rd and Providence Rd",
            "camera on , keeps 7 days",
        ),
        ("my cam is at 39.4307,-76.5554 ok", "39.4307,-76.5554", "my cam is at , ok"),
        ("i live at 12 5th st & have 3 cams", "12 5th st", "i live at , & have 3 cams"),
        ("455 S 300 E, 2 cameras", "455 S 300 E", "2 cameras"),
        ("W204N11912 Goldendale Rd, 3 cams", "W204N11912 Goldendale Rd", "3 cams"),
        ("86-12 Queens Blvd 2 cams", "86-12 Queens Blvd", "2 cams"),
        ("1720 County Road 12 2 cameras", "1720 County Road 12", "2 cameras"),
        ("1720 county road 2 cameras", "1720 county road", "2 cameras"),
        ("1720 fm 1960, 1 camera", "1720 fm 1960", "1 camera"),
        ("9 collis ct. 2 weeks", "9 collis ct", "2 weeks"),
        ("1,009 Roxleigh rd 2 cams", "1009 Roxleigh rd", "2 cams"),
        ("#1009 roxleigh rd, 2 cams", "1009 roxleigh rd", "2 cams"),
    ],
)
def test_the_place_is_cut_out_of_a_message(message: str, span: str, rest: str) -> None:
    assert find_address_span(message)[:2] == (span, rest)


@pytest.mark.parametrize(
    "message",
    [
        "2 cameras",
        "I have 2 Ring cams and 3 nest cams, 14 days retention",
        "keeps 14 days",
        "call me at (410) 555-0100 anytime",
        "4105550100 call",
        "front and back",
        "24 hours a day, 7 days",
        "no, 1011",
        "there are 2 of them",
    ],
)
def test_counts_days_and_phone_numbers_are_no_house_numbers(message: str) -> None:
    assert find_address_span(message)[:2] == ("", message)


NAMES = PlaceNames.of([("roxleigh", "rd")], ["TOWSON"])


def test_a_name_behind_a_comma_is_not_taken_for_a_city_where_the_cities_are_known() -> None:
    message = "1009 Roxleigh Rd, Jane Example, 2 cams"

    assert find_address_span(message, names=NAMES)[:2] == ("1009 Roxleigh Rd", "Jane Example, 2 cams")


def test_no_more_than_two_thousand_characters_are_looked_at() -> None:
    span, rest, *_ = find_address_span("1009 Roxleigh Rd " * 1000)

    assert span.startswith("1009 Roxleigh Rd")
    assert len(rest) < 2000


@pytest.mark.parametrize("text", ["1009 Roxleigh Road in Towson", "1009 Roxleigh Road en Towson"])
def test_the_town_may_follow_after_in(text: str) -> None:
    assert read(text) == read("1009 Roxleigh Road, Towson")


@pytest.mark.slow
@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    read(text)
    find_address_span(text)


@given(
    st.lists(
        st.sampled_from(["1009", "1/2", "st", "&", "and", "de", "la", ",", "apt", "#", "39.1", "-76.2", "cam", "\n"])
    )
)
def test_no_mixture_of_address_words_raises(words: list[str]) -> None:
    text = " ".join(words)

    read(text)
    find_address_span(text)
