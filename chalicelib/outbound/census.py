"""The US Census Bureau's geocoder: no key, interpolates along the ranges of streets, gives a match or none.

https://geocoding.geo.census.gov/geocoder/Geocoding_Services_API.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.domain.house_number import door_of
from chalicelib.domain.place import Address, Point

PATH = "/geocoder/locations/onelineaddress"
BENCHMARK = "Public_AR_Current"
MOST, MOST_BYTES = 3, 200_000
CONFIDENCE = 0.7
"""Below what is taken without asking, whatever the match."""


class CensusGeocoder:
    """Asks for one address in one line."""

    name = "census"

    def __init__(self, *, base_url: str, timeout_s: float) -> None:
        self._url, self._timeout_s = base_url.rstrip("/") + PATH, timeout_s

    def locate(self, address: str) -> list[Address]:
        """See ports.geocoder."""
        try:
            document = json.loads(self._fetch(address))
            matches = document["result"]["addressMatches"]
            return list(_places(matches))[:MOST]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ProviderSilent(self.name) from error

    def _fetch(self, address: str) -> bytes:
        # botocore brings urllib3 along, so it costs no import; no redirect is followed to another host.
        import urllib3

        query = urlencode({"address": address, "benchmark": BENCHMARK, "format": "json"})
        timeout = urllib3.Timeout(total=self._timeout_s)
        try:
            with urllib3.PoolManager(retries=False, timeout=timeout) as pool:
                answer = pool.request("GET", f"{self._url}?{query}", redirect=False, preload_content=False)
                body = bytes(answer.read(MOST_BYTES + 1))
                answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise ProviderSilent(self.name) from error
        if answer.status == 429 or answer.status >= 500:
            raise ProviderBusy(self.name)
        if answer.status != 200 or len(body) > MOST_BYTES:
            raise ProviderRefused(str(answer.status))
        return body


def _places(matches: list[Mapping[str, Any]]) -> Iterator[Address]:
    for match in matches:
        number, _, street = str(match["matchedAddress"]).partition(",")[0].partition(" ")
        parts, place = match.get("addressComponents") or {}, match["coordinates"]
        if door_of(number) and street:
            yield Address(
                number=number,
                street=street.strip(),
                city=str(parts.get("city", "")),
                postcode=str(parts.get("zip", ""))[:5],
                point=Point(float(place["y"]), float(place["x"])),
                precision="interpolated",
                confidence=CONFIDENCE,
            )
