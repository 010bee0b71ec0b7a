"""Made-up cities of other habits than Baltimore County's: grids, hyphens, quadrants, Spanish names, numbered roads."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

SOUTH, WEST = 40.0, -90.0
STEP = 0.004
"""Degrees between two streets, some 400 metres."""
HEADER = ("LON", "LAT", "NUMBER", "STREET", "UNIT", "CITY", "DISTRICT", "REGION", "POSTCODE", "ID", "HASH")


class House(NamedTuple):
    """One address: its number and street as such a city writes them, and where it stands in steps from a corner."""

    number: str
    street: str
    east: float
    north: float


def utah() -> Iterator[House]:
    """Addresses are coordinates: 455 S 300 E stands 300 east of the temple and 455 south of it."""
    for block in range(1, 16):
        for number in range(105, 1500, 50):
            for side, other in (("S", "E"), ("S", "W"), ("N", "E"), ("N", "W")):
                north = number / 100 * (1 if side == "N" else -1)
                east = block * (1 if other == "E" else -1)
                yield House(str(number), f"{side} {block}00 {other}", east, north)
                yield House(str(number + 3), f"{other} {block}00 {side}", north * (1 if other == "E" else -1), east)


def wisconsin() -> Iterator[House]:
    """Numbers that say where on a county's grid they are: W204N11912 Goldendale Rd, N95W17300."""
    roads = ("Goldendale Rd", "Appleton Ave", "Mequon Rd", "County Line Rd", "Pilgrim Rd", "Lannon Rd", "Good Hope Rd")
    for at, road in enumerate(roads):
        for house in range(40):
            yield House(f"W{180 + at * 4}N{11000 + house * 37}", road, at * 2, house / 4)
            yield House(f"N{90 + at * 3}W{17000 + house * 41}", f"{road.split()[0]} Ct", house / 4, at * 2 + 20)
            yield House(f"N{6001 + house * 22}", f"County Road {'ABKQVXY'[at]}", at * 2 + 30, house / 4)


def queens() -> Iterator[House]:
    """Hyphenated numbers on numbered streets, avenues, roads, drives and lanes of one number beside each other."""
    for at in range(20, 60):
        ordinal = f"{at}{_ending(at)}"
        for house in range(1, 40, 2):
            yield House(f"{at + 10}-{house:02d}", f"{ordinal} Ave", house / 2, at - 20)
            yield House(f"{at + 10}-{house + 1:02d}", f"{ordinal} Rd", house / 2, at - 19.5)
            yield House(f"{at + 20}-{house:02d}", f"{ordinal} St", at, house / 2)
    for house in range(1, 99, 2):
        yield House(f"86-{house:02d}", "Queens Blvd", 50, house / 4)
        yield House(f"115-{house:02d}", "Metropolitan Ave", 60, house / 4)


def quadrants() -> Iterator[House]:
    """Lettered and numbered streets, each in four quarters of the city."""
    for at, letter in enumerate("ABCDEFGHIKLMNOPQRSTUVW"):
        for house in range(100, 1500, 90):
            for quarter, north, east in (("NW", 1, -1), ("NE", 1, 1), ("SW", -1, -1), ("SE", -1, 1)):
                yield House(str(house), f"{letter} St {quarter}", east * house / 60, north * (at + 1))
                yield House(
                    str(house + 7), f"{at + 1}{_ending(at + 1)} St {quarter}", east * (at + 1), north * house / 60
                )
    for house in range(500, 4000, 60):
        yield House(str(house), "Connecticut Ave NW", -30, house / 100)
        yield House(str(house), "N Capitol St NW", 0.1, house / 100)
        yield House(str(house), "Martin Luther King Jr Ave SE", 30, house / 100)


def spanish() -> Iterator[House]:
    """Names of California and New Mexico, some of which differ only in what stands before them."""
    names = (
        "Calle Real", "Camino Real", "Avenida Real", "Avenida de la Playa", "Camino del Mar", "Via Marina",
        "Paseo del Rey", "Calle de Oro",
        "El Camino Real", "Avenida de las Adelsas", "Corte Bella", "Camino Santa Fe", "La Jolla Blvd",
        "Del Mar Heights Rd", "Calle Chapala", "Via de la Valle", "San Pablo Ave", "Santa Barbara St", "Las Palmas Dr",
        "Los Olivos Ln", "Callejon Alegre", "Vista del Lago", "Rancho Santa Fe Rd", "Ave Ponce de Leon",
    )  # fmt: skip
    for at, name in enumerate(names):
        for house in range(101, 2500, 48):
            yield House(str(house), name.upper(), at * 2, house / 200)


def highways() -> Iterator[House]:
    """Numbered roads of nation, state and county, and house numbers with fractions and letters."""
    names = (
        "US Highway 1", "MD-45", "State Road 7", "County Road 12", "Co Rd 14", "Hwy 40", "Old Hwy 40", "US Hwy 40 W",
        "Farm to Market Rd 1960", "Interstate 35", "State Highway 29", "County Highway K", "County Road B", "Route 9W",
        "Township Rd 88", "Private Road 1234", "US 40 Bus", "N Highway 101", "Highway 6 & 50", "CR 210",
    )  # fmt: skip
    for at, name in enumerate(names):
        for house in range(1201, 9900, 173):
            number = str(house) + ("", "", " 1/2", "A", "B")[house % 5]
            yield House(number, name, at * 2, house / 600)


def numbered() -> Iterator[House]:
    """Numbered streets east and west, numbered avenues, and St's that are saints."""
    for at in range(1, 70):
        for house in range(1, 600, 60):
            yield House(str(house + at % 7), f"W {at}{_ending(at)} St", -house / 60, at)
            yield House(str(house + at % 7), f"E {at}{_ending(at)} St", house / 60, at)
    for at in range(1, 13):
        for house in range(10, 1400, 30):
            yield House(str(house + at), f"{at}{_ending(at)} Ave", at + 0.5, house / 22)
    for at, name in enumerate(
        ("St Marks Pl", "Avenue A", "Avenue B", "Ave of the Americas", "Fort Washington Ave", "Broadway")
    ):
        for house in range(10, 1400, 30):
            yield House(str(house), name, 20 + at, house / 22)


CITIES: dict[str, Callable[[], Iterable[House]]] = {
    city.__name__: city for city in (utah, wisconsin, queens, quadrants, spanish, highways, numbered)
}


def write(name: str, folder: Path) -> Path:
    """Write the folder of one of them: addresses.csv in OpenAddresses columns and a boundary around it all."""
    houses = list(CITIES[name]())
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "addresses.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        for at, house in enumerate(houses):
            lng, lat = WEST + house.east * STEP, SOUTH + house.north * STEP
            rows.writerow(
                (round(lng, 6), round(lat, 6), house.number, house.street, "", name.title(), "", "", "", at, "")
            )
    ring = [[-91, 39], [-89, 39], [-89, 41], [-91, 41], [-91, 39]]
    (folder / "boundary.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}), encoding="utf-8")
    return folder


def _ending(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
