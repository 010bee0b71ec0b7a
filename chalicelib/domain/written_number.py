"""What people do to a house number when they type or dictate it, undone before it is read."""

from __future__ import annotations

import re

from .street_words import NUMBER_WORDS

# `1009roxleigh`: a number and a street without a space; an ordinal has only two letters.
_GLUED = re.compile(r"(?<!\w)(\d{1,6})([a-z]{3,})", re.IGNORECASE)
_NAMED = re.compile(r"(?<!\w)(?:no|nr|num|number|numero|n\u00famero)\b\s?[.:]?\s?#?\s?(?=\d)", re.IGNORECASE)
_SIGN = re.compile(r"^([^\d#]{0,60})#\s?(?=[a-z]?\d[\w-]*[\s,]{1,3}[a-z])", re.IGNORECASE)
_SIGNED = re.compile(r"(^|\n|(?<!\w)(?:at|is|en|address:?) )#(?=\d{1,6} [a-z])", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\d,])(\d{1,2}),(\d{3})(?=[\s,]+\d{0,4}[a-z])", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,])\d(?: \d){1,5}(?= [a-z])", re.IGNORECASE)
_LETTERS = re.compile(r"(?<!\w)\d[\do]{1,5}(?!\w)", re.IGNORECASE)
_PARTED = re.compile(r"(?<!\w)(\d{1,3}) (th)(?!\w)", re.IGNORECASE)
_ENDED = re.compile(r"(?<!\w)(\d{1,6})\.(?=\s)")
_DOTTED = re.compile(r"(?<!\w)([a-z])\.(?=[a-z]\b)", re.IGNORECASE)
_FIGURES, _POSTCODE = re.compile(r"\d"), re.compile(r"\d{5}(?:-\d{4})?\s*$")
_WORD = re.compile(r"^([a-z]{3,8})[ -](?:([a-z]{3,8}) )?(?=[a-z])", re.IGNORECASE)


def cleaned(text: str) -> str:
    """Give the text in one line, its numbers as figures: `No. 1,009`, `#1oo9`, `1 0 0 9`, `5 th`, `One Main St`."""
    text = " ".join(text.replace("\n", ", ").replace(";", ", ").split()).lstrip("# ")
    text = _SIGN.sub(r"\1", _NAMED.sub("", _DOTTED.sub(r"\1", text)))
    text = _LETTERS.sub(lambda found: re.sub("[oO]", "0", found[0]), text)
    text = _PARTED.sub(r"\1\2", _THOUSANDS.sub(r"\1\2", _ENDED.sub(r"\1", text)))
    text = _DIGITS.sub(lambda found: found[0].replace(" ", ""), text)
    if not _FIGURES.search(_POSTCODE.sub("", text)):
        text = _WORD.sub(_in_figures, text)
    return _GLUED.sub(r"\1 \2", text)


def joined_numbers(message: str) -> str:
    """Join what stands apart in a house number in a message, `1,009 Oak`; drop a sign before: `at #1009 Oak`."""
    return _SIGNED.sub(r"\1", _THOUSANDS.sub(r"\1\2", message))


def _in_figures(found: re.Match[str]) -> str:
    """`One Main St`, `Twenty Three Oak Ln`; any other first word stays."""
    first, second = (NUMBER_WORDS.get((word or "").casefold(), "") for word in found.groups())
    if first and second and int(first) >= 20 and int(second) < 10:
        return f"{int(first) + int(second)} "
    return f"{first} {found[2] or ''} ".replace("  ", " ") if first else found[0]
