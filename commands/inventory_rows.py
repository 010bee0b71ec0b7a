"""Understands an inventory's records: which column says what, where each camera stands, and what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from chalicelib.domain.camera import KINDS, MAX_RETENTION_DAYS, Camera, CameraId
from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.geofence import MAX_LATITUDE
from chalicelib.domain.place import Address, Point
from chalicelib.domain.sheet import unquoted
from commands.camera_rows import BadRow
from commands.inventory_read import GEOMETRY, Record, columns_of

KNOWN: dict[str, tuple[str, ...]] = {
    "lat": ("latitude", "lat", "ypos", "ycoord", "y"),
    "lng": ("longitude", "lon", "lng", "long", "xpos", "xcoord", "x"),
    "location": (GEOMETRY, "location", "point", "geolocation", "thegeom", "location1", "latlong", "coordinates"),
    "id": ("cameraid", "id", "objectid", "globalid", "locationid"),
    "name": ("cameraname", "cameralabel", "locationname", "name", "label", "address", "title", "description"),
    "heading": ("heading", "bearing", "azimuth", "facing"),
    "indoor": ("indoor",),
    "kind": ("kind", "cameratype"),
    "retention_days": ("retentiondays", "retention"),
    "status": ("camerastatus", "status", "state", "working"),
    "list": ("inventory",),
    "registered_as": ("registeredas",),
}
"""What each field is commonly called, in small letters and digits alone; the first that a file has is taken."""
_COMPASS = ("n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw")
_WORDS = {"north": "n", "south": "s", "east": "e", "west": "w", "nb": "n", "sb": "s", "eb": "e", "wb": "w"}
_NOTHING = ("", "null", "none", "n/a", "na", "unknown", "nan", "-")
_NOT_WORKING = ("off", "offline", "turnedoff", "inactive", "outofservice", "broken", "void", "removed", "desired",
                "planned", "proposed", "decommissioned", "false", "no", "0")  # fmt: skip
_PAIR = re.compile(r"\(?\s*(-?\d{1,9}(?:\.\d{1,18})?)(?:\s*[,;]\s*|\s+)(-?\d{1,9}(?:\.\d{1,18})?)\s*\)?$")
_FAR_M = 500_000.0


@dataclass(frozen=True, kw_only=True)
class PublicCamera:
    """A camera of the list; `identity` stays the same for as long as it is the same camera at the same place.

    An export says of each camera in which list it stood and under which id: then these hold.
    """

    line: int
    identity: str
    camera: Camera
    list: str = ""
    registered_as: str = ""


def understand(
    records: Sequence[Record], *, mapping: Mapping[str, str], retention_days: int, home: Point | None
) -> list[PublicCamera | BadRow]:
    """Give every record as a camera, or what is wrong with it, in the order of the file.

    `mapping` leads from columns to fields. `home` settles in which order two numbers stand where both would do.
    Raises ValueError where no column says where cameras are, or the mapping names what is not there.
    """
    fields = _fields(columns_of(list(records)), mapping)
    if not ({"lat", "lng"} <= fields.keys() or "location" in fields):
        raise ValueError("no column says where the cameras are: name one with --map COLUMN=lat, lng or location")
    found: list[PublicCamera | BadRow] = []
    whole: dict[tuple[tuple[str, str], ...], int] = {}
    seen: Counter[str] = Counter()
    for record in records:
        first = whole.setdefault(tuple(record.cells.items()), record.line)
        if first != record.line:
            found.append(BadRow(line=record.line, reason=f"the same as line {first}"))
            continue
        cells = {field: record.cells.get(column, "") for field, column in fields.items()}
        found.append(_public(record.line, cells, retention_days, home, seen))
    return found


def _fields(columns: Sequence[str], mapping: Mapping[str, str]) -> dict[str, str]:
    for column, field in mapping.items():
        if column not in columns:
            raise ValueError(f"--map names the column {column}, which the file does not have")
        if field not in KNOWN:
            raise ValueError(f"--map names the field {field}; there are {', '.join(KNOWN)}")
    plain = {re.sub(r"[^a-z0-9]", "", column.casefold()): column for column in reversed(columns)}
    guessed = {field: next((plain[name] for name in names if name in plain), "") for field, names in KNOWN.items()}
    said = {field: column for column, field in mapping.items()}
    taken = set(mapping)
    return {field: column for field, column in guessed.items() if column and column not in taken} | said


def _public(
    line: int, cells: Mapping[str, str], retention_days: int, home: Point | None, seen: Counter[str]
) -> PublicCamera | BadRow:
    try:
        # What this program wrote itself is longitude first, as RFC 7946 has it: there is nothing to guess.
        camera = _camera(cells, retention_days, None if cells.get("registered_as") else home)
    except ValueError as error:
        return BadRow(line=line, reason=str(error))
    point = camera.address.point
    what = (cells.get("id", ""), f"{point.lat:.7f}", f"{point.lng:.7f}", camera.address.street, str(camera.heading))
    plain = "\t".join(what)
    seen[plain] += 1
    return PublicCamera(
        line=line,
        identity=f"{plain}\t{seen[plain]}",
        camera=camera,
        list=cells.get("list", "")[:100],
        registered_as=cells.get("registered_as", "").partition("/")[0],
    )


def _camera(cells: Mapping[str, str], retention_days: int, home: Point | None) -> Camera:
    point = _point(cells, home)
    name = " ".join(unquoted(cells.get("name", "")).split())[:100] or f"{point.lat:.5f}, {point.lng:.5f}"
    days = cells.get("retention_days", "")
    if days and not (days.isdecimal() and 1 <= int(days[:9]) <= MAX_RETENTION_DAYS):
        raise ValueError("retention_days is not 1 to 1000")
    kind = cells.get("kind", "").casefold()
    status = re.sub(r"[^a-z0-9]", "", cells.get("status", "").casefold())
    return Camera(
        camera_id=CameraId("c1"),
        address=Address(street=name, point=point, precision="coordinates"),
        retention_days=int(days) if days else retention_days,
        heading=_heading(cells.get("heading", "")),
        indoor=cells.get("indoor", "").casefold() in ("yes", "y", "true", "1"),
        kind=kind if kind in KINDS else "turning" if kind == "ptz" else "unknown",
        working=status not in _NOT_WORKING,
    )


def _heading(text: str) -> int | None:
    plain = text.casefold().replace("bound", "").strip(" °.")
    if plain in _NOTHING:
        return None
    for word, letter in _WORDS.items():
        plain = plain.replace(word, letter)
    plain = re.sub(r"[\s-]", "", plain) if not plain[:1].isdigit() else plain
    if plain in _COMPASS:
        return round(_COMPASS.index(plain) * 22.5) % 360
    if re.fullmatch(r"\d{1,3}(\.\d{1,6})?", plain) and float(plain) <= 360:
        return round(float(plain)) % 360
    raise ValueError("heading is no direction: 0 to 360, or N, NE, E")


def _point(cells: Mapping[str, str], home: Point | None) -> Point:
    lat, lng = cells.get("lat", ""), cells.get("lng", "")
    if lat.casefold() not in _NOTHING and lng.casefold() not in _NOTHING:
        return _checked(_number(lat, "latitude"), _number(lng, "longitude"), home)
    text = cells.get("location", "")
    if text.casefold() in _NOTHING:
        raise ValueError("it says nowhere where the camera is")
    is_geometry = text.upper().startswith("POINT")
    pair = _PAIR.search(text.upper().removeprefix("POINT").strip())
    if pair is None:
        raise ValueError("the location is no pair of numbers")
    one, other = float(pair[1]), float(pair[2])
    orders = [(other, one), (one, other)] if is_geometry else [(one, other), (other, one)]
    possible = [Point(*order) for order in orders if abs(order[0]) <= MAX_LATITUDE and abs(order[1]) <= 180]
    if not possible:
        raise ValueError("the location is no place on earth")
    best = min(possible, key=lambda point: distance_m(point, home)) if home and len(possible) > 1 else possible[0]
    return _checked(best.lat, best.lng, None)


def _number(text: str, what: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"{what} is no number") from None
    if not isfinite(number):
        raise ValueError(f"{what} is no number")
    return number


def _checked(lat: float, lng: float, home: Point | None) -> Point:
    checks: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: lat == 0 and lng == 0, "0, 0 is where a place was left out"),
        (lambda: MAX_LATITUDE < abs(lat) <= 180 and abs(lng) <= MAX_LATITUDE, "latitude and longitude are swapped"),
        (lambda: abs(lat) > 90 or abs(lng) > 180, "latitude or longitude is out of range"),
        (lambda: abs(lat) > MAX_LATITUDE, "no camera stands at the poles"),
        (lambda: home is not None and _is_swapped(lat, lng, home), "latitude and longitude are swapped"),
    )
    for wrong, reason in checks:
        if wrong():
            raise ValueError(reason)
    return Point(round(lat, 7), round(lng, 7))


def _is_swapped(lat: float, lng: float, home: Point) -> bool:
    if abs(lng) > MAX_LATITUDE:
        return False
    return distance_m(Point(lng, lat), home) < _FAR_M < distance_m(Point(lat, lng), home)
