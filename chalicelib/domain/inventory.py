"""Cameras from published lists: they count in a lookup, and there is nobody who could be asked about them."""

from __future__ import annotations

PUBLIC = "0"
"""Begins the owner id of every camera from a list; ids of people who registered are shorter."""
ID_CHARACTERS = 11


def is_public(owner_id: str) -> bool:
    """Say whether a camera came from a list, by the id under which it stands."""
    return len(owner_id) == ID_CHARACTERS and owner_id.startswith(PUBLIC)
