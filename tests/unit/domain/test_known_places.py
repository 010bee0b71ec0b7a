"""What the agency's own streets and towns tell about a place in free text, and what is said apart from it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from chalicelib.domain.conversation import Context, State
from chalicelib.domain.place import Located, Unknown
from chalicelib.domain.place_names import PlaceNames
from chalicelib.domain.registration_words import read
from chalicelib.domain.script import take_turn
from chalicelib.domain.spelled_number import figures_of
from chalicelib.domain.street import parse, spellings, words_of

STREETS = (
    "ROXLEIGH RD", "LOCH RAVEN BLVD", "STAFFORDSHIRE DR", "PUTTING WAY", "SPARROWS POINT RD", "CRISFIELD RD",
    "E PADONIA RD", "VALLEY COURT RD", "PARK HEIGHTS AVE", "RUE ST LO DR", "SEVEN COURTS DR", "MILL RUN CIR",
    "CHARLES STREET AVE", "BAR GATE CT", "REISTERSTOWN RD",
)  # fmt: skip
TOWNS = ("TOWSON", "WHITE MARSH", "SPARROWS POINT", "LUTHERVILLE TIMONIUM", "REISTERSTOWN")


def _streets(name: str) -> list[tuple[str, str]]:
    words = words_of(name)
    return [(core, parse(words).kind) for core in spellings(words)]


NAMES = PlaceNames.of([each for street in STREETS for each in _streets(street)], TOWNS, ["21204"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1009 roxleigh got 2 cams", "1009 roxleigh"), ("838 staffordshire is where, one cam", "838 staffordshire"),
        ("12 park heights 2 cams", "12 park heights"), ("401 valley court rd. Add 2 cams", "401 valley court rd"),
        ("1009 roxleigh road towson barber shop", "1009 roxleigh road towson"),
        ("i live on putting way at number 4 and there is a camera", "4 putting way"),
        ("Sparrows Point Rd number 2624, one cam", "2624 Sparrows Point Rd"),
        ("My street is Rue St Lo Dr, house 5401, Reisterstown", "5401 Rue St Lo Dr, Reisterstown"),
        ("14 mill run cir lot of kids here, one cam", "14 mill run cir"),
        ("roxleigh and loch raven, 2 cams", "roxleigh and loch raven"),
        ("where roxleigh meets loch raven there is 1 cam", "roxleigh & loch raven"),
        ("we are the church on roxleigh rd in towson, 10431, 3 cams", "10431 roxleigh rd, in towson"),
        ("roxleigh rd, towson. number 11102. cameras? five", "11102 roxleigh rd, towson"),
        ("roxleigh rd 1311 sparrows point one cam", "1311 roxleigh rd sparrows point"),
        ("look it up. Roxleigh Road, 2717. There are five", "2717 Roxleigh Road"),
        ("roxleigh 1914 / one cam", "1914 roxleigh"),
        ("falls and cams, roxleigh rd 180 days", ""), ("roxleigh rd 2 cams", "roxleigh rd"),
        ("roxleigh rd 21204 2 cams", "roxleigh rd 21204"),
        ("Roxleigh Rd, corner of Loch Raven, one cam", "Roxleigh Rd & Loch Raven"),
        ("it's number 2, Bar Gate Ct. two cameras", "2, Bar Gate Ct"),
        ("estamos en Roxleigh Rd y Loch Raven Blvd, 8 empleados", "Roxleigh Rd y Loch Raven Blvd"),
        ("mi camara esta dentro de la cocina y apunta pal norte", ""),
        ("7 roxleigh rd sparrows pt 2 cams", "7 roxleigh rd sparrows pt"),
        ("7 roxleigh rd timonium 2 cams", "7 roxleigh rd timonium"),
        ("7 roxleigh rd zip 21204 2 cams", "7 roxleigh rd 21204"),
    ],
)  # fmt: skip
def test_a_place_ends_where_the_agencys_own_names_end(text: str, place: str) -> None:
    assert read(text, NAMES).place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("we live on roxleigh road & the mailbox says 11511. doorbell", "11511 roxleigh road"),
        ("Our house is 90. The street is Putting Way. Our camera is fixed", "90 Putting Way"),
        ("roxleigh rd two oh six there are no cameras yet", "206 roxleigh rd"),
        ("Putting Way, Towson, the ninety eight oh one house. one cam", "9801 Putting Way, Towson"),
        ("roxleigh rd (twenty three oh two). I have 2 cameras. my son says 3", "2302 roxleigh rd"),
        ("vivo en la roxleigh rd, es la 12808, hay dos camaras", "12808 roxleigh rd"),
        ("Roxleigh Rd once, Towson. Una camara", "11 Roxleigh Rd, Towson"),
        ("calle Staffordshire, casa 12105. Tres camaras", "12105 Staffordshire"),
        ("roxleigh rd, 42 children, 5 cameras, 10 days", "roxleigh rd"),
        ("one cam facing roxleigh rd, 14 days", ""),
    ],
)
def test_a_number_far_from_its_street_is_found_and_none_that_counts(text: str, place: str) -> None:
    assert read(text, NAMES).place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("my roommate and I rent unit B at 430 roxleigh rd. one cam", "430 roxleigh rd, unit B"),
        ("apartamento 6 del 1028 roxleigh rd, 1 camara", "1028 roxleigh rd, unit 6"),
        ("6500 roxleigh rd bldg 2 apt 104 one cam", "6500 roxleigh rd apt 104"),
        ("9 roxleigh rd, oh the zip is 21286, one cam", "9 roxleigh rd, 21286"),
        ("21220 / 6 roxleigh rd / 2 cameras", "6 roxleigh rd, 21220"),
        ("37 roxleigh apt B... ugh, apt C i mean. one cam", "37 roxleigh apt C"),
        ("14 roxleigh rd, towson... no, they call it white marsh. two cams", "14 roxleigh rd, white marsh"),
        ("9 roxleigh rd towson #4. one cam", "9 roxleigh rd towson, unit 4"),
        ("9 roxleigh rd, with 21093 as the zip. one cam", "9 roxleigh rd, 21093"),
        ("9 roxleigh rd: 2 cams; white marsh", "9 roxleigh rd, white marsh"),
        ("i am in towson, 9 roxleigh rd, one cam", "9 roxleigh rd, towson"),
        ("she's in Towson but I'm at 9 roxleigh rd, one cam", "9 roxleigh rd"),
        ("9 roxleigh rd, my son is 12, one cam", "9 roxleigh rd"),
    ],
)  # fmt: skip
def test_what_is_said_apart_from_the_place_is_put_behind_it(text: str, place: str) -> None:
    assert read(text, NAMES).place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("twenty four oh four roxleigh road", "2404 roxleigh road"),
        ("I live at for oh five roxleigh rd", "405 roxleigh rd"),
        ("this is for twenty four roxleigh road", "24 roxleigh road"),
        ("one twenty seven east padonia suite 110", "127 east padonia suite 110"),
        ("twelve seven courts drive", "12 seven courts drive"),
        ("vivo en quinientos quince crisfield road", "515 crisfield road"),
        ("en el doscientos treinta y nueve de crisfield rd", "239 de crisfield rd"),
        ("the address is six ten nope sorry six oh eight roxleigh rd", "608 roxleigh rd"),
        ("roxleigh road number nineteen sixteen, one cam", "1916 roxleigh road"),
        ("mi direccion es crisfield road 515", "515 crisfield road"), ("16 hundred roxleigh rd", "1600 roxleigh rd"),
        ("nine roxleigh rd towson maryland two one two eight six", "9 roxleigh rd towson maryland 21286"),
        ("a hundred and six roxleigh rd, one cam", "106 roxleigh rd"), ("one bar gate court", "1 bar gate court"),
        ("two cameras one on the front", ""),
    ],
)  # fmt: skip
def test_house_numbers_in_words_are_read_where_a_street_follows(text: str, place: str) -> None:
    assert read(text, NAMES).place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12 roxleigh rd. I mean 14, sorry, 14 is ours", "14 roxleigh rd"),
        ("12 roxleigh rd. sorry for the typos, 2 cams", "12 roxleigh rd"),
        ("7517 roxleigh rd is what my license says but the cameras r at 38 putting way", "38 putting way"),
        ("the house next to 24 putting way, mine is 22", "22 putting way"),
        ("2 2 putting way, one cam", "22 putting way"),
        ("just moved to 22 putting way", "22 putting way"),
        ("putting way 22 in towson we have 3 cams", "22 putting way in towson"),
        ("I live across from 12 roxleigh rd at 11 putting way", "11 putting way"),
        ("we moved from 12 putting way to 16 roxleigh rd last year", "16 roxleigh rd"),
        ("i meant 1610 not 1600 roxleigh rd", "1610 roxleigh rd"),
        ("2 cameras at 31 roxleigh rd... sorry, 13 roxleigh", "13 roxleigh"),
        ("2 cameras at 31 roxleigh rd, sorry for the noise, and 13 putting", "31 roxleigh rd"),
        ("11 putting way. no wait thats my daughters. i am at 17 putting way", "17 putting way"),
    ],
)
def test_what_is_taken_back_is_not_the_place(text: str, place: str) -> None:
    assert read(text, NAMES).place == place


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("seven hundred four", "704"), ("eleven twenty two", "1122"), ("ten oh nine", "1009"),
        ("one oh oh nine", "1009"),
        ("nineteen four eighteen", "19418"), ("four thousand eight hundred fifty one", "4851"),
        ("mil doscientos veinticinco", "1225"), ("once mil cien", "11100"), ("diez cero nueve", "1009"),
        ("hundred six", "106"), ("oh nine", ""), ("and six", ""), ("six and", ""), ("roxleigh", ""), ("", ""),
        ("nine nine nine nine nine nine nine", ""),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_say_them(words: str, figures: str) -> None:
    assert figures_of(words.split()) == figures


def test_without_names_no_town_and_no_street_is_known() -> None:
    assert not PlaceNames().kinds(["roxleigh"])
    assert not PlaceNames().is_town(["towson"])


def test_a_conversation_reads_the_place_by_the_agencys_names() -> None:
    asked: list[str] = []

    def locate(text: str) -> Located:
        asked.append(text)
        return Unknown()

    context = Context(locate=locate, names=lambda: NAMES, now=datetime(2026, 11, 21, tzinfo=UTC), zone=ZoneInfo("UTC"))
    take_turn(State(), "one camera on roxleigh rd, the mailbox says 1009", context)

    assert asked == ["1009 roxleigh rd"]


def test_a_word_or_two_need_no_names() -> None:
    def names() -> PlaceNames:
        raise AssertionError

    context = Context(
        locate=lambda _: Unknown(), names=names, now=datetime(2026, 11, 21, tzinfo=UTC), zone=ZoneInfo("UTC")
    )

    assert take_turn(State(), "register please", context).state.step == "address"
