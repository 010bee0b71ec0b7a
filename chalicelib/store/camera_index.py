"""Finds cameras in the registry table's index `geo`: a few range Queries side by side, and the table is never read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import ceil
from typing import Any

from chalicelib.domain import camera_key, hexagons
from chalicelib.domain.camera import CameraId, Match
from chalicelib.domain.cover import KeyRange, cover
from chalicelib.domain.footage import Footage
from chalicelib.domain.geofence import Geofence
from chalicelib.domain.incident import Window
from chalicelib.domain.path import Path
from chalicelib.domain.sighting import CouldSee, Rule, StandsWithin
from chalicelib.domain.wanted import ALL, Wanted

_PARALLEL = 8
_UNIT_BYTES = 4096

Page = dict[str, Any]


@dataclass(slots=True)
class Meter:
    """What lookups cost: Queries with their pages, the longest chain of dependent ones, entries read, read units."""

    queries: int = 0
    depth: int = 0
    items_read: int = 0
    read_units: float = 0.0

    def count(self, pages: list[Page]) -> None:
        """Add the pages of one range, read eventually consistent: half a unit for each 4 KB begun, at least that."""
        self.queries += len(pages)
        self.depth = max(self.depth, len(pages))
        for page in pages:
            size = sum(map(entry_bytes, page["Items"]))
            self.items_read += len(page["Items"])
            self.read_units += max(1, ceil(size / _UNIT_BYTES)) / 2


class CameraIndex:
    """The cameras within a geofence, as far as the index knows them; reads lag behind writes by about a second.

    Cameras are looked for in each of `orders`: so those filed in the order before are found while they are refiled.
    """

    def __init__(self, client: Any, table: str, orders: Sequence[hexagons.Order] = hexagons.READ) -> None:
        self._client, self._table, self._orders = client, table, orders

    def find(
        self,
        geofence: Geofence,
        *,
        seen: bool = False,
        wanted: Wanted = ALL,
        footage: Footage | None = None,
        meter: Meter | None = None,
    ) -> list[Match]:
        """Give the wanted cameras within the geofence, or with `seen` those that could see into it; nearest first.

        Along a path, every match bears its own window. With `footage`, only those that still hold it are given, and
        first the one that overwrites it first.
        """
        matches = self._matches(geofence, seen=seen, wanted=wanted, meter=meter)
        nearest_first = sorted(matches, key=lambda match: (match.distance_m, match.owner_id, match.camera_id))
        if footage is None:
            return nearest_first
        return sorted(filter(footage.held_by, nearest_first), key=footage.overwritten_at)

    def count(
        self,
        geofence: Geofence,
        *,
        seen: bool = False,
        wanted: Wanted = ALL,
        footage: Footage | None = None,
        meter: Meter | None = None,
    ) -> int:
        """Count what `find` would give."""
        if footage is not None:
            return sum(map(footage.held_by, self._matches(geofence, seen=seen, wanted=wanted, meter=meter)))
        found = self._found(CouldSee(geofence) if seen else StandsWithin(geofence), meter)
        return sum(1 for _, facts, _ in found if wanted.holds(facts))

    def _matches(self, geofence: Geofence, *, seen: bool, wanted: Wanted, meter: Meter | None) -> Iterator[Match]:
        path = geofence if isinstance(geofence, Path) else None
        for item, facts, away in self._found(CouldSee(geofence) if seen else StandsWithin(geofence), meter):
            if wanted.holds(facts):
                yield _match(item, facts, away, path.window_of(facts, seen=seen) if path else None)

    def _found(self, rule: Rule, meter: Meter | None) -> Iterator[tuple[Page, camera_key.CameraFacts, float]]:
        ranges = [key_range for order in self._orders for key_range in cover(rule.area, order=order)]
        given: set[tuple[str, str]] = set()
        for key_range, pages in self._read(ranges):
            if meter:
                meter.count(pages)
            partition = camera_key.partition_of(key_range.gp)
            for item in chain.from_iterable(page["Items"] for page in pages):
                place = camera_key.place_of(partition, item["gs"]["S"])
                away = rule.judge(place)
                who = item["pk"]["S"], item["sk"]["S"]
                # One that moves meanwhile, or is refiled, can stand in two ranges.
                if away is not None and who not in given:
                    given.add(who)
                    yield item, camera_key.facts_of(place), away

    def _read(self, ranges: list[KeyRange]) -> list[tuple[KeyRange, list[Page]]]:
        """Read all ranges at the same time, so that a lookup waits for one round trip, not for one after another."""
        if len(ranges) == 1:
            return [(ranges[0], self._pages(ranges[0]))]
        return list(zip(ranges, self._pool.map(self._pages, ranges), strict=True))

    def _pages(self, key_range: KeyRange) -> list[Page]:
        gp, first, last = key_range
        asked: dict[str, Any] = {
            "TableName": self._table,
            "IndexName": "geo",
            "KeyConditionExpression": "gp = :gp AND gs BETWEEN :first AND :last",
            "ExpressionAttributeValues": {":gp": {"S": gp}, ":first": {"S": first}, ":last": {"S": last}},
        }
        pages: list[Page] = []
        while True:
            page = self._client.query(**asked)
            pages.append(page)
            if "LastEvaluatedKey" not in page:
                return pages
            asked["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(_PARALLEL, thread_name_prefix="camera-index")


def entry_bytes(item: dict[str, dict[str, str]]) -> int:
    """Give the size that DynamoDB bills for reading an entry: names and values."""
    return sum(len(name) + len(value["S"]) for name, value in item.items())


def _match(item: Page, facts: camera_key.CameraFacts, away: float, window: Window | None) -> Match:
    return Match(
        owner_id=item["pk"]["S"],
        camera_id=CameraId(item["sk"]["S"]),
        distance_m=away,
        point=facts.point,
        heading=facts.heading,
        indoor=facts.indoor,
        working=facts.working,
        kind=facts.kind,
        retention_days=facts.retention_days,
        window=window,
    )
