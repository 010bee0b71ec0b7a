"""What first messages say in ways of their own: corrections, dictated marks, what others have, titles, letters."""

from __future__ import annotations

import pytest

from chalicelib.domain.place_names import PlaceNames
from chalicelib.domain.registration_words import read
from chalicelib.domain.street import parse, spellings, words_of

_STREETS = ("GARSTON CT", "STAFFORDSHIRE RD", "TODD AVE", "DUNELLEN DR")
NAMES = PlaceNames.of(
    [(core, parse(words_of(street)).kind) for street in _STREETS for core in spellings(words_of(street))],
    ["COCKEYSVILLE", "TOWSON"],
    ["21030"],
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("GARSTON CT 4 COCKEYSVILLE - ONE CAM", "4 GARSTON CT COCKEYSVILLE"),
        ("garston ct 8 in cockeysville, one camera", "8 garston ct in cockeysville"),
        ("831 staffordshire rd apt 3D, ring doorbell", "831 staffordshire rd apt 3D"),
        ("831 staffordshire rd unit 4H, keeps 4h", "831 staffordshire rd unit 4H"),
        ("831 staffordshire rd not apt 3, apt 4, one cam", "831 staffordshire rd, unit 4"),
        ("916 dunellen drive comma towson comma one camera period", "916 dunellen drive, towson"),
        ("garston ct 2 cameras", "garston ct"),
    ],
)
def test_the_place_ends_where_it_was_meant_to(text: str, place: str) -> None:
    assert read(text, NAMES).place == place


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("one camera pointing east. well south east", "se"),
        ("cam faces sw over the water. no wait, se", "se"),
        ("cam faces north, or rather northwest", "nw"),
        ("one camera looking at the street. no, the back yard", "back"),
        ("una camara mira al sur, digo al norte", "n"),
        ("one camera at the street, no back yard", "street"),
    ],
)
def test_the_last_way_counts(text: str, way: str) -> None:
    assert [view.way for view in read(text).views] == [way]


@pytest.mark.parametrize(
    ("text", "indoor"),
    [("una camara interior no, perdón, es afuera", False), ("one camera outside, no wait, inside", True)],
)
def test_the_last_of_in_and_out_counts(text: str, *, indoor: bool) -> None:
    assert [view.indoor for view in read(text).views] == [indoor]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Camera A faces NE. Camera B faces SW. Camera C is the doorbell.", 3),
        ("camera number one looks south, camera number two north, there is no camera number three", 2),
        ("its a doorbell thing that films people", 1), ("got one of those doorbell camera things", 1),
        ("i saw the camera thing on facebook, we have 2 cams", 2),
        ("Es una sola cámara, de timbre.", 1), ("dos camaras, de timbre", 2),
        ("register the new one, it has a video doorbell", 1),
        ("two cams, the new one faces the street", 2),
        ("my cousin, she has 4 cameras in Dundalk but I only have 1", 1),
        ("mi hermana tiene 4 camaras en Dundalk, yo solo tengo una", 1),
        ("my husband has 2 cameras out back", 2),
        ("my son has 2 cameras in the back and i have a doorbell", 3),
    ],
)  # fmt: skip
def test_only_the_own_cameras_count_and_each_once(text: str, count: int) -> None:
    assert read(text).count == count


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2 cams, keeps em 1 week i think... checked, its 9 days", 9),
        ("2 cams, keeps 30 days... let me check... 14 days", 14),
        ("2 cams, front keeps 7 days back keeps 9 days", 7),
        ("2 camaras, nos rompieron el vidrio dos veces en un mes", None),
        ("two cameras retention period 14 days", 14),
    ],
)
def test_days_are_those_that_were_looked_up(text: str, days: int | None) -> None:
    assert read(text).days == days


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("this is Father Anselm... well, just Anselm. One camera.", "Anselm"),
        ("my name is Roberto but everybody calls me Beto. one cam", "Beto"),
        ("one cam. ask for Zebulon, thats me", "Zebulon"), ("ask for Denise at the counter. 2 cams", ""),
        ("Hi! Synagogue security volunteer, Avi. 6 cameras", "Avi"),
        ("hoa prez. cameras at the pool (2)", ""), ("call me Friday, 2 cams", ""),
    ],
)  # fmt: skip
def test_a_name_is_what_somebody_is_called_and_not_what_they_are(text: str, name: str) -> None:
    assert read(text).name == name


@pytest.mark.parametrize("text", ["one bulet camera", "1 fxed camera", "one statinary camera"])
def test_typing_errors_in_kinds_are_mended(text: str) -> None:
    assert [view.kind for view in read(text).views] == ["fixed"]


@pytest.mark.parametrize(
    "unit", ["my cousin has 4 cameras ", "comma period ", "no wait north ", "camera a ", "ask for A, ", "the new one "]
)
def test_hostile_repetition_ends(unit: str) -> None:
    read(unit * 200, NAMES)
