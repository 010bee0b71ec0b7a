"""Tells an answer to a short question from what people write each other besides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .camera import MAX_CAMERAS
from .first_names import FIRST_NAMES
from .patterns import compiled
from .plain_words import plain
from .spelling import errors_between
from .talk_words import TALK

WORDS_AT_MOST, WORDS_A_CAMERA = 8, 5
"""A longer message tells something else than what so many cameras look at."""
_CHAT = r"\b(?:u|ur|you|your|im|ill|ive|he|she|him|her|lol|lor|me|my (?!cam|door)|why|who|how)\b"
_LOOKS = (
    r"\b(?:looks?|looking|face[sd]?|facing|points?|pointing|pointed|aim\w*|cover\w*|watch\w*|sees?|views?|toward\w*"
    r"|mira\w*|apunt\w*|enfoca\w*|cubre\w*|hacia)\b"
)
_VIEWS = """
    n s e w ne nw se sw north south east west northeast northwest southeast southwest northern southern eastern western
    norte sur este oeste noreste noroeste sureste suroeste street streets road rd st ave avenue lane sidewalk curb front
    frontyard porch back backyard backyards rear behind yard alley alleyway driveway patio deck pool side sides garage
    parking lot door doors gate fence house home building corner window wall roof tree calle frente enfrente entrada
    adelante atras detras trasero trasera patio callejon costado lado derecha izquierda puerta casa esquina garaje
    cochera estacionamiento the a an my our your is are its it they them that this one ones two three four five six uno
    una dos tres first second third fourth last other another both all each every camera cameras cam cams camara camaras
    number at to of on in out by near over down up and or y o el la los las al del de a mi esta estan es son da ambas
    todas primera segunda direction way ward wards bound mostly mainly probably maybe i think guess kind sort about
    straight right left main doorbell timbre inside outside indoor indoors outdoor outdoors adentro afuera dentro fuera
    same ok okay yes please sir maam si no not nothing none unknown nada otro otros otra otras rest
    others
"""
_OF_VIEWS = frozenset(_VIEWS.split())
"""Of which answers to which way a camera looks are made."""
_STRETCH = r"(?<!\d)(\d{1,2}) ?(?:-|\u2013| to | thru | through | a ) ?(\d{1,2})(?!\d)"
_TOGETHER = r"(?P<numbers>(?<!\d)\d{1,2}(?:(?:\s|,|&|and\b|y\b){1,9}\d{1,2}(?!\d))+)\s(?P<said>[^\d,.;\n]+)"
_MISTYPED = (
    "north",
    "south",
    "east",
    "west",
    "street",
    "front",
    "back",
    "alley",
    "driveway",
    "inside",
    "outside",
    "indoor",
    "outdoor",
    "norte",
    "oeste",
    "calle",
    "atras",
    "afuera",
    "adentro",
)
_EVERY_DAY = """
    merry christmas xmas happy birthday night morning evening weekend lunch dinner breakfast sleep bed beer meeting work
    home town called lets gonna gotta bye later tomorrow tonight today manana feliz navidad noches dias tardes cena
    trabajo reunion luego in out dentro fuera adentro afuera busy tired sick god bless blessed peace cheers whatever
"""
_OF_EVERY_DAY = frozenset(_EVERY_DAY.split())
_CROSSES = r"&|\b(?:and|y|at|corner|esquina|crossing|near|cerca)\b"
_DOING = r"(?!king$|ring$|sterling$|browning$|fleming$|manning$|harding$|golding$)[a-z]{2,}ing"


def tidied(text: str) -> str:
    """Mend what people mistype in such an answer: `1 nort`, `out side`, `cameras 1-4`."""
    text = compiled(r"(?i)\b(out|in) (side|doors?)\b").sub(r"\1\2", text)
    text = numbers_apart(text)
    text = compiled(_TOGETHER).sub(_one_by_one, text)
    return compiled(r"[^\W\d_]{4,}").sub(lambda word: _mended(word[0]), text)


def _one_by_one(together: re.Match[str]) -> str:
    """Write `1 and 2 north` as `1 north, 2 north`."""
    return ", ".join(f"{number} {together['said'].strip()}" for number in compiled(r"\d+").findall(together["numbers"]))


def numbers_apart(text: str) -> str:
    """Write stretches of numbers one by one: `cameras 1-4`."""
    return compiled(_STRETCH).sub(each_of, text)


def each_of(stretch: re.Match[str]) -> str:
    """Write `1-4` as `1 and 2 and 3 and 4`."""
    first, last = int(stretch[1]), int(stretch[2])
    return " and ".join(map(str, range(first, last + 1))) if first < last <= MAX_CAMERAS else stretch[0]


def _mended(word: str) -> str:
    said = plain(word)
    if said in _OF_VIEWS or said in TALK:
        return word
    return next((meant for meant in _MISTYPED if errors_between(said, meant, most=1) == 1), word)


def tells_views(text: str) -> bool:
    """Say whether a short answer is made of words for ways and cameras, or says of something that it looks somewhere.

    `On the road now` and `out back having a beer` are talk.
    """
    words = plain(text)
    strange = [word for word in words.split() if word not in _OF_VIEWS and not (word.isdigit() and len(word) < 3)]
    return not strange or compiled(_LOOKS).search(words) is not None


def may_be_place(text: str) -> bool:
    """Say whether a message without anything that was understood may be an address: with a number, or no mere talk."""
    words = plain(text).split()
    if any(letter.isdigit() for letter in text) or compiled(_CROSSES).search(text.lower()):
        return True
    strange = [word for word in words if not _is_common(word) and word not in _OF_VIEWS]
    return len(words) > 1 and "?" not in text and 2 * len(strange) > len(words)


def is_talk(words: Sequence[str]) -> bool:
    """Say whether words that may be a name are nothing but what people say to each other."""
    return not any(word in FIRST_NAMES for word in words) and all(map(_is_common, words))


def chats(text: str, *, cameras: int) -> bool:
    """Say whether a message is no answer to a question about so many cameras: too long, or about somebody else."""
    words = plain(text)
    long = len(words.split()) > WORDS_AT_MOST + WORDS_A_CAMERA * cameras
    return long or "?" in text or compiled(_CHAT).search(words) is not None


def _is_common(word: str) -> bool:
    return word in TALK or word in _OF_EVERY_DAY or compiled(_DOING).fullmatch(word) is not None
