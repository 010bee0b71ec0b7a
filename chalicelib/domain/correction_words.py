"""Reads short corrections of what was said back: a bare number, a part that is wrong, the same house as before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .number_words import number
from .patterns import compiled, either
from .plain_words import plain

Part = Literal["address", "count", "days"]
"""What a number may stand for, and what may be wrong."""
MAX_LETTERS = 80
"""A longer message says more than a correction."""
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety|one"
    "|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|catorce|quince|veinte|treinta|sesenta|noventa"
)
_N = rf"(?:\d{{1,6}}|{_WORDS})"
_TAKES_BACK = (
    "no|nope|nah|not|oops|whoops|wait|sorry|actually|jk|just kidding|lol|haha|wrong|perdon|digo|mejor|mas bien"
    "|correction|scratch that|never ?mind|i mean|i meant|i said|i was wrong|my bad|on second thought"
)
_OWNS = (
    "there are|theres|i have|i got|we have|i only have|we only have|have|only|just|solo|solamente|son|hay|tengo|tenemos"
)
"""Before a small number, it is one of cameras."""
_AROUND = (
    rf"(?:{_TAKES_BACK}|{_OWNS}|ok|okay|yes|yeah|but|so|well|um|uh|its|it is|it s|thats|that is|is|are|make it"
    "|make that|change it|to|should be|should say|must be|es|the|please|pls|por favor|now|instead|right|correct|i think"
    "|creo|que|number|cambie(?:lo)?|a|ponga|put)"
)
_INSTEAD = "(?:and not|not|instead of|rather than|no|en vez de|en lugar de)"
_ONE = rf"(?:{_AROUND} )*(?P<n>{_N})(?: {_INSTEAD} (?P<m>{_N}))?(?: {_AROUND})*"
_NOT_THIS = rf"(?:{_AROUND} )*(?:not|no|isnt|arent) (?P<m>{_N}) (?:{_AROUND} )*(?P<n>{_N})(?: {_AROUND})*"
_TWO = rf"(?:{_AROUND} )*(?P<n>{_N}) (?:and |y |cameras? )?(?P<b>{_N})(?: {_AROUND})*"

_WRONG = "(?: (?:is|are|s|esta|estan|es|son))?(?: (?:all )?(?:wrong|not right|incorrect|off|bad|mal|equivocad[oa]s?))?"
_LEAD = (
    rf"(?:(?:{_TAKES_BACK}|but|the|my|its|thats|that is|you have|you got|the wrong|bad|incorrect|different|another"
    r"|other|change|cambiar|la|el|los|las|mi|number of|amount of|how many|cuant[oa]s|numero de) )*"
)
_PARTS: tuple[tuple[Part, str], ...] = (
    ("count", rf"{_LEAD}(?:cameras?|cams?|camaras?|count){_WRONG}"),
    ("days", rf"{_LEAD}(?:days?|dias?|retention|storage|how long(?: (?:it|they) keeps?)?){_WRONG}"),
    ("address", either(
        rf"{_LEAD}(?:address|house(?: number)?|street|town|city|place){_WRONG}",
        rf"{_LEAD}(?:direccion|casa|calle|numero de (?:la )?casa){_WRONG}",
        "(?:no )?i (?:dont|do not|no longer) live (?:there|here)(?: any ?more)?|(?:no )?not (?:there|where i live)",
        "(?:no )?thats not (?:my|our|the right) (?:house|address|place|street|home)",
        "(?:no )?thats (?:my|the) neighbou?rs?(?: house)?",
        "(?:no )?no (?:vivo ahi|es mi (?:casa|direccion|calle)|es ahi)|(?:otra|mala) direccion",
    )),
)  # fmt: skip
_UNIT = (
    rf"(?:{_TAKES_BACK} |its |it is |in |es |en )*(?:unit|apt|apartment|suite|ste|apto|apartamento|departamento|depto)"
    r" (?:number |no |numero )?(?P<unit>[a-z]?\d{1,5}[a-z]?|[a-z])"
)
_SAME = (
    r"\b(?:same|the same|misma|mismo) (?:house|address|place|location|spot|home|building|store|casa|direccion|lugar"
    r"|domicilio|sitio)\b|^(?:the )?same(?: one| as (?:before|the (?:other|first)(?: one)?))?$|^(?:la|el) mism[ao]$"
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A number that stands alone; `instead` of which other, if that was said, and `second` if another stands with it.

    `takes_back` says that more stands there than the number, `owned` that it is one of things somebody has.
    """

    number: int
    instead: int | None = None
    second: int | None = None
    takes_back: bool = False
    owned: bool = False


def bare_number(text: str) -> Bare | None:
    """Read a message that is a number and words of taking back: `jk 14`, `3 not 2`, `no, 1011`; else none."""
    words = plain(text)
    if len(text) > MAX_LETTERS or not words:
        return None
    for pattern in (_NOT_THIS, _ONE, _TWO):
        found = compiled(pattern).fullmatch(words)
        if found:
            said = {name: number(value) for name, value in found.groupdict().items() if value}
            value = said.get("n")
            more, owned = len(words.split()) > 1, compiled(rf"\b(?:{_OWNS})\b").search(words) is not None
            return (value and Bare(value, said.get("m"), said.get("b"), takes_back=more, owned=owned)) or None
    return None


def part_of(text: str) -> Part | None:
    """Say which part a message calls wrong, or names alone: `the days are wrong`, `cameras`, `i dont live there`."""
    words = plain(text)
    if len(text) > MAX_LETTERS:
        return None
    return next((part for part, pattern in _PARTS if compiled(pattern).fullmatch(words)), None)


def unit_in(text: str) -> str:
    """Give the flat of a message that names nothing else: `apt 4b`; empty where there is none."""
    found = compiled(_UNIT).fullmatch(plain(text))
    return found["unit"].upper() if found else ""


def says_same_house(text: str) -> bool:
    """Say whether a message names the place by what was said of it before: `same house`, `la misma casa`."""
    return compiled(_SAME).search(plain(text)) is not None
