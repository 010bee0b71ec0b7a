"""Small numbers as people write them, in English and Spanish."""

from __future__ import annotations

_WORDS = {
    "a": 1, "an": 1, "one": 1, "single": 1, "un": 1, "una": 1, "uno": 1, "two": 2, "couple": 2, "both": 2, "dos": 2,
    "pair": 2, "par": 2, "three": 3, "tres": 3, "four": 4, "cuatro": 4, "five": 5, "cinco": 5, "six": 6, "seis": 6,
    "seven": 7, "siete": 7, "eight": 8, "ocho": 8, "nine": 9, "nueve": 9, "ten": 10, "diez": 10, "eleven": 11,
    "once": 11, "twelve": 12, "doce": 12, "dozen": 12, "docena": 12, "thirteen": 13, "trece": 13, "fourteen": 14,
    "catorce": 14, "fifteen": 15, "quince": 15, "sixteen": 16, "dieciseis": 16, "seventeen": 17, "diecisiete": 17,
    "eighteen": 18, "dieciocho": 18, "nineteen": 19, "diecinueve": 19, "veintiuno": 21, "veintiun": 21,
    "veintidos": 22, "veinticuatro": 24, "veinticinco": 25, "veintiocho": 28, "hundred": 100, "cien": 100,
    "one hundred": 100, "a hundred": 100,
}  # fmt: skip
_TENS = {
    "twenty": 20, "veinte": 20, "thirty": 30, "treinta": 30, "forty": 40, "fourty": 40, "cuarenta": 40, "fifty": 50,
    "cincuenta": 50, "sixty": 60, "sesenta": 60, "seventy": 70, "setenta": 70, "eighty": 80, "ochenta": 80,
    "ninety": 90, "noventa": 90,
}  # fmt: skip
_FINGERS = "one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
NUMBER = (
    rf"(?:\d{{1,4}}|(?:{'|'.join(_TENS)})(?: (?:y )?(?:{_FINGERS})\b)?"
    rf"|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
)
"""Matches a number in plain words; `few` and `several` are none."""
WORDS = frozenset(word for said in (*_WORDS, *_TENS) for word in said.split())
"""Every word that a number is made of."""


def number(word: str) -> int | None:
    """Read a whole number in digits or in words, English or Spanish; none where it is not one."""
    if word.isdecimal() and word.isascii():
        return int(word)
    tens, _, ones = word.partition(" ")
    if tens in _TENS:
        more = _WORDS.get(ones.removeprefix("y "), 0) if ones else 0
        return _TENS[tens] + more if more < 10 else None
    return _WORDS.get(word)
