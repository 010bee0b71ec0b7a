"""Inventories as cities publish them: every row is taken or named, nothing is doubled, and an import goes on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.domain.geofence import Circle
from chalicelib.domain.inventory import is_public
from chalicelib.domain.place import Point
from chalicelib.domain.protected import Protected
from chalicelib.domain.sheet import quoted, unquoted
from chalicelib.domain.wanted import Wanted
from commands.camera_import import ImportReport
from commands.camera_rows import BadRow, Listed, read_rows, write_features, write_rows
from commands.inventory_import import bring_in, import_inventory
from commands.inventory_read import read_records
from commands.inventory_rows import PublicCamera, understand
from commands.larger_data import LARGER_DATA, sources
from infra.failure import CannotGoOnError
from tests import builders
from tests.world import CONTACT_KEY, World

HOME = Point(39.4, -76.6)
CITY = """ID,Camera Name,Status,Latitude,Longitude,Notes
1,Example St / First Ave,TURNED_ON,39.4001,-76.6001,
2,Example St / First Ave,TURNED_ON,39.4001,-76.6001,same pole
3,,DESIRED,39.4002,-76.6002,
4,No Place,TURNED_ON,,,
5,Swapped,TURNED_ON,-76.6003,39.4003,
6,Nowhere,TURNED_ON,0,0,
7,Words,TURNED_ON,north,-76.6,
1,Example St / First Ave,TURNED_ON,39.4001,-76.6001,
"""


class _Audited(list[tuple[str, int]]):
    """What a stage is for an import: tables, and a place to write down what is done."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world, self.account = world, self
        self.outputs = {"RegistryTable": "registry"}

    def client(self, _service: str) -> Any:
        return self._world.dynamodb

    def protected(self) -> Protected:
        return Protected(CONTACT_KEY, self._world.agency.protected)

    def write_down(self, deed: str, *, subject: str, count: int) -> None:
        self.append((f"{deed} {subject}", count))


@pytest.fixture
def stage(world: World) -> Any:
    return _Audited(world)


def brought_in(stage: Any, file: Path, text: str | None = None, **options: Any) -> ImportReport:
    if text is not None:
        file.write_text(text)
    plain = {"mapping": {}, "retention_days": 30, "home": HOME, "dry_run": False}
    return import_inventory(stage, file, **{**plain, **options})


def test_what_cannot_be_taken_is_named_by_line_and_the_rest_is_taken(stage: Any, world: World, tmp_path: Path) -> None:
    report = brought_in(stage, tmp_path / "city.csv", CITY)

    assert report.counts() == {"added": 3, "changed": 0, "already": 0, "refused": 5}
    assert {row.line: row.reason for row in report.rows if row.result == "refused"} == {
        5: "it says nowhere where the camera is",
        6: "latitude and longitude are swapped",
        7: "0, 0 is where a place was left out",
        8: "latitude is no number",
        9: "the same as line 2",
    }
    assert world.cameras.count(Circle(HOME, 500)) == 3
    assert world.cameras.count(Circle(HOME, 500), wanted=Wanted(working=True)) == 2
    assert stage == [("import inventory", 3)]


def test_the_same_list_again_doubles_nothing_and_a_change_is_taken_over(
    stage: Any, world: World, tmp_path: Path
) -> None:
    brought_in(stage, tmp_path / "city.csv", CITY)
    again = brought_in(stage, tmp_path / "renamed.csv", CITY.replace("DESIRED", "TURNED_ON"))

    assert again.counts() == {"added": 0, "changed": 1, "already": 2, "refused": 5}
    assert world.cameras.count(Circle(HOME, 500), wanted=Wanted(working=True)) == 3


def test_an_import_that_was_cut_off_goes_on_where_it_stopped(stage: Any, world: World, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("lat,lon\n" + "".join(f"{39.4 + number / 1e5:.5f},-76.6\n" for number in range(250)))
    rows = understand(read_records(file), mapping={}, retention_days=30, home=HOME)
    bring_in(world.dynamodb, "registry", [row for row in rows if isinstance(row, PublicCamera)][:100], dry_run=False)

    assert brought_in(stage, file).counts() == {"added": 150, "changed": 0, "already": 100, "refused": 0}


def test_a_dry_run_writes_nothing(stage: Any, world: World, tmp_path: Path) -> None:
    assert brought_in(stage, tmp_path / "city.csv", CITY, dry_run=True).counts()["added"] == 3
    assert (world.cameras.count(Circle(HOME, 500)), list(stage)) == (0, [])


def test_imported_cameras_count_but_belong_to_nobody_who_could_be_asked(
    stage: Any, world: World, tmp_path: Path
) -> None:
    brought_in(stage, tmp_path / "city.csv", CITY)
    found = {match.owner_id for match in world.cameras.find(Circle(HOME, 500))}

    assert all(map(is_public, found))
    assert world.registry.households(sorted(found)) == {}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Location\nPOINT (39.4 -76.6)\n",
        "Location\nPOINT (-76.6 39.4)\n",
        'Location\n"(39.4, -76.6)"\n',
        "lat;lon\n39.4;-76.6\n",
        "XPOS,YPOS\n-76.6,39.4\n",
        '[{"LOCATION": "(39.4, -76.6)", "URL": null}]',
        (
            '{"type": "FeatureCollection", "features": [\n{"type": "Feature", "properties": {},'
            ' "geometry": {"type": "Point", "coordinates": [-76.6, 39.4, 12]}}]}'
        ),
        (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": null,'
            ' "geometry": {"type": "MultiPoint", "coordinates": [[39.4, -76.6]]}}]}'
        ),
    ],
)
def test_places_are_understood_in_every_way_of_writing_them(text: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(text)
    (row,) = understand(read_records(tmp_path / "list"), mapping={}, retention_days=30, home=HOME)

    assert isinstance(row, PublicCamera)
    assert row.camera.address.point == HOME


@pytest.mark.parametrize(
    ("text", "heading"),
    [("90", 90), ("NE", 45), ("West", 270), ("northbound", 0), ("360", 0), ("", None), ("NULL", None)],
)
def test_a_mapped_column_says_where_a_camera_looks(text: str, heading: int | None, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"lat,lon,APPROACH\n39.4,-76.6,{text}\n")
    (row,) = understand(read_records(tmp_path / "list"), mapping={"APPROACH": "heading"}, retention_days=30, home=None)

    assert isinstance(row, PublicCamera)
    assert row.camera.heading == heading


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"lat,lon\n39.4,-76.6\n\xff\xfe,1\n", "line 3: this is not UTF-8"),
        (b'lat,lon\n39.4,-76.6\n"39.5,-76.6\n1,2\n', "line 3: a quote is left open"),
        (b"lat,lon" + b",x" * 1_000_000, "line 1: longer than"),
        (b"lat,lon" + b",x" * 600, "line 1: more than 500 columns"),
        (b"here,there\n1,2\n", "no column says where"),
        (b'[{"lat": 1}', "line 1: this is no JSON"),
        (b'[{"id": ' + b"9" * 5_000 + b"}]", "line 1: this is no JSON"),
        (b'{"a": 1}', "neither a GeoJSON"),
    ],
)
def test_a_broken_file_is_refused_naming_the_place_and_nothing_is_written(
    stage: Any, tmp_path: Path, raw: bytes, said: str
) -> None:
    (tmp_path / "list.csv").write_bytes(raw)

    with pytest.raises(CannotGoOnError, match=said):
        brought_in(stage, tmp_path / "list.csv")
    assert list(stage) == []


def test_a_mapping_to_what_is_not_there_is_refused(tmp_path: Path, stage: Any) -> None:
    for mapping, said in (({"Nope": "lat"}, "column Nope"), ({"ID": "colour"}, "field colour")):
        with pytest.raises(CannotGoOnError, match=said):
            brought_in(stage, tmp_path / "city.csv", CITY, mapping=mapping)


def test_the_place_of_a_camera_that_an_export_names_is_taken_as_it_stands(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [20.0, 10.0]}
    feature = {"type": "Feature", "properties": {"registered_as": "0abcdefghij/c1"}, "geometry": point}
    (tmp_path / "out.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (row,) = understand(read_records(tmp_path / "out.geojson"), mapping={}, retention_days=30, home=HOME)

    assert isinstance(row, PublicCamera)
    assert (row.camera.point, row.registered_as) == (Point(10.0, 20.0), "0abcdefghij")


SMALL_LIST = "ID,Latitude,Longitude\n1,39.4001,-76.6001\n2,39.4002,-76.6002\n"
LISTS = {
    "sample": [("small.csv", 2, Point(39.4001, -76.6001))],
    "whole": [
        ("austin_traffic_cameras.csv", 512, Point(30.2664757, -97.7371902)),
        ("baltimore_cctv.csv", 614, Point(39.310861, -76.640704)),
        ("chicago_speed_cameras.csv", 160, Point(41.7644, -87.7097)),
        ("seattle_2015.json", 135, Point(47.51369, -122.28819)),
    ],
}


@pytest.mark.parametrize("source", sources("cameras"))
def test_the_lists_of_cities_are_taken_whole(source: str, tmp_path: Path) -> None:
    (tmp_path / "small.csv").write_text(SMALL_LIST)
    folder = LARGER_DATA / "cameras" if source == "whole" else tmp_path
    for name, cameras, first in LISTS[source]:
        rows = understand(read_records(folder / name), mapping={}, retention_days=30, home=HOME)
        taken = [row for row in rows if isinstance(row, PublicCamera)]

        assert (len(taken), len({row.identity for row in taken})) == (cameras, cameras), name
        assert taken[0].camera.address.point == first


def test_cells_that_a_spreadsheet_would_run_are_quoted_and_read_again_as_they_were(tmp_path: Path) -> None:
    household = builders.a_household()
    household = type(household)(builders.an_owner(name="=2+5"), household.cameras, household.contacts)
    out = io.StringIO()

    assert write_rows([household], [], out) == 1
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert (row["name"], row["phone"], row["lng"]) == ("'=2+5", builders.PHONE, "-76.5866")
    (tmp_path / "out.csv").write_text(out.getvalue())
    (read,) = read_rows(tmp_path / "out.csv")
    assert not isinstance(read, BadRow)
    assert read.name == "=2+5"


def test_features_are_written_longitude_first_and_taken_as_an_inventory_again(tmp_path: Path) -> None:
    file = tmp_path / "out.geojson"
    with file.open("w") as out:
        assert (
            write_features([builders.a_household()], [Listed("0abcdefghij", "a list", builders.a_camera())], out) == 2
        )

    features = json.loads(file.read_text())["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [-76.5866, 39.4009]}
    assert [record.line for record in read_records(file)] == [2, 3]


def test_a_number_without_end_is_refused_on_its_line(tmp_path: Path) -> None:
    text = f"phone,address,heading,retention_days\n{builders.PHONE},1 Main St,,{'9' * 5_000}\n"
    (tmp_path / "own.csv").write_text(text + f"{builders.PHONE},1 Main St,{'9' * 5_000},30\n")

    assert read_rows(tmp_path / "own.csv") == [
        BadRow(line=2, reason="retention_days is not 1 to 1000"),
        BadRow(line=3, reason="heading is not 0 to 359, or empty"),
    ]


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", "\t=1", " =1", "-1+cmd|' /C calc'!A0", "'=1", "\uff1d1+1", "\uff0b1"]
)
def test_what_any_spreadsheet_takes_for_a_formula_is_quoted_once(cell: str) -> None:
    assert quoted(cell) == f"'{cell}"
    assert unquoted(quoted(cell)) == cell


@pytest.mark.parametrize("cell", ["+14105550100", "-76.5866", "12 Main St", "O'Hara", "", "3e-05"])
def test_numbers_and_words_are_never_quoted(cell: str) -> None:
    assert quoted(cell) == unquoted(cell) == cell
