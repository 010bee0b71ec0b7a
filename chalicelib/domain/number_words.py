"""Small numbers as people write them, and stretches of time in days."""

from __future__ import annotations

from .patterns import compiled

_WORDS = {
    "a": 1, "an": 1, "one": 1, "single": 1, "un": 1, "una": 1, "uno": 1, "two": 2, "couple": 2, "both": 2, "dos": 2,
    "pair": 2, "three": 3, "few": 3, "tres": 3, "four": 4, "cuatro": 4, "five": 5, "cinco": 5, "six": 6, "seis": 6,
    "seven": 7, "siete": 7, "eight": 8, "ocho": 8, "nine": 9, "nueve": 9, "ten": 10, "diez": 10, "eleven": 11,
    "twelve": 12, "doce": 12, "fourteen": 14, "catorce": 14, "fifteen": 15, "quince": 15, "sixteen": 16, "twenty": 20,
    "veinte": 20, "thirty": 30, "treinta": 30, "forty": 40, "forty five": 45, "sixty": 60, "sesenta": 60,
    "ninety": 90, "noventa": 90,
}  # fmt: skip
NUMBER = rf"(?:\d{{1,4}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_UNITS = {
    "hour": 1 / 24, "hours": 1 / 24, "hr": 1 / 24, "hrs": 1 / 24, "h": 1 / 24, "hora": 1 / 24, "horas": 1 / 24,
    "day": 1, "days": 1, "dys": 1, "dia": 1, "dias": 1, "d": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "semana": 7,
    "semanas": 7, "month": 30, "months": 30, "mo": 30, "mos": 30, "mes": 30, "meses": 30,
    "year": 365, "years": 365, "yr": 365, "yrs": 365, "ano": 365, "anos": 365,
}  # fmt: skip
_STRETCH = (
    rf"\b(?:(?P<digits>\d{{1,4}}) ?(?:(?:to|or|a) \d{{1,3}} )?|(?P<word>{NUMBER}) (?:of )?)"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
)
_KEEPING = (
    r"\b(?:keep\w*|kept|sav\w*|stor\w*|retain\w*|retention|retencion|record\w*|last\w*|hold\w*|loop\w*|overwrit\w*"
    r"|goes back|history|guard\w*|almacen\w*|dura\w*|after|every|within)\b"
)


def number(word: str) -> int | None:
    """Read a whole number in digits or as a word, English or Spanish; none where it is not one."""
    return int(word) if word.isdecimal() and word.isascii() else _WORDS.get(word)


def days_in(words: str) -> tuple[int, str] | None:
    """Find how many days footage is kept in a message of plain words; give them and the message without that part.

    Of several stretches of time the one nearest behind a word of keeping counts: not `I moved in 3 months ago`.
    Of `7 to 10 days` the shorter counts. A part of a day is a day.
    """
    found = [
        match for match in compiled(_STRETCH).finditer(words) if not words[match.end() :].startswith((" ago", " old"))
    ]
    if not found:
        return None
    best = min(found, key=lambda match: _from_keeping(words, match.start()))
    days = max(1, round((number(best["digits"] or best["word"]) or 1) * _UNITS[best["unit"]]))
    return days, f"{words[: best.start()]} , {words[best.end() :]}"


def _from_keeping(words: str, at: int) -> int:
    """Give how many letters lie between a word of keeping and this place."""
    before = [match.end() for match in compiled(_KEEPING).finditer(words[:at])]
    return at - before[-1] if before else 1000
