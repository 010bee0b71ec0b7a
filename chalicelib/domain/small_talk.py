"""Tells an answer to a short question from what people write each other besides."""

from __future__ import annotations

from collections.abc import Sequence

from .first_names import FIRST_NAMES
from .patterns import compiled
from .plain_words import plain
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
    same ok okay yes please sir maam si no not
"""
_OF_VIEWS = frozenset(_VIEWS.split())
"""Of which answers to which way a camera looks are made."""
_EVERY_DAY = """
    merry christmas xmas happy birthday night morning evening weekend lunch dinner breakfast sleep bed beer meeting work
    home town called lets gonna gotta bye later tomorrow tonight today manana feliz navidad noches dias tardes cena
    trabajo reunion luego in out dentro fuera adentro afuera busy tired sick god bless blessed peace cheers whatever
"""
_OF_EVERY_DAY = frozenset(_EVERY_DAY.split())
_DOING = r"(?!king$|ring$|sterling$|browning$|fleming$|manning$|harding$|golding$)[a-z]{2,}ing"


def tells_views(text: str) -> bool:
    """Say whether a short answer is made of words for ways and cameras, or says of something that it looks somewhere.

    `On the road now` and `out back having a beer` are talk.
    """
    words = plain(text)
    strange = [word for word in words.split() if word not in _OF_VIEWS and not (word.isdigit() and len(word) < 3)]
    return not strange or compiled(_LOOKS).search(words) is not None


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
