"""What a person's name looks like in a message."""

from __future__ import annotations

import re
import unicodedata

from .first_names import FIRST_NAMES
from .patterns import compiled
from .talk_words import TALK

WORD = r"[^\W\d_][\w'\u2019-]*\.?"
NAME = rf"{WORD}(?:[ ]{{1,2}}{WORD}){{0,2}}"
MOST_WORDS = 3
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "rev", "sr", "sra", "srta", "don", "dona", "pastor", "sister", "father"}
)
_NOT = """
    interested calling writing texting new happy glad reaching trying wondering looking located living willing ready
    sure elderly retired disabled single married homeowner landlord responding signing registering hoping using
    having getting vecino dueno duena gerente encargado encargada residente nueva nuevo propietario propietaria
    madre padre el la un una christian baptist american gonna going really very so too afraid worried fine good
    great ok registering adding thx ty atte attn greetings hey morning afternoon evening sincerely regards cheers
    saludos atentamente respectfully blessings kindly truly yours firma speaking habla cel cell tel telefono ph
    mobile whatsapp fono tlf firmado sirs madam best from haha hehe lol pls plz enjoy why ever yes ugh bye goodnight
    ttyl xoxo omg cool awesome done period amen over
"""
_OFFICE_WORDS = """
    prez president manager mgr owner captain secretary treasurer deacon director volunteer superintendent supervisor
    administrator admin custodian landlord landlady tenant resident caretaker sexton usher chairman chairwoman chair
    coordinator principal janitor clerk cashier bookkeeper steward foreman trustee member secretaria secretario
    administrador administradora directora presidente presidenta voluntario voluntaria conserje inquilino inquilina
    association hoa homeowner homeowners
"""
OFFICES = frozenset(_OFFICE_WORDS.split())
"""What somebody is, which is no name: `HOA prez`."""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado"
NOT_NAMES = frozenset(_NOT.split()) | frozenset(_DAYS.split())


def words_from(text: str, start: int, *, sure: bool | None) -> str:
    """Give up to three words that are a name from here on: any where it is `sure`, else capitals or a common name.

    Where even that is doubtful (none: `this is Example Hardware`), the first has to be a common name or a title.
    """
    end = start
    for count in range(MOST_WORDS):
        match = compiled(rf" ?({WORD})").match(text, end)
        if not match or plain_name(match[1]) in NOT_NAMES or (count and "\n" in match[0]):
            break
        capital = match[1][0].isupper()
        if plain_name(match[1]) in TALK and not (sure and capital and not count):
            break
        fits = is_known(match[1]) or (capital if sure is False else bool(sure)) if not count else capital or bool(sure)
        if not fits and not (count == 1 and is_known(text[start:end]) and _ends(text, match.end())):
            break
        end = match.end()
        if match[1].endswith(".") and plain_name(match[1]) not in _TITLES:
            break
    return text[start:end]


def is_known(word: str) -> bool:
    """Say whether a word is a common first name, or a title before a name."""
    return plain_name(word.strip()) in FIRST_NAMES or plain_name(word.strip()) in _TITLES


def plain_name(word: str) -> str:
    """Give the letters of a word, small and without accents."""
    bare = unicodedata.normalize("NFKD", word.lower().strip(".'\u2019"))
    return re.sub(r"[^a-z]", "", bare)


def _ends(text: str, at: int) -> bool:
    follows = text[at : at + 40].split()
    return not follows or text[at:].lstrip(" ")[0] in ",.;:!\n" or plain_name(follows[0]) in TALK
