"""Draws the cover of a circle as an SVG: `python -m bench.cover_picture > docs/cover.svg`."""

from __future__ import annotations

import sys

import h3.api.basic_int as h3

from bench import city
from chalicelib.domain import camera_key, hexagons
from chalicelib.domain.cover import KeyRange, cover
from chalicelib.domain.geodesy import metres_per_degree
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

RADIUS_M, SIDE, RESOLUTION = 500.0, 800, 10
COLOURS = ("#1f6f8b", "#c8553d", "#588157", "#8e5572", "#b08900", "#3d5a80", "#6c757d", "#2a9d8f")


def main() -> None:
    """Write the picture to standard output."""
    sys.stdout.write(picture(Circle(city.MIDDLE, RADIUS_M)))


def picture(circle: Circle) -> str:
    """Give an SVG: each range's cells in one colour, the cameras read (hollow where too far), and the circle."""
    ranges = cover(circle)
    scale = SIDE / (3.2 * circle.radius_m)
    cells = h3.grid_disk(h3.latlng_to_cell(circle.center.lat, circle.center.lng, RESOLUTION), 18)
    shapes = [shape for cell in cells if (shape := _cell(cell, ranges, circle.center, scale))]
    dots = [dot for camera in city.points(city.CITIES[0]) if (dot := _dot(camera, ranges, circle, scale))]
    title = f"{len(ranges)} ranges of the index cover a circle of {circle.radius_m:.0f} m"
    ring = f'<circle cx="{SIDE / 2}" cy="{SIDE / 2}" r="{circle.radius_m * scale:.1f}" fill="none" stroke="#111"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" role="img"><title>{title}</title>'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *shapes, *dots, ring, "</svg>", ""])


def _cell(cell: int, ranges: list[KeyRange], middle: Point, scale: float) -> str:
    """Draw a cell that a range reads any of."""
    partition, first = hexagons.split(hexagons.Cell(cell), RESOLUTION)
    ends = (
        camera_key.cell_text(first),
        camera_key.cell_text(hexagons.suffix(hexagons.Cell(cell), RESOLUTION, last=True)),
    )
    gp = camera_key.partition_text(partition)
    for number, key_range in enumerate(ranges):
        if gp == key_range.gp and ends[0] <= key_range.last and key_range.first <= ends[1] + camera_key.AFTER_ALL:
            corners = " ".join(
                "{:.1f},{:.1f}".format(*_at(Point(lat, lng), middle, scale)) for lat, lng in h3.cell_to_boundary(cell)
            )
            return f'<polygon points="{corners}" fill="{COLOURS[number % 8]}" fill-opacity=".3" stroke="#fff"/>'
    return ""


def _dot(camera: Point, ranges: list[KeyRange], circle: Circle, scale: float) -> str:
    gp, gs = camera_key.encode_facts(camera_key.CameraFacts(point=camera, retention_days=1))
    if not any(gp == each.gp and each.first <= gs <= each.last for each in ranges):
        return ""
    east, north = _at(camera, circle.center, scale)
    fill = "#111" if circle.contains(camera) else "none"
    return f'<circle cx="{east:.1f}" cy="{north:.1f}" r="3" fill="{fill}" stroke="#111"/>'


def _at(point: Point, middle: Point, scale: float) -> tuple[float, float]:
    north_m, east_m = metres_per_degree(middle.lat)
    east, north = (point.lng - middle.lng) * east_m, (point.lat - middle.lat) * north_m
    return SIDE / 2 + east * scale, SIDE / 2 - north * scale


if __name__ == "__main__":
    main()
