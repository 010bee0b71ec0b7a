"""Takes what somebody says instead of what they said first: `faces sw , no wait , se`, `inside , sorry , outside`."""

from __future__ import annotations

import re

from .patterns import compiled, either

_WAYS = either(
    r"(?:north|south) ?(?:east|west)|north|south|east|west|ne|nw|se|sw|[nsew]",
    r"noreste|noroeste|sureste|suroeste|norte|sur|este|oeste",
    r"streets?|road|alley|back ?yard|back|front ?yard|front|driveway|calle|callejon|patio|frente|atras",
)
_SIDES = "indoors?|inside|interior|adentro|dentro|outdoors?|outside|exterior|afuera|fuera"
_KINDS = "fixed|stationary|static|bullet|ptz|turning|rotating|dome|fija|fijo|giratoria|giratorio"
_BACK = (
    r"(?:(?:oh |ah |ay )?(?:no wait|no sorry|nope|wait|sorry|i mean|i meant|actually|or rather|rather|well|correction"
    r"|oops|make that|scratch that|strike that|perdon|digo|mejor dicho|me equivoque|quise decir|no ,|jk))"
)
_LEADS = r"(?:(?:its|it|is|are|they|theyre|looks|faces|facing|points|the|to|al|el|la|a|es|esta|mira|hacia|more like) )*"
_ENDS = r"(?= ,|$| (?:and|y|cam|cams|camera|cameras|one|ones|yard|side|door)\b)"


def _corrected(values: str) -> str:
    """Give a pattern of a value, a few words of its clause, what takes it back, and another of its sort."""
    return (
        rf"\b(?:{values})(?P<said>(?: yard| side)?(?: (?!and\b|y\b|one\b|two\b|,)\w+){{0,4}})(?: ,)?"
        rf"(?: {_BACK}(?: ,)?){{1,3}} {_LEADS}(?P<meant>{values})\b{_ENDS}"
    )


_PATTERNS = tuple(_corrected(values) for values in (_WAYS, _SIDES, _KINDS))


def with_last_word(words: str) -> str:
    """Give plain words, with commas as ` , `, in which a way, in or out, and a kind are said once. Linear."""
    for pattern in _PATTERNS:
        words = compiled(pattern).sub(_meant, words)
    return words


def _meant(match: re.Match[str]) -> str:
    return f"{match['meant']}{match['said']}"
