"""Two outside geocoders on a laptop: the Census Bureau's, and Amazon Location's Geocode. They know two new streets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.vendors.requests import json_object
from local.vendors.unknown import Unknown

CENSUS_QUERY = {"address", "benchmark", "format"}
AMAZON_FIELDS = {"QueryText", "MaxResults", "BiasPosition", "Filter", "IntendedUse"}


@dataclass(frozen=True, slots=True)
class Place:
    """An address that the demo city's own points do not hold."""

    number: str
    street: str
    city: str
    postcode: str
    lat: float
    lng: float

    def line(self) -> str:
        return f"{self.number} {self.street}, {self.city}, MD, {self.postcode}".upper()


KNOWN = (
    Place("1", "New Example Way", "Towson", "21286", 39.4102, -76.5905),
    Place("2", "New Example Way", "Towson", "21286", 39.4104, -76.5907),
    Place("1", "Faraway Example St", "Ocean City", "21842", 38.3365, -75.0849),
)


class Geocoders:
    """Routes under /census and /location."""

    def __init__(self, *, unknown: Unknown) -> None:
        self._unknown = unknown

    def routes(self) -> list[Route]:
        return [
            Route("/census/geocoder/locations/onelineaddress", self.one_line, methods=["GET"]),
            Route("/location/v2/geocode", self.geocode, methods=["POST"]),
        ]

    async def one_line(self, request: Request) -> Response:
        """Answer as geocoding.geo.census.gov does: a match is complete, or there is none."""
        query = request.query_params
        for name in set(query) ^ CENSUS_QUERY:
            self._unknown.record("census", f"parameter {name}")
        matches = [census_match(place) for place in found(query.get("address", ""))]
        asked = {"address": {"address": query.get("address", "")}, "benchmark": {"benchmarkName": "Public_AR_Current"}}
        return JSONResponse({"result": {"input": asked, "addressMatches": matches}})

    async def geocode(self, request: Request) -> Response:
        """Answer as geo-places does; what is stored must say so."""
        if not request.headers.get("authorization", "").startswith("AWS4-HMAC-SHA256 "):
            return refusal("AccessDeniedException", "Missing Authentication Token", status=403)
        body = await json_object(request)
        for name in set(body) ^ AMAZON_FIELDS:
            self._unknown.record("location", f"Geocode field {name}")
        if body.get("IntendedUse") != "Storage":
            return refusal("ValidationException", "IntendedUse", status=400)
        items = [result_item(place) for place in found(str(body.get("QueryText", "")))]
        return JSONResponse({"ResultItems": items}, headers={"x-amz-geo-pricing-bucket": "Stored"})


def found(address: str) -> list[Place]:
    """Give the places whose number and street open the address."""
    asked = " ".join(address.upper().replace(",", " ").split())
    return [place for place in KNOWN if asked.startswith(f"{place.number} {place.street} ".upper())]


def census_match(place: Place) -> dict[str, Any]:
    name, _, kind = place.street.upper().rpartition(" ")
    components = {
        "zip": place.postcode, "streetName": name, "preType": "", "city": place.city.upper(), "preDirection": "",
        "suffixDirection": "", "fromAddress": "1", "state": "MD", "suffixType": kind, "toAddress": "99",
        "suffixQualifier": "", "preQualifier": "",
    }  # fmt: skip
    return {
        "tigerLine": {"side": "L", "tigerLineId": "1"},
        "coordinates": {"x": place.lng, "y": place.lat},
        "addressComponents": components,
        "matchedAddress": place.line(),
    }


def result_item(place: Place) -> dict[str, Any]:
    label = f"{place.number} {place.street}, {place.city}, MD {place.postcode}, United States"
    return {
        "PlaceId": f"example-{place.number}",
        "PlaceType": "PointAddress",
        "Title": label,
        "Address": {
            "Label": label, "Country": {"Code2": "US", "Code3": "USA", "Name": "United States"},
            "Region": {"Code": "MD", "Name": "Maryland"}, "Locality": place.city, "PostalCode": place.postcode,
            "Street": place.street, "AddressNumber": place.number,
        },
        "Position": [place.lng, place.lat],
        "MatchScores": {"Overall": 1.0},
    }  # fmt: skip


def refusal(kind: str, message: str, *, status: int) -> Response:
    return JSONResponse({"message": message}, status_code=status, headers={"X-Amzn-ErrorType": kind})
