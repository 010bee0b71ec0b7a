"""Amazon Location's Places, version 2: Geocode, with storing as the intended use, since we keep what is found.

https://docs.aws.amazon.com/location/latest/APIReference/API_geoplaces_Geocode.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.domain.house_number import door_of
from chalicelib.domain.place import Address, Point

MOST, LONGEST = 3, 200
KINDS = ("PointAddress", "InterpolatedAddress")
CONFIDENCE = 0.75
"""Of a match that it calls perfect; below what is taken without asking."""


class AmazonGeocoder:
    """Asks near a point, in the United States. `client` is botocore's for `geo-places`, with its own time-outs."""

    name = "amazon"

    def __init__(self, client: Any, *, near: Point) -> None:
        self._client, self._near = client, near

    def locate(self, address: str) -> list[Address]:
        """See ports.geocoder."""
        try:
            answer = self._client.geocode(
                QueryText=address[:LONGEST],
                MaxResults=MOST,
                BiasPosition=[self._near.lng, self._near.lat],
                Filter={"IncludeCountries": ["USA"], "IncludePlaceTypes": list(KINDS)},
                IntendedUse="Storage",
            )
        except ClientError as error:
            raise _meaning(error) from error
        except BotoCoreError as error:
            raise ProviderSilent(self.name) from error
        return list(_places(answer.get("ResultItems", ())))[:MOST]


def _meaning(error: ClientError) -> Exception:
    code = error.response["Error"]["Code"]
    if code == "ThrottlingException":
        return ProviderBusy("amazon")
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    return ProviderSilent("amazon") if status >= 500 else ProviderRefused(code)


def _places(items: list[Mapping[str, Any]]) -> Iterator[Address]:
    for item in items:
        found, position = item.get("Address", {}), item.get("Position", ())
        number, street = str(found.get("AddressNumber", "")), str(found.get("Street", ""))
        if item.get("PlaceType") in KINDS and door_of(number) and street and len(position) == 2:
            yield Address(
                number=number,
                street=street,
                city=str(found.get("Locality", "")),
                postcode=str(found.get("PostalCode", ""))[:5],
                point=Point(position[1], position[0]),
                precision="interpolated",
                confidence=round(CONFIDENCE * item.get("MatchScores", {}).get("Overall", 1.0), 3),
            )
