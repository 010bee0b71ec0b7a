"""A phone number as people write it, and as the carrier wants it."""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

PhoneNumber = NewType("PhoneNumber", str)
"""E.164: `+14105550100`."""

_FILLING = re.compile(r"[\s().\-\u2010-\u2015]")
_ELSEWHERE = re.compile("242|246|264|268|284|345|441|473|649|658|664|721|758|767|784|809|829|849|868|869|876")
"""Other countries whose numbers begin with +1 (nationalnanpa.com)."""
_NOBODYS = re.compile("8(?:00|33|44|55|66|77|88)|900")
"""Toll-free and premium: in nobody's pocket."""
_AROUND = re.compile(r"^[^\d+]+|\D+$")
_BETWEEN = re.compile(r"[/_*]")
_LONGEST_TYPED = 60
_NORTH_AMERICAN = re.compile(r"(?:\+?1)?([2-9]\d\d[2-9]\d{6})", re.ASCII)


def phone_number(text: str) -> PhoneNumber | None:
    """Read a number of the United States or Canada; none where it is not one.

    Numbers of other countries, some of which begin with +1 too, cost so much to text that frauds live on it.
    """
    found = _NORTH_AMERICAN.fullmatch(_FILLING.sub("", text))
    if found is None or _ELSEWHERE.match(found[1]) or _NOBODYS.match(found[1]):
        return None
    return PhoneNumber(f"+1{found[1]}")


def typed_phone(text: str) -> PhoneNumber | None:
    """Read the number in a field that asks for one: words around it, and figures of other keyboards, do no harm."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_TYPED])
    return phone_number(_BETWEEN.sub(" ", _AROUND.sub("", plain)))


def last_digits(number: str) -> str:
    """Give the last two digits: enough for its owner to know it by, too few for anybody else."""
    return number[-2:]
