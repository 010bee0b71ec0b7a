"""A phone number as people write it, and as the carrier wants it."""

from __future__ import annotations

import re
from typing import NewType

PhoneNumber = NewType("PhoneNumber", str)
"""E.164: `+14105550100`."""

_FILLING = re.compile(r"[\s().\-\u2010-\u2015]")
_NORTH_AMERICAN = re.compile(r"(?:\+?1)?([2-9]\d\d[2-9]\d{6})", re.ASCII)


def phone_number(text: str) -> PhoneNumber | None:
    """Read a North American number; none where it is not one. Numbers of other countries cost too much to text."""
    found = _NORTH_AMERICAN.fullmatch(_FILLING.sub("", text))
    return PhoneNumber(f"+1{found[1]}") if found else None


def last_digits(number: str) -> str:
    """Give the last two digits: enough for its owner to know it by, too few for anybody else."""
    return number[-2:]
