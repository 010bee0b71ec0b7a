"""The bench of understanding: how files are read, and what its figures count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import understanding, understood_messages, understood_optouts
from bench.understood_slots import labelled, said, same
from chalicelib.domain.registration_words import Slots
from chalicelib.domain.view import View

GOOD = {"text": "1009 roxleigh rd, 2 cameras, keeps 14 days",
        "slots": {"number": "1009", "street": "ROXLEIGH RD", "cameras": 2, "retention_days": 14}}  # fmt: skip


def messages(folder: Path, *rows: object, end: str = "\n", start: str = "") -> Path:
    file = folder / "messages.jsonl"
    file.write_bytes((start + end.join(json.dumps(row) for row in rows) + end).encode())
    return file


def test_a_message_with_every_slot_right_counts(tmp_path: Path) -> None:
    figures = understood_messages.measured([messages(tmp_path, GOOD)], None)

    assert (figures["of"], figures["right"], figures["share"]) == (1, 1, 1.0)
    assert set(figures["slots"]) == {"number", "street", "cameras", "retention_days"}
    assert "wrong_address_accepted" not in figures


def test_a_wrong_slot_is_named_without_the_text(tmp_path: Path) -> None:
    bad = {"text": GOOD["text"], "slots": {**GOOD["slots"], "cameras": 3}}

    figures = understood_messages.measured([messages(tmp_path, GOOD, bad)], None)

    assert figures["wrong"] == [{"row": 2, "slots": ["cameras"]}]


def test_marks_blank_lines_and_other_ends_of_lines_are_read_over(tmp_path: Path) -> None:
    file = messages(tmp_path, GOOD, GOOD, end="\r\n\r\n", start="\ufeff")

    assert understood_messages.measured([file], None)["of"] == 2


def test_slots_nobody_knows_are_ignored_and_counted(tmp_path: Path) -> None:
    row = {**GOOD, "slots": {**GOOD["slots"], "mood": "good", "unit": None}}

    figures = understood_messages.measured([messages(tmp_path, row)], None)

    assert (figures["right"], figures["unknown_slots"]) == (1, {"mood": 1})


def test_a_row_that_is_none_is_refused_naming_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"messages\.jsonl, line 2"):
        understood_messages.measured([messages(tmp_path, GOOD, {"slots": {}})], None)


def test_an_address_that_was_accepted_and_is_another_is_counted(tmp_path: Path) -> None:
    city = tmp_path / "city"
    city.mkdir()
    (city / "addresses.csv").write_text(
        "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n"
        "-76.5554,39.4307,1009,ROXLEIGH RD,,TOWSON,,MD,21286,1,\n"
    )
    square = [[-76.6, 39.4], [-76.5, 39.4], [-76.5, 39.5], [-76.6, 39.5], [-76.6, 39.4]]
    (city / "boundary.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [square]}))
    other = {"text": GOOD["text"], "slots": {**GOOD["slots"], "street": "PROVIDENCE RD"}}

    figures = understood_messages.measured([messages(tmp_path, GOOD, other)], city)

    assert (figures["wrong_address_accepted"], figures["rows_of_wrong_addresses"]) == (1, [2])


@pytest.mark.parametrize(
    ("name", "label", "place"),
    [
        ("street", "ROXLEIGH RD", "1009 Roxliegh"),
        ("street", "Saint Francis Rd", "12 st francis road towson md"),
        ("street", "LOCH RAVEN BLVD & ROXLEIGH RD", "Roxleigh & Loch Raven"),
        ("number", 1009, "1009 Roxleigh Rd"),
        ("number", "1009A", "1009a Roxleigh Rd"),
        ("number", "12 1/2", "12 1/2 Oak Ave"),
        ("unit", "Apt 3b", "1009 Roxleigh Rd Apt 3B"),
        ("city", "MIDDLE RIVER", "1009 Roxleigh Rd, Midle River MD"),
        ("postcode", "21286-1234", "1009 Roxleigh Rd, Towson 21286"),
    ],
)
def test_a_place_is_compared_as_people_mean_it(name: str, label: object, place: str) -> None:
    values, _ = labelled({name: label})

    assert same(name, values, said(Slots(place=place), city=str(label) if name == "city" else ""))


@pytest.mark.parametrize(
    ("label", "place"),
    [("ROXLEIGH RD", "1009 Providence Rd"), ("ROXLEIGH RD", "1009 Roxleigh Ct"), (None, "12 Oak Ct")],
)
def test_another_street_or_one_that_nobody_named_is_wrong(label: str | None, place: str) -> None:
    values, _ = labelled({"street": label})

    assert not same("street", values, said(Slots(place=place)))


def test_views_are_compared_one_by_one_where_the_label_has_one_for_each_camera() -> None:
    understood = said(Slots(count=2, views=(View(kind="doorbell", way="street"), View(way="back"))))
    listed, _ = labelled({"cameras": 2, "kinds": ["Ring doorbell", "nest"], "headings": ["road", "alley"]})
    turned, _ = labelled({"cameras": 2, "headings": ["back", "street"]})
    loose, _ = labelled({"cameras": 2, "kinds": "doorbell"})

    assert same("kinds", listed, understood)
    assert same("headings", listed, understood)
    assert not same("headings", turned, understood)
    assert same("kinds", loose, understood)


def test_the_first_line_counts_unless_it_is_the_header_of_a_table(tmp_path: Path) -> None:
    plain, table = tmp_path / "plain.txt", tmp_path / "table.tsv"
    plain.write_bytes(b"\xef\xbb\xbfSTOP\r\nbus stop\r\nstop texting my wife\r\n")
    table.write_text('text_json\tlabel\n"bus stop"\tnot_opt_out\n"STOP\\nplease"\topt_out_sentence\n', encoding="utf-8")

    assert understood_optouts.measured(plain) == {"of": 3, "verdicts": ["opt_out", "none", "flagged"]}
    assert understood_optouts.measured(table)["verdicts"] == ["none", "opt_out"]
    assert understood_optouts.measured(table)["missed"] == []


def test_the_command_prints_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    optouts = tmp_path / "optouts.txt"
    optouts.write_text("QUIT\n")

    code = understanding.main(["--json", "--messages", str(messages(tmp_path, GOOD)), "--optout", str(optouts)])

    printed = json.loads(capsys.readouterr().out)
    assert (code, printed["messages"]["right"], printed["optout"]["verdicts"]) == (0, 1, ["opt_out"])


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert understanding.main(["--messages", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err
