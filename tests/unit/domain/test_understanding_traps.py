"""What looks like a count, a retention, an address, a way or a name in a message and is none, and the reverse."""

from __future__ import annotations

import pytest

from chalicelib.domain.day_words import days_in
from chalicelib.domain.mended_words import mended
from chalicelib.domain.registration_words import Slots, read
from chalicelib.domain.spelled_house import with_figures


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a few cameras", None), ("my cameras", None), ("several cams", None), ("5 or 6 cameras", None),
        ("cameras on all 4 sides of the house", None), ("the camera program", None), ("a camera system", None),
        ("8-camera system", 8), ("Cameras: 3", 3), ("cams x 8", 8), ("cameras (4)", 4), ("# of cameras: 2", 2),
        ("eufy x3", 3), ("3 x reolink", 3), ("2 story house with 3 cams", 3), ("16 channel NVR, 12 cameras", 12),
        ("4k cameras x 8", 8), ("a 1080p cam and a 4k cam", 2), ("one (1) camera", 1), ("twenty-four cameras", 24),
        ("half a dozen cameras", 6), ("un par de camaras", 2), ("6 cams, 4 outdoor 2 indoor", 6),
        ("8 cameras inside, 2 outside", 10), ("no outdoor ones, one inside the shop", 1),
        ("have three: two in front, one in back", 3),
        ("3 cameras, wait no 4 cameras", 4), ("two cams, no wait three, sorry", 3),
        ("i have a camera, its a ring", 1),
        ("front and back cameras", 2), ("camera 1 faces the street camera 2 the back yard", 2),
        ("has cameras, 4 of them", 4), ("I register my cameras. I have 4 cameras", 4), ("a doorbell with camera", 1),
        ("cams: doorbell facing street, fixed cam in back", 2), ("ring doorbell, $10 a month", 1),
        ("im 15, 1 doorbell cam", 1),
        ("i sold it, no cameras", None), ("one of those doorbell cameras", 1), ("2 of them, cameras that is", 2),
        ("cams 4 days 21", 4), ("tengo 2 camaras, no tengo timbre", 2), ("i dont have a doorbell, just 2 cams", 2),
        ("four counting the doorbell", 4), ("swann 4k bullet x 3", 3), ("reolink 811 x 2 and one doorbell", 3),
        ("two in front and one in back", 3), ("two in the family and one at school", None), ("3 turning 1 fixed", 4),
        ("un timbre y una camara, la camara mira la calle y el timbre mira al sur", 2), ("a blink and a wyze", 2),
        ("my camera is old. actually i have 3", 3), ("i have for cameras", 4), ("one camera back porch", 1),
        ("a doorbell and a cam, the doorbell sees the street and the cam sees the back yard", 2),
        ("one camera, 12 is my sister's", 1), ("no tengo mas que 2 camaras", 2),
    ],
)  # fmt: skip
def test_cameras_are_counted_as_they_are_meant(text: str, count: int | None) -> None:
    assert read(text).count == count


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("open 24 hours, one camera", None), ("records 24 hours a day", None), ("24/7 30 day loop", 30),
        ("24 hours", 1),
        ("since 2019", None), ("installed 2 weeks ago", None), ("lived here for 12 years", None),
        ("72 years old", None),
        ("away for two weeks", None), ("call me within 2 days", None), ("$5 a month", None), ("a few weeks", None),
        ("1TB drive, dont know how long", None), ("half a year", 180), ("un mes y medio", 45), ("quince dias", 15),
        ("about two weeks i guess", 14), ("7-10 days", 7), ("keeps 30", 30), ("# of days: 30", 30), ("14 dyas", 14),
        ("overwrites weekly", 7), ("gone after 4 days", 4), ("keeps 10 days, i mean 14 days", 14),
        ("keeps 10 days. actually 14", 14),
        ("se borra a los 10 dias", 10), ("moved in 3 months ago, keeps 10 days", 10), ("48 horas", 2),
        ("cams 4 days 21", 21), ("it tapes over after 5 days", 5), ("one cam, wk of storage", 7),
    ],
)  # fmt: skip
def test_days_are_those_of_keeping(text: str, days: int | None) -> None:
    assert read(text).days == days


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("410 555 0111. 930 zenith dr. one cam", "930 zenith dr"), ("555-0142 at 53 bridle ln", "53 bridle ln"),
        ("2 cameras on my house", ""), ("5040kemp rd 1 cam", "5040 kemp rd"), ("12 1/2 oak ave", "12 1/2 oak ave"),
        ("21715 A middletown rd, 2 cams", "21715 A middletown rd"), ("27 day coach cir one cam", "27 day coach cir"),
        ("7521 bay front rd 2 cams", "7521 bay front rd"), ("20 cavan dr faces north", "20 cavan dr"),
        ("45 ambo, two cams", "45 ambo"), ("we have 5 bedrooms and 1 camera", ""), ("3 kids and 2 dogs", ""),
        ("301 merrie hunt dr in timonium and 2 cams", "301 merrie hunt dr in timonium"),
        ("9 collis ct, dental office, 2 cams", "9 collis ct"),
        ("9 collis ct, Towson, MD 21204", "9 collis ct, Towson, MD 21204"),
        ("1009 roxleigh rd, no sorry 1011 roxleigh rd", "1011 roxleigh rd"),
        ("1009 roxleigh rd no wait 1011 one cam", "1011 roxleigh rd"),
        ("five erwood court, one camera", "5 erwood court"),
        ("seven hundred four berrymans lane", "704 berrymans lane"),
        ("Falls Rd @ Ruxton Rd, 2 cams", "Falls Rd @ Ruxton Rd"), ("esquina de York y Warren", "York y Warren"),
        ("my cam is where Brandon meets Stanmore.", "Brandon & Stanmore"),
        ("Apt 3B, 8111 Rider Ave", "Apt 3B, 8111 Rider Ave"),
        ("calle Peppermint Lane, número 67", "67 Peppermint Lane"), ("number 9 on Oak Ct, 1 cam", "9 Oak Ct"),
        ("Elm Ridge Ave 412, nest cam", "412 Elm Ridge Ave"), ("york rd 21204 two cameras", ""),
        ("Pulaski Hwy 40, 2 cams", ""), ("falls rd 2 cams, york rd 30 days", ""),
        ("14 elm ct?? jk i meant 97 birch ln", "97 birch ln"), ("14 elm ct, nevermind, 97 birch ln", "97 birch ln"),
        ("14 elm ct is my old house. its 97 birch ln", "97 birch ln"),
        ("14 elm ct, my old house was 97 birch ln", "14 elm ct"),
        ("14 elm ct. moved here from 97 birch ln", "14 elm ct"),
        ("12 oak ct - turning cam", "12 oak ct"), ("9 oak ct, tire shop, 3 cams", "9 oak ct"),
        ("9 oak ct, Snow Pt. Two cams", "9 oak ct, Snow Pt"),
    ],
)  # fmt: skip
def test_an_address_is_cut_out_whole_and_nothing_else_is_one(text: str, place: str) -> None:
    assert read(text).place == place


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("one camera, call me back", []), ("my camera, at the end of the street", []),
        ("a camera over the driveway", []),
        ("a camera points at the driveway", ["street"]), ("no se, una camara", []), ("Este, tengo una camara", []),
        ("una camara mira al este", ["e"]), ("2 cams 1 nw 1 se", ["nw", "se"]), ("2 cams, n and s", ["n", "s"]),
        ("4 cameras front back and both sides", ["street", "back", None, None]),
        ("a cam looks across the street", ["street"]),
        ("3 cameras: front door, garage, back yard", ["street", None, "back"]),
        ("2 cams, both face west", ["w", "w"]),
        ("one camera facing my neighbors yard", []), ("2 cams (n, w)", ["n", "w"]),
        ("three cams, doorbell, back, and one facing south", [None, "back", "s"]),
    ],
)  # fmt: skip
def test_ways_are_those_of_the_cameras(text: str, ways: list[str | None]) -> None:
    assert [view.way for view in read(text).views] == ways


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ring camera", []), ("a ring and a ring camera", ["doorbell", "unknown"]),
        ("1 ptz 2 fixed", ["turning", "fixed", "fixed"]),
        ("3 cams, one is a ptz the others are fixed", ["turning", "fixed", "fixed"]),
        ("one cam that rotates", ["turning"]),
        ("dos camaras una fija y una giratoria", ["fixed", "turning"]), ("una camara de timbre", ["doorbell"]),
        ("one camera being fixed next week", []), ("swann 4k bullet x 2", ["fixed", "fixed"]),
        ("three counting the doorbell", ["unknown", "unknown", "doorbell"]),
        ("two fixed cameras and one that turns", ["fixed", "fixed", "turning"]),
    ],
)  # fmt: skip
def test_kinds_are_those_of_the_cameras(text: str, kinds: list[str]) -> None:
    assert [view.kind for view in read(text).views] == kinds


@pytest.mark.parametrize(
    ("text", "indoor"),
    [("three cameras, none of them inside", [False] * 3), ("6 cams, some inside some outside", []),
     ("2 outdoor cams and 1 indoor", [False, False, True]), ("a cam inside the window looks outside", [True]),
     ("a camera in the living room", [True]), ("a cam in the kitchen window", [])],
)  # fmt: skip
def test_inside_is_what_is_said_to_be_inside(text: str, indoor: list[bool]) -> None:
    assert [view.indoor for view in read(text).views] == indoor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("its jane at 437 range rd", "jane"), ("soy maria, 2 camaras", "maria"), ("Name Pat Example.", "Pat Example"),
        ("my son jake put 2 cams up", ""), ("my dog's name is Rex", ""), ("This is Example Hardware", ""),
        ("i'm interested", ""),
        ("2 cams. Thank you. Eleanor", "Eleanor"), ("Jane Example, 14 5th ave", "Jane Example"),
        ("soy vecino de aqui", ""),
        ("dos camaras. att. Pedro", "Pedro"), ("i'm Nina btw", "Nina"), ("business name: Example Deli", ""),
        ("2 cams. Kindly, Lou", "Lou"), ("9 oak ct / 14 days / Ramona", "Ramona"), ("2 cams, Bob", "Bob"),
        ("14 oak st, Florence", ""), ("9 oak ct. Ed here, 1 cam", "Ed"), ("9 oak ct. signed Olga", "Olga"),
        ("my neighbor is here, 1 cam", ""),
        ("9 oak ct. Sincerely, Marguerite Example", "Marguerite Example"),
        ("9 oak ct. Respectfully, Theodore Example, Warden", "Theodore Example"), ("1 cam, 14 days - Kev", "Kev"),
        ("Mornin. Deke here. 9 oak ct", "Deke"), ("Videos from the street, 9 oak ct", ""),
        ("9 oak ct towson sandra speaking one cam", "sandra"), ("Lived here since 1971. 9 oak ct", ""),
        ("Flory les escribe desde 9 oak ct", "Flory"), ("dos camaras, Carmen me llamo", "Carmen"),
        ("I, Cornelius Example, offer my camera", "Cornelius Example"),
        ("Me presento: Anselmo Example, 1 camara", "Anselmo Example"),
        ("12 cameras. manager is me, Dev, 443-555-0188", "Dev"), ("9 oak ct. Cel 667 555 0134", ""),
        ("list me. Cornelius. 9 oak ct. it is a doorbell.", "Cornelius"), ("9 oak ct. Laundromat. 2 cams", ""),
        ("9 oak ct 2 cams 14 days robert", "robert"), ("robert 9 oak ct 2 cams", "robert"),
        ("9 oak ct. 2 cams. Dundalk Md", ""), ("9 oak ct. 2 cams. Thank you. Fixed.", ""),
    ],
)  # fmt: skip
def test_a_name_is_that_of_whoever_writes(text: str, name: str) -> None:
    assert read(text).name == name


def test_what_says_nothing_is_understood_as_nothing() -> None:
    assert read("good morning, how are you?") == Slots()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2camras", "2 cameras"), ("7dasy", "7 days"), ("facin the stret", "facing the street"), ("racing", "racing"),
     ("w/ 2 cams", "with 2 cams"), ("2nd st", "2nd st"), ("4k", "4k"), ("$4.99 al mes", " ")],
)  # fmt: skip
def test_typing_errors_are_mended_in_the_words_that_matter(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    ("spelled", "figures"),
    [("ten oh nine roxleigh rd", "1009 roxleigh rd"), ("at eleven twenty two oak ct", "at 1122 oak ct"),
     ("two cameras on oak street", "two cameras on oak street"), ("one thousand nine oak ct", "1009 oak ct")],
)  # fmt: skip
def test_a_house_number_in_words_becomes_figures(spelled: str, figures: str) -> None:
    assert with_figures(spelled) == figures


def test_other_times_are_cut_out_too_so_that_nobody_counts_them() -> None:
    assert days_in("2 cams keeps 3 days") == (3, "2 cams keeps  , ")


HOSTILE = (
    "2 cameras ",
    "one and ",
    "14 days ",
    "1009 a ",
    "a & b ",
    "the second one ",
    "i am A ",
    "\n",
    "( ",
    "calle 1 ",
    "no 1011 ",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_nothing_beyond_the_first_1600_characters_is_looked_at(unit: str) -> None:
    text = (unit * 1600)[:1600]

    assert read(text) == read(text + " 2 cameras at 1009 Roxleigh Rd, keeps 14 days" + unit * 10_000)
