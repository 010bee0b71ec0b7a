"""How many segments a text takes: GSM 03.38 where every character is in it, UCS-2 where one is not."""

from __future__ import annotations

import math

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€\f")


def segments(text: str) -> int:
    """Return the number of segments that a carrier charges for this text; an empty text takes one."""
    if all(character in BASIC or character in EXTENDED for character in text):
        units = sum(2 if character in EXTENDED else 1 for character in text)
        return parts(units, alone=160, joined=153)
    return parts(len(text.encode("utf-16-be")) // 2, alone=70, joined=67)


def parts(units: int, *, alone: int, joined: int) -> int:
    return 1 if units <= alone else math.ceil(units / joined)
