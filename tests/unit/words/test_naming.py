"""Days, times, places and categories as each language says them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.agency import CATEGORIES
from chalicelib.domain.incident import Window
from chalicelib.domain.place import Address, Point
from chalicelib.domain.sms import fold, is_gsm7
from chalicelib.words import languages, naming
from tests import builders

ZONE = ZoneInfo("America/New_York")
NIGHT = Window(datetime(2026, 11, 20, 6, 0, tzinfo=UTC), datetime(2026, 11, 20, 8, 0, tzinfo=UTC))
TWO_DAYS = Window(datetime(2026, 11, 21, 2, 0, tzinfo=UTC), datetime(2026, 11, 21, 6, 5, tzinfo=UTC))
CLOCK_CHANGE = Window(datetime(2026, 11, 1, 4, 30, tzinfo=UTC), datetime(2026, 11, 1, 7, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Fri Nov 20, 1:00-3:00 AM EST"), ("es", "viernes 20 de nov., 1:00-3:00 a. m. EST")],
)
def test_a_window_of_one_day(language: str, said: str) -> None:
    assert naming.window(NIGHT, ZONE, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Fri Nov 20 2026, 9:00 PM-Sat Nov 21 2026, 1:05 AM EST"),
        ("es", "viernes 20 de nov. de 2026, 9:00 p. m. - sábado 21 de nov. de 2026, 1:05 a. m. EST"),
    ],
)
def test_a_window_over_midnight_with_its_year(language: str, said: str) -> None:
    assert naming.window(TWO_DAYS, ZONE, language, year=True) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Sun Nov 1, 12:30-3:30 AM EDT = Sat Oct 31, 11:30 PM-Sun Nov 1, 2:30 AM EST"),
        (
            "es",
            ("domingo 1 de nov., 12:30-3:30 a. m. EDT"
             " = sábado 31 de oct., 11:30 p. m. - domingo 1 de nov., 2:30 a. m. EST"),
        ),
    ],
)  # fmt: skip
def test_a_window_across_a_clock_change_is_said_in_both_of_its_zones(language: str, said: str) -> None:
    assert naming.window(CLOCK_CHANGE, ZONE, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Sat Oct 31, 11:30 PM-Sun Nov 1, 3:30 AM"),
        ("es", "sáb. 31 de oct., 11:30 p. m. - dom. 1 de nov., 3:30 a. m."),
    ],
)
def test_a_window_in_few_words_has_no_zone(language: str, said: str) -> None:
    assert naming.window_in_few_words(CLOCK_CHANGE, ZONE, language) == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Fri Nov 20, 1:00 AM EST"), ("es", "viernes 20 de nov., 1:00 a. m. EST")]
)
def test_a_moment_is_said_with_its_day_and_zone(language: str, said: str) -> None:
    assert naming.moment(NIGHT.start, ZONE, language) == said


@pytest.mark.parametrize(("language", "said"), [("en", "Nov 20, 2026"), ("es", "20 de nov. de 2026")])
def test_a_date(language: str, said: str) -> None:
    assert naming.date(NIGHT.start, ZONE, language) == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1000 block of Roxleigh Rd"), ("es", "cuadra 1000 de Roxleigh Rd")]
)
def test_a_block_is_named_without_its_door(language: str, said: str) -> None:
    assert naming.block(builders.an_address(), language) == said


@pytest.mark.parametrize("language", languages())
def test_a_crossing_is_named_by_its_streets(language: str) -> None:
    crossing = builders.an_address(number="", street="ROXLEIGH RD & LOCH RAVEN BLVD", precision="crossing")

    assert naming.block(crossing, language) == "Roxleigh Rd & Loch Raven Blvd"


def test_coordinates_are_named_by_the_block_that_they_lie_in() -> None:
    place = Address(street="1000 block of Roxleigh Rd", point=Point(39.4, -76.6), precision="coordinates")

    assert naming.block(place, "es") == "cuadra 1000 de Roxleigh Rd"


@pytest.mark.parametrize("name", CATEGORIES)
def test_each_category_is_named_in_spanish(name: str) -> None:
    assert naming.category(name, "en") == name
    assert naming.category(name, "es") != name


def test_a_category_that_the_agency_made_up_is_said_as_it_wrote_it() -> None:
    assert naming.category("porch piracy", "es") == "porch piracy"


@pytest.mark.parametrize("language", languages())
@given(start=st.integers(0, 2_000_000), minutes=st.integers(1, 20_000))
def test_every_window_can_be_texted(language: str, start: int, minutes: int) -> None:
    began = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=start)
    window = Window(began, began + timedelta(minutes=minutes))

    for said in (naming.window(window, ZONE, language), naming.window_in_few_words(window, ZONE, language)):
        assert is_gsm7(fold(said))
