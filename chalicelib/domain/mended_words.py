"""Mends typing errors in the few words that registrations are made of, and parts what was written in one."""

from __future__ import annotations

import re

from .number_words import number
from .patterns import compiled
from .place_names import NO_NAMES, PlaceNames
from .plain_words import plain
from .spelled_house import with_figures
from .spelling import errors_between

_TYPED = {
    "days": "dyas dasy dayz dys dayss das dyes daus", "week": "wek weak weel", "weeks": "weks weekz weaks wekks",
    "months": "monts mnths moths monthes mounths", "month": "mnth monht moth mont",
    "faces": "fases faes",
    "cameras": "camers camras cameas camaeras cameres cammeras camerars cmaeras cams' cam's camera's kameras camerass",
    "camera": "camra camea camerra cammera cmaera camer kamera camara", "keeps": "keps kepes keep's kepps keesp",
    "saves": "svaes savs safes saes", "street": "stret strret steet streeet sreet stteet", "north": "noth norht nroth",
    "south": "sout souht soth sowth", "west": "wset wets", "east": "eats easst", "doorbell": "dorbell doorbel dorbel",
    "register": "regester registar registor resgister rejister regster", "back": "bak bakc bck",
    "facing": "facin faceing faicng fcaing", "looking": "lookin loking lokking", "alley": "ally aley",
    "inside": "insde insid inseide", "outside": "outsde outsid otuside outisde", "camaras": "kamaras camarras cámras",
    "porch": "portch proch", "bullet": "bulet bulett bullit bulllet", "turret": "turet turrett",
    "fixed": "fxed fixd fixde fixxed", "rotating": "rotateing", "floodlight": "floodlite", "spotlight": "spotlite",
    "driveway": "drivway driveay drive-way", "yard": "yrad", "this": "ths thsi tihs",
    "have": "hav hve haev", "front": "fornt frnt frount",
}  # fmt: skip
_MENDED = {typed: word for word, said in _TYPED.items() for typed in said.split()}
_LONG = (
    "camera", "cameras", "camaras", "doorbell", "doorbells", "facing", "retention", "backyard", "driveway", "outdoor",
    "outdoors", "indoor", "indoors", "register", "inside", "outside", "months", "looking", "pointing", "northeast",
    "northwest", "southeast", "southwest", "overwrites", "records", "recording", "stationary", "rotating",
    "floodlight", "floodlights", "spotlight", "spotlights",
)  # fmt: skip
_REAL = frozenset({
    "racing", "lacing", "pacing", "fading", "booking", "cooking", "hooking", "aside", "beside", "record", "recorder",
    "recorded", "camaro", "cameron", "mouths", "joints", "painting", "printing", "reside", "reminder", "leaking",
    "faking", "making", "taking", "outlook", "registers", "indoor", "months", "moths", "recordings",
    "locking", "facings", "fencing",
})  # fmt: skip
"""Words of their own that are one letter away from another."""
_WORD = r"[^\W\d_][\w'\u2019]*"
_GLUED = (
    r"(?<![\w#/.-])(?P<figures>\d{1,6})(?=(?:d|h|hrs?|days?|dias?|d\u00edas?|dyas|dasy|wks?|weeks?|mo|mos|months?|cams?|x|"
    r"[^\W\d_]{3,})(?![\w]))(?!(?:th|st|nd|rd|k|mp|gb|tb)\b)"
)
_UNIT = (
    r"(?P<unit>\b(?:apt|apartment|apto|apartamento|unit|unidad|suite|ste|depto|departamento)\b\.?"
    r" ?(?:n[o\u00ba]\.? )?#?"
    r" ?\d{1,5}[a-z]\b)"
)
"""`apt 3D` is no three days."""
_LOCAL = r"(?i)\blocal (?=#?\d{1,4}[a-z]?\b)"
_TIMES = r"(?i)(?<!\w)x ?(\d{1,2})(?!\w)"


_REWORDED = (
    (r"(?i)\bwhere ([a-z .]{3,30}?) (?:meets|crosses|and) ([a-z .]{3,30}?)(?= meet\b|[.,\n]|$)", r"at \1 & \2"),
    (r"(?i)\$\s?\d[\d.,]*(?:\s?(?:a|per|al|por|/|each)\s?(?:month|mo|year|yr|mes|a\u00f1o|ano)\b)?", " "),
    (r"(?i)\b\d+(?:\.\d+)? (?:dollars|bucks|dolares|d\u00f3lares|pesos)(?: (?:a|per|al|por) \w+)?", " "),
    (r"(?i)\b(?:i'?m|i am) \d{1,2}\b(?= (?:is|and|but|so)\b|[,.?!])", " "),
    (r"(?i)\bhalf a dozen\b|\bmedia docena(?: de)?\b|\bhalf dozen\b", "6"),
    (r"(?i)\b(?:la )?calle ([^\W\d_][^\d,\n]{2,30}),? (?:n[u\u00fa]mero|num\.?|no\.|#) ?(\d{1,6})\b", r"\2 \1"),
    (r"(?i)\b(\d{1,2}) hundred (?=[^\W\d_]{3})", r"\g<1>00 "),
    (r"(?i)\b(\d{2,6}),? (?:and )?not \d{2,6} (?=[^\W\d_]{3})", r"\1 "),
    (r"(?i)\b(\d{1,6}) and a half (?=[^\W\d_]{3})(?!day|week|month|year|hour)", r"\1 1/2 "),
    (r"(?i)\bw/\s{0,3}(?=\w)", "with "),
    (r"\(([^\W\d_][^()\n]{1,40}\d)\)", r", \1 ,"),
    (r"(?<![\w(])(\d{1,2})\)\s{1,3}(?=[^\W\d_])", r"cam \1 "),
    (r"(?i)(?<![\w-])(\d{1,3})\s?[-\u2013]\s?(\d{1,3}\s?(?:d|w|m|h|sem|y|a\u00f1o))", r"\1 to \2"),
    (r"(?i)\bnumber\s(?:is\s)?(\d{1,6}),?\s(?:and\s)?(?:(?:the\s|my\s)?street\s(?:name\s)?is|on)\s", r"\1 "),
)
"""Ways to write things that are read in another: `w/ 2 cams`, `1) front 2) back`, `7-10 days`, `number 9 on Oak St`."""


_LETTERED = r"(?i)\b(cam(?:era)?|c[a\u00e1]mara) ([a-d])\b(?=\W)"
_NUMBER_NTH = (
    r"(?i)\b(cam(?:era)?|c[a\u00e1]mara) (?:number|no\.?|num\.?|n[u\u00fa]mero|#) ?"
    r"(\d|one|two|three|four|five|six|un[oa]|dos|tres|cuatro|cinco|seis)\b(?! cam)"
)
_NO_NTH = r"(?i)\b(no|not an?|isn'?t an?|ninguna|without a) (?:cam(?:era)?|c[a\u00e1]mara) ?#?\d\b"
"""`There is no camera 3` names none."""


def mended(text: str, names: PlaceNames = NO_NAMES) -> str:
    """Give a message with the words that it is read by spelled as they should be, and everything else as it was."""
    for pattern, instead in _REWORDED:
        text = compiled(pattern).sub(instead, text)
    text = _with_numbers(text)
    text = with_figures(text, names)
    text = compiled(_LOCAL).sub("unit ", text)
    text = compiled(r"(?i)" + _UNIT + "|" + _GLUED).sub(_parted, text)
    return compiled(_WORD).sub(_mended, compiled(_TIMES).sub(r" x \1", text))


def _with_numbers(text: str) -> str:
    """Number cameras that are told apart by letters, or by numbers in words: `Camera A`, `camera number two`."""
    letters = {found[2].lower() for found in compiled(_LETTERED).finditer(text)}
    if {"a", "b"} <= letters:
        text = compiled(_LETTERED).sub(lambda found: f"{found[1]} {'abcd'.index(found[2].lower()) + 1}", text)
    text = compiled(_NUMBER_NTH).sub(lambda found: f"{found[1]} {number(plain(found[2])) or found[2]}", text)
    return compiled(_NO_NTH).sub(r"\1 camera", text)


def _parted(match: re.Match[str]) -> str:
    return match["unit"] or f"{match['figures']} "


def _mended(match: re.Match[str]) -> str:
    word = match[0].lower()
    if word in _MENDED:
        return _MENDED[word]
    if not 5 < len(word) < 12 or word in _REAL or word in _LONG or not word.isascii():
        return match[0]
    near = (known for known in _LONG if abs(len(known) - len(word)) < 2 and known[0] == word[0])
    return next((known for known in near if errors_between(word, known, most=1) < 2), match[0])
