"""A mail that tells of cameras at several addresses, as one message for each: they are asked about one by one."""

from __future__ import annotations

from collections.abc import Callable

from .registration_words import read

MOST_ADDRESSES = 20
MOST_LINES = 200


def one_by_one(text: str, same: Callable[[str, str], bool]) -> list[str]:
    """Cut a mail before each line that names another address; a mail with one address, or none, stays whole.

    Gives one piece more than MOST_ADDRESSES where it names more; the last then holds all the rest. `same` says whether
    two places are one. What stands above the first address goes with each.
    """
    pieces: list[list[str]] = [[]]
    places: list[str] = []
    for line in text.splitlines()[:MOST_LINES]:
        place = read(line).place if any(map(str.isdigit, line)) else ""
        if place and places and not same(places[-1], place) and len(places) <= MOST_ADDRESSES:
            pieces.append([])
            places.append(place)
        elif place and not places:
            places.append(place)
            pieces.append([])
        pieces[-1].append(line)
    if len(places) < 2:
        return [text]
    above = "\n".join(pieces[0])
    return ["\n".join([above, *piece]).strip() for piece in pieces[1:]]
