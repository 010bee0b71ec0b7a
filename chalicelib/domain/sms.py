"""What fits into a text message: the GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1), segments, and what one costs."""

from __future__ import annotations

import unicodedata

GSM_BASIC = frozenset(
    "@\N{POUND SIGN}$\N{YEN SIGN}èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENDED = frozenset("^{}\\[~]|\N{EURO SIGN}\f")
"""Each of these takes two septets, and the two are never parted between segments."""

GSM_ALONE, GSM_JOINED = 160, 153
UCS2_ALONE, UCS2_JOINED = 70, 67
MAX_SEGMENTS = 2

SEGMENT_USD = 0.0083
"""Twilio's price of one outbound segment to the US from a long code (twilio.com/en-us/sms/pricing/us, October 2026)."""
CARRIER_FEE_USD = 0.0062
"""The most that a US carrier adds to a segment from a registered long code; most add 0.0025 to 0.0035 (July 2026)."""

_PLAIN = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "…": "...", "•": "-", "·": "-", "→": "->", "×": "x", "ç": "c", "\t": " ", "\f": "\n", "\r": "",
}  # fmt: skip


def is_gsm7(text: str) -> bool:
    """Say whether every character is in the alphabet that makes texts cheap."""
    return all(character in GSM_BASIC or character in GSM_EXTENDED for character in text)


def segments(text: str) -> int:
    """Count the segments that a carrier charges for; an empty text takes one."""
    if is_gsm7(text):
        return _packed([2 if character in GSM_EXTENDED else 1 for character in text], GSM_ALONE, GSM_JOINED)
    return _packed([2 if ord(character) > 0xFFFF else 1 for character in text], UCS2_ALONE, UCS2_JOINED)


def cost_usd(text: str) -> float:
    """Give what sending this text once costs at most, in US dollars, the carrier's fee included."""
    return segments(text) * (SEGMENT_USD + CARRIER_FEE_USD)


def fold(text: str) -> str:
    """Write a text in GSM-7: curly quotes straightened, the accents it lacks dropped, and what remains left out."""
    folded = "".join(_folded(character) for character in unicodedata.normalize("NFC", text))
    return "\n".join(" ".join(line.split()) for line in folded.split("\n")).strip()


def fit(text: str, *, segments_at_most: int = MAX_SEGMENTS) -> str:
    """Fold a text and cut it, at a word where there is one, until it takes no more than so many segments."""
    text = fold(text)
    if segments(text) <= segments_at_most:
        return text
    room = GSM_JOINED * segments_at_most if segments_at_most > 1 else GSM_ALONE
    text = text[:room]
    while segments(text + "...") > segments_at_most:
        shorter, _, rest = text.rpartition(" ")
        text = shorter if shorter and len(rest) < 30 else text[:-1]
    return text + "..."


def _folded(character: str) -> str:
    if character in GSM_BASIC or character in GSM_EXTENDED:
        return _PLAIN.get(character, character)
    if character in _PLAIN:
        return _PLAIN[character]
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if part in GSM_BASIC or part in GSM_EXTENDED) or _space(character)


def _space(character: str) -> str:
    return " " if character.isspace() else ""


def _packed(sizes: list[int], alone: int, joined: int) -> int:
    """Count the segments into which these characters go when none may be parted."""
    if sum(sizes) <= alone:
        return 1
    count, room = 1, joined
    for size in sizes:
        if size > room:
            count, room = count + 1, joined
        room -= size
    return count
