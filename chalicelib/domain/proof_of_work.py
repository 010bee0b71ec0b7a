"""A proof that a browser spent about a second on a form: cheap for one person, dear for a flood (Dwork and Naor, 1992).

The work is a number which, after the challenge, makes a SHA-256 that begins with so many zero bits.
"""

from __future__ import annotations

from hashlib import sha256

LONGEST = 20
"""Digits of a number: more than any browser finds."""


def proves(challenge: str, work: str, *, bits: int) -> bool:
    """Say whether `work`, decimal digits, is a proof for this challenge; one hash, whatever is sent."""
    if not (work.isascii() and work.isdigit() and len(work) <= LONGEST):
        return bits == 0
    digest = sha256(f"{challenge}:{work}".encode()).digest()
    return int.from_bytes(digest, "big") >> (256 - bits) == 0
