"""Which of the agency's languages a message is in, and when that changes how somebody is written to.

A word that asks for a language ("ESPANOL", "in english please") switches at once. A clear sentence decides where
nothing is kept yet; against what is kept it takes two clear sentences in a row, so that a Spanish word in an English
message, or one line that somebody else typed, flips nobody back and forth. "OK", "1" or an address tell nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .patterns import compiled
from .plain_words import plain

MAX_WORDS_OF_A_SWITCH = 8
CLEAR_WORDS = 2
"""So many words that only one language has make a sentence clear, where they are twice as many as any other's."""
_FRAME = (
    "i we you he speak talk write text say use want need prefer like would can could do does only just "
    " please pls in to switch change my the language lang me messages texts now thanks no not dont doesnt "
    " know understand sorry hi hello yo hablo hablamos hablan habla se quiero prefiero necesito puede "
    " pueden escriba escribame mensajes textos solo por favor en al a idioma mi es gracias entiendo hola el "
    " cambiar cambie pongalo so is it help get this there version someone somebody anyone alguien ayuda para"
)
_AROUND = frozenset(_FRAME.split())
"""Words around a language's name that leave the message a wish for it."""
_NOT = r"\b(?:no|not|dont|doesnt)\b"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as its catalogue describes it: its `names` in any language, and plain `words` that tell it."""

    code: str
    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message says about its language: `asked` for by name, or `clear`ly or `faint`ly spoken; else empty."""

    asked: str = ""
    clear: str = ""
    faint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """In which language to answer (empty: nothing told yet), which one to keep from now on, and which one leans.

    `kept` and `leaning` are what is to be remembered; `switched` says that somebody asked for it by name.
    """

    kept: str
    leaning: str = ""
    switched: bool = False


def hear(text: str, tongues: Sequence[Tongue]) -> Heard:
    """Say which language a message asks for or is in. Linear; never raises, whatever the text."""
    said = plain(text).split()
    asked = _asked(said, tongues)
    if asked:
        return Heard(asked=asked)
    counted = Counter(tongue.code for word in said for tongue in tongues if word in tongue.words)
    (first, most), (_, second) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    if most >= CLEAR_WORDS and most >= 2 * second:
        return Heard(clear=first, faint=first)
    return Heard(faint=first if most and not second else "")


def choose(heard: Heard, *, kept: str, leaning: str = "") -> Choice:
    """Decide with what is `kept` and with what the message before was `leaning` to; both may be empty."""
    if heard.asked:
        return Choice(heard.asked, switched=True)
    if not kept:
        return Choice(heard.faint)
    if heard.clear in ("", kept):
        return Choice(kept, leaning="" if heard.clear else leaning)
    return Choice(heard.clear) if heard.clear == leaning else Choice(kept, leaning=heard.clear)


def _asked(said: list[str], tongues: Sequence[Tongue]) -> str:
    """Give the language that a short message names, with nothing in it but words around such a wish."""
    if not 1 <= len(said) <= MAX_WORDS_OF_A_SWITCH:
        return ""
    named = [tongue.code for tongue in tongues if tongue.names.intersection(said)]
    names = frozenset().union(*(tongue.names for tongue in tongues))
    if len(named) != 1 or not all(word in _AROUND or word in names for word in said):
        return ""
    if not compiled(_NOT).search(" ".join(said)):
        return named[0]
    others = [tongue.code for tongue in tongues if tongue.code not in named]
    return others[0] if len(others) == 1 else ""
