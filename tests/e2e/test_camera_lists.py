"""A published list on the running stack: imported, exported, indexed anew, imported again, and taken out."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.stack import Running

pytestmark = pytest.mark.e2e
Admin = Callable[..., dict[str, Any]]
NAME = "Poles of an example"
ROWS = 40


@pytest.fixture
def admin(house: Running, stack: dict[str, Any]) -> Admin:
    """`./porchlight admin cameras`, whose answer is read."""
    assert stack

    def ask(*arguments: str) -> dict[str, Any]:
        ran = house.porchlight("admin", "cameras", *arguments, "--json")
        assert ran.returncode == 0, ran.stderr
        answer: dict[str, Any] = json.loads(ran.stdout)
        return answer

    return ask


@pytest.fixture
def poles(admin: Admin, tmp_path: Path) -> Iterator[Path]:
    """A list far from the demo city, which no other test asks about; taken out again afterwards."""
    file = tmp_path / "poles.csv"
    rows = [f"{number},Pole {number},{10 + number / 1e4:.4f},20.0,ON\n" for number in range(ROWS)]
    file.write_text("id,name,lat,lon,status\n" + "".join(rows) + "x,Nowhere,,,ON\n")
    yield file
    if NAME in admin("lists")["lists"]:
        admin("remove-list", NAME)


def test_a_list_is_taken_in_given_out_and_taken_out_again(admin: Admin, poles: Path, tmp_path: Path) -> None:
    taken = admin("import", str(poles), "--list", NAME)
    assert (taken["added"], taken["refused"], taken["rows"][0]["line"]) == (ROWS, 1, ROWS + 2)

    for name in ("out.csv", "out.geojson"):
        out = tmp_path / name
        exported = admin("export", str(out), "--legal-basis", "an example")["exported"]
        again = admin("import", str(out))
        # Owners who have only a mailbox cannot be found by a phone: their rows are left alone, and said so.
        assert (again["already"] + again["refused"], again["added"], again["changed"]) == (exported, 0, 0)
        assert again["already"] >= ROWS

    with (tmp_path / "out.csv").open(newline="") as rows:
        assert sum(row["inventory"] == NAME for row in csv.DictReader(rows)) == ROWS
    indexed = admin("reindex")
    assert (indexed["rewritten"], indexed["changed"]) == (0, 0)
    assert indexed["current"] == exported

    assert admin("remove-list", NAME) == {"list": NAME, "removed": ROWS}
    assert NAME not in admin("lists")["lists"]


def test_an_export_without_a_legal_basis_is_refused(house: Running, stack: dict[str, Any], tmp_path: Path) -> None:
    assert stack
    ran = house.porchlight("admin", "cameras", "export", str(tmp_path / "out.csv"))

    assert ran.returncode != 0
    assert "legal basis" in ran.stderr
    assert not (tmp_path / "out.csv").exists()
