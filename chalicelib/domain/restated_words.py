"""Says in other words what people write about their cameras in ways of its own: forms, models, sums, what they lack."""

from __future__ import annotations

import re

from .camera_nouns import BRANDS
from .number_words import NUMBER, number
from .patterns import compiled

_CAMS = "(?:cameras?|cams?|camaras?)"
_KEPT_DAYS = "(?:days?|dias?|retention|retencion)"
_FORMS = (
    (rf"\b{_CAMS} (\d{{1,2}}) (?:, )?{_KEPT_DAYS} (\d{{1,3}})(?= ,|$)", r"\1 cameras , \2 days"),
    (rf"\b{_KEPT_DAYS} (\d{{1,3}}) (?:, )?{_CAMS} (\d{{1,2}})(?= ,|$)", r"\1 days , \2 cameras"),
)
"""A number behind each word, as on a form: `cameras 3 days 14`."""
_LACKS = (
    r"\b(?:no (?:hay|tengo|tenemos|tiene|quiero|queremos|pongo)|(?:do not|dont|didnt|doesnt) (?:have|want|need|own)"
    r"|(?:there is|theres|there isnt|have|got) no)(?: (?:an?|any|una?|ningun|ninguna|el|la|the))?"
    r"(?= (?:doorbells?|timbres?|porteros?|ring|nest|cameras?|cams?|camaras?)\b)"
)
_REPAIRED = (
    r"\b(?:get|getting|gets|got|be|being|been|have|having|need|needs) (?:(?:it|them|that|this|to be|one) )?fixed\b"
    r"(?! (?:cam|one|and|(?:in|on) (?:the|my|back|front)|y|facing|out|doorbell))"
    r"|\bfixed (?:it|them|soon|yet|up|again)\b|\bfixing\b"
)
_FEW = r"(?:\d{1,2}|two|three|four|dos|tres|cuatro|cinco)"
_SIDE = "front|back|side|porch|yard|alley"
_NEXT = rf"(?:an?|the|my|one|two|three|\d{{1,2}}|another|ring|nest|doorbell|{_SIDE})"
_NEW_PLACE = r"\bthe (?:new|old|other) one\b(?! (?:on|in|faces|looks|by|over|at the))"
_ANY_CAMERA = r"\b(?:cam|camara|camera|doorbell|timbre|ring)s?\b"
_SPOKEN = (
    (rf"\b({_CAMS}|doorbells?|street|house|lol|{_SIDE}) n (?={_NEXT}\b)", r"\1 and "),
    (rf"\b(?:no son|no eran|not) {_FEW}( {_CAMS})?\b", r"\1 ,"),
    (rf"\b({_CAMS}|{_SIDE}) (?:to|too) (?=(?:in|on|at|out) (?:the )?(?:{_SIDE})\b)", r"\1 two "),
    (r"\b(?:are|theres|have|got|its) (?:to|too) of (?=them|those|em)\b", "are two of "),
    (r"\bdoor bell(s?)\b", r"doorbell\1"),
    (
        (
            rf"\b(an?|one of (?:those|these|them|the)|una?|my|mi)((?: (?!about|on|for)\w+){{0,2}}?"
            rf" (?:doorbells?|ring|nest)"
            rf"(?: {_CAMS})?) (?:thing(?:s|y|ys|ie|ies|ee)?|gadgets?|contraptions?|deals?|gizmos?|whatchamacallit)\b"
        ),
        r"\1\2",
    ),
    (rf"\b({_CAMS}) , (?:de|tipo|estilo) (?=(?:timbre|portero)\b)", r"\1 de "),
    (rf"\b({_CAMS}) (?:tipo|estilo) (?=(?:timbre|portero)\b)", r"\1 de "),
    (r"\bring bell\b", "ring doorbell"),
    (r"\bq\b", "que"),
    (r"(?: and| y)? \b(?:0|zero|no|none|cero|ninguna?) (?:indoors?|inside|outdoors?|outside|adentro|afuera)\b", ""),
    (r"\b(?:de esos|de esas)\b", ""),
    (r"\b(cards?|videos?|footage|recordings?|clips|files|memory|storage|it|they|which|history) lasts?\b", r"\1 keeps"),
    (r"\blasts? (?=(?:for|about|around|up to|like)\b)", "keeps "),
    (rf"\b(?:have|has|got|own|are|with|installed) (?:too|to) (?={_CAMS}\b)", "have two "),
    (rf"\b(?:have|got|own|are) for (?={_CAMS}\b)", "have four "),
    (r"\bwon (?=(?:in|on|at|is|faces|facing|out|outside|inside|that|looks|camera|cam)\b)", "one "),
)
"""Numbers as a telephone writes them down: `I have too cameras, won in the back`."""
_MODEL = (
    rf"\b(?:{'|'.join(sorted(BRANDS))}|ubiquiti|unv|tplink|bullet|dome|ptz|turret)"
    r"((?: (?!and |y |plus |with )[a-z0-9]{1,12}){0,4}?) x (\d{1,2})(?= ,| and | y |$)"
)
_KINDS = frozenset({"bullet", "dome", "ptz", "fixed", "turning", "outdoor", "indoor", "doorbell", "doorbells"})
_COUNTING = (
    rf"\b({NUMBER})(?: {_CAMS})?(?: (?:in total|total|altogether|in all))? "
    r"(?:counting|including|if you count|if i count|contando|incluyendo|con) (?:the|my|our|el|mi) "
    r"(?=(?:ring |nest |video )?(?:doorbell|timbre)\b)"
)


_FUTURE = (
    r"\b(?:want|wanna|plan|planning|going|gonna|thinking|hoping|might|may|will|ill|well"
    r"|quiero|queremos|voy|vamos|pienso)(?: \w+){0,3}?"
    r" (?:buy|buying|get|getting|order|ordering|install|installing|put up|purchase|comprar|instalar|poner)\b[^,]*"
)
"""Cameras that nobody has yet."""


def restated(words: str) -> str:
    """Give plain words, with commas as ` , `, in which a number stands before what it counts. Linear."""
    for pattern, instead in (*_FORMS, *_SPOKEN):
        words = compiled(pattern).sub(instead, words)
    words = _without_new_place(words)
    words = compiled(_FUTURE).sub(",", words)
    words = compiled(_REPAIRED).sub("mended", compiled(_LACKS).sub("no", words))
    return compiled(_COUNTING).sub(_counting, compiled(_MODEL).sub(_model, words))


def _without_new_place(words: str) -> str:
    """`Register the new one, it has 2 cameras`: before any camera is named it is a house."""
    camera = compiled(_ANY_CAMERA).search(words)
    if not camera:
        return words
    return compiled(_NEW_PLACE).sub("that place", words[: camera.start()]) + words[camera.start() :]


def _model(match: re.Match[str]) -> str:
    """`Lorex 4k bullet x 2` is `2 bullet cameras`: models have numbers of their own."""
    kinds = [word for word in match[0].split()[:-2] if word in _KINDS]
    return " ".join([match[2], *kinds, "cameras"])


def _counting(match: re.Match[str]) -> str:
    """`Three counting the doorbell` is `2 cameras and a doorbell`."""
    count = number(match[1]) or 0
    return f"{count - 1} cameras and one " if count > 1 else match[0]
