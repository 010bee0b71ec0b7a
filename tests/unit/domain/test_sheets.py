"""Tables of cameras: what their cells say, in both forms and languages, and where that leads."""

from __future__ import annotations

import pytest

from chalicelib.domain.camera import Camera, CameraId
from chalicelib.domain.place import Address, Exact, Outside, Point, Several, Unknown
from chalicelib.domain.sheet_file import read_bytes
from chalicelib.domain.sheet_places import place_rows, rows_as_held, rows_from
from chalicelib.domain.sheet_reading import RowRead, read_sheet
from tests.sheets import GOOD, HEADER, xlsx

HOUSE = Address(number="1009", street="ROXLEIGH RD", city="TOWSON", postcode="21286", point=Point(39.4, -76.6))


def rows(content: bytes | str) -> tuple[RowRead, ...]:
    raw = content.encode() if isinstance(content, str) else content
    return read_sheet(read_bytes(raw)).rows


def told(read: RowRead) -> tuple[str, int, int | None]:
    return read.place, read.count, read.days


def problem(read: RowRead) -> str:
    return read.problem.msgid if read.problem else ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    text = "Dirección;Cantidad de cámaras;Días guardados\n1009 Peña Rd;2;30 días\n".replace(";", delimiter)

    assert [told(read) for read in rows(text.encode(encoding))] == [("1009 Peña Rd", 2, 30)]


def test_an_xlsx_says_the_same_as_a_csv() -> None:
    cells = [line.split(",") for line in GOOD.splitlines()]

    assert [told(read) for read in rows(xlsx(cells))] == [told(read) for read in rows(GOOD)]
    assert [told(read) for read in rows(GOOD)] == [
        ("1009 Roxleigh Rd Towson", 2, 14),
        ("1011 Roxleigh Rd Towson", 1, 30),
    ]


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Number,Street,City,ZIP,Days", "1009 Roxleigh Rd, Towson 21286"),
        ("Número,Calle,Ciudad,Código postal,Retención (días)", "1009 Roxleigh Rd, Towson 21286"),
        ("House No.,Street Name,Town,Zip Code,Retention Days", "1009 Roxleigh Rd, Towson 21286"),
    ],
)
def test_an_address_is_put_together_from_its_columns(header: str, place: str) -> None:
    assert told(rows(f"{header}\n1009,Roxleigh Rd,Towson,21286,14\n")[0]) == (place, 1, 14)


@pytest.mark.parametrize(
    ("header", "cell", "count"),
    [("# of cameras", "3", 3), ("Cameras", "two", 2), ("Qty", "4.0", 4), ("Cantidad", "dos", 2), ("Cámaras", "", 1)],
)
def test_a_count_is_read_under_many_names(header: str, cell: str, count: int) -> None:
    assert told(rows(f"Address,{header},Days\n1009 Roxleigh Rd,{cell},14\n")[0])[1] == count


@pytest.mark.parametrize(
    ("header", "cell", "degrees", "way"),
    [
        ("Heading", "270", 270, None), ("Heading", "360", 0, None), ("Looks at", "the street", None, "street"),
        ("Mira hacia", "norte", None, "n"), ("Direction", "SW", None, "sw"), ("Facing", "", None, None),
    ],
)  # fmt: skip
def test_a_heading_is_read_in_degrees_and_in_words(
    header: str, cell: str, degrees: int | None, way: str | None
) -> None:
    read = rows(f"Address,Days,{header}\n1009 Roxleigh Rd,14,{cell}\n")[0]

    assert (read.degrees, read.view.way, read.remarks) == (degrees, way, ())


@pytest.mark.parametrize(
    ("header", "cell", "indoor"),
    [("Indoor", "yes", True), ("Interior", "sí", True), ("Indoor?", "N", False), ("Outdoor", "yes", False),
     ("Indoor/Outdoor", "outdoor", False)],
)  # fmt: skip
def test_indoors_is_read_in_both_languages(header: str, cell: str, *, indoor: bool) -> None:
    assert rows(f"Address,Days,{header}\n1009 Roxleigh Rd,14,{cell}\n")[0].view.indoor is indoor


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",2,14,", "mail.sheet.no_address"), ("1 A St,2,,", "mail.sheet.no_days"),
        ("1 A St,2,1001,", "mail.sheet.days"), ("1 A St,2,0,", "mail.sheet.days"),
        ("1 A St,51,14,", "mail.sheet.count"), ("1 A St,many,14,", "mail.sheet.count"),
        ("=A1,2,14,", "mail.sheet.no_address"), ("1 A St,99999999999999999999,14,", "mail.sheet.count"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_taken_says_why(line: str, reason: str) -> None:
    assert problem(rows(f"{HEADER}{line}\n")[0]) == reason


def test_what_is_not_understood_besides_is_left_open_and_said() -> None:
    read = rows("Address,Days,Heading,Type,Indoor\n1 A St,14,400,Acme X-1,perhaps\n")[0]

    assert [each.msgid for each in read.remarks] == [
        "mail.sheet.heading_open", "mail.sheet.kind_open", "mail.sheet.indoor_open",
    ]  # fmt: skip
    assert problem(read) == ""


def test_without_a_header_each_row_is_read_as_free_text() -> None:
    found = rows("1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days\nregister 1011 Roxleigh Rd, doorbell, 30 days\n")

    assert [told(read)[1:] for read in found] == [(2, 14), (1, 30)]
    assert found[1].view_at(0).kind == "doorbell"


def test_days_that_the_mail_said_hold_for_rows_that_say_none() -> None:
    read = read_sheet(read_bytes(b"Address,Days\n1 A St,\n2 A St,7\n"), days=30).rows

    assert [each.days for each in read] == [30, 7]
    assert [each.msgid for each in read[0].remarks] == ["mail.sheet.days_of_mail"]


def test_a_table_that_went_back_is_read_without_the_columns_that_we_added() -> None:
    text = "Row,Address,Days,What we understood,Remark\n2,1 A St,14,9 Elsewhere Rd: 5 cameras,No.\n"

    assert [told(read) for read in rows(text)] == [("1 A St", 1, 14)]


def test_titles_may_stand_above_the_header_and_rows_keep_their_numbers() -> None:
    found = rows("Example Store\n\nAddress,Days\n\n1 A St,14\n")

    assert [(read.row.number, read.place) for read in found] == [(5, "1 A St")]


# --- formulas ---


def test_a_formula_counts_as_what_was_saved_with_it_or_as_nothing() -> None:
    cached = '<c r="C2"><f>7*2</f><v>14</v></c>'
    empty = '<c r="C3"><f>WEBSERVICE("https://example.com")</f></c>'
    found = rows(xlsx([["Address", "Cameras", "Days"], ["1 A St", "1", cached], ["2 A St", "1", empty]]))

    assert [read.days for read in found] == [14, None]
    assert all("mail.sheet.formula" in [each.msgid for each in read.remarks] for read in found)


def test_numbers_of_an_xlsx_are_read_as_they_are_meant() -> None:
    days = '<c r="B2"><v>3.0E1</v></c>'

    assert rows(xlsx([["Address", "Days"], ["1 A St", days]]))[0].days == 30


def test_a_number_kept_as_text_is_no_formula() -> None:
    assert told(rows('Address,ZIP,Days\n1 A St,"=""01234""",14\n')[0])[0] == "1 A St, 01234"


# --- places ---


def placed(text: str, *, standing: tuple[Camera, ...] = ()):
    places = {"here": Exact(HOUSE), "away": Outside(), "which": Several((HOUSE,)), "near": Unknown((HOUSE,))}
    table = read_sheet(read_bytes(("Address,Cameras,Days\n" + text).encode()))
    return place_rows(table, locate=lambda said: places.get(said, Unknown()), standing=standing)


@pytest.mark.parametrize(
    ("said", "reason"),
    [("away", "mail.sheet.outside"), ("which", "mail.sheet.several"), ("near", "mail.sheet.near"),
     ("nowhere", "mail.sheet.unknown")],
)  # fmt: skip
def test_an_address_that_leads_to_no_one_place_says_why(said: str, reason: str) -> None:
    (row,) = placed(f"{said},1,14\n")

    assert (row.cameras, row.remarks[0].msgid) == ((), reason)


def test_a_row_beyond_the_fiftieth_camera_finds_no_room() -> None:
    found = placed("here,30,14\nhere,30,14\nhere,20,14\n")

    assert [len(row.cameras) for row in found] == [30, 0, 20]
    assert found[1].remarks[0].msgid == "mail.sheet.no_room"


def test_cameras_that_stand_already_are_not_added_again() -> None:
    standing = (Camera(camera_id=CameraId("c1"), address=HOUSE, retention_days=14),)

    found = placed("here,2,14\nhere,1,30\n", standing=standing)

    assert [len(row.cameras) for row in found] == [1, 1]
    assert [each.msgid for each in found[0].remarks] == ["mail.sheet.already_one"]


def test_rows_are_held_and_read_again_as_they_were() -> None:
    import json

    found = placed("here,2,14\nwhich,1,14\n")

    assert rows_from(json.loads(json.dumps(rows_as_held(found)))) == found
