"""The gazetteer's SQLite file: its tables, its units, and how a file is opened."""

from __future__ import annotations

import sqlite3
from math import floor
from pathlib import Path

SCHEMA_VERSION = 2
READABLE = frozenset({"1", "2"})
"""Version 1 has the same tables, but finds fewer spellings, and neither grid numbers nor whose a numbered road is."""
DEGREES = 1_000_000
"""Positions are kept as whole millionths of a degree: 11 cm."""
CELL = 5_000
"""Streets are found by squares of 0.005 degrees, about 550 by 430 metres at Baltimore."""
COMPASS_MARK = "~"
"""A unit that begins so is no unit: it says at which end of a lot with several buildings the point lies."""

TABLES = """
create table meta (key text primary key, value text not null) without rowid;
create table cities (id integer primary key, city text not null, postcode text not null, region text not null);
create table streets (
    id integer primary key, label text not null, core text not null, kind text not null,
    before text not null, after text not null, city integer not null references cities
);
create table spellings (id integer primary key, core text not null unique);
create table spelled (spelling integer, street integer, primary key (spelling, street)) without rowid;
create table traces (trace integer, spelling integer, primary key (trace, spelling)) without rowid;
create table points (
    street integer, number integer, suffix text, unit text, lat integer not null, lng integer not null,
    primary key (street, number, suffix, unit)
) without rowid;
create table cells (cell integer, street integer, primary key (cell, street)) without rowid;
create table rings (polygon integer, ring integer, positions blob not null, primary key (polygon, ring));
"""


def cell_at(row: int, column: int) -> int:
    """Give the number of the square in a row (south to north) and a column (west to east)."""
    return row * 100_000 + column


def cell_of(lat: int, lng: int) -> tuple[int, int]:
    """Give row and column of the square that holds a position in millionths of a degree."""
    return floor(lat / CELL) + 20_000, floor(lng / CELL) + 40_000


def open_file(path: Path) -> sqlite3.Connection:
    """Open a finished file to read. Raises ValueError where it is of another version or no gazetteer at all."""
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        row = connection.execute("select value from meta where key = 'schema'").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise ValueError("this is no gazetteer file") from error
    if row is None or row[0] not in READABLE:
        connection.close()
        raise ValueError("this gazetteer file has another version: import the addresses again")
    return connection
