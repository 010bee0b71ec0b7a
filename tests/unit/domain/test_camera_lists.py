"""How many cameras lists, sums and corrections come to, and what is said of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.day_words import days_in
from chalicelib.domain.plain_words import plain_list
from chalicelib.domain.registration_words import read
from chalicelib.domain.view import View

BELL, BACK, STREET, ROOM, ANY = (
    View(kind="doorbell"),
    View(way="back"),
    View(way="street"),
    View(indoor=True),
    View(),
)
FIXED, TURNING = View(kind="fixed"), View(kind="turning")


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("doorbell, one in back, 2 parking lot", [BELL, BACK, ANY, ANY]),
        ("cams: a doorbell, one in back", [BELL, BACK]),
        ("cams\n1 front door\n1 alley\n2 kitchen", [STREET, BACK, ROOM, ROOM]),
        ("Back: 2. Front: 1. Doorbell: 1.", [BACK, BACK, STREET, BELL]),
        ("DOORBELL 2\nALLEY 1\nSTREET 1", [BELL, BELL, BACK, STREET]),
        ("doorbell x2 / inside hallway x1", [BELL, BELL, ROOM]),
        ("front: doorbell, back: 2 cams", [View(kind="doorbell", way="street"), BACK, BACK]),
        ("1. doorbell 2. back yard 3. driveway", [BELL, BACK, ANY]),
        ("cam 1 doorbell / cam 2 fixed, alley", [BELL, View(kind="fixed", way="back")]),
        ("in back i have 2 cams and in front a doorbell", [BACK, BACK, View(kind="doorbell", way="street")]),
        ("cameras: front porch, alley, alley", [STREET, BACK, BACK]),
        ("ring doorbell, driveway, backyard", [BELL, ANY, BACK]),
        ("doorbell + ptz", [BELL, TURNING]),
        ("ring doorbell and 2 ring stickup cams", [BELL, ANY, ANY]),
        ("blink mini in the bedroom and a ring doorbell", [ROOM, BELL]),
        ("una en la puerta de enfrente, dos en la sala y un timbre con camara", [STREET, ROOM, ROOM, BELL]),
        ("dos camaras: la de la calle y la de atras", [STREET, BACK]),
        ("en la cocina hay una camara y en el patio otra", [ROOM, BACK]),
        ("i have two cams one is the doorbell and the other won is in the backyard", [BELL, BACK]),
    ],
)  # fmt: skip
def test_each_part_of_a_list_is_a_camera_of_its_own(text: str, views: list[View]) -> None:
    assert list(read(text).views) == views


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("3 cameras: a doorbell and 2 cams in back", [BELL, BACK, BACK]),
        ("6 cams total: 1 doorbell, 2 street, 3 kitchen", [BELL, STREET, STREET, ROOM, ROOM, ROOM]),
        ("2 cams 1 doorbell so 3 total", [ANY, ANY, BELL]),
        ("4 total, one is the doorbell", [BELL, ANY, ANY, ANY]),
        ("two alley cams, one in the kitchen, so 3 cameras in all", [BACK, BACK, ROOM]),
        ("2 fixed cams in the alley, 1 kitchen, 1 ptz", [View(kind="fixed", way="back")] * 2 + [ROOM, TURNING]),
        ("4 camaras: 2 giratorias, 2 fijas", [TURNING, TURNING, FIXED, FIXED]),
        ("three cameras in the play room one on the front door", [ROOM, ROOM, ROOM, STREET]),
        ("8 cameras, 2 ptz, the rest fixed", [TURNING] * 2 + [FIXED] * 6),
        ("i have the one camera, a doorbell camera", [BELL]),
        ("three cams north south west", [View(way="n"), View(way="s"), View(way="w")]),
    ],
)  # fmt: skip
def test_a_number_for_all_is_added_up_once(text: str, views: list[View]) -> None:
    assert list(read(text).views) == views


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2 cams jk 3 i forgot the doorbell", 3), ("3 cameras no wait 4", 4), ("Had 5 cams, now there's 3", 3),
        ("I have 2 cameras. Correction, my son says 3.", 3), ("no son tres, son dos camaras", 2),
        ("was 2 cameras, now only the doorbell", 1), ("my cameras are two, make that three since sunday", 3),
        ("6 camaras, no, perdon, 8 con las de la cocina", 8), ("used to have 4 cameras now only 2", 2),
    ],
)  # fmt: skip
def test_the_last_number_counts_where_one_takes_back_another(text: str, count: int) -> None:
    assert read(text).count == count


@pytest.mark.parametrize(
    "talk",
    [
        "my neighbor has 4 cameras", "i want to buy 3 more next month", "there are 4 of us in the house",
        "two guys came up the street around 3 in the morning", "my house is the second one on the left",
        "they stole 2 bikes from the garage", "the bus stops in front of my house", "somos cuatro en la casa",
        "my dad is 90 and his room is in the back",
        "thanks a lot one and all", "not a doorbell", "me robaron dos cajas",
        "the alley behind us is dark", "nobody called back", "do you need the street too", "cost us 1,150 dollars",
    ],
)  # fmt: skip
def test_what_else_people_say_is_no_camera_and_no_place_of_one(talk: str) -> None:
    assert read(f"one camera on the porch. {talk}.").views == (STREET,)
    assert read(f"{talk}. one camera on the porch.").views == (STREET,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the kind that spins", "turning"), ("it pans around", "turning"), ("da vueltas", "turning"),
        ("goes side to side by itself", "turning"), ("it revolves", "turning"), ("does not move", "fixed"),
        ("no se mueve", "fixed"), ("it stays put", "fixed"), ("bullet", "fixed"), ("its a stationary one", "fixed"),
    ],
)  # fmt: skip
def test_a_kind_is_told_in_many_words(text: str, kind: str) -> None:
    assert [view.kind for view in read(f"one camera, {text}").views] == [kind]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("after 12 days it is gone", 12), ("graba encima cada semana", 7), ("como dos semanitas", 14),
        ("i can pull up the last 14 days", 14), ("keeps 1.5 weeks", 10), ("the box has 30 days on it", 30),
        ("it said 30 days on the box but its really 10", 10), ("our recorder only does 24 hours", 1),
        ("memory fills up in 3 days", 3), ("used to be 7 days now its 30", 30), ("a la semana se borra", 7),
        ("had them 6 months", None), ("trash day is every two weeks", None), ("battery lasts 3 months", None),
        ("took two weeks to get it installed", None), ("me dio 6 meses de garantia", None), ("24 hour store", None),
        ("i have been at this address for 46 years", None), ("thought it over for a week", None),
    ],
)  # fmt: skip
def test_days_of_keeping_are_told_from_other_times(text: str, days: int | None) -> None:
    assert read(f"one cam. {text}").days == days
    assert (days_in(plain_list(text)) or (None,))[0] == days or "1.5" in text


PARTS = (("2 in back", 2), ("one kitchen", 1), ("3 parking lot", 3), ("alley 2", 2), ("1 doorbell", 1),
         ("a ptz on the roof", 1), ("two garage cams", 2), ("1 cam on the side gate", 1))  # fmt: skip


@given(
    parts=st.lists(st.sampled_from(PARTS), min_size=2, max_size=4, unique=True),
    mark=st.sampled_from([", ", "\n", "; ", " / "]),
    headed=st.booleans(),
)
def test_a_list_comes_to_the_sum_of_its_parts(parts: list[tuple[str, int]], mark: str, headed: bool) -> None:  # noqa: FBT001
    count = sum(number for _, number in parts)
    head = f"{count} cameras: " if headed else "cams: "

    assert read(head + mark.join(text for text, _ in parts)).count == count
