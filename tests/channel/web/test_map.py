"""The streets that the map draws: public and small; and what a page with a map may reach."""

from __future__ import annotations

import gzip
import json

import pytest

from chalicelib import wiring
from chalicelib.channels.web.assets import FOLDER, VENDOR, asset_path
from chalicelib.domain.map_source import MapSource
from chalicelib.domain.place import Point
from chalicelib.domain.street_lines import Door, DrawnStreet
from tests import builders
from tests.channel.web.visitor import Visitor
from tests.world import World

TILES = "https://tiles.example.gov/streets/{z}/{x}/{y}.png"


def test_streets_come_as_names_lines_and_doors_in_steps_from_a_corner(visitor: Visitor, wired: World) -> None:
    door = Door("1009", 1009, Point(39.43071, -76.55541))
    wired.gazetteer.drawn = (DrawnStreet("Roxleigh Rd", ((Point(39.43, -76.56), Point(39.4301, -76.559)),), (door,)),)

    page = visitor.get("/map/streets?bbox=-76.56,39.43,-76.55,39.44")

    assert json.loads(page.text) == {
        "corner": [-76.56, 39.43],
        "steps": 100_000,
        "streets": [{"name": "Roxleigh Rd", "lines": [[0, 0, 100, 10]], "doors": ["1009", 459, 71]}],
    }
    assert page.headers["cache-control"] == "public, max-age=86400"


@pytest.mark.parametrize(
    "box",
    ["", "1,2,3", "a,b,c,d", "-76.56,39.43,-76.55,39.44,1", "nan,nan,nan,nan", "-inf,0,inf,1", "-180,-90,180,90",
     "-76.55,39.43,-76.56,39.44", "0,0,1e-400,1", "9" * 5000, "-76.56,39.43,-76.50,39.44"],
)  # fmt: skip
def test_what_is_no_small_box_is_refused(visitor: Visitor, box: str) -> None:
    page = visitor.get(f"/map/streets?bbox={box}")

    assert page.status == 400
    assert set(json.loads(page.text)) == {"error"}


def test_a_page_with_a_map_may_start_its_worker_and_reach_nothing_else(visitor: Visitor) -> None:
    policy = visitor.get("/register").headers["content-security-policy"]

    assert "worker-src 'self'" in policy
    assert "img-src 'self';" in policy
    assert "connect-src 'self';" in policy
    assert "worker-src" not in visitor.get("/").headers["content-security-policy"]


def test_a_page_with_a_map_may_reach_the_agencys_tiles(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    agency = builders.an_agency(map={"tiles": TILES, "attribution": "Example County GIS"})
    monkeypatch.setattr(wiring, "agency", lambda: agency)

    page = visitor.get("/register")
    policy = page.headers["content-security-policy"]

    assert "connect-src 'self' https://tiles.example.gov;" in policy
    assert "img-src 'self' https://tiles.example.gov;" in policy
    assert "The pictures of the map come from Example County GIS" in page.words()
    assert "https://tiles" not in visitor.get("/me").headers["content-security-policy"]


@pytest.mark.parametrize(
    "source",
    [
        {"tiles": "http://tiles.example.gov/{z}/{x}/{y}.png", "attribution": "x"},
        {"tiles": "https://tiles.example.gov/1.png", "attribution": "x"},
        {"tiles": TILES},
        {"tiles": "https://a.example; script-src *//{z}/{x}/{y}", "attribution": "x"},
        {"tiles": "https://user@a.example/{z}/{x}/{y}", "attribution": "x"},
        {"tiles": TILES, "attribution": "x", "max_zoom": 99},
    ],
)
def test_a_source_that_pages_must_not_reach_is_refused(source: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"tiles|attribution|max_zoom"):
        MapSource(**source)  # type: ignore[arg-type]


def test_the_library_comes_under_names_that_change_with_it(visitor: Visitor) -> None:
    for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "map.js", "map-style.js", "register.js", "map.css"):
        page = visitor.get(asset_path(name))

        assert page.status == 200
        assert "immutable" in page.headers["cache-control"]
        assert page.headers["content-type"].startswith(("text/javascript", "text/css"))


BUDGETS = {
    "page.css": 6_000,
    "map.css": 3_000,
    "card.css": 1_000,
    "register.js": 3_000,
    "map.js": 5_000,
    "map-style.js": 2_000,
    "photo.js": 1_000,
    "maplibre-gl.mjs": 300_000,
    "maplibre-gl-worker.mjs": 150_000,
}
"""Bytes after gzip, as they go over the wire."""


@pytest.mark.parametrize(("name", "most"), BUDGETS.items())
def test_no_file_is_larger_than_its_budget(name: str, most: int) -> None:
    path = FOLDER / name if (FOLDER / name).exists() else VENDOR / name

    assert len(gzip.compress(path.read_bytes(), 6)) <= most


@pytest.mark.parametrize(
    ("path", "most"), [("/", 5_000), ("/register", 6_000), ("/me", 3_000), ("/card", 8_000), ("/desk", 2_000)]
)
def test_no_page_is_larger_than_its_budget(visitor: Visitor, path: str, most: int) -> None:
    assert len(gzip.compress(visitor.get(path).text.encode(), 6)) <= most


def test_the_map_is_loaded_by_the_script_alone_and_only_where_an_address_was_found(visitor: Visitor) -> None:
    assert '<script src="/static/maplibre' not in visitor.get("/register").text
    assert "maplibre" not in visitor.get("/").text
