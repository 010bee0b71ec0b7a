"""The token by which a mailbox leaves with one press: made from its contact's key, good for ever, for nothing else."""

from __future__ import annotations

import binascii
import hmac
from base64 import b32decode, b32encode
from dataclasses import dataclass, field
from hashlib import sha256

from .owner import ContactKey

PREFIX = "leave+"
_BYTES = 16
_LETTERS = 52
"""Two halves of 26: with `leave+` before it, less than the 64 octets that RFC 5321 allows before the `@`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveTokens:
    """Makes and reads them: 128 bits of the contact's key and 128 bits of HMAC-SHA256, in small letters and digits.

    Nothing is stored, so that who left long ago, and was forgotten, can still press the button in an old mail.
    """

    key: str = field(repr=False)
    domain: str
    base_url: str

    def of(self, contact: ContactKey) -> str:
        """Give the contact's token, always the same."""
        return _letters(bytes.fromhex(contact)) + _letters(self._seal(contact))

    def page(self, contact: ContactKey) -> str:
        """Give the address of the page whose POST stops mail: RFC 8058."""
        return f"{self.base_url}/unsubscribe/{self.of(contact)}"

    def mailbox(self, contact: ContactKey) -> str:
        """Give the address to which an empty mail stops mail: RFC 2369."""
        return f"{PREFIX}{self.of(contact)}@{self.domain}"

    def read(self, token: str) -> ContactKey | None:
        """Give whose token this is, whatever case it comes back in; none where it was not made by us."""
        plain = token.strip().upper()
        if len(plain) != _LETTERS:
            return None
        try:
            key, seal = (b32decode(f"{half}======") for half in (plain[:26], plain[26:]))
        except (binascii.Error, ValueError):
            return None
        contact = ContactKey(key.hex())
        return contact if hmac.compare_digest(seal, self._seal(contact)) else None

    def read_address(self, address: str) -> ContactKey | None:
        """Give whose token stands in an address that a mail went to; none where it holds none of ours."""
        local, _, domain = address.strip().lower().rpartition("@")
        if domain != self.domain.lower() or not local.startswith(PREFIX):
            return None
        return self.read(local.removeprefix(PREFIX))

    def _seal(self, contact: ContactKey) -> bytes:
        own = hmac.digest(self.key.encode(), b"leave tokens", sha256)
        return hmac.digest(own, contact.encode(), sha256)[:_BYTES]


def _letters(sixteen: bytes) -> str:
    return b32encode(sixteen).decode().rstrip("=").lower()
