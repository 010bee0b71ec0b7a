"""What a few plain words say about one camera: a kind, a way, indoors or not; and about several, one after another."""

from __future__ import annotations

import re
from dataclasses import replace

from .camera import Kind
from .patterns import compiled, either, words
from .view import View, Way

_CAMERA = words("camera cameras cam cams camara camaras cctv webcam")
BELL = either(
    rf"(?:ring |nest |video |smart )*(?:door ?bells?(?: {_CAMERA})?|timbres?|porteros?)",
    rf"\brings?\b(?! {_CAMERA}| (?:plan|subscription|app|account|protect|me|cloud|alarm|stick"
    rf"|spotlight|floodlight|outdoor))",
)
_TURNING = (
    r"\b(?:(?:that|which|it|que) (?:turns|moves|spins|gira|se mueve|rota)|se mueven?|giran?|ptz|pan (?:and )?tilt"
    r"|pan|pans|rotat\w+|turning|360|girator\w+|motorizad\w+|swivels?)\b"
)
_FIXED = r"\b(?:fixed|stationary|bullets?|fija|fijas)\b"
_FACING = either(
    r"fac\w+|look\w*|point\w*|aim\w*|toward\w*|view\w*|cover\w*|watch\w*|see\w*|mira\w*|hacia|heading|apunt\w*",
    "on|at|to|over|al|a|is|the",
)
_EAST = r"east|^\W*este\W*$|(?:(?<=al )|(?<=el )|(?<=hacia )|(?<=y )|(?<=\d )|(?<=sur )|(?<=norte ))este"
"""`Este` is a hesitation as well: `este, no se`."""
_COMPASS: tuple[tuple[str, Way], ...] = (
    ("north ?east|noreste|ne", "ne"), ("north ?west|noroeste|nw", "nw"), ("south ?east|sureste", "se"),
    ("south ?west|suroeste|sw", "sw"), ("north|norte", "n"), ("south|sur", "s"),
    (_EAST, "e"),
    ("west|oeste", "w"),
)  # fmt: skip
_SOUTHEAST = (
    rf"(?:\b(?:{_FACING}|and|y|\d|one|two|bullets?|domes?|ptz|fixed|doorbell|{_CAMERA}) se|^se)\b"
    r"(?! (?:guard|borr|grab|ve|llam|queda|sobr|conserv|mantien|apag|da|puede|sabe|almacen|elimin|regist)\w*)"
)
_ROOMS = either(
    r"in (?:the|my|our) (?:kitchen|living ?room|dining ?room|bedroom|nursery|basement|hallway|hall|lobby|foyer|attic"
    r"|family ?room|play ?room|den|stairwell)\b(?! (?:window|door))",
    r"en (?:la|mi) (?:cocina|sala|recamara|habitacion|lavanderia)\b(?! de (?:ventas|espera))",
    r"en (?:el|mi) (?:sotano|cuarto|comedor|pasillo|estudio|dormitorio)\b",
)
_LETTERS: tuple[Way, ...] = ("n", "e", "s", "w")
_SIDES: tuple[tuple[str, Way], ...] = (
    (either("back ?yards?|back ?door|in back|out back|the back|back|rear|alley|behind|patio|deck|pool|patio trasero",
            "atras|traser[oa]s?|callejon"), "back"),
    (either("streets?|road|sidewalk|front|frontyard|curb|porch|calle|frente|enfrente|entrada|delante(?:ra)?",
            "(?<=at )rd|(?<=the )rd",
            r"(?:fac|look|point|aim|toward|watch|cover|view|see|mira|hacia|apunt|monitor|show)\w*"
            r"(?: \w+){0,3} driveway|driveway facing"),
     "street"),
)  # fmt: skip
_IN = rf"\b(?:indoors?|inside|interior(?:es)?|adentro|dentro|{_ROOMS})\b"
_OUT = r"\b(?:outdoors?|outside|exterior(?:es)?|afuera|fuera)\b"
_NOT_INSIDE = (
    r"\b(?:none|not|ninguna|neither|never|nothing)(?: (?:of|de) (?:them|those|ellas))?(?: is| are| esta)?"
    r" (?:inside|indoors?|adentro|dentro)\b"
)
_ELSEWHERE = either(
    r"\b(?:call|text|write|get|got|go|goes|going|come|coming|be|move|moved|right|way|email|reach|hear"
    r"|message|took|turn)"
    r" (?:me |you |it |us |right )?back(?! ?(?:yard|door|alley))",
    r"\bback (?:to|in (?:\d|a|the day|town|may|june|july)|at \d|me|up|ups|when|then|home|ground|by|on (?:my|line))\b",
    r"\bfront (?:desk|office|counter|end|of (?:the )?(?:line|camera))\b",
    r"\b(?:on|in|from|of|down|up|off|across|along) (?:the end of |end of )?(?:my|our|this|a|same|the"
    r" whole) (?:street|road)\b",
    r"(?<!looks )(?<!looking )(?<!look )(?<!faces )(?<!facing )(?<!points )"
    r"\b(?:end of|across|down|up) the (?:street|road)\b",
    r"\b(?:north|south|east|west)(?:ern)? (?:of|end|county|side of (?:town|the (?:city|county|street|road)))\b",
    r"\b(?:neighbou?rs?|vecin[oa]s?) (?:front |back |house )?(?:driveway|yard|back ?yard|house|door|porch)\b",
    r"\b(?:outside|inside) of (?:town|the city)\b|\bnight vision\b|\bopen air\b|\bpart of\b",
)
"""Words for a way that speak of something else: `call me back`, `down the street`."""


def view_of(text: str) -> View:
    """Read what a few plain words say about one camera."""
    text = compiled(_NOT_INSIDE).sub("outside", text)
    return View(kind=kind_of(text), way=way_of(text), indoor=_indoor(text))


def kind_of(text: str) -> Kind:
    """Read what kind of camera it is, as far as words say so."""
    if compiled(_TURNING).search(text):
        return "turning"
    if compiled(BELL).search(text):
        return "doorbell"
    return "fixed" if compiled(_FIXED).search(text) else "unknown"


def way_of(text: str) -> Way | None:
    """Read which way a camera looks: a compass word, the street, or the back yard."""
    text = compiled(_ELSEWHERE).sub(" ", text)
    for pattern, way in _COMPASS:
        if compiled(rf"\b(?:{pattern})(?:ern|ward|wards|bound)?\b").search(text):
            return way
    if compiled(_SOUTHEAST).search(text):
        return "se"
    for letter in _LETTERS:
        if text.strip() in (letter, f"{letter} side", f"{letter} sides") or compiled(
            rf"\b{_FACING} (?:the )?{letter}\b(?! \w+ (?:st|rd|ave))|\b{_CAMERA} {letter}$"
        ).search(text):
            return letter
    for pattern, way in _SIDES:
        if compiled(rf"\b(?:{pattern})\b").search(text):
            return way
    return None


def views_of(text: str, count: int) -> tuple[View, ...]:
    """Read what is said about `count` cameras: once about all of them, or about one after another.

    `Front, back and both sides` of four says two ways and leaves two cameras without; nothing at all is no views.
    """
    every = view_of(text)
    if count > 1:
        text = compiled(_NOT_INSIDE).sub("outside", text)
        mixed = compiled(_IN).search(text) and compiled(_OUT).search(text)
        every = replace(every, indoor=None) if mixed else every
        text = compiled(
            r"\b(front(?: door| porch| yard)?|back|rear|porch) (?=(?:front|back|rear|alley|driveway)\b)"
        ).sub(r"\1 , ", text)
        ways = _in_turn([part for part in parts_of(text) if part.strip()])
        if len(set(ways) - {None}) > 1 and len(ways) <= count:
            each = [View(kind=every.kind, way=way, indoor=every.indoor) for way in ways]
            return (*each, *[View(kind=every.kind, indoor=every.indoor)] * (count - len(each)))
    return (every,) * count if every != View() else ()


def _in_turn(parts: list[str]) -> list[Way | None]:
    """Give the way of each part from the first that says one to the last: `front door, garage, back yard`."""
    ways = [way_of(part) for part in parts]
    known = [at for at, way in enumerate(ways) if way]
    return ways[known[0] : known[-1] + 1] if known else []


def parts_of(text: str) -> list[str]:
    """Part a message where it may go on to the next camera."""
    return re.split(r" , | and | y ", text)


def _indoor(text: str) -> bool | None:
    text = compiled(_ELSEWHERE).sub(" ", text)
    inside, outside = compiled(_IN).search(text), compiled(_OUT).search(text)
    if inside and outside:
        return inside.start() < outside.start()
    return None if not (inside or outside) else inside is not None
