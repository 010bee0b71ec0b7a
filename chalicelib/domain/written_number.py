"""What people do to a house number when they type or dictate it, undone before it is read."""

from __future__ import annotations

import re

from .patterns import compiled
from .street_words import NUMBER_WORDS

# `1009roxleigh`: a number and a street without a space; an ordinal has only two letters.
_GLUED = r"(?i)(?<!\w)(\d{1,6})([a-z]{3,})"
_NAMED = r"(?i)(?<!\w)(?:no|nr|num|number|numero|n\u00famero)\b\s?[.:]?\s?#?\s?(?=\d)"
_SIGN = r"(?i)^([^\d#]{0,60})#\s?(?=[a-z]?\d[\w-]*[\s,]{1,3}[a-z])"
_SIGNED = r"(?i)(^|\n|(?<!\w)(?:at|is|en|address:?) )#\s?(?=\d{1,6} [a-z])"
_THOUSANDS = r"(?i)(?<![\d,])(\d{1,2}),(\d{3})(?=[\s,]+\d{0,4}[a-z])"
_DIGITS = r"(?i)(?<![\w.,])\d(?: \d){1,5}(?= [a-z])"
_LETTERS = r"(?i)(?<!\w)\d[\do]{1,5}(?!\w)"
_PARTED = r"(?i)(?<!\w)(\d{1,3}) (th)(?!\w)"
_ENDED = r"(?<!\w)(\d{1,6})\.(?=\s)"
_DOTTED = r"(?i)(?<!\w)([a-z])\.(?=[a-z]\b)"
_FIGURES, _POSTCODE = r"\d", r"\d{5}(?:-\d{4})?\s*$"
_WORD = r"(?i)^([a-z]{3,8})[ -](?:([a-z]{3,8}) )?(?=[a-z])"


def cleaned(text: str) -> str:
    """Give the text in one line, its numbers as figures: `No. 1,009`, `#1oo9`, `1 0 0 9`, `5 th`, `One Main St`."""
    text = " ".join(text.replace("\n", ", ").replace(";", ", ").split()).lstrip("# ")
    text = compiled(_SIGN).sub(r"\1", compiled(_NAMED).sub("", compiled(_DOTTED).sub(r"\1", text)))
    text = compiled(_LETTERS).sub(lambda found: re.sub("[oO]", "0", found[0]), text)
    text = compiled(_PARTED).sub(r"\1\2", compiled(_THOUSANDS).sub(r"\1\2", compiled(_ENDED).sub(r"\1", text)))
    text = compiled(_DIGITS).sub(lambda found: found[0].replace(" ", ""), text)
    if not compiled(_FIGURES).search(compiled(_POSTCODE).sub("", text)):
        text = compiled(_WORD).sub(_in_figures, text)
    return compiled(_GLUED).sub(r"\1 \2", text)


def joined_numbers(message: str) -> str:
    """Join what stands apart in a house number in a message, `1,009 Oak`; drop a sign before: `at #1009 Oak`."""
    return compiled(_SIGNED).sub(r"\1", compiled(_THOUSANDS).sub(r"\1\2", message))


def _in_figures(found: re.Match[str]) -> str:
    """`One Main St`, `Twenty Three Oak Ln`; any other first word stays."""
    first, second = (NUMBER_WORDS.get((word or "").casefold(), "") for word in found.groups())
    if first and second and int(first) >= 20 and int(second) < 10:
        return f"{int(first) + int(second)} "
    return f"{first} {found[2] or ''} ".replace("  ", " ") if first else found[0]
