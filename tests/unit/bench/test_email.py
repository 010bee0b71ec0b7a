"""`bench email`: over our own samples, and over the shared replies that were labelled by hand before the cutter."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from bench import email, hostile_mails

ROOT = Path(__file__).parents[3]
OURS = ROOT / "tests" / "data" / "mail"
SHARED = ROOT.parent / "shared" / "data" / "email"


def test_every_sample_of_ours_is_cut_exactly(capsys: pytest.CaptureFixture[str]) -> None:
    assert email.main(["--corpus", str(OURS / "samples"), "--json"]) == 0

    figures = json.loads(capsys.readouterr().out)
    assert figures["of"] >= 35
    assert (figures["exact"], figures["near"], figures["wrong"]) == (figures["of"], 0, [])


def test_at_least_95_of_the_100_labelled_replies_are_cut_exactly() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there: the 100 labelled replies stay unmeasured")
    labels = [line.split("\t") for line in (OURS / "labels.tsv").read_text().splitlines()[1:]]

    got = {path: hashlib.sha256(email.cut(SHARED / path).strip().encode()).hexdigest() for path, _, _ in labels}

    wrong = [path for path, _, expected in labels if got[path] != expected]
    assert len(labels) == 100
    assert len(wrong) <= 5, wrong


def test_what_is_not_cut_exactly_is_near_or_wrong_and_is_named(tmp_path: Path) -> None:
    for name, expected in {"exact": "a b", "near": "a  b", "wrong": "a"}.items():
        (tmp_path / f"{name}.txt").write_text("a b\n\n> c\n")
        (tmp_path / f"{name}.expected.txt").write_text(expected)
    (tmp_path / "alone.txt").write_text("no pair")

    assert email.measured(tmp_path) == {"bench": "email", "of": 3, "exact": 1, "near": 1, "wrong": ["wrong.txt"]}


def test_a_folder_without_pairs_is_an_error(tmp_path: Path) -> None:
    assert email.main(["--corpus", str(tmp_path)]) == 1


def test_without_a_folder_it_says_how_the_work_grows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(hostile_mails, "MB", 4 * 1024)

    assert email.main(["--json"]) == 0

    work = json.loads(capsys.readouterr().out)["work"]
    assert work["shapes"].keys() == hostile_mails.SHAPES.keys()
    assert all(len(figures["ms"]) == len(work["sizes_mb"]) for figures in work["shapes"].values())
