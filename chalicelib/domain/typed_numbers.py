"""Numbers as people type them into a field that asks for one: `14`, and `two weeks` as well."""

from __future__ import annotations

import re

from .day_words import days_in
from .number_words import NUMBER, number
from .plain_words import plain
from .registration_form import whole_number

_LONGEST = 40
_IN_WORDS = re.compile(r"[^\W\d_]{2}")
_COUNTED = re.compile(
    rf"(?:about |around |unas )?(?P<count>{NUMBER})(?: (?:cameras?|cams?|doorbells?|camaras?|timbres?|of them|total))?"
)


def count_typed(text: str, most: int) -> int | None:
    """Read how many, from 1 to `most`: `2`, `two`, `2 cameras`; none where it is not one number."""
    if (whole := whole_number(text, most)) or not _is_said(text):
        return whole
    said = _COUNTED.fullmatch(plain(text))
    count = number(said["count"]) if said else None
    return count if count and count <= most else None


def days_typed(text: str, most: int) -> int | None:
    """Read how many days, from 1 to `most`: `14`, `14 days`, `two weeks`, `un mes`; none where it says none."""
    if (whole := whole_number(text, most)) or not _is_said(text):
        return whole
    apart = re.sub(r"(?<=\d)(?=[^\W\d_])", " ", re.sub(r"(?<=\d)\s*[-\u2010-\u2015]\s*(?=\d)", " to ", text))
    found = days_in(plain(f"keeps {apart}"))
    return found[0] if found and 1 <= found[0] <= most else None


def _is_said(text: str) -> bool:
    return len(text) <= _LONGEST and _IN_WORDS.search(text) is not None and not re.search(r"\b0+\b", text)
