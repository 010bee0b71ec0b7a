"""The gazetteer's file, built from what agencies have."""

import gzip
import json
import tempfile
from pathlib import Path

import boto3
import pytest
from moto import mock_aws

from chalicelib.domain.place import Point
from chalicelib.store import plain_json
from chalicelib.store.gazetteer import SqliteGazetteer, fetch_gazetteer
from commands.addresses import build
from tests.gazetteers import CITY, HOLE, ROWS, SQUARE, found, town


@pytest.mark.parametrize(
    "wrap",
    [
        lambda shape: shape,
        lambda shape: {"type": "Feature", "properties": {}, "geometry": shape},
        lambda shape: {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": shape}]},
        lambda shape: {
            "type": "MultiPolygon",
            "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]], shape["coordinates"]],
        },
    ],
)
def test_a_boundary_is_read_in_every_wrapping(tmp_path: Path, wrap: object) -> None:
    gazetteer = town(tmp_path, *ROWS, boundary=wrap({"type": "Polygon", "coordinates": [SQUARE, HOLE]}))  # type: ignore[operator]

    places = [Point(39.45, -76.55), Point(39.485, -76.515), Point(39.39, -76.55)]
    assert [gazetteer.inside(place) for place in places] == [True, False, False]


def test_other_cities_files_are_read_as_they_are(tmp_path: Path) -> None:
    header = "\ufeffid,lon,lat,number,street,city,extra"
    gazetteer = town(tmp_path, '7,-76.55,39.45,0012.0,"main street, ",,x', header=header)

    assert found(gazetteer, "12 main st").line() == "12 Main Street"


def test_rows_without_number_street_or_place_are_counted_and_left_out(tmp_path: Path) -> None:
    rows = [
        "-76.5,39.4,0,A RD",
        "-76.5,39.4,,A RD",
        "-76.5,39.4,5,",
        "-76.5,99,5,A RD",
        "x,39.4,5,A RD",
        "-76.55,39.45,5,A RD",
        "short",
    ]
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress("\n".join(["LON,LAT,NUMBER,STREET", *rows]).encode()))
    (tmp_path / "b.json").write_text(json.dumps({"type": "Polygon", "coordinates": [SQUARE]}))

    report = build(tmp_path / "a.csv.gz", tmp_path / "b.json", tmp_path / "o.sqlite")

    assert (report.rows, report.points) == (7, 1)
    assert report.skipped == {"no house number": 3, "no street": 1, "no place on earth": 2}


@pytest.mark.parametrize(
    ("addresses", "boundary", "said"),
    [
        (
            "A,B\n1,2\n",
            '{"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}',
            "LON and LAT and NUMBER and STREET",
        ),
        ("LON,LAT,NUMBER,STREET\n", '{"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}', "not one"),
        ("LON,LAT,NUMBER,STREET\n", '{"type": "Point", "coordinates": [0, 0]}', "no Polygon"),
        ("LON,LAT,NUMBER,STREET\n", "not json", "GeoJSON"),
    ],
)
def test_files_that_cannot_be_used_are_refused_with_the_reason(
    tmp_path: Path, addresses: str, boundary: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text(addresses)
    (tmp_path / "b.json").write_text(boundary)

    with pytest.raises(ValueError, match=said):
        build(tmp_path / "a.csv", tmp_path / "b.json", tmp_path / "o.sqlite")


@pytest.mark.parametrize("number", ["12 REAR", "12;14", "12 / 14", "12 Apt 3", "00012", "12.0"])
def test_of_a_number_with_something_besides_the_number_counts(tmp_path: Path, number: str) -> None:
    gazetteer = town(tmp_path, f"-76.55,39.45,{number},MAIN ST", header="LON,LAT,NUMBER,STREET")

    assert found(gazetteer, "12 main st").number == "12"


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    reports = [build(CITY / "addresses.csv.gz", CITY / "boundary.geojson", tmp_path / name) for name in ("one", "two")]

    assert reports[0].object_name == reports[1].object_name
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"nothing of the kind" * 100)

    with pytest.raises(ValueError, match="no gazetteer"):
        SqliteGazetteer(tmp_path / "x.sqlite")


@mock_aws
def test_the_file_is_fetched_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    report = build(CITY / "addresses.csv.gz", CITY / "boundary.geojson", tmp_path / "built")
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket="data")
    s3.upload_file(str(report.path), "data", report.object_name)

    fetch_gazetteer(plain_json.session().create_client("s3", region_name="us-east-1"), "data", report.object_name)
    s3.delete_object(Bucket="data", Key=report.object_name)

    assert found(fetch_gazetteer(s3, "data", report.object_name), "1009 Roxleigh Rd").number == "1009"
