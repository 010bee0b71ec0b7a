"""The name of whoever writes, where they say that it is theirs; never a son's, a neighbour's or a shop's."""

from __future__ import annotations

import re
import unicodedata

from .first_names import FIRST_NAMES
from .patterns import compiled
from .talk_words import TALK

MAX_NAME, MAX_SIGNATURE = 60, 200
_WORD = r"[^\W\d_][\w'\u2019-]*\.?"
_SAID = (
    r"(?i)(?:\b(?:my|full|mi|first|contact)\s+(?:name|nombre|nombre\s+completo)|(?:^|[.,;:!?\n]\s{0,5}"
    r"|\band\s+|\bthe\s+)(?:the\s+)?(?:name|nombre))"
    r"\s*(?:\bis\b|'s\b|s\b|\u2019s\b|:|=|-|\bes\b|(?-i:(?=\s+[A-Z])))\s*"
    r"|\b(?:me\s+llamo|they\s+call\s+me|mi\s+nombre\s+es|a\s+nombre\s+de|registered\s+to|register\s+it\s+to)\s+"
)
_I_AM = (
    r"(?i)\b(?:i\s+am|i['\u2019]?m|soy|habla|le\s+habla|le\s+escribe|les\s+escribe)\s+(?!from\b)"
    r"(?:(?:la|el)\s+)?(?:se[n\u00f1]ora?\s+)?"
)
_THIS_IS = r"(?i)\b(?:this\s+is|it['\u2019]?s|it\s+is|es|aqui|aqu\u00ed|from|de\s+parte\s+de)\s+"
_SIGNED = (
    r"(?i)(?:\b(?:thanks|thank\s+you|thx|ty|gracias|sincerely|regards|cheers|saludos|atte?|atentamente|best|kindly|signed|yours|yours\s+truly|respectfully|blessings|firma|firmado)\b"
    rf"|[-~/\u2013\u2014]|[.!?\n])[\s,.!:~-]*(?P<name>(?!thank|you\b|signed\b|kindly\b|yours\b|respectfully\b|firma|atte?\b|thx|gracias|regards|one\b"
    rf"|una\b){_WORD}(?:\s+{_WORD}){{0,2}})[\s.!]*$"
)
_HERE = (
    r"(?i)^(?:\W*(?:hi|hello|hey|hola|good\s+(?:morning|afternoon|evening)))?\W*"
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,2}})(?:\s+here\b|\s*[,\n]\s*(?=\d))"
)
_LISTED = (
    r"(?i)\b(?:days?|weeks?|months?|cams?|cameras?|doorbell|d[i\u00ed]as?|semanas?|mes|meses|c[a\u00e1]maras?|timbre)"
    rf"\s?,\s?(?P<name>{_WORD})[\s.!]*$"
)
_ALSO_HERE = rf"(?:[.,;:!?/\n\u2013\u2014-]\s{{0,3}}|\band\s)(?P<name>{_WORD}(?:\s+{_WORD})?)\s+here\b"
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "rev", "sr", "sra", "srta", "don", "dona", "pastor"})


def name_in(text: str) -> tuple[str, str]:
    """Find a name in a message; give it and the message without it."""
    for pattern, sure in ((_SAID, True), (_I_AM, False), (_THIS_IS, None)):
        for match in compiled(pattern).finditer(text):
            name = _words_from(text, match.end(), sure=sure)
            if name:
                return clean_name(name), f"{text[: match.start()]} , {text[match.end() + len(name) :]}"
    tail = max(0, len(text) - MAX_SIGNATURE)
    for pattern, start in ((_HERE, 0), (_ALSO_HERE, 0), (_SIGNED, tail), (_LISTED, tail)):
        signed = compiled(pattern).search(text[start : start + MAX_SIGNATURE])
        if signed and _known(signed["name"].split()[0]) and _words_from(signed["name"], 0, sure=True) == signed["name"]:
            first, last = (start + place for place in signed.span("name"))
            return clean_name(signed["name"]), f"{text[:first]} , {text[last:]}"
    return "", text


def clean_name(text: str) -> str:
    """Give a name in one line without control characters, at most 60 long; empty where no letter is in it."""
    kept = "".join(character if unicodedata.category(character)[0] != "C" else " " for character in text[:200])
    name = " ".join(kept.split())[:MAX_NAME].strip(" ,.;:-")
    return name if any(character.isalpha() for character in name) else ""


def _words_from(text: str, start: int, *, sure: bool | None) -> str:
    """Give up to three words that are a name from here on: any where it is `sure`, else capitals or a common name.

    Where even that is doubtful (none: `this is Example Hardware`), the first has to be a common name or a title.
    """
    end = start
    for count in range(3):
        match = compiled(rf"\s*({_WORD})").match(text, end)
        if not match or _plain(match[1]) in TALK | _NOT_NAMES:
            break
        capital = match[1][0].isupper()
        fits = _known(match[1]) or (capital if sure is False else bool(sure)) if not count else capital or bool(sure)
        if not fits and not (count == 1 and _known(text[start:end]) and _ends(text, match.end())):
            break
        end = match.end()
        if match[1].endswith(".") and _plain(match[1]) not in _TITLES:
            break
    return text[start:end]


def _ends(text: str, at: int) -> bool:
    follows = text[at : at + 40].split()
    return not follows or text[at:].lstrip(" ")[0] in ",.;:!\n" or _plain(follows[0]) in TALK


def _known(word: str) -> bool:
    return _plain(word.strip()) in FIRST_NAMES or _plain(word.strip()) in _TITLES


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.lower().strip(".'\u2019"))
    return re.sub(r"[^a-z]", "", bare)


_NOT = """
    interested calling writing texting new happy glad reaching trying wondering looking located living willing ready
    sure elderly retired disabled single married homeowner landlord responding signing registering hoping using
    having getting vecino dueno duena gerente encargado encargada residente nueva nuevo propietario propietaria
    madre padre el la un una christian baptist american gonna going really very so too afraid worried fine good
    great ok registering adding
"""
_NOT_NAMES = frozenset(_NOT.split())
