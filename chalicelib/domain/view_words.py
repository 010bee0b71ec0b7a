"""What a few plain words say about one camera: a kind, a way, indoors or not; and about several, one after another."""

from __future__ import annotations

import re
from dataclasses import replace

from .camera import Kind
from .camera_nouns import ROOMS, SPOTS
from .patterns import compiled, either, words
from .view import View, Way

_CAMERA = words("camera cameras cam cams camara camaras cctv webcam")
BELL = either(
    rf"(?:ring |nest |video |smart )*(?:door ?bells?(?: {_CAMERA})?|timbres?|porteros?|video(?:portero|timbre))",
    rf"\brings?\b(?! {_CAMERA}| (?:plan|subscription|app|account|protect|me|cloud|alarm|stick"
    rf"|spotlight|floodlight|outdoor))",
)
_MOVES = r"(?:move|turn|rotate|spin|pan|swivel|mueve|gira)\w*"
_STILL = either(
    rf"\b(?:doesnt|dont|not|never|no|cant|wont)(?: (?:se|even|really))? {_MOVES}(?: around)?\b",
    r"\bstays? (?:put|still|in (?:one|the same) (?:spot|place))\b",
)
_TURNING = either(
    r"\b(?:ptzs?|pan (?:and |n )?tilt|pan|pans|panning|rotat\w+|rotator\w+|girator\w+|motoriz\w+|swivel\w*|spin\w*"
    r"|revolv\w+|oscillat\w+|gira|giran|turning(?! \d\d)|turny|turny|turns(?! (?:on|off|out|in|into|up|red|\d))|360"
    r"|se mueven?|da(?:n)? (?:la )?vueltas?"
    r"|se voltea\w*)\b",
    r"\b(?:moves?|moving) (?:around|by itself|on its own|side|back|left|all)\b",
    r"\bgoes (?:side to side|back and forth|around)\b",
    r"\b(?:that|which|it|que) (?:turns|moves|spins|mueve|rota)\b|\b(?:follows|tracks) (?:you|people|motion|movement)\b",
)
_FIXED = r"\b(?:fixed|stationary|static|bullets?|fij[ao]s?|estatic[ao]s?)\b"
_FACING = either(
    r"fac\w+|look\w*|point\w*|aim\w*|toward\w*|view\w*|cover\w*|watch\w*|see\w*|mira\w*|hacia|heading|apunt\w*",
    "on|at|to|over|al|a|is|the",
)
_LOOKED = (
    r"\b(?:fac(?:es?|ing)|look\w*|point\w*|aim\w*|toward\w*|view\w*|cover\w*|watch\w*|sees?|seeing|mira\w*|hacia|heading"
    r"|apunt\w*|viendo|ven?|dan?|enfoca\w*|vigila\w*|trained|overlook\w*) [^,]*"
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
    r"(?:kitchen|(?:living|dining|laundry|play|family|stock|store|break|mud|bed|bath) ?room|nursery|basement|hallway"
    r"|attic|stairwell|closet)\b(?! (?:window|door))",
    r"in (?:the|my|our) (?:hall|lobby|foyer|den|pantry|back ?room)\b(?! (?:window|door))",
    r"(?:cocina|sala|recamara|habitacion|comedor|sotano|dormitorio)\b(?! de (?:ventas|espera))",
    r"en (?:el|la|mi|un) (?:cuarto|pasillo|estudio|salon|lavanderia)\b",
)
_LETTERS: tuple[Way, ...] = ("n", "e", "s", "w")
_SIDES: tuple[tuple[str, Way], ...] = (
    (either("back ?yards?|back ?door|in back|out back|the back|back|rear|alley|behind|patio|deck|patio trasero",
            "atras|detras|traser[oa]s?|callejon"), "back"),
    (either("streets?|road|sidewalk|front|frontyard|curb|porch|calle|frente|enfrente|entrada|porche|adelante|delante(?:r[ao]s?)?",
            "puerta principal",
            "(?<=at )(?:rd|st)|(?<=the )(?:rd|st)",
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
_ALONE = "north south east west norte sur este oeste n s e w ne nw se sw"
_BEFORE_BACK = (
    r"in out the at on to of my our his her a toward towards facing faces face looks looking look points pointing point"
    r" watching watches covers covering sees view and y or n with cam cams camera cameras camara camaras doorbell bell"
    r" one two three four five six seven eight nine ten both all front side rear street is are from by near around"
    r" mounted outside inside fixed bullet ptz dome ring nest blink wyze arlo eufy turning other another each house"
    r" ones aimed trained overlooking stationary static rotating turret motorized spotlight floodlight fija giratoria"
)
_RUN = rf"\b{words(_ALONE)}(?: {words(_ALONE)})+\b"
_SIDE_BY_SIDE = (
    r"\b(front(?: door| porch| yard)?|back|rear|porch|street|alley|nw|ne|sw|se|norte|sur|oeste|calle|patio)"
    r" (?=(?:front|back|rear|alley|street|driveway|nw|ne|sw|se|norte|sur|oeste|este|calle|patio)\b"
    r"(?! (?:cam|yard|door)))"
)
_ELSEWHERE = either(
    rf"\b(?!{words(_BEFORE_BACK)}\b)[a-z]\w* (?:me |you |it |us )?back\b"
    r"(?! ?(?:yard|door|porch|alley|patio|deck|side|gate|fence|wall|of|lot|window|entrance|cam|garden|corner|one"
    r"|facing))",
    r"(?<!the )(?<!in )(?<!at )\bback (?:to|in (?:\d|a|the day|town|may|june|july)|at \d|me|up|ups|when|then|home"
    r"|ground|by|on (?:my|line))\b",
    r"\b(?:my|the|our) street (?:name )?is\b",
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
    text, still = compiled(_STILL).subn(" ", text)
    if compiled(_TURNING).search(text):
        return "turning"
    if still or compiled(_FIXED).search(text):
        return "fixed"
    return "doorbell" if compiled(BELL).search(text) else "unknown"


def way_of(text: str) -> Way | None:
    """Read which way a camera looks: a compass word, the street, or the back yard.

    What it looks at counts before where it hangs: `on the back wall facing the street`.
    """
    text = compiled(_ELSEWHERE).sub(" ", text)
    looked = " , ".join(match[0] for match in compiled(_LOOKED).finditer(text))
    return (_way(looked) if looked else None) or _way(text)


def _way(text: str) -> Way | None:
    for pattern, way in _COMPASS:
        if compiled(rf"\b(?:{pattern})(?:ern|ward|wards|bound)?\b").search(text):
            return way
    if compiled(_SOUTHEAST).search(text):
        return "se"
    for letter in _LETTERS:
        if text.strip() in (letter, f"{letter} side", f"{letter} sides") or compiled(
            rf"\b{_FACING} (?:the )?{letter}\b(?! \w\b)(?! \w+ (?:st|rd|ave))|\b{_CAMERA} {letter}$"
        ).search(text):
            return letter
    for pattern, way in _SIDES:
        if compiled(rf"\b(?:{pattern})\b").search(text):
            return way
    return None


def looks(text: str) -> bool:
    """Say whether a few plain words say at what something looks."""
    return compiled(_LOOKED).search(text) is not None


def hangs_at(text: str) -> set[str]:
    """Give the words for places where cameras hang, not those at which they look."""
    return {word for word in compiled(_LOOKED).sub(" ", text).split() if word in SPOTS or word in ROOMS}


def views_of(text: str, count: int) -> tuple[View, ...]:
    """Read what is said about `count` cameras: once about all of them, or about one after another.

    `Front, back and both sides` of four says two ways and leaves two cameras without; nothing at all is no views.
    """
    every = view_of(text)
    if count > 1:
        text = _apart(compiled(_NOT_INSIDE).sub("outside", text), count)
        every = replace(every, indoor=None) if _in_and_out(text) else every
        ways = _in_turn([part for part in parts_of(text) if part.strip()])
        if len(set(ways) - {None}) > 1 and len(ways) <= count:
            each = [View(kind=every.kind, way=way, indoor=every.indoor) for way in ways]
            return (*each, *[View(kind=every.kind, indoor=every.indoor)] * (count - len(each)))
    return (every,) * count if every != View() else ()


def _apart(text: str, count: int) -> str:
    """Put commas between ways that are said one after another: `front back`, `nw sw`, `north south` of two."""
    run = compiled(_RUN).search(text)
    if run and len(run[0].split()) == count:
        text = f"{text[: run.start()]}{' , '.join(run[0].split())}{text[run.end() :]}"
    return compiled(_SIDE_BY_SIDE).sub(r"\1 , ", text)


def _in_and_out(text: str) -> bool:
    """Say whether some are inside and some outside, in one clause: what a later clause says is about something else."""
    first = next((part for part in text.split(" , ") if compiled(_IN).search(part) or compiled(_OUT).search(part)), "")
    return bool(compiled(_IN).search(first) and compiled(_OUT).search(first))


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
