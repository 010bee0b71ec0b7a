"""What an outside geocoder is told: the bare address out of what somebody wrote as a place, or nothing."""

from __future__ import annotations

from .address_text import House, readings

SURE_ENOUGH = 0.9
"""A way of reading that leaves more over is not an address that anybody else should be asked about."""


def outside_question(text: str, *, place: str) -> str:
    """Give number, street and town of an address; nothing where the text is not plainly one.

    No name, no unit, no crossing and no coordinates leave, nor anything else of a message. `place` stands behind an
    address that names neither town nor postcode.
    """
    house = next((one for one in readings(text) if isinstance(one, House) and one.number), None)
    if house is None or house.likely < SURE_ENOUGH or not any(word.isalpha() for word in house.words):
        return ""
    number = f"{house.number}{house.suffix}" if house.suffix[:1] in ("-", "") else str(house.number)
    street, town = (" ".join(word.title() for word in words) for words in (house.words, house.tail))
    behind = " ".join(part for part in (town or ("" if house.postcode else place), house.postcode) if part)
    return f"{number} {street}, {behind}"
