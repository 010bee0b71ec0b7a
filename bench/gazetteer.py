"""`./porchlight bench gazetteer`: size of the address file, and what opening and asking it costs, at half a million."""

from __future__ import annotations

import argparse
import csv
import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

from bench.city import MIDDLE
from bench.garbled_addresses import garbled
from bench.odd_cities import HEADER
from chalicelib.domain.place import Point
from chalicelib.store.gazetteer import SqliteGazetteer
from chalicelib.store.gazetteer_file import open_file
from commands.address_rows import addresses_file
from commands.addresses import build

POINTS, ASKED = 500_000, 500
SYLLABLES = (
    "ash", "bar", "bel", "brook", "carl", "ches", "clair", "dal", "dun", "east", "ed", "fair", "ford", "glen", "green",
    "hamp", "har", "hill", "ing", "ken", "lake", "lan", "leigh", "lin", "lock", "mar", "mont", "nor", "oak", "park",
    "pine", "rav", "red", "ridge", "rock", "rose", "rox", "shel", "stone", "sum", "ton", "val", "ver", "wal", "west",
    "wick", "wil", "win", "wood", "york",
)  # fmt: skip
KINDS = ("RD", "ST", "AVE", "DR", "CT", "LN", "WAY", "CIR", "PL", "BLVD")
TOWNS = ("ASHTON", "BELFORD", "CLAIRMONT", "DUNHAM", "EASTWICK", "FAIRHILL", "GLENWOOD", "HARTON", "KENWOOD", "LINDALE")
HOSTILE = (
    "100 main main main main main main main main main main main main",
    "1 a b c d e f g h i j k",
    "5 " + "oakwoodridge" * 12,
    "12 12 12 12 12 12 ave ave ave",
    "park & park", "1009 roxxleiggh rd blah blah blah", "39.29,-76.61", "calle calle calle 5",
)  # fmt: skip
"""Texts that ask for much: many readings, long words, names that hundreds of streets resemble."""


class Counted:
    """A gazetteer and how many steps SQLite's machine took for it, in tens."""

    def __init__(self, path: Path) -> None:
        self.steps = 0
        self.gazetteer = SqliteGazetteer(path, connect=self._connect)

    def _connect(self, path: Path) -> sqlite3.Connection:
        connection = open_file(path)
        connection.set_progress_handler(self._step, 10)
        return connection

    def _step(self) -> int:
        self.steps += 10
        return 0


def main(arguments: list[str]) -> int:
    """Print the figures; give 1 where the file is over 30 MB, or opening and asking it takes more than 10 ms."""
    parser = argparse.ArgumentParser(prog="./porchlight bench gazetteer", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--points", type=int, default=POINTS, help="how many address points the made-up city has")
    parser.add_argument("--city", type=Path, help="a city's folder in place of the made-up one")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        city = options.city or write_city(Path(folder) / "city", options.points)
        figures = measured(city, Path(folder) / "gazetteer.sqlite")
    print(json.dumps(figures) if options.json else "\n".join(f"{name:<24} {value}" for name, value in figures.items()))
    return 0 if figures["mb"] < 30 and figures["open_ms"] + figures["ask_ms_slowest"] < 10 else 1


def measured(city: Path, path: Path, *, asked: int = ASKED) -> dict[str, float]:
    """Build a city's file and ask it garbled addresses, hostile ones and coordinates.

    Milliseconds are of processor time and the best of three, so that other processes count little; steps are those of
    SQLite's machine.
    """
    report = build(addresses_file(city), city / "boundary.geojson", path)
    every = max(report.points // asked, 1)
    texts = [*(one.text for one in garbled(city, every=every)), *HOSTILE]
    opening = min(_open_ms(path) for _ in range(5))
    counted, gazetteer = Counted(path), SqliteGazetteer(path)
    gazetteer.find(texts[0])
    counted.gazetteer.find(texts[0])
    times = [min(_ask_ms(gazetteer, text) for _ in range(3)) for text in texts]
    steps = [_steps(counted, text) for text in texts]
    middle = gazetteer.middle()
    return {
        "points": report.points,
        "streets": report.streets,
        "mb": round(report.size / 1e6, 1),
        "bytes_a_point": round(report.size / report.points, 1),
        "open_ms": round(opening, 2),
        "asked": len(texts),
        "ask_ms_median": round(median(times), 2),
        "ask_ms_slowest": round(max(times), 2),
        "steps_median": median(steps),
        "steps_most": max(steps),
        "nearest_ms": round(min(_nearest_ms(gazetteer, middle) for _ in range(5)), 2),
    }


def write_city(folder: Path, points: int, *, seed: int = 9) -> Path:
    """Write a made-up city's folder: names of two or three syllables, some alike, on streets of some forty houses."""
    folder.mkdir(parents=True)
    with (folder / "addresses.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        rows.writerows(_rows(points, random.Random(seed)))
    lat, lng = MIDDLE.lat, MIDDLE.lng
    ring = [[lng - 1, lat - 1], [lng + 1, lat - 1], [lng + 1, lat + 1], [lng - 1, lat + 1], [lng - 1, lat - 1]]
    (folder / "boundary.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}), encoding="utf-8")
    return folder


def _rows(points: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    made = 0
    while made < points:
        name = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))).upper()
        before = chance.choice(("", "", "", "", "N ", "S "))
        street, town = f"{before}{name} {chance.choice(KINDS)}", chance.randrange(len(TOWNS))
        houses, first = chance.randrange(8, 80), chance.choice((1, 100, 1000, 2200))
        south, west = chance.uniform(-0.25, 0.25), chance.uniform(-0.25, 0.25)
        for house in range(min(houses, points - made)):
            lat, lng = MIDDLE.lat + south + house * 0.00012, MIDDLE.lng + west + house % 2 * 0.0003
            place = (TOWNS[town], "", "MD", f"21{200 + town}")
            yield (round(lng, 6), round(lat, 6), first + house, street, "", *place, made + house, "")
        made += houses


def _open_ms(path: Path) -> float:
    start = process_time()
    SqliteGazetteer(path).places()
    return (process_time() - start) * 1000


def _ask_ms(gazetteer: SqliteGazetteer, text: str) -> float:
    start = process_time()
    gazetteer.find(text)
    return (process_time() - start) * 1000


def _nearest_ms(gazetteer: SqliteGazetteer, point: Point) -> float:
    start = process_time()
    gazetteer.nearest(point)
    return (process_time() - start) * 1000


def _steps(counted: Counted, text: str) -> int:
    before = counted.steps
    counted.gazetteer.find(text)
    return counted.steps - before


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
