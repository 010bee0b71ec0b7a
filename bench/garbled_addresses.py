"""Addresses as people type them: each of a city's points garbled by habits that people have, from a seed."""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from bench import habits
from bench.habits import Written
from chalicelib.domain.boundary import ManyPoints
from chalicelib.domain.place import Point
from chalicelib.domain.street import words_of
from chalicelib.domain.street_words import DIRECTIONS, TYPES
from commands import address_rows

EVERY = 10
SEED = 3
Habit = Callable[[Written, random.Random], Written]
HABITS: tuple[tuple[float, Habit], ...] = (
    (14, habits.as_it_is),
    (14, habits.mistype_name),
    (6, habits.spell_by_ear),
    (4, habits.double_or_lose_a_twin),
    (4, habits.join_or_part_words),
    (10, habits.leave_out_type),
    (8, habits.respell_type),
    (1, habits.mistake_type),
    (6, habits.leave_out_direction),
    (6, habits.respell_direction),
    (8, habits.add_unit),
    (3, habits.add_letter_to_number),
    (2, habits.part_number),
    (6, habits.respell_inner_words),
    (6, habits.introduce),
    (4, habits.punctuate),
    (2, habits.say_in_spanish),
    (4, habits.mistype_city),
)
"""How often each is met beside the others. What changes the number into another number is none: that is an error."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, and where that is."""

    text: str
    point: Point


def main(arguments: list[str]) -> int:
    """Write `typed,lat,lon,address` for every tenth point of a city, as `bench understanding --addresses` reads it."""
    parser = argparse.ArgumentParser(prog="python -m bench.garbled_addresses", description=__doc__)
    parser.add_argument("city", type=Path, help="a city's folder: addresses.csv(.gz) and boundary.geojson")
    parser.add_argument("--every", type=int, default=EVERY)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    _write(sys.stdout, garbled(options.city, every=options.every, seed=options.seed))
    return 0


def garbled(city: Path, *, every: int = EVERY, seed: int = SEED) -> Iterator[Typed]:
    """Give every so many-th point inside the boundary as somebody may type it; the same seed gives the same texts."""
    chance = random.Random(seed)
    area = ManyPoints(address_rows.boundary_in(city / "boundary.geojson"))
    for at, record in enumerate(address_rows.records_in(address_rows.addresses_file(city))):
        if at % every:
            continue
        written, point = _written(record), address_rows.point_of(record)
        if written and point and area.contain(point):
            yield Typed(garble(written, chance), point)


def garble(written: Written, chance: random.Random) -> str:
    """Write an address by one habit, or two, or now and then three, in the letters of a phone."""
    for _ in range(chance.choices((1, 2, 3), (60, 32, 8))[0]):
        habit = chance.choices([habit for _, habit in HABITS], [weight for weight, _ in HABITS])[0]
        written = habit(written, chance)
    written = habits.name_place(written, chance)
    return habits.letters(written.line(), chance)


def _written(record: Mapping[str, str]) -> Written | None:
    """Take an address apart; none where the row is no address."""
    if address_rows.refusal(record):
        return None
    words = record["STREET"].split()
    low = [word.lower().strip(".,") for word in words]
    before = words.pop(0) if len(words) > 2 and low[0] in DIRECTIONS else ""
    after = words.pop() if len(words) > 1 and low[-1] in DIRECTIONS else ""
    kind = words.pop() if len(words) > 1 and words[-1].lower().strip(".,") in TYPES else ""
    city, region, postcode = (" ".join(record.get(name, "").split()) for name in ("CITY", "REGION", "POSTCODE"))
    written = Written(number=record["NUMBER"].strip(), before=before, name=" ".join(words), kind=kind, after=after)
    return replace(written, city=city, region=region, postcode=postcode) if words_of(written.name) else None


def _write(out: TextIO, typed: Iterator[Typed]) -> None:
    rows = csv.writer(out)
    rows.writerow(("typed", "lat", "lon"))
    rows.writerows((one.text, one.point.lat, one.point.lng) for one in typed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
