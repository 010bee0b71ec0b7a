"""Reads an agency's address points: OpenAddresses columns, whatever their order, and what makes a row an address."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from math import isfinite
from pathlib import Path
from typing import IO

from chalicelib.domain.boundary import Boundary, read_boundary
from chalicelib.domain.house_number import Door, door_of
from chalicelib.domain.place import Point
from chalicelib.domain.street import parse, words_of
from chalicelib.domain.street_words import STATE_NAMES
from chalicelib.store.gazetteer_file import DEGREES

NEEDED = ("LON", "LAT", "NUMBER", "STREET")
_BESIDES = re.compile(r"[\s,;/&#+]+")
MAY = ("UNIT", "CITY", "REGION", "POSTCODE")


def addresses_file(city: Path) -> Path:
    """Give the address points of a city's folder; raises ValueError where there are none."""
    found = next((city / name for name in ("addresses.csv", "addresses.csv.gz") if (city / name).exists()), None)
    if found is None:
        raise ValueError(f"{city} holds neither addresses.csv nor addresses.csv.gz")
    return found


def boundary_in(path: Path) -> Boundary:
    """Read a GeoJSON boundary; raises ValueError with a sentence for the administrator."""
    try:
        return read_boundary(json.loads(path.read_text(encoding="utf-8-sig")))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise ValueError(f"{path.name} cannot be read as a GeoJSON boundary: {error}") from error


def records_in(path: Path) -> Iterator[dict[str, str]]:
    """Give each row with its column names in capitals; columns that we do not know are ignored."""
    with _open(path) as file:
        yield from _records(file, path.name)


def refusal(record: Mapping[str, str]) -> str:
    """Say why a row is no address; empty where it is one."""
    if house_number(record) is None:
        return "no house number"
    if not parse(words_of(street_of(record))).core:
        return "no street"
    return "" if position(record) else "no place on earth"


def street_of(record: Mapping[str, str]) -> str:
    return " ".join(record["STREET"].split()).strip(" ,.;")


def house_number(record: Mapping[str, str]) -> Door | None:
    """Give the number; of what a column holds besides (`12 REAR`, `12;14`, `12 APT 3`) only the first number counts."""
    return door_of(record["NUMBER"]) or door_of(_BESIDES.split(record["NUMBER"].strip(), maxsplit=1)[0])


def position(record: Mapping[str, str]) -> tuple[int, int] | None:
    """Give latitude and longitude in millionths of a degree."""
    try:
        lat, lng = float(record["LAT"]), float(record["LON"])
    except ValueError:
        return None
    real = isfinite(lat) and isfinite(lng) and abs(lat) <= 90 and abs(lng) <= 180 and (lat, lng) != (0, 0)
    return (round(lat * DEGREES), round(lng * DEGREES)) if real else None


def point_of(record: Mapping[str, str]) -> Point | None:
    place = position(record)
    return Point(place[0] / DEGREES, place[1] / DEGREES) if place else None


def town_of(record: Mapping[str, str]) -> tuple[str, str, str]:
    """Give city, postcode and state, in capitals."""
    city = " ".join(record.get("CITY", "").split()).upper()
    region = "".join(words_of(record.get("REGION", "")))
    postcode = re.match(r"\d{4,5}", record.get("POSTCODE", ""))
    return city, postcode[0].zfill(5) if postcode else "", STATE_NAMES.get(region, region)


def unit_of(record: Mapping[str, str]) -> str:
    words = words_of(record.get("UNIT", ""))
    return (words[-1] if words else "").upper()[:8]


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", errors="replace", newline="")
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def _records(file: IO[str], name: str) -> Iterator[dict[str, str]]:
    try:
        lines = csv.reader(file)
        header = [column.strip().upper() for column in next(lines, [])]
        missing = [column for column in NEEDED if column not in header]
        if missing:
            raise ValueError(f"{name}: the column {' and '.join(missing)} is missing")
        places = {column: header.index(column) for column in (*NEEDED, *MAY) if column in header}
        for line in lines:
            if line:
                yield {column: line[at].strip() if at < len(line) else "" for column, at in places.items()}
    except (csv.Error, EOFError, gzip.BadGzipFile) as error:
        raise ValueError(f"{name} cannot be read: {error}") from error
