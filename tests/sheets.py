"""Tables of cameras as people attach them: XLSX made by hand, so that they can be made wrong as well."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from tests.unit.usecases.mailing import File

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WORKBOOK = f'<workbook {MAIN} {R}><sheets><sheet name="Cameras" sheetId="1" r:id="rId1"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
HEADER = "Address,Cameras,Days kept,Faces\n"
GOOD = HEADER + "1009 Roxleigh Rd Towson,2,14,north\n1011 Roxleigh Rd Towson,1,30 days,\n"


def a_csv(text: str = GOOD, name: str = "cameras.csv", encoding: str = "utf-8") -> File:
    return File(name, text.encode(encoding), "text/csv")


def an_xlsx(rows: Sequence[Sequence[str]], name: str = "cameras.xlsx") -> File:
    return File(name, xlsx(rows), XLSX)


def xlsx(rows: Sequence[Sequence[str]], **parts: str) -> bytes:
    """An XLSX of these cells, every one a shared string; one that begins with `<` stands there as it is."""
    strings = sorted({cell for row in rows for cell in row if cell and cell[0] != "<"})
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [
            cell if cell[:1] == "<" else f'<c r="{chr(65 + at)}{number}" t="s"><v>{strings.index(cell)}</v></c>'
            for at, cell in enumerate(row)
            if cell
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    shared = "".join(f"<si><t>{text.replace('&', '&amp;')}</t></si>" for text in strings)
    return zipped({
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/sharedStrings.xml": f"<sst {MAIN}>{shared}</sst>",
        "xl/worksheets/sheet1.xml": worksheet("".join(lines)),
        **parts,
    })  # fmt: skip


def worksheet(rows: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
