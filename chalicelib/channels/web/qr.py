"""QR codes as one SVG path, made when a card is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

QUIET = 4
"""The empty border that ISO/IEC 18004 asks for, in modules."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """`side` modules wide and high, border included; `path` draws the dark ones."""

    side: int
    path: str


@lru_cache(maxsize=8)
def qr_path(text: str) -> QrCode:
    """Encode a text, so that it is still read with a seventh of it dirty or torn (level M)."""
    import segno  # costs 60 ms, and one page needs it

    rows = segno.make(text, error="m", micro=False).matrix
    dark = [(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module]
    path = "".join(f"M{x + QUIET} {y + QUIET}h1v1h-1z" for x, y in dark)
    return QrCode(len(rows) + 2 * QUIET, path)
