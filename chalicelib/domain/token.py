"""A random token's name at rest: whoever reads the table learns nothing that opens a door."""

from __future__ import annotations

import hashlib


def hashed(token: str) -> str:
    """Give the SHA-256 of a token, in hex: under it the token is stored, and looked for."""
    return hashlib.sha256(token.encode()).hexdigest()
