"""What one message says about cameras."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.camera_words import numbered
from chalicelib.domain.plain_words import plain_list
from chalicelib.domain.registration_words import clean_name, is_trigger, read
from chalicelib.domain.view import View

BELL_AT_THE_STREET = View(kind="doorbell", way="street")
AT_THE_BACK = View(way="back")


def test_one_message_says_it_all():
    slots = read("REGISTER 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days")

    assert (slots.place, slots.count, slots.days) == ("1009 Roxleigh Rd Towson", 2, 14)


def test_free_talk_says_it_all():
    slots = read("hi i have a ring doorbell facing the street at 1009 roxleigh rd and a cam in back, saves 30 days")

    assert (slots.place, slots.count, slots.days) == ("1009 roxleigh rd", 2, 30)
    assert slots.views == (BELL_AT_THE_STREET, AT_THE_BACK)


@pytest.mark.parametrize(
    ("text", "count"),
    [("2 cameras", 2), ("one camera", 1), ("three cams", 3), ("a ring doorbell", 1), ("1 doorbell 2 outdoor cams", 3),
     ("3 cameras: a doorbell and 2 cams in back", 3), ("tengo 2 camaras", 2), ("una cámara", 1), ("both cameras", 2),
     ("2 nest cams and 1 ring", 3), ("500 cameras", 50), ("14 days", None), ("hello", None)],
)  # fmt: skip
def test_cameras_are_counted(text, count):
    assert read(text).count == count


@pytest.mark.parametrize(
    ("text", "days"),
    [("keeps 14 days", 14), ("14d", 14), ("saves 30 days", 30), ("two weeks", 14), ("a month", 30), ("72 hrs", 3),
     ("one indoor camera, keeps 24 hours", 1),
     ("a camera 24 hours a day", None), ("I moved in 3 months ago, keeps 10 days", 10), ("guardan 14 días", 14),
     ("7 to 10 days", 7), ("North cam and dog", None), ("2 cameras", None)],
)  # fmt: skip
def test_retention_is_read_in_days(text, days):
    assert read(text).days == days


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("2 cameras facing the street", (View(way="street"), View(way="street"))),
        ("my camera looks NE", (View(way="ne"),)),
        ("3 cameras, one faces north, one the back yard and one watches the driveway",
         (View(way="n"), View(way="back"), View(way="street"))),
        ("1 doorbell 2 outdoor cams", (View(kind="doorbell"), View(indoor=False), View(indoor=False))),
        ("a cam and a doorbell", (View(), View(kind="doorbell"))),
        ("one indoor camera", (View(indoor=True),)),
        ("2 cameras", ()),
    ],
)  # fmt: skip
def test_each_camera_gets_its_view(text, views):
    assert read(text).views == views


@pytest.mark.parametrize(
    ("text", "name"),
    [("my name is Jane Example, 4 cameras", "Jane Example"), ("me llamo Ana Ejemplo y tengo una camara", "Ana Ejemplo"),
     ("I'm Bob Example at 1009 Roxleigh Rd", "Bob Example"), ("i am at home", ""), ("2 cameras", "")],
)  # fmt: skip
def test_a_name_is_heard_where_somebody_says_that_it_is_one(text, name):
    assert read(text).name == name


@pytest.mark.parametrize("text", ["REGISTER", "register my cameras", "CAMERA 1009 Roxleigh Rd", "Join", "please join"])
def test_a_trigger_opens_a_registration(text):
    assert is_trigger(text)


@pytest.mark.parametrize("text", ["my camera", "rejoin", "cameraman", "hello"])
def test_other_words_are_no_trigger(text):
    assert not is_trigger(text)


def test_a_name_is_cleaned():
    assert clean_name("  Jane\x00 \n Example. ") == "Jane Example"
    assert clean_name("1234") == ""
    assert len(clean_name("x" * 500)) == 60


@given(st.text(max_size=2000))
def test_no_text_breaks_the_reader(text):
    read(text)


@pytest.mark.parametrize("unit", ["2 cameras ", "one and ", "14 days ", "i am A ", "north ", "my name is ", "1009 Rd "])
def test_hostile_repetition_is_bounded(unit):
    read(unit * 400)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("street, back yard", {1: "street", 2: "back"}),
        ("Street; back.", {1: "street", 2: "back"}),
        ("street and back yard", {1: "street", 2: "back"}),
        ("1 street, 2 back yard", {1: "street", 2: "back"}),
        ("1) street 2) back yard", {1: "street", 2: "back"}),
        ("2 back yard", {2: "back"}),
        ("1 north, 2 street, 3 back yard", {1: "n", 2: "street"}),
        ("both the street", {1: "street", 2: "street"}),
    ],
)
def test_a_list_without_numbers_goes_by_the_order_of_the_cameras(text, ways):
    assert {at: view.way for at, view in numbered(plain_list(text), 2).items()} == ways
