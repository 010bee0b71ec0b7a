"""Whether somebody wants no more texts, in any reasonable words (47 CFR 64.1200(a)(10)). In doubt: yes."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from .optout_phrases import (
    ANYWHERE,
    COME_BACK,
    ELSEWHERE,
    IDIOMS,
    LONG_PHRASES,
    OTHER_SCRIPTS,
    PARTS,
    UNITS,
    WHOLE,
)
from .optout_spelling import OTHER_WORDS, STEMS
from .patterns import compiled, either
from .plain_words import MAX_LETTERS, clauses, plain
from .spelling import errors_between

Reading = Literal["stop_keyword", "stop_words", "start", "help_keyword"]

STOP_KEYWORDS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
START_KEYWORDS = frozenset({"START", "UNSTOP"})
HELP_KEYWORDS = frozenset({"HELP", "INFO"})
"""What the carrier answers itself where it is the whole message (twilio.com/docs/messaging/tutorials/advanced-opt-out).

YES is one as well, but only for somebody who stopped: see `opts_in`.
"""
MAX_WORDS = 22
"""In a longer story, a clause such as `dont call me` or `quit` speaks of something else."""
FEW_WORDS = 4
MAX_CLAUSE = 40
"""Words of one clause that are looked at: each is tried as the beginning of each way to leave."""
SHORTEST = 5
"""Letters of a word that may hold a typing error."""
NEAR_ENOUGH = 0.88
"""Below it, ordinary talk begins to look like the long phrases; short words collide even above (`quiet`, `quit`)."""

_DELETING = frozenset({"delete me", "please delete me", "delete me please", "remove", "borrar", "quitar"})
"""Are commands of ours; the first leaves as well, after asking whether everything is to be deleted."""
_INSTEAD = r"^(?:just |only |please |pls |but |instead |you can |u can )*(?:text|email|mail|message|write|call)\b"
_MAS_BIEN = (
    r"^(?:mejor|solo|pero|nomas|solamente|mas bien|sino)\b.*\b(?:mensajes?|textos?|correos?|email|llam\w+|escrib\w+)"
)
"""`Dont call, text me`, `no me mande correos, mejor mensajes`: a wish for another way, not for none."""
_STOP_SIGNS = frozenset(
    "\N{OCTAGONAL SIGN}\N{RAISED HAND}\N{NO ENTRY}\N{NO ENTRY SIGN}\N{RAISED HAND WITH FINGERS SPLAYED}"
    "\N{FACE WITH NO GOOD GESTURE}\N{REVERSED HAND WITH MIDDLE FINGER EXTENDED}\N{NO MOBILE PHONES}"
    "\N{SPEAKER WITH CANCELLATION STROKE}\N{BELL WITH CANCELLATION STROKE}"
)
_ANGRY_SIGNS = frozenset(
    "\N{POUTING FACE}\N{ANGRY FACE}\N{SERIOUS FACE WITH SYMBOLS COVERING MOUTH}\N{FACE WITH LOOK OF TRIUMPH}"
    "\N{FEMALE SIGN}\N{MALE SIGN}\N{MOBILE PHONE}\N{BELL}"
)
_THEN_WHY = r"(?:please |pls |plz |ok |just )*stop (?:i|im|ive|we|weve|this is (?:a|my|our)|please (?!by))\b"
"""`Please stop i have no cameras anymore`."""
_TALL = "alto"
"""`Alto` alone is a stop sign's word; `alto, moreno, con gorra` is whom somebody saw."""
_ENDS_SO = r"^(?!(?:will|do|does|did|when|where|why|what|can|could|is|are|was|how)\b)(?:[^ ]+ ){0,7}st[o0]p$"
"""A short message whose last word is `stop`: `we sold the house stop`; not `at the bus stop`, `will they stop`."""
_POLITE = r"\b(?:please|pls|plz|kindly|thanks|thank you|thx|now|ok|okay|hi|hello|hey|again|por favor|gracias)\b"
_HINTS = (
    r"\b(?:unsubscri\w+|opt\w* ?out|remove me|not interested|harass\w*|spam\w*|lawyer|attorney|sue you"
    r"|(?:report|block)(?:ing)? (?:you|u|this|it)|(?:got|get|gave \w+) (?:my|this) number|never signed up|de baja"
    r"|participat(?:e|ing)|take part|participar"
    r"|(?:too|so) many (?:texts|messages)|texts? (?:me )?too (?:much|often)|sign\w* up by (?:mistake|accident)"
    r"|why\b.{0,30}\b(?:texting|messaging) (?:me|us)"
    r"|didnt sign up|no me interesa|dejen|dejeme)\b"
)
_DOUBTFUL = r"S[PAMTtWwZ]*$|S.{0,3}[WTtM]|^P*S|O|NP*W[PA]*M|[Nno][PAY]*T|V[PA]*C"
_INNOCENT = (
    r"\b(?:bus|non|one|pit|traffic|full|four way|the|a|dont|cant|cannot|not|never|wont|wouldnt|didnt|will|did|he|she|it"
    r"|they|car|truck|van|to|next) st[o0]p\b|\b(?:para|alto|fin|deja)\b(?! de )"
    r"|\bst[o0]p (?:by|in|at|over|sign|signs|light|lights|and shop|the recording)\b"
)


def read(text: str) -> Reading | None:
    """Say what a message wants: no more texts (by the carrier's keyword or in words), texts again, help, or none.

    At most 1,600 characters are looked at.
    """
    text = text[:MAX_LETTERS]
    keyword = text.strip().upper()
    if keyword in STOP_KEYWORDS:
        return "stop_keyword"
    if keyword in START_KEYWORDS:
        return "start"
    if keyword in HELP_KEYWORDS:
        return "help_keyword"
    words = plain(text)
    if words.isdigit():
        return None
    if words in COME_BACK or " ".join(compiled(_POLITE).sub(" ", words).split()) in COME_BACK:
        return "start"
    return "stop_words" if _stops(text, words) else None


def opts_in(text: str) -> bool:
    """Say whether somebody who stopped comes back with this: then YES is a keyword too."""
    return text.strip().upper() == "YES" or read(text) == "start"


def in_doubt(text: str) -> bool:
    """Say whether a message that is not read as leaving may still mean it: something for a person to look at.

    `Stop texting my wife`, `stpo`, `not interested, who gave you my number`, `no texts at night`; not `bus stop`.
    """
    text = text[:MAX_LETTERS]
    if read(text):
        return False
    words = plain(text)
    if words in _DELETING:
        return False
    innocent = compiled(_INNOCENT).sub(" X ", words)
    parts = _parts(innocent)
    return bool(
        compiled(_HINTS).search(words)
        or compiled(_DOUBTFUL).search(parts)
        or (len(words) < 6 and errors_between(words, "stop", most=1) == 1 and sorted(words) == sorted("stop"))
    )


def _shows_a_stop(text: str, words: str) -> bool:
    """Say whether a message without a word shows a stop sign, a raised hand or the like, and nothing that is kind."""
    signs = {sign for sign in text if unicodedata.category(sign) == "So"}
    return not words and bool(signs & _STOP_SIGNS) and signs <= _STOP_SIGNS | _ANGRY_SIGNS


def _stops(text: str, words: str) -> bool:
    if words in _DELETING:
        return False
    if _shows_a_stop(text, words) or _elsewhere(text, words) or _nearly(words) or compiled(_THEN_WHY).match(words):
        return True
    found = [part for part in clauses(text) if part != _TALL] or [words]
    parts = [_parts(part) for part in found]
    if any(compiled(either(_INSTEAD, _MAS_BIEN)).search(part) for part in found[1:]):
        return False
    ends_so = compiled(_ENDS_SO).match(compiled(_INNOCENT).sub("X", words))
    if ends_so or any(compiled(ANYWHERE).search(part) and "Z" not in part for part in parts):
        return True
    if len(words.split()) > MAX_WORDS:
        return "stop" in (found[0], found[-1])
    whole = len(words.split()) <= FEW_WORDS
    return _leaves(_parts(words), whole=True) or any(_leaves(part, whole=whole) for part in parts)


def _elsewhere(text: str, words: str) -> bool:
    """Say whether it is a whole message that leaves in another language."""
    bare = unicodedata.normalize("NFC", text[:100]).casefold()
    kept = (letter if unicodedata.category(letter)[0] in "LM" else " " for letter in bare)
    return words in ELSEWHERE or " ".join("".join(kept).split()) in OTHER_SCRIPTS


def _parts(words: str) -> str:
    """Give a letter for each word: the part that it plays where people leave, X for none."""
    for pattern, one in IDIOMS:
        words = compiled(pattern).sub(one, words)
    return "".join(_part(word) for word in words.split()[:MAX_CLAUSE])


def _part(word: str) -> str:
    known = _letters().get(word)
    if known or len(word) < SHORTEST or word in OTHER_WORDS:
        return known or "X"
    near = (stem for stem in STEMS if abs(len(stem) - len(word)) < 2 and errors_between(word, stem, most=1) < 2)
    found = next(near, None)
    return STEMS[found] if found else "X"


@cache
def _letters() -> dict[str, str]:
    """Give the letter of each word, that of the part which is named first."""
    return {word: letter for letter, said in reversed(tuple(PARTS.items())) for word in said.split()}


def _leaves(parts: str, *, whole: bool) -> bool:
    """Say whether these words say that it is enough, and nothing else. Linear: each stretch is read one way."""
    if whole and compiled(either(*WHOLE)).fullmatch(parts):
        return True
    at, enough = 0, False
    while at < len(parts):
        leaving = compiled(either(*UNITS)).match(parts, at)
        found = leaving or compiled("[Po]+").match(parts, at)
        if not found:
            return False
        at, enough = found.end(), enough or leaving is not None
    return enough


def _nearly(words: str) -> bool:
    """Say whether all of it is a long phrase with a typing error."""
    return any(
        abs(len(phrase) - len(words)) < 4 and SequenceMatcher(None, words, phrase).ratio() >= NEAR_ENOUGH
        for phrase in LONG_PHRASES
    )
