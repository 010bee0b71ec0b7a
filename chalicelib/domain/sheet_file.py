"""Tells which files that came with a mail are tables, and reads one by what it holds, not by what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from .mail import Attachment
from .sheet import MOST_BYTES, Sheet, SheetError

_ENDINGS = (".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers")
_TYPES = frozenset({
    "text/csv", "application/csv", "text/x-csv", "text/tab-separated-values", "application/vnd.ms-excel",
    "text/comma-separated-values", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-excel.sheet.macroenabled.12", "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    "application/vnd.oasis.opendocument.spreadsheet",
})  # fmt: skip
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NO_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc", b"MZ", b"<")


def tables_in(attachments: Sequence[Attachment]) -> list[Attachment]:
    """Give the files that are called a table, by their name or their kind, in their order."""
    return [each for each in attachments if each.name.lower().endswith(_ENDINGS) or each.content_type in _TYPES]


def read_table(attachment: Attachment) -> Sheet:
    """Read one; raises SheetError, and nothing else, whatever it holds."""
    if attachment.encoded_bytes > MOST_BYTES * 3 // 2:
        raise SheetError("too_large")
    return read_bytes(attachment.content())


def read_bytes(content: bytes) -> Sheet:
    """Read the bytes of a table; raises SheetError, and nothing else."""
    if len(content) > MOST_BYTES:
        raise SheetError("too_large")
    if content.startswith(_OLE):
        raise SheetError("encrypted" if _LOCKED in content else "old_format")
    if content.startswith(_ZIP):
        from .sheet_xlsx import read_xlsx

        return read_xlsx(content)
    if content.lstrip()[:8].startswith(_NO_TEXT):
        raise SheetError("other_format")
    from .sheet_csv import read_csv

    return read_csv(content)
