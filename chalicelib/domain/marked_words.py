"""Gives a message as plain words with ` , ` for its marks, and keeps together what its marks put together."""

from __future__ import annotations

from .number_words import NUMBER
from .patterns import compiled
from .plain_words import plain

_CAMS = "(?:cameras?|cams?|camaras?)"
_PLACE = (
    r"front|back|rear|side|door|room|yard|porch|alley|street|drive ?way|garage|inside|outside|indoors?|outdoors?|lot"
    r"|gate|patio|deck|adentro|afuera|dentro|fuera|atr[a\u00e1]s|enfrente|frente|calle|callej[o\u00f3]n|puerta|kitchen"
    r"|basement|hallway|office|roof|barn|shed"
)
_MARKS = (
    (r"[&+]", " and "),
    (r"(?i)\b(one|first|second|third|other|it|there|that|doorbell)['\u2019]s\b", r"\1 is"),
    (rf"(?i)(?:\b{NUMBER} ?)?\((\d{{1,3}})\)", r" \1 "),
    (r" ?\(((?:[^\W\d_]+ ?){1,2})\)", r" \1 "),
    (r"(?i)(?<![\w.,])(\d{1,2})[.,]5 (?=(?:week|month|year|day|wk|mo|semana|mes)s?\b)", r"\1 and a half "),
    (r"(?<![\w.,])\d+[.,]\d{2,3}(?![\w.])", " "),
    (r"(?i)\btimes (?=\d)", "x "),
    (r"(?i)\b(cam(?:era|ara)?)(?=\d\b)", r"\1 "),
    (r"(?<=\w)=(?=[\s\w])", " , "),
    (r"(?m)^[-*\u2022\u00b7>]+ ?|\s[/|*\u2022\u00b7]\s|[()\[\]]", " , "),
    (rf"(?i)\b({_PLACE}) ?[:=] ?(?=\w)", r"\1 "),
    (rf"(?i)\b({_CAMS}) ?#(?=\d)", r"\1 "),
)
"""Sums, `one (1)`, prices, `x 2`, `cam1`, `cams=2`, bullets and slashes, `front: 2`, `camera #1`."""
_ENUMERATED = r"(?:(?<=[\s,;])|^)(?:#(?=\d[ .)]))?(\d)(?:(?<=#\d) |[.)\-:]\s{0,3})(?=[^\W\d_])"
"""`1. doorbell 2. back yard`, `#1 front #2 back`."""
_NAMED = rf"(?i)\b{_CAMS} (\d)\b(?! ?(?:{_CAMS}|days?|weeks?))"
_FIRST = r"(?:^|[\n,;.!?]) ?#?1[ .)\-:]"
_COMMA = r"[,;:.!?]*\n[,;:.!?\s]*|[,;:.!?]+(?!\d)"


def as_words(text: str) -> str:
    """Give a message as plain words with ` , ` for its marks; `front: 2` stays together, and what is numbered is."""
    text = "\n".join(" ".join(line.split()) for line in text.splitlines())
    for pattern, instead in _MARKS:
        text = compiled(pattern).sub(instead, text)
    named = compiled(_NAMED).findall(text)
    if "1" in named and "2" in named:
        text = compiled(_NAMED).sub(r" , camera \1 , ", text)
    numbers = compiled(_ENUMERATED).findall(text)
    if numbers[:2] == ["1", "2"] and compiled(_FIRST).search(text):
        text = compiled(_ENUMERATED).sub(r" , camera \1 , ", text)
    return " , ".join(part for part in (plain(part) for part in compiled(_COMMA).split(text)) if part)
