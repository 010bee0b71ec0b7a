"""The zip is the same bytes whatever the clock, the order and the folder."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from infra.archive import digest_of, sizes, write_archive


def fill(folder: Path, *names: str, time: int) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
        os.utime(path, (time, time))
    return folder


def test_order_and_times_of_files_change_nothing(tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", [fill(tmp_path / "one", "a.py", "b/c.py", time=1_000_000_000)])
    write_archive(tmp_path / "two.zip", [fill(tmp_path / "two", "b/c.py", "a.py", time=1_700_000_000)])
    assert digest_of(tmp_path / "one.zip") == digest_of(tmp_path / "two.zip")


def test_several_folders_become_one_and_the_later_wins(tmp_path: Path) -> None:
    first = fill(tmp_path / "first", "a.py", "b.py", time=1_000_000_000)
    second = fill(tmp_path / "second", "b.py", time=1_000_000_000)
    (second / "b.py").write_text("the later one")
    write_archive(tmp_path / "all.zip", [first, second])
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == ["a.py", "b.py"]
        assert archive.read("b.py") == b"the later one"


def test_sizes_are_of_the_archive_and_of_what_it_unpacks_to(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.py").write_bytes(b"x" * 10_000)
    write_archive(tmp_path / "a.zip", [tmp_path / "in"])
    zipped, unzipped = sizes(tmp_path / "a.zip")
    assert unzipped == 10_000
    assert zipped < 1_000
