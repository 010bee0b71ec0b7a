"""Hostile tables: bombs, entities, a million columns, open quotes, broken files: refused, or read in part."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from chalicelib.domain import sheet as bounds
from chalicelib.domain.sheet import SheetError
from chalicelib.domain.sheet_file import read_bytes
from chalicelib.domain.sheet_reading import read_sheet
from chalicelib.domain.sheet_xlsx import MOST_UNPACKED
from tests.sheets import GOOD, HEADER, RELATIONS, WORKBOOK, worksheet, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def trouble(content: bytes) -> str:
    with pytest.raises(SheetError) as caught:
        read_bytes(content)
    return caught.value.trouble


def test_a_zip_that_unpacks_to_far_more_than_it_is_is_not_unpacked() -> None:
    bomb = xlsx([["Address"]], **{"xl/worksheets/sheet1.xml": worksheet(" " * (MOST_UNPACKED + 1))})
    assert len(bomb) < 20_000

    assert trouble(bomb) == "unsafe"


def test_a_part_that_lies_about_its_size_is_read_no_further_than_it_said() -> None:
    raw = xlsx([["Address", "Days"], ["1 A St", "14"]], **{"xl/worksheets/sheet1.xml": worksheet(" " * 200_000)})
    size = len(worksheet(" " * 200_000)).to_bytes(4, "little")

    assert trouble(raw.replace(size, (500).to_bytes(4, "little"))) == "broken"


@pytest.mark.parametrize(
    "entities",
    [
        '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "https://example.com/a.dtd">',
    ],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_entities_and_document_types_are_refused(entities: str, part: str) -> None:
    assert trouble(xlsx([["Address"]], **{part: f"{entities}<a>&b;</a>"})) == "unsafe"


def test_of_a_million_columns_and_rows_the_first_are_looked_at() -> None:
    wide = "".join(f'<c t="inlineStr"><is><t>{at}</t></is></c>' for at in range(50_000))
    tall = (
        f'<row>{wide}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + "<row><c><v>1</v></c></row>" * 9_999
    )
    found = read_bytes(zipped({"xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELATIONS,
                               "xl/worksheets/sheet1.xml": worksheet(tall)}))  # fmt: skip

    assert len(found.rows) == bounds.MOST_ROWS
    assert max(len(row.cells) for row in found.rows) == bounds.MOST_COLUMNS
    assert found.cut == "rows"


def test_a_quote_left_open_swallows_nothing() -> None:
    found = read_bytes(b'Address,Days\n"1 A St,14\n2 A St,14\n')

    assert found.cut == "quotes"
    assert [(read.place, read.days) for read in read_sheet(found).rows] == [("1 A St", 14), ("2 A St", 14)]


def test_a_quoted_cell_may_hold_a_line_break() -> None:
    (read,) = read_sheet(read_bytes(b'Address,Days\n"1 A St\nTowson",14\n')).rows

    assert read.place == "1 A St Towson"


def test_a_line_without_end_is_cut() -> None:
    found = read_bytes(b"Address," + b"x" * (bounds.MOST_BYTES - 100))

    assert sum(len(cell) for row in found.rows for cell in row.cells) <= bounds.MOST_LETTERS


def test_more_text_than_is_held_is_cut_off() -> None:
    found = read_bytes((HEADER + f"{'word ' * 39},1,14,\n" * 199).encode())

    assert found.cut == "letters"
    assert sum(len(cell) for row in found.rows for cell in row.cells) <= bounds.MOST_LETTERS


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"x" * (bounds.MOST_BYTES + 1), "too_large"),
        (OLE, "old_format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7\n", "other_format"),
        (b"<html><script>alert(1)</script>", "other_format"),
        (b"\x00\x01\x02\x03" * 5 + b"a binary", "other_format"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "other_format"),
        (b"PK\x03\x04 and nothing", "broken"),
        (xlsx([["Address"]])[:-40], "broken"),
        (xlsx([["Address"]], **{"xl/worksheets/sheet1.xml": "<worksheet><row>"}), "broken"),
        (xlsx([]), "empty"),
        (b"", "empty"),
        (b"\n , ,\n", "empty"),
        (zipped({f"part{number}": "" for number in range(2_001)}), "unsafe"),
    ],
    ids=range(14),
)
def test_what_is_no_table_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    assert trouble(content) == reason


def test_a_locked_zip_is_told_from_a_broken_one() -> None:
    raw = bytearray(xlsx([["Address"]]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(mark, at + 4)

    assert trouble(bytes(raw)) == "encrypted"


def test_a_method_of_packing_that_takes_memory_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK)

    assert trouble(out.getvalue()) == "other_format"


def test_no_mutation_of_a_table_raises_anything_but_its_refusal() -> None:
    chance = random.Random(7)
    files = [xlsx([line.split(",") for line in GOOD.splitlines()]), GOOD.encode(), GOOD.encode("utf-16")]
    read = 0
    for _ in range(1_500):
        raw = bytearray(chance.choice(files))
        for _ in range(chance.randint(1, 8)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        try:
            read += bool(read_sheet(read_bytes(bytes(raw[: chance.randint(1, len(raw))]))).rows)
        except SheetError:
            continue

    assert read > 100
