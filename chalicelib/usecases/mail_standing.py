"""Who a mail may speak for: From alone says nothing (issue "Email", section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.incident import Ask
from chalicelib.domain.mail import InboundMail
from chalicelib.domain.mail_token import ReplyAddresses, ReplyToken
from chalicelib.domain.token import hashed

from .talk import Writer

if TYPE_CHECKING:
    from chalicelib import ports

TALK = "mail_talk"
"""The kind under which scratch knows, by its hash, the secret in an address that one conversation goes on by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a mail shows. `authentic`: it comes from the domain of its From. `ask`: it went to the address that we gave
    to this owner for this ask. `in_talk`: it went to the address in a mail of ours to this sender, who has read that.
    `elsewhere`: it went to the address that we gave to somebody else for an ask, as from another mailbox of a shop.

    Who is authentic may ask for things; who has read our mail besides may have them done.
    """

    authentic: bool
    ask: Ask | None = None
    in_talk: bool = False
    elsewhere: bool = False

    @property
    def proven(self) -> bool:
        """Whether what the mail asks for may be done without asking back."""
        return self.authentic and self.in_talk


def standing_of(
    mail: InboundMail, writer: Writer, *, addresses: ReplyAddresses, requests: ports.Requests, scratch: ports.Scratch
) -> Standing:
    """Say what a mail shows; an address that was given to somebody else, or ran out, shows nothing."""
    ask: Ask | None = None
    in_talk = elsewhere = False
    for token in filter(None, map(addresses.token_in, mail.recipients)):
        if token.of == "ask":
            ask = ask or _ask(token, writer, addresses=addresses, requests=requests)
            elsewhere = elsewhere or writer.contact is None or writer.contact.owner_id != token.owner_id
        else:
            known = scratch.get(TALK, hashed(token.secret), now=writer.now)
            in_talk = in_talk or (known is not None and known["key"] == writer.key)
    return Standing(authentic=mail.verdicts.authentic, ask=ask, in_talk=in_talk, elsewhere=elsewhere)


def _ask(token: ReplyToken, writer: Writer, *, addresses: ReplyAddresses, requests: ports.Requests) -> Ask | None:
    owner_id = writer.contact.owner_id if writer.contact else None
    request = requests.by_code(token.code) if owner_id and owner_id == token.owner_id else None
    if owner_id is None or request is None or not addresses.opens(token, request.request_id):
        return None
    ask = requests.ask(request.request_id, owner_id)
    return ask if ask and ask.expires_at > writer.now else None
