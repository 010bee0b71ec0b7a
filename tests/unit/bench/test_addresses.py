"""The measure of addresses, and the garbler that it has for its own."""

import json
import random
from pathlib import Path

import pytest

from bench.addresses import measure_addresses, measure_garbled
from bench.garbled_addresses import garble, garbled
from bench.habits import Written
from tests.gazetteers import CITY, HEADER, ROWS, SQUARE


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "addresses.csv").write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    (tmp_path / "boundary.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [SQUARE]}))
    return tmp_path


def measured(city: Path, *lines: str) -> dict[str, int]:
    (city / "typed.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return measure_addresses(city / "typed.csv", city)


def test_an_answer_counts_for_what_it_is(city: Path) -> None:
    figures = measured(
        city,
        "typed,lat,lon",
        "1009 roxleigh rd,39.4307,-76.5554",
        "1009 roxleigh rd,39.4507,-76.5554",
        "12 oak,39.45,-76.54",
        "77 nowhere blvd,39.45,-76.54",
    )

    assert figures == {"of": 4, "within_50_m": 2, "beyond_200_m_unasked": 1, "asked": 1, "unknown": 1}


@pytest.mark.parametrize(
    "lines",
    [
        ("LON,id,Typed,LAT", '-76.5554,7,"1009 roxleigh rd, towson",39.4307'),
        ("\ufefflatitude;longitude;address", "39.4307;-76.5554;1009 Roxleigh Rd, Towson"),
        ("1009 roxleigh,39.4307,-76.5554",),
    ],
)
def test_columns_are_found_by_their_names_and_others_ignored(city: Path, lines: tuple[str, ...]) -> None:
    assert measured(city, *lines)["within_50_m"] == 1


def test_a_file_without_the_columns_is_refused(city: Path) -> None:
    with pytest.raises(ValueError, match="typed, lat and lon"):
        measured(city, "street,number", "roxleigh,1009")


def test_the_same_seed_garbles_alike_and_another_differently() -> None:
    one, again, other = ([typed.text for typed in garbled(CITY, seed=seed)] for seed in (3, 3, 4))

    assert one == again != other


def test_garbling_never_makes_another_house_number() -> None:
    chance = random.Random(5)
    written = Written(number="1009", name="ROXLEIGH", kind="RD", city="TOWSON", region="MD", postcode="21286")

    texts = [garble(written, chance) for _ in range(300)]

    assert all("1009" in text.replace(" ", "").replace(",", "") for text in texts)
    assert len(set(texts)) > 150


def test_the_demo_city_is_found_as_people_type_it() -> None:
    figures = measure_garbled(CITY, every=5)

    assert figures["within_50_m"] >= 0.98 * figures["of"]
    assert figures["beyond_200_m_unasked"] <= 0.001 * figures["of"]
