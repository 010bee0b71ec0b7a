"""Reads the rows of a table of cameras: by its columns, or each as free text where no header says what is what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .camera import MAX_CAMERAS, MAX_RETENTION_DAYS
from .day_words import read as read_days
from .number_words import number
from .plain_words import plain
from .registration_words import read
from .reply import Sentence, sentence
from .sheet import Row, Sheet
from .sheet_columns import Column, columns_in
from .view import View
from .view_words import view_of

MAX_NAME = 60
_YES = frozenset(
    ["yes", "y", "true", "1", "x", "si", "s", "in", "indoor", "indoors", "inside", "interior", "dentro", "adentro"]
)
_NO = frozenset(["no", "n", "false", "0", "out", "outdoor", "outdoors", "outside", "exterior", "fuera", "afuera"])
_TOWN: tuple[Column, ...] = ("city", "postcode")
_UNSAID = frozenset({"", "unknown", "other", "n a", "na", "none", "desconocido", "otro", "camera", "camara"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRead:
    """What one row says. `problem` is why it cannot be taken, `remarks` what of it was left open.

    `degrees` is a heading in degrees, where it was given so; `view` all that was said in words.
    """

    row: Row
    place: str = ""
    count: int = 1
    days: int | None = None
    view: View = field(default_factory=View)
    views: tuple[View, ...] = ()
    degrees: int | None = None
    name: str = ""
    problem: Sentence | None = None
    remarks: tuple[Sentence, ...] = ()

    def view_at(self, at: int) -> View:
        """Give the view of one of its cameras, from 0."""
        return self.views[at] if at < len(self.views) else self.view


@dataclass(frozen=True, slots=True)
class TableRead:
    """The header as it was written, none where there is none, which columns are ours, and the rows below."""

    header: Row | None
    ours: frozenset[int]
    rows: tuple[RowRead, ...]

    @property
    def name(self) -> str:
        """Whose cameras they are, where every row that names somebody names the same."""
        names = {read.name for read in self.rows if read.name}
        return names.pop() if len(names) == 1 else ""


def read_sheet(sheet: Sheet, *, days: int | None = None) -> TableRead:
    """Read every row; `days` is how long all of them keep what they see, where the mail said that. Never raises."""
    at, columns = columns_in(sheet.rows)
    ours = frozenset(place for place, column in columns.items() if column == "ours")
    known: dict[Column, int] = {column: place for place, column in columns.items() if column != "ours"}
    by_column = not {"address", "street"}.isdisjoint(known)
    rows = sheet.rows[at + 1 :]
    found = [_by_column(row, known) if by_column else _by_words(row, ours) for row in rows]
    return TableRead(sheet.rows[at] if at >= 0 else None, ours, tuple(_checked(read, days) for read in found))


def _by_words(row: Row, ours: frozenset[int]) -> RowRead:
    said = ", ".join(cell for at, cell in enumerate(row.cells) if cell and at not in ours)
    slots = read(said)
    days = _in_range(slots.days, MAX_RETENTION_DAYS)
    problem = sentence("mail.sheet.days", most=MAX_RETENTION_DAYS) if slots.days is not None and days is None else None
    return RowRead(
        row=row, place=slots.place, count=slots.count or 1, days=days, views=slots.views, name=slots.name[:MAX_NAME],
        problem=problem,
    )  # fmt: skip


def _by_column(row: Row, known: Mapping[Column, int]) -> RowRead:
    cells = {column: row.cells[at] if at < len(row.cells) else "" for column, at in known.items()}
    found = RowRead(row=row, place=_place(cells), name=cells.get("name", "")[:MAX_NAME])
    for take in (_with_count, _with_days, _with_heading, _with_view):
        found = take(found, cells)
    return found


def _place(cells: Mapping[Column, str]) -> str:
    """Put the address together from its columns; a town that stands in it already is not said twice."""
    door = " ".join(filter(None, (cells.get("number", ""), cells.get("street", ""))))
    line = cells.get("address") or door
    if cells.get("address") and cells.get("street") and plain(cells["street"]) not in plain(line):
        line = f"{line} {cells['street']}"
    if not line:
        return ""
    unit = f"Unit {cells['unit']}" if cells.get("unit") else ""
    said = plain(line)
    town = " ".join(
        part for part in (cells.get("city", ""), cells.get("postcode", "")) if part and plain(part) not in said
    )
    return ", ".join(filter(None, (line, unit, town)))


def _with_count(found: RowRead, cells: Mapping[Column, str]) -> RowRead:
    said = plain(cells.get("count", ""))
    if not said:
        return found
    count = _in_range(_number(said), MAX_CAMERAS)
    if count is None:
        return replace(found, problem=sentence("mail.sheet.count", most=MAX_CAMERAS))
    return replace(found, count=count)


def _with_days(found: RowRead, cells: Mapping[Column, str]) -> RowRead:
    said = plain(cells.get("days", ""))
    if not said:
        return found
    bare = _number(said)
    days = _in_range(bare if bare is not None else read_days(said)[0], MAX_RETENTION_DAYS)
    if days is None:
        return replace(found, problem=found.problem or sentence("mail.sheet.days", most=MAX_RETENTION_DAYS))
    return replace(found, days=days)


def _with_heading(found: RowRead, cells: Mapping[Column, str]) -> RowRead:
    raw = cells.get("heading", "")
    said = plain(raw)
    if said in _UNSAID:
        return found
    degrees = _number(said.removesuffix(" degrees").removesuffix(" deg").removesuffix(" grados"))
    if degrees is not None and 0 <= degrees <= 360 and "-" not in raw:
        return replace(found, degrees=degrees % 360)
    view = view_of(said)
    if degrees is not None or view == View():
        return replace(found, remarks=(*found.remarks, sentence("mail.sheet.heading_open")))
    return replace(found, view=view.over(found.view))


def _with_view(found: RowRead, cells: Mapping[Column, str]) -> RowRead:
    kind = plain(cells.get("kind", ""))
    view = view_of(kind)
    remarks = list(found.remarks)
    if kind not in _UNSAID and view.kind == "unknown":
        remarks.append(sentence("mail.sheet.kind_open"))
    indoor = _yes_no(cells.get("indoor", ""))
    outdoor = _yes_no(cells.get("outdoor", ""))
    if indoor is None and outdoor is not None:
        indoor = not outdoor
    said = View(kind=view.kind, indoor=indoor if indoor is not None else view.indoor)
    if indoor is None and any(plain(cells.get(column, "")) for column in ("indoor", "outdoor")):
        remarks.append(sentence("mail.sheet.indoor_open"))
    return replace(found, view=said.over(found.view), remarks=tuple(remarks))


def _checked(found: RowRead, days: int | None) -> RowRead:
    """Add what every row is checked for: a place, a time of keeping, and cells that held a formula."""
    if found.row.formulas:
        found = replace(found, remarks=(*found.remarks, sentence("mail.sheet.formula")))
    if not found.place:
        return replace(found, problem=sentence("mail.sheet.no_address"))
    if found.problem or found.days is not None:
        return found
    if days is None:
        return replace(found, problem=sentence("mail.sheet.no_days"))
    return replace(found, days=days, remarks=(*found.remarks, sentence("mail.sheet.days_of_mail", days=days)))


def _number(said: str) -> int | None:
    """Read a whole number of at most six digits, or in words; `30 0` is what `30.0` became."""
    plainer = said[:-2] if said.endswith(" 0") and said[:-2].isdigit() else said
    return number(plainer) if len(plainer) < 20 and (not plainer.isdigit() or len(plainer) <= 6) else None


def _in_range(value: int | None, most: int) -> int | None:
    return value if value is not None and 1 <= value <= most else None


def _yes_no(cell: str) -> bool | None:
    said = plain(cell)
    return True if said in _YES else False if said in _NO else None
