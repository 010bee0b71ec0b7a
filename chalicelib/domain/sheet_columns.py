"""Which column says what, by its header in English or Spanish; a table without a header has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .patterns import compiled
from .plain_words import plain
from .sheet import Row

Column = Literal[
    "address", "number", "street", "unit", "city", "postcode", "count", "kind", "heading", "indoor", "outdoor", "days",
    "name", "ours",
]  # fmt: skip
"""`ours` are columns that we added to a table that went back."""
LOOKED_AT = 10
"""Rows: titles may stand above the header."""
_CAMERAS = r"(?:cameras?|camaras?|cams?|devices?|dispositivos?)"
_HOW_MANY = r"(?:number|no|num|qty|quantity|count|total|how many|cantidad|numero|cuantas)"
_NUMBER = r"(?:number|no|num|nr|numero)"
_PLACE = r"(?:address|addr|direccion|domicilio|location|ubicacion|lugar|place)"
_WHOSE = r"(?:business|store|shop|company|owner|site|camera)"
_LOOKS = (
    r"(?:heading|facing|faces|looks?|looking|views?|viewing|orientation|orientacion|mira|hacia|apunta|vista|azimuth"
    r"|bearing|points?)"
)
_RULES: tuple[tuple[Column, str], ...] = (
    ("ours", r"(?:what we understood|lo que entendimos|remark|observacion|row|fila)"),
    ("days", r"(?:.* )?(?:days?|dias?|retention|retencion|keeps?|kept|guardan?|guardado|conservan?|storage)(?: .*)?"),
    ("kind", rf"(?:{_CAMERAS} )?(?:kind|type|tipo|model|modelo|clase)(?: (?:of|de|the|la) .*)?"),
    ("outdoor", r"(?:outdoors?|outside|exterior|afuera)"),
    ("indoor", r"(?:is )?(?:indoors?|inside|interior|adentro|dentro)(?: .*)?"),
    ("heading", rf"(?:.* )?{_LOOKS}(?: .*)?"),
    ("heading", r"(?:camera )?direction"),
    ("count", rf"(?:{_HOW_MANY}(?: of| de)? )?{_CAMERAS}(?: count| qty| total)?"),
    ("count", r"(?:qty|quantity|count|cantidad|cuantas|how many)"),
    ("number", rf"(?:{_NUMBER}|(?:house|street|building|st) {_NUMBER}|numero (?:de casa|exterior))"),
    ("city", r"(?:city|town|ciudad|municipio|localidad|pueblo)"),
    ("postcode", r"(?:zip|zip ?code|post ?code|postal code|postal|codigo postal|cp)"),
    ("unit", r"(?:unit|suite|apt|apartment|apartamento|departamento)(?: (?:no|number))?"),
    ("address", rf"(?:.* )?{_PLACE}(?: (?:of|de|del) .*| 1)?"),
    ("street", r"(?:street|street name|calle|road|avenida)"),
    ("name", rf"(?:{_WHOSE} )?(?:name|label)|{_WHOSE}|nombre(?: .*)?|negocio|tienda|empresa|etiqueta|camara"),
)


def columns_in(rows: Sequence[Row]) -> tuple[int, dict[int, Column]]:
    """Give at which of the rows the header stands and what each of its columns says; -1 and none without one."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        columns = _columns(row)
        said = set(columns.values())
        alone = len(list(filter(None, row.cells))) == 1
        if "ours" in said or (said & {"address", "street"} and (len(said) > 1 or alone)):
            return at, columns
    return -1, {}


def _columns(row: Row) -> dict[int, Column]:
    """Read each cell as a header; of two that say the same, the first counts."""
    found: dict[int, Column] = {}
    for at, cell in enumerate(row.cells):
        column = _column(cell)
        if column and (column == "ours" or column not in found.values()):
            found[at] = column
    return found


def _column(cell: str) -> Column | None:
    words = plain(cell.replace("#", " number "))
    if not words or len(words) > 60:
        return None
    return next((column for column, pattern in _RULES if compiled(pattern).fullmatch(words)), None)
