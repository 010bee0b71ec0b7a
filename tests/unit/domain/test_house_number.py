"""House numbers in the forms that cities have, and as people type them."""

import pytest

from chalicelib.domain.address_text import House, readings
from chalicelib.domain.house_number import Door, door_of
from chalicelib.domain.mended import mended


@pytest.mark.parametrize(
    ("written", "door", "shown"),
    [
        ("1009", Door(1009), "1009"),
        ("0012.0", Door(12), "12"),
        ("1009A", Door(1009, "A"), "1009A"),
        ("1009-b", Door(1009, "B"), "1009B"),
        ("1009 1/2", Door(1009, "1/2"), "1009 1/2"),
        ("86-12", Door(86, "-12"), "86-12"),
        ("W204N11912", Door(11912, "^W204N"), "W204N11912"),
        ("w204 n11912", Door(11912, "^W204N"), "W204N11912"),
        ("N6789", Door(6789, "^N"), "N6789"),
    ],
)
def test_an_agencys_number_is_kept_as_it_is_shown(written: str, door: Door, shown: str) -> None:
    found = door_of(written)

    assert found == door
    assert found.text() == shown


@pytest.mark.parametrize("written", ["", "0", "A", "1009 Main", "12345678"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert door_of(written) is None


def test_another_number_of_a_hyphenated_block_is_another_house() -> None:
    assert Door(86, "-12").fit(Door(86, "-14")) == 0
    assert Door(86, "-12").twins() == [Door(8612)]
    assert Door(8612).twins() == [Door(86, "-12")]


def likely(text: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(written.number, written.words) for written in readings(text) if isinstance(written, House)]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("1,009 roxleigh rd", 1009, ("roxleigh", "rd")),
        ("no. 1009 roxleigh rd", 1009, ("roxleigh", "rd")),
        ("we live at #1009 roxleigh", 1009, ("roxleigh",)),
        ("1oo9 roxleigh", 1009, ("roxleigh",)),
        ("One Main St", 1, ("main", "st")),
        ("Twenty-Three Oak Ln, 21286", 23, ("oak", "ln")),
        ("1 0 0 9 roxleigh rd", 1009, ("roxleigh", "rd")),
        ("Roxleigh Rd 1009", 1009, ("roxleigh", "rd")),
        ("calle maple 2405, sparrows point", 2405, ("calle", "maple")),
        ("455 S 300 E", 455, ("s", "300", "e")),
        ("123 5 ave", 123, ("5", "ave")),
        ("W204 N11912 Goldendale Rd", 11912, ("goldendale", "rd")),
        ("calle bunker hill 17907", 17907, ("calle", "bunker", "hill")),
    ],
)
def test_the_likeliest_number_is_the_houses(text: str, number: int, words: tuple[str, ...]) -> None:
    assert likely(text)[0] == (number, words)


@pytest.mark.parametrize("text", ["10 09 roxleigh rd", "1 009 roxleigh rd"])
def test_a_dictated_number_comes_in_two_parts(text: str) -> None:
    assert (1009, ("roxleigh", "rd")) in likely(text)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (["2nd", "stret"], ["2nd", "street"]),
        (["secobd", "ave"], ["second", "ave"]),
        (["us", "higway", "1"], ["us", "highway", "1"]),
        (["gunpowderrd"], ["gunpowder", "rd"]),
        (["roxleigh", "road"], ["roxleigh", "road"]),
    ],
)
def test_words_that_all_streets_share_are_put_right(words: list[str], right: list[str]) -> None:
    assert mended(words) == right


def test_a_letter_may_belong_to_the_number_or_to_the_street() -> None:
    assert {words for _, words in likely("3605 C Southside")} == {("southside",), ("c", "southside")}
