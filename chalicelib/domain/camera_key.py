"""What the index knows of a camera, packed into the index's two keys. The only place that knows their format.

`gp` is the partition, 4 characters. `gs` is the rest of the cell, 5 characters, then the version of the format, then
the camera's exact place and what a lookup may be narrowed by. Every character carries 6 bits and the alphabet's order
is the order of its bytes, so text sorts as the numbers do.

Two formats can be read side by side. A new one is added here and read everywhere before anything is written in it; then
the re-index command writes every camera anew. The same holds for the order of cells, which `gp` names.
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from dataclasses import dataclass
from typing import NamedTuple

from . import hexagons
from .camera import KINDS, MAX_RETENTION_DAYS, Camera, Kind
from .place import Point

AFTER_ALL = "~"
"""Sorts after every character of a key: ends a range that takes in all that begins with its last cell."""
PLAIN, NEAR = "1", "2"
CURRENT = NEAR
PAYLOAD_CHARACTERS = {PLAIN: 15, NEAR: 8}
"""PLAIN holds the place as such; NEAR holds only how it lies from the middle of its cell, which `gp` and `gs` name."""

_ALPHABET = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_TO_BASE64 = bytes.maketrans(_ALPHABET, _BASE64)
_FROM_BASE64 = bytes.maketrans(_BASE64, _ALPHABET)

_PARTITION_CHARACTERS, _CELL_CHARACTERS = 4, 5
_WHOLE_TURN = 3_600_000_000
# A camera lies within 0.62 m of its cell's centre: 56 steps of 1e-7 degrees north, and 640 east at 85 degrees.
_LAT_BITS, _LNG_BITS = 8, 11
_NORTHERNMOST = 850_000_000
# From the end of a payload: heading, retention, indoor, broken, kind. The same in both formats.
_TAIL_BITS = 24
_NO_HEADING = 511


class IndexKey(NamedTuple):
    """The keys of a camera's entry in the index."""

    gp: str
    gs: str


class Place(NamedTuple):
    """An entry read as far as every lookup must: degrees times ten million, and the facts still packed."""

    lat7: int
    lng7: int
    tail: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraFacts:
    """All that the index holds of a camera; places are kept to 1e-7 degrees, a centimetre."""

    point: Point
    retention_days: int
    heading: int | None = None
    indoor: bool = False
    working: bool = True
    kind: Kind = "unknown"


def encode(camera: Camera) -> IndexKey:
    """Give the keys under which a camera stands in the index."""
    return encode_facts(
        CameraFacts(
            point=camera.point,
            retention_days=camera.retention_days,
            heading=camera.heading,
            indoor=camera.indoor,
            working=camera.working,
            kind=camera.kind,
        )
    )


def encode_facts(facts: CameraFacts, version: str = CURRENT, order: hexagons.Order = hexagons.CURRENT) -> IndexKey:
    """Give the keys for these facts; raises ValueError for facts that no camera has."""
    lat7, lng7 = round(facts.point.lat * 1e7), round(facts.point.lng * 1e7)
    if abs(lat7) > _NORTHERNMOST:
        raise ValueError("a camera stands between 85 degrees south and north")
    cell = hexagons.cell_at(lat7 / 1e7, lng7 / 1e7)
    partition, suffix = hexagons.split(cell, order=order)
    place = _place_bits(version, cell, lat7, lng7)
    payload = _text(place << _TAIL_BITS | _tail(facts), PAYLOAD_CHARACTERS[version])
    return IndexKey(partition_text(partition), cell_text(suffix) + version + payload)


def decode(key: IndexKey) -> CameraFacts:
    """Read what `encode` wrote, in any version; raises ValueError for what is no key."""
    return facts_of(place_of(partition_of(key.gp), key.gs))


def partition_text(partition: int) -> str:
    """Give the `gp` of a partition."""
    return _text(partition, _PARTITION_CHARACTERS)


def partition_of(gp: str) -> int:
    """Read a `gp`; raises ValueError for one whose cells stand in an order that this program does not know."""
    partition = _number(gp)
    try:
        hexagons.order_of(partition)
    except KeyError:
        raise ValueError(f"the partition {gp!r} is in an order of a newer program") from None
    return partition


def cell_text(suffix: int) -> str:
    """Give what the `gs` of every camera in a finest cell begins with."""
    return _text(suffix, _CELL_CHARACTERS)


def suffix_of(text: str) -> int:
    """Read what `cell_text` wrote, and whatever follows it in a `gs`."""
    return _number(text[:_CELL_CHARACTERS])


def place_of(partition: int, gs: str) -> Place:
    """Read where a camera is: the part that is run for every entry that a lookup reads."""
    version, bits = gs[_CELL_CHARACTERS], _number(gs)
    if version == NEAR:
        return _near_place(partition, bits)
    if version == PLAIN:
        return _plain_place(bits)
    raise ValueError(f"a key of version {version!r} is from a newer program")


def facts_of(place: Place) -> CameraFacts:
    """Unpack everything about a camera whose place was read."""
    tail = place.tail
    heading = tail >> 15 & 511
    return CameraFacts(
        point=Point(place.lat7 / 1e7, place.lng7 / 1e7),
        heading=None if heading == _NO_HEADING else heading,
        retention_days=tail >> 5 & 1023,
        indoor=bool(tail >> 4 & 1),
        working=not tail >> 3 & 1,
        kind=KINDS[tail & 7],
    )


def _tail(facts: CameraFacts) -> int:
    heading = _NO_HEADING if facts.heading is None else facts.heading
    if not (0 <= heading < 360 or facts.heading is None):
        raise ValueError("a heading lies between 0 and 359 degrees")
    if not 1 <= facts.retention_days <= MAX_RETENTION_DAYS:
        raise ValueError("a recorder keeps footage between 1 and 1000 days")
    flags = facts.indoor << 4 | (not facts.working) << 3 | KINDS.index(facts.kind)
    return heading << 15 | facts.retention_days << 5 | flags


def _place_bits(version: str, cell: hexagons.Cell, lat7: int, lng7: int) -> int:
    if version == PLAIN:
        return (lat7 + _WHOLE_TURN // 4) << 32 | (lng7 + _WHOLE_TURN // 2)
    near_lng7 = _beside(lng7, round(hexagons.centre(cell)[1] * 1e7))
    return (lat7 & (1 << _LAT_BITS) - 1) << _LNG_BITS | near_lng7 & (1 << _LNG_BITS) - 1


def _plain_place(bits: int) -> Place:
    place = bits >> _TAIL_BITS
    lat7 = (place >> 32 & 0x7FFFFFFF) - _WHOLE_TURN // 4
    return Place(lat7, (place & 0xFFFFFFFF) - _WHOLE_TURN // 2, bits & (1 << _TAIL_BITS) - 1)


def _near_place(partition: int, bits: int) -> Place:
    lat, lng = hexagons.centre(hexagons.join(partition, bits >> 6 * (1 + PAYLOAD_CHARACTERS[NEAR])))
    lat7 = _nearest(round(lat * 1e7), bits >> _TAIL_BITS + _LNG_BITS, _LAT_BITS)
    lng7 = _nearest(round(lng * 1e7), bits >> _TAIL_BITS, _LNG_BITS)
    return Place(lat7, _beside(lng7, 0), bits & (1 << _TAIL_BITS) - 1)


def _nearest(middle: int, low: int, width: int) -> int:
    """Give the number nearest to `middle` whose last `width` bits are those of `low`.

    Only the last bits are kept, not the way from the middle: so another H3 may put the middle elsewhere by a hair.
    """
    half = 1 << width - 1
    return middle + ((low - middle + half) & (2 * half - 1)) - half


def _beside(lng7: int, middle: int) -> int:
    """Give a longitude as the number nearest to `middle`, beyond 180 degrees where the date line lies between."""
    if lng7 - middle > _WHOLE_TURN // 2:
        return lng7 - _WHOLE_TURN
    return lng7 + _WHOLE_TURN if middle - lng7 > _WHOLE_TURN // 2 else lng7


def _text(number: int, characters: int) -> str:
    groups = -(-characters // 4)
    text = b2a_base64(number.to_bytes(3 * groups, "big"), newline=False).translate(_FROM_BASE64)
    return text[4 * groups - characters :].decode()


def _number(text: str) -> int:
    padded = b"-" * (-len(text) % 4) + text.encode()
    return int.from_bytes(a2b_base64(padded.translate(_TO_BASE64), strict_mode=True), "big")
