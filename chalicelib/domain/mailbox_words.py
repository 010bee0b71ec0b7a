"""Reads that somebody names a mailbox or a phone of theirs: "my email is a@example.com", or that and nothing else."""

from __future__ import annotations

import re

from .email_address import email_address
from .phone import PhoneNumber, phone_number

_LONGEST = 400
_ENGLISH = (
    "my new add use an the another also here is its it it's this please email e-mail mail address to for me and at "
    "contact by too hi hello thanks thank you send them messages requests asks questions write reach can "
    "could want i you instead of than number now only rather better prefer"
)
_SPANISH = (
    "mi el la es un otro una nueva nuevo agregar agregue agrega anadir anade use usar correo electronico direccion "
    "aqui esta este por favor tambien hola gracias envielo envielos enviela enviela envielas mandelo mandelos mandela "
    "mandelas enviar mandar envie mande escriba escribame escribanme pueden puede en vez lugar de que prefiero quiero "
    "solo mejor todo los las lo la me a numero ahora"
)
_WORDS = frozenset(f"{_ENGLISH} {_SPANISH}".split())
_PHONE = (
    "phone cell mobile number telephone text texts me call or on can you could "
    "telefono celular movil numero mensajes mensaje mandeme enviar puede al de"
)
_OF_PHONES = frozenset(_PHONE.split())
_NUMBER = re.compile(r"[+(]?\d[\d\s().-]{8,18}\d")
_INSTEAD = frozenset(["instead", "only", "rather", "vez", "lugar", "solo"])
_PLAIN = str.maketrans("áéíóúñ", "aeioun")


def mailbox_in(text: str) -> str | None:
    """Give the one address that a message is about; none where it holds none, several, or says anything else."""
    if len(text) > _LONGEST or text.count("@") != 1:
        return None
    words = text.split()
    named = [word for word in words if "@" in word]
    if not _only([word for word in words if "@" not in word], _WORDS):
        return None
    return email_address(named[0].strip("().,;:!?\"'"))


def phone_in(text: str) -> PhoneNumber | None:
    """Give the one phone number that a message is about; none where it holds none, several, or says anything else."""
    numbers = _NUMBER.findall(text) if len(text) <= _LONGEST else []
    if len(numbers) != 1 or not _only(_NUMBER.sub(" ", text).split(), _WORDS | _OF_PHONES):
        return None
    return phone_number(numbers[0])


def instead_of_here(text: str) -> bool:
    """Say whether whoever names a mailbox wants to be written to there and no longer here."""
    return not _INSTEAD.isdisjoint(_bare(text.split()))


def _only(words: list[str], known: frozenset[str]) -> bool:
    return all(not word or word in known for word in _bare(words))


def _bare(words: list[str]) -> list[str]:
    return [re.sub(r"[^a-z0-9'-]", "", word.lower().translate(_PLAIN)) for word in words]
