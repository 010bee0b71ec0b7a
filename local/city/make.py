"""Makes the demo city: cuts it out of a county's address points and puts example cameras into it.

    python -m local.city.make COUNTY/addresses.csv.gz

The points are Baltimore County's of 2014, in the public domain (LICENSE). The same file gives the same city.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import sys
from collections import Counter
from pathlib import Path

from shapely.geometry import MultiPoint, mapping

from chalicelib.domain.geodesy import metres_between

CITY = Path(__file__).parent
MIDDLE_LAT, MIDDLE_LNG = 39.4307, -76.5554
"""1009 Roxleigh Rd, Towson, where the tour in the README plays."""
POINTS, POINTS_INSIDE = 3_600, 3_000
"""A few points lie beyond the boundary, so that a place outside can be told from one that nobody knows."""
BUFFER_DEGREES = 0.001
CAMERAS, OWNERS = 150, 110
QUIET_M = 600
"""No example camera is nearer to the middle: there, only the phones of the playground are asked."""
COLUMNS = ("phone", "address", "heading", "indoor", "kind", "retention_days")

Row = dict[str, str]


def main(source: Path) -> None:
    """Write addresses, boundary and cameras beside this file."""
    with gzip.open(source, "rt", encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=_from_middle)[:POINTS]
    _write_addresses(rows)
    _write_boundary(rows[:POINTS_INSIDE])
    _write_cameras([row for row in _alone(rows[:POINTS_INSIDE]) if _from_middle(row) > QUIET_M])


def _from_middle(row: Row) -> float:
    return metres_between(MIDDLE_LAT, MIDDLE_LNG, float(row["LAT"]), float(row["LON"]))


def _alone(rows: list[Row]) -> list[Row]:
    """Keep houses whose number has one point only: nobody has to be asked which building is meant."""
    points = Counter((row["NUMBER"], row["STREET"]) for row in rows)
    return [row for row in rows if row["NUMBER"].strip("0") and points[row["NUMBER"], row["STREET"]] == 1]


def _write_addresses(rows: list[Row]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["STREET"], row["NUMBER"].zfill(8), row["ID"])))
    (CITY / "addresses.csv.gz").write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def _write_boundary(rows: list[Row]) -> None:
    hull = MultiPoint([(float(row["LON"]), float(row["LAT"])) for row in rows]).convex_hull.buffer(BUFFER_DEGREES, 4)
    shape = mapping(hull)
    rings = [[[round(lng, 6), round(lat, 6)] for lng, lat in ring] for ring in shape["coordinates"]]
    feature = {
        "type": "Feature",
        "properties": {"name": "Example Heights (a demo: the hull of some address points around Towson)"},
        "geometry": {"type": "Polygon", "coordinates": rings},
    }
    (CITY / "boundary.geojson").write_text(json.dumps(feature) + "\n", encoding="utf-8")


def _write_cameras(rows: list[Row]) -> None:
    """Some owners have several cameras. Every number is one that is kept free for examples: 555-0100 to 555-0199."""
    dice = random.Random(26)
    homes = dice.sample(sorted(rows, key=lambda row: row["ID"]), OWNERS)
    phones = [f"+1{area}55501{last:02}" for area in (443, 667) for last in range(100)]
    owners = list(range(OWNERS)) + [dice.randrange(OWNERS) for _ in range(CAMERAS - OWNERS)]
    with (CITY / "cameras.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for owner in sorted(owners):
            writer.writerow([phones[owner], _line(homes[owner]), *_camera(dice)])


def _line(row: Row) -> str:
    street = f"{row['NUMBER']} {row['STREET'].title()}"
    return ", ".join(part for part in (street, f"{row['CITY'].title()} {row['POSTCODE']}".strip()) if part)


def _camera(dice: random.Random) -> tuple[int | str, str, str, int]:
    """Heading in degrees (sometimes not known), indoor, kind, and days as recorders of that kind keep them."""
    kind = dice.choices(["doorbell", "fixed", "turning", "unknown"], [50, 35, 5, 10])[0]
    indoor = kind == "fixed" and dice.random() < 0.1
    days = dice.choice([30, 60, 60, 180] if kind == "doorbell" else [3, 7, 7, 14, 14, 30])
    heading = dice.randrange(0, 360, 45) if dice.random() < 0.85 else ""
    return heading, "yes" if indoor else "no", kind, days


if __name__ == "__main__":
    main(Path(sys.argv[1]))
