"""Draws the cover of a circle over the streets of the demo city: `python -m bench.cover_picture > docs/cover.svg`.

Streets are drawn from house numbers alone, as the product's own map does; address points and licence: local/city. The
cameras are invented: one at every sixth address.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot
from pathlib import Path
from xml.sax.saxutils import escape

import h3.api.basic_int as h3
import shapely

from chalicelib.domain import camera_key, hexagons
from chalicelib.domain.cover import KeyRange, cover
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point
from chalicelib.domain.plane import Plane
from chalicelib.domain.street_lines import Box, Door, draw_streets

CITY = Path(__file__).resolve().parent.parent / "local" / "city" / "addresses.csv.gz"
MIDDLE, RADIUS_M = Point(39.4236, -76.609), 500.0
SIDE, FOOT, RESOLUTION, CAMERA_EVERY = 860, 84, 11, 6
COLOURS = ("#1f6f8b", "#c8553d", "#4b7a3f", "#8e4f72", "#a07400", "#33528a", "#5c6770", "#14806f")
INK, PAPER, STREET, NAME = "#1c1c1a", "#fffdf8", "#d8d2c4", "#6b655a"
_SHOWN_M, _NAMED_M = 1.5 * RADIUS_M, 230
_PIXEL_M = 2 * _SHOWN_M / SIDE


def main() -> None:
    """Write the picture to standard output."""
    sys.stdout.write(picture(Circle(MIDDLE, RADIUS_M)))


def picture(circle: Circle) -> str:
    """Give the SVG: streets, each range's ground in one colour, cameras, the circle, a scale and what it all means."""
    ranges, doors = cover(circle), list(_doors())
    cameras = [door.point for _, door in doors[::CAMERA_EVERY]]
    read = [camera for camera in cameras if _read_by(camera, ranges) and circle.contains(camera)]
    beside = [camera for camera in cameras if _read_by(camera, ranges) and not circle.contains(camera)]
    drawn = [
        f'<rect width="{SIDE}" height="{SIDE + FOOT}" fill="{PAPER}"/>',
        f'<clipPath id="map"><rect width="{SIDE}" height="{SIDE}"/></clipPath><g clip-path="url(#map)">',
        *_streets(doors),
        *(_ground(number, key_range) for number, key_range in enumerate(ranges)),
        *(_dot(camera, "none") for camera in beside),
        *(_dot(camera, INK) for camera in read),
        _ring(circle.radius_m),
        "</g>",
        *_foot(len(ranges), len(read), len(beside)),
    ]
    return "\n".join([*_head(circle, len(ranges), len(read), len(beside)), *drawn, "</svg>", ""])


def _head(circle: Circle, ranges: int, within: int, beside: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE + FOOT}" role="img" '
        'aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="15">'
    )
    yield f'<title id="title">{ranges} ranges of the index cover a circle of {circle.radius_m:.0f} m</title>'
    yield (
        '<desc id="desc">A street map in Towson, Maryland. A dashed circle lies in the middle. Patches of hexagons, '
        f"one color for each of the {ranges} ranges, cover it and reach a little beyond its edge. They hold {within} "
        f"cameras within the circle, drawn full, and {beside} beside it that are read for nothing, drawn hollow.</desc>"
    )


def _foot(ranges: int, within: int, beside: int) -> Iterator[str]:
    """Say what is what, and how long a hundred metres are."""
    line, length = SIDE + 32, 100 / _PIXEL_M
    for number in range(ranges):
        yield f'<rect x="{24 + 22 * number}" y="{line - 13}" width="18" height="15" rx="2" {_paint(number)}/>'
    told = 24 + 22 * ranges + 8
    yield f'<g fill="{INK}"><text x="{told}" y="{line}">{ranges} ranges, read at once; one color each</text></g>'
    for place, fill, said in ((24, INK, f"{within} cameras within"), (220, "none", f"{beside} read beside it")):
        yield f'<circle cx="{place + 8}" cy="{line + 25}" r="4.5" fill="{fill}" stroke="{INK}" stroke-width="1.5"/>'
        yield f'<text x="{place + 22}" y="{line + 30}" fill="{INK}">{said}</text>'
    end = SIDE - 24
    yield f'<path d="M{end - length:.1f} {line - 8}v8H{end}v-8" fill="none" stroke="{INK}" stroke-width="1.5"/>'
    yield f'<text x="{end}" y="{line + 20}" text-anchor="end" fill="{INK}">100 m</text>'


def _doors() -> Iterator[tuple[str, Door]]:
    box = Box.around(MIDDLE, metres=_SHOWN_M * 1.3)
    with gzip.open(CITY, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            point = Point(float(row["LAT"]), float(row["LON"]))
            figures = "".join(filter(str.isdigit, row["NUMBER"]))
            if box.holds(point) and figures:
                yield row["STREET"], Door(row["NUMBER"], int(figures), point)


def _streets(doors: Iterable[tuple[str, Door]]) -> Iterator[str]:
    """Draw each street's lines, and its name beside the longest that has room for it."""
    by_street: dict[str, list[Door]] = {}
    for street, door in doors:
        by_street.setdefault(street, []).append(door)
    for number, drawn in enumerate(draw_streets(by_street, MIDDLE)):
        lines = [[_at(point) for point in line] for line in drawn.lines if len(line) > 1]
        for line in lines:
            yield f'<path d="{_path(line)}" fill="none" stroke="{STREET}" stroke-width="7" stroke-linecap="round"/>'
        longest = max(lines, key=_length, default=[])
        if _length(longest) * _PIXEL_M > _NAMED_M:
            yield _name(drawn.name, longest, f"s{number}")


def _name(name: str, line: list[tuple[float, float]], mark: str) -> str:
    """Write a name along a line, from left to right."""
    if line[0][0] > line[-1][0]:
        line.reverse()
    along = f'<path id="{mark}" d="{_path(line)}" fill="none"/>'
    text = f'<textPath href="#{mark}" startOffset="50%" text-anchor="middle">{escape(name)}</textPath>'
    looks = f'font-size="12" fill="{NAME}" stroke="{PAPER}" stroke-width="2.5" paint-order="stroke" dy="4"'
    return f"{along}<text {looks}>{text}</text>"


def _ring(radius_m: float) -> str:
    looks = f'fill="none" stroke="{INK}" stroke-width="2.5" stroke-dasharray="9 5"'
    return f'<circle cx="{SIDE / 2}" cy="{SIDE / 2}" r="{radius_m / _PIXEL_M:.1f}" {looks}/>'


def _ground(number: int, key_range: KeyRange) -> str:
    """Draw the outline of all cells that a range reads any of."""
    middle = h3.latlng_to_cell(MIDDLE.lat, MIDDLE.lng, RESOLUTION)
    cells = [cell for cell in h3.grid_disk(middle, 40) if _holds(key_range, hexagons.Cell(cell))]
    outlines = [shapely.Polygon([_at(Point(lat, lng)) for lat, lng in h3.cell_to_boundary(cell)]) for cell in cells]
    ground = shapely.union_all(shapely.buffer(outlines, 0.3))
    parts = ground.geoms if isinstance(ground, shapely.MultiPolygon) else [ground]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return f'<path d="{" ".join(_path(ring.coords) + "Z" for ring in rings)}" fill-rule="evenodd" {_paint(number)}/>'


def _paint(number: int) -> str:
    colour = COLOURS[number % len(COLOURS)]
    return f'fill="{colour}" fill-opacity=".26" stroke="{colour}" stroke-width="1.6"'


def _holds(key_range: KeyRange, cell: hexagons.Cell) -> bool:
    partition, first = hexagons.split(cell, RESOLUTION)
    ends = camera_key.cell_text(first), camera_key.cell_text(hexagons.suffix(cell, RESOLUTION, last=True))
    same = camera_key.partition_text(partition) == key_range.gp
    return same and ends[0] <= key_range.last and key_range.first <= ends[1] + camera_key.AFTER_ALL


def _read_by(camera: Point, ranges: Iterable[KeyRange]) -> bool:
    gp, gs = camera_key.encode_facts(camera_key.CameraFacts(point=camera, retention_days=1))
    return any(gp == each.gp and each.first <= gs <= each.last for each in ranges)


def _dot(camera: Point, fill: str) -> str:
    east, south = _at(camera)
    return f'<circle cx="{east:.1f}" cy="{south:.1f}" r="3.6" fill="{fill}" stroke="{INK}" stroke-width="1.3"/>'


def _at(point: Point) -> tuple[float, float]:
    east, north = Plane.around(MIDDLE.lat, MIDDLE.lng).at(point.lat, point.lng)
    return SIDE / 2 + east / _PIXEL_M, SIDE / 2 - north / _PIXEL_M


def _path(line: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{east:.1f} {south:.1f}" for east, south in line)


def _length(line: list[tuple[float, float]]) -> float:
    return sum(hypot(end[0] - start[0], end[1] - start[1]) for start, end in pairwise(line))


if __name__ == "__main__":
    main()
