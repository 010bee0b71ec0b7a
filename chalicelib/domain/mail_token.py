"""Addresses that answer one thing: `reply+...@`, signed for one ask, or a random one for one conversation by mail."""

from __future__ import annotations

import hmac
from base64 import b32encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from .incident import RequestId
from .owner import OwnerId

PREFIX = "reply+"
CODE_LETTERS, OWNER_LETTERS, SEAL_LETTERS, TALK_LETTERS = 4, 6, 26, 26
_ASK_LETTERS = 1 + CODE_LETTERS + OWNER_LETTERS + SEAL_LETTERS
_ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@dataclass(frozen=True, slots=True)
class ReplyToken:
    """What stands between `reply+` and the `@`, read but not yet checked.

    Of an `ask`: the seal as `secret`, the request's code and the owner, for `ReplyAddresses.opens`. Of a `talk`:
    `secret` is the random token, which scratch knows by its hash.
    """

    of: Literal["ask", "talk"]
    secret: str
    code: str = ""
    owner_id: OwnerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAddresses:
    """Makes and reads them. All is in small letters and digits, since mail programs change the case of addresses.

    `key` signs: 128 bits of HMAC-SHA256, under a key of its own that is derived from it. `domain` is where mail to the
    agency goes. An address expires with its ask, and grants no sign-in.
    """

    key: str = field(repr=False)
    domain: str

    def of_ask(self, request_id: RequestId, code: str, owner_id: OwnerId) -> str:
        """Give the address whose mail answers this one ask; the same ask always has the same."""
        return f"{PREFIX}a{code.lower()}{owner_id}{self._seal(request_id, owner_id)}@{self.domain}"

    def of_talk(self, secret: str) -> str:
        """Give the address for a random token of TALK_LETTERS small letters and digits."""
        return f"{PREFIX}t{secret}@{self.domain}"

    def token_in(self, address: str) -> ReplyToken | None:
        """Read an address that a mail went to; none where it is not one of ours, or cannot be."""
        local, _, domain = address.strip().lower().rpartition("@")
        if domain != self.domain.lower() or not local.startswith(PREFIX) or len(local) > len(PREFIX) + _ASK_LETTERS:
            return None
        token = local[len(PREFIX) :]
        if not _ALLOWED.issuperset(token):
            return None
        if token[:1] == "a" and len(token) == _ASK_LETTERS:
            code, owner, seal = token[1:5], token[5:11], token[11:]
            return ReplyToken("ask", seal, code.upper(), OwnerId(owner))
        if token[:1] == "t" and len(token) == 1 + TALK_LETTERS:
            return ReplyToken("talk", token[1:])
        return None

    def opens(self, token: ReplyToken, request_id: RequestId) -> bool:
        """Say whether this token was made for the ask of this request and of the owner that it names."""
        if token.of != "ask" or token.owner_id is None:
            return False
        return hmac.compare_digest(token.secret, self._seal(request_id, token.owner_id))

    def _seal(self, request_id: RequestId, owner_id: OwnerId) -> str:
        own = hmac.digest(self.key.encode(), b"reply addresses", sha256)
        seal = hmac.digest(own, f"ask|{request_id}|{owner_id}".encode(), sha256)[:16]
        return b32encode(seal).decode().rstrip("=").lower()
