"""Points and lookups from CSV files: what comes out, and what is said about files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.lookup_files import measured

POINTS = "lat,lon\n39.4009,-76.5866\n39.4019,-76.5866\n39.5,-76.5\n"
QUERIES = "lat,lon,radius_m\n39.4009,-76.5866,150\n39.4009,-76.5866,50\n10,10,500\n"


def test_matches_are_row_numbers_counted_without_the_header(tmp_path: Path) -> None:
    figures = measured(*_files(tmp_path, POINTS, QUERIES))

    assert figures["matches"] == [[0, 1], [0], []]
    assert [lookup["depth"] for lookup in figures["lookups"]] == [1, 1, 1]
    assert all(lookup["rcu"] >= 0.5 for lookup in figures["lookups"])
    assert (figures["missed"], figures["extra"]) == (0, 0)


def test_a_column_of_the_very_name_is_taken_before_one_that_may_mean_the_same(tmp_path: Path) -> None:
    projected = "x,y,lat,lon\n433000,183000,39.4009,-76.5866\n"

    assert measured(*_files(tmp_path, projected, QUERIES))["matches"] == [[0], [0], []]


def test_columns_may_stand_in_any_order_among_others(tmp_path: Path) -> None:
    shuffled = "name,LON,lat\npole,-76.5866,39.4009\n"

    assert measured(*_files(tmp_path, shuffled, QUERIES))["matches"] == [[0], [0], []]


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ("lat,lon\n39.4\n", "line 2: too few columns"),
        ("lat,lon\n39.4,-76.6\nnorth,-76.6\n", "line 3: could not convert"),
        ("lat,lon\n-76.5866,239.4\n", "line 2: latitude"),
        ("lat,lon\n89.9,0\n", "line 2: latitude 89.9"),
        ("lat,lon\nnan,0\n", "line 2: latitude"),
        ("lat,long\n1,2\n", "no column lon"),
        ("", "no column lat"),
        ('lat,lon\n"39.4,-76.6\n', "unexpected end of data"),
        ("lat,lon\n" + "1," * 100_000, "longer than"),
    ],
)
def test_a_bad_file_is_refused_naming_the_place(tmp_path: Path, points: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^points\.csv: ") as refused:
        measured(*_files(tmp_path, points, QUERIES))

    assert said in str(refused.value)


@pytest.mark.parametrize(
    "points",
    [
        "39.4009,-76.5866\n39.4012,-76.5866\n",
        "\ufefflatitude,longitude\r\n39.4009,-76.5866\r\n\r\n39.4012,-76.5866",
        'lng,"lat"\n"-76.5866", 39.4009 \n , \n-76.5866,39.4012\n',
    ],
)
def test_files_are_read_as_people_write_them(tmp_path: Path, points: str) -> None:
    assert measured(*_files(tmp_path, points, "lat,lon,radius_m\n39.4009,-76.5866,100\n"))["matches"] == [[0, 1]]


def test_a_quote_left_open_is_refused_with_the_line_on_which_it_opens(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="line 3: "):
        measured(*_files(tmp_path, 'lat,lon\n39.4,-76.5\n39.4,"-76.5\n39.4,-76.5\n', QUERIES))


def test_a_row_whose_cells_run_over_lines_counts_once(tmp_path: Path) -> None:
    points = 'name,lat,lon\n"two\nlines",39.4009,-76.5866\n"",north,-76.5866\n'

    with pytest.raises(ValueError, match="line 4: "):
        measured(*_files(tmp_path, points, QUERIES))


@pytest.mark.parametrize("radius_m", ["0", "-5", "nan", "inf", "1e9", "100000.1"])
def test_a_radius_that_nobody_means_is_refused_naming_its_line(tmp_path: Path, radius_m: str) -> None:
    with pytest.raises(ValueError, match=r"^queries\.csv: line 2: a radius lies between 0 and 100 km"):
        measured(*_files(tmp_path, POINTS, f"lat,lon,radius_m\n39.4,-76.5,{radius_m}\n"))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    files = _files(tmp_path, POINTS, QUERIES)
    files[0].write_bytes(b"lat,lon\n\xff\xfe")

    with pytest.raises(ValueError, match="not UTF-8"):
        measured(*files)


def _files(folder: Path, points: str, queries: str) -> tuple[Path, Path]:
    files = folder / "points.csv", folder / "queries.csv"
    for file, text in zip(files, (points, queries), strict=True):
        file.write_text(text)
    return files
