"""A small town for the gazetteer to know, and the demo city's folder."""

import json
from pathlib import Path

from chalicelib.domain.place import Address, Exact
from chalicelib.store.gazetteer import SqliteGazetteer
from commands.addresses import build

CITY = Path(__file__).parents[1] / "local" / "city"
HEADER = "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH"
SQUARE = [[-76.6, 39.4], [-76.5, 39.4], [-76.5, 39.5], [-76.6, 39.5], [-76.6, 39.4]]
HOLE = [[-76.52, 39.48], [-76.51, 39.48], [-76.51, 39.49], [-76.52, 39.49], [-76.52, 39.48]]
ROWS = [
    "-76.5554,39.4307,1009,ROXLEIGH RD,,TOWSON,,MD,21286,1,",
    "-76.5559,39.4307,1007,ROXLEIGH RD,,TOWSON,,MD,21286,2,",
    "-76.5554,39.4312,1008,ROXLEIGH RD,,TOWSON,,MD,21286,3,",
    "-76.5547,39.4311,1012,ROXLEIGH RD,,TOWSON,,MD,21286,4,",
    "-76.5576,39.4309,1100,PROVIDENCE RD,,TOWSON,,MD,21286,5,",
    "-76.5565,39.4307,1102,PROVIDENCE RD,,TOWSON,,MD,21286,6,",
    "-76.5400,39.4500,12,OAK CT,,TOWSON,,MD,21286,7,",
    "-76.5300,39.4600,12,OAK LN,,TOWSON,,MD,21286,8,",
    "-76.5200,39.4100,100,MAIN ST,,TOWSON,,MD,21286,9,",
    "-76.5900,39.4900,100,MAIN ST,,ESSEX,,MD,21221,10,",
    "-76.5850,39.4100,20,N ROLLING RD,,ESSEX,,MD,21221,11,",
    "-76.5850,39.4200,20,S ROLLING RD,,ESSEX,,MD,21221,12,",
    "-76.5150,39.4850,5,HOLLOW LN,,ESSEX,,MD,21221,13,",
    "-76.5400,39.4400,50,FARM RD,,ESSEX,,MD,21221,14,",
    "-76.5400,39.4430,50,FARM RD,,ESSEX,,MD,21221,15,",
]


def town(folder: Path, *rows: str, header: str = HEADER, boundary: object = None) -> SqliteGazetteer:
    (folder / "addresses.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    (folder / "boundary.geojson").write_text(json.dumps(boundary or {"type": "Polygon", "coordinates": [SQUARE, HOLE]}))
    build(folder / "addresses.csv", folder / "boundary.geojson", folder / "out.sqlite")
    return SqliteGazetteer(folder / "out.sqlite")


def found(gazetteer: SqliteGazetteer, text: str) -> Address:
    located = gazetteer.find(text)
    assert isinstance(located, Exact), located
    return located.address
