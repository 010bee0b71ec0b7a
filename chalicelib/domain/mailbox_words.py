"""Reads that somebody names a mailbox of theirs: "my email is a@example.com", or the address and nothing else."""

from __future__ import annotations

import re

from .email_address import email_address

_LONGEST = 400
_ENGLISH = (
    "my new add use an the another also here is its it it's this please email e-mail mail address to for me and at "
    "contact by too hi hello thanks thank you"
)
_SPANISH = (
    "mi el la es un otro una nueva nuevo agregar agregue agrega anadir anade use usar correo electronico direccion "
    "aqui esta este por favor tambien hola gracias"
)
_WORDS = frozenset(f"{_ENGLISH} {_SPANISH}".split())
_PLAIN = str.maketrans("áéíóúñ", "aeioun")


def mailbox_in(text: str) -> str | None:
    """Give the one address that a message is about; none where it holds none, several, or says anything else."""
    if len(text) > _LONGEST or text.count("@") != 1:
        return None
    words = text.split()
    named = [word for word in words if "@" in word]
    others = (re.sub(r"[^a-z'-]", "", word.lower().translate(_PLAIN)) for word in words if "@" not in word)
    if any(word and word not in _WORDS for word in others):
        return None
    return email_address(named[0].strip("().,;:!?\"'"))
