"""dynamodbgeo 0.0.3, the Python port of AWS's own library, over the same cameras on the same engine.

Its table is the documented one: hash keys of two digits, a local index that projects all. `slim` is the kindest
reading: the same with no more in a record than a lookup shows. As published it cannot finish a lookup whose page fills
before its last range, for it sends the page's end along with every later range (DynamoDB refuses that). Here such an
end is dropped, and counted in `would_have_failed`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.engine import PAGE_BYTES
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".local" / "peers"
REQUIREMENTS = ROOT / "requirements" / "peers.txt"
# What a record of a camera holds beside its keys and its place. Slim: heading, retention, flags, state, kind, owner,
# model. All: the owner's name, email, phone and address, make, notes and dates as well.
SLIM_BYTES, ALL_BYTES = 95, 95 + 425


def install() -> None:
    """Put the peer where only this benchmark finds it; raises RuntimeError where it cannot be had."""
    if not (FOLDER / "dynamodbgeo").exists():
        uv = os.environ.get("PORCHLIGHT_UV") or str(Path(sys.executable).with_name("uv"))
        command = [uv, "pip", "install", "-q", "--no-deps", "--require-hashes", "--target", str(FOLDER)]
        if subprocess.run([*command, "-r", str(REQUIREMENTS)], check=False, stdout=sys.stderr).returncode:
            raise RuntimeError("dynamodbgeo could not be installed: is the package index reachable?")
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))


class DynamoDBGeo:
    """The peer's lookup by radius, and a meter of what it costs."""

    def __init__(self, points: Sequence[Point], *, record_bytes: int, client: Any = None) -> None:
        """Look up through a client; without one, straight from the engine over these points."""
        import dynamodbgeo

        self._library = dynamodbgeo
        self.engine = _Engine(dynamodbgeo, points, record_bytes)
        configuration = dynamodbgeo.GeoDataManagerConfiguration(client or self.engine, "cameras")
        configuration.S2RegionCoverer = dynamodbgeo.GeoDataManagerConfiguration(None, "").S2RegionCoverer
        self._manager = dynamodbgeo.GeoDataManager(configuration)

    def find(self, circle: Circle) -> set[int]:
        """Give the numbers of the cameras that it finds."""
        middle = self._library.GeoPoint(circle.center.lat, circle.center.lng)
        request = self._library.QueryRadiusRequest(middle, circle.radius_m, {}, sort=True)
        return {int(item["rangeKey"]["S"]) for item in self._manager.queryRadius(request)}


class _Engine:
    """Its table: sorted by the geohash within each hash key."""

    def __init__(self, library: Any, points: Sequence[Point], record_bytes: int) -> None:
        self.queries, self.read_units, self.items_read, self.would_have_failed = 0, 0.0, 0, 0
        manager = library.S2Manager()
        held: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
        for number, point in enumerate(points):
            geohash = manager.generateGeohash(library.GeoPoint(point.lat, point.lng))
            place = f"{point.lat},{point.lng}"
            held[manager.generateHashKey(geohash, 2)].append((geohash, f"{number:08}", place))
        self._held = {key: sorted(entries) for key, entries in held.items()}
        self._record_bytes = record_bytes

    def query(self, **asked: Any) -> dict[str, Any]:
        """Answer one page, and count it."""
        values = {name: int(value["N"]) for name, value in asked["ExpressionAttributeValues"].items()}
        held = self._held.get(values[":hashKey"], [])
        first = bisect_left(held, (values[":geohashMin"],))
        last = bisect_right(held, (values[":geohashMax"], "~"))
        since = asked.get("ExclusiveStartKey")
        if since and not values[":geohashMin"] <= int(since["geohash"]["N"]) <= values[":geohashMax"]:
            self.would_have_failed += 1
        elif since:
            first = bisect_right(held, (int(since["geohash"]["N"]), since["rangeKey"]["S"], "~"))
        return self._page(held[first:last])

    def items(self) -> Iterator[dict[str, str | int]]:
        """Give its records as a table holds them; what a record shows beside keys and place is one field."""
        for key, entries in self._held.items():
            for geohash, number, place in entries:
                filling = "x" * (self._record_bytes - len("record"))
                yield {"hashKey": key, "rangeKey": number, "geohash": geohash, "geoJson": place, "record": filling}

    def _page(self, entries: list[tuple[int, str, str]]) -> dict[str, Any]:
        items: list[dict[str, Any]] = []
        size = 0
        for geohash, number, place in entries:
            items.append({"geohash": {"N": str(geohash)}, "rangeKey": {"S": number}, "geoJson": {"S": place}})
            size += self._bytes(geohash, number, place)
            if size >= PAGE_BYTES:
                break
        self.queries += 1
        self.items_read += len(items)
        self.read_units += max(1, -(-size // 4096)) / 2
        return {"Items": items} | ({"LastEvaluatedKey": items[-1]} if len(items) < len(entries) else {})

    def _bytes(self, geohash: int, number: str, place: str) -> int:
        names = len("hashKeyrangeKeygeohashgeoJson")
        return names + _number_bytes(str(geohash)) + _number_bytes("10") + len(number) + len(place) + self._record_bytes


def _number_bytes(text: str) -> int:
    """Give the size of a number as DynamoDB bills it: a byte for two significant digits, and one more."""
    return (len(text.strip("0")) + 1) // 2 + 1
